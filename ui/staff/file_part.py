"""One thing that can be done with files: what it is for, its buttons, and how it went."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from matcher.errors import MatcherError
from ui.language import Language
from ui.widgets.announcement import announce
from ui.widgets.button import Button
from ui.widgets.column import Column
from ui.widgets.note import Note
from ui.widgets.text import Text


class FilePart(Column):
    """A heading, a lead, what is added between, a button, and below it how it went.

    Parameters
    ----------
    name
        Its object name, and the table of its words in ``files``.
    button
        Word of its button, which is ``<name>_<button>``.
    kind
        Of the button.

    Attributes
    ----------
    standing
        How things stood before; empty until it is told.
    done
        What was done last, or is being done.
    problem
        Why it was not done.
    """

    def __init__(self, name: str, button: str, kind: str = "quiet") -> None:
        super().__init__(name)
        self._name, self._word = name, button
        self.heading, self.lead = Text("heading", f"{name}_heading"), Text("body", f"{name}_lead")
        self.standing = Text("quiet", f"{name}_standing")
        self.button = Button(kind, f"{name}_{button}")
        self.done, self.problem = Note(f"{name}_done"), Text("error", f"{name}_problem")
        self.column.setSpacing(12)
        for widget in (self.heading, self.lead, self.standing):
            self.column.addWidget(widget)
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.done)
        self.column.addWidget(self.problem)
        self.standing.set_words("")
        self.problem.set_words("")

    def add(self, *widgets: QWidget) -> None:
        """Add what is asked before the button is pressed."""
        for widget in widgets:
            self.column.insertWidget(self.column.indexOf(self.button), widget)

    def retranslate(self, words: Language) -> None:
        """Say the words in the language that holds; how it went is let go."""
        self.heading.set_words(words.text(f"files.{self._name}.heading"))
        self.lead.set_words(words.text(f"files.{self._name}.lead"))
        self.button.set_words(words.text(f"files.{self._name}.{self._word}"))
        self.clear()

    def clear(self) -> None:
        """Say nothing of how it went."""
        self.done.set_lines(())
        self.problem.set_words("")

    def tell(self, lines: Sequence[str], *, aloud: bool = True) -> None:
        """Say how it goes, or went."""
        self.problem.set_words("")
        self.done.set_lines(lines)
        if aloud:
            announce(self, " ".join(lines))

    def refuse(self, error: MatcherError, words: Language) -> None:
        """Say why it was not done."""
        self.done.set_lines(())
        self.problem.set_words(words.render_all(error))
        announce(self, self.problem.plain)
