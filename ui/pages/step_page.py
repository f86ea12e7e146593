"""A sheet that asks for one thing after the other about what a person keeps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.controllers.personal_controller import PersonalController
from ui.controllers.personal_jobs import fault_of
from ui.language import Language
from ui.pages.sheet_page import SheetPage
from ui.widgets.form_field import FormField
from ui.widgets.secret_field import SecretFields
from ui.widgets.text import Text

if TYPE_CHECKING:
    from matcher.errors import MatcherError


class StepPage(SheetPage):
    """The base: shows the parts of one step, and says that something takes a moment.

    A page fills `parts` in `_build`, and tells `_first_of` and `_words_of` of each step.

    Parameters
    ----------
    words
        The language that holds.
    name
        Its id.
    personal
        Owns the file.
    first
        The step to begin with.

    Attributes
    ----------
    parts
        What each step shows.
    told
        A sentence about what was done.
    problem
        Why something was not done, where no field says it.
    """

    def __init__(
        self, words: Language, name: str, personal: PersonalController, first: str
    ) -> None:
        super().__init__(words, name)
        self.personal = personal
        self.step = first
        self.parts: dict[str, QWidget] = {}
        self.told, self.problem = Text("strong", "told"), Text("error", "problem")
        self._is_waiting = False
        personal.refused.connect(self._take_refusal)

    def enter(self) -> None:
        """Show the step one is at."""
        super().enter()
        self.clear_outcome()
        self.show_step(self.step)

    def first_focus(self) -> QWidget:
        """Begin at what the step asks for."""
        return self._first_of(self.step)

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        super().retranslate()
        self.show_step(self.step)

    def go_to(self, step: str) -> None:
        """Ask for the next thing."""
        self.clear_outcome()
        self.show_step(step)
        self.scroll_bar.setValue(0)
        self.begin()
        self.announce(self.title)

    def show_step(self, step: str) -> None:
        """Show the parts of a step, and no others."""
        self.step = step
        self._is_waiting = False
        heading, why, button = self._words_of(step)
        self.set_heading(heading, why)
        self.next_button.set_words(button)
        for name, part in self.parts.items():
            part.setVisible(name == step)
        self.arrange(step)

    def wait(self) -> None:
        """Say that what was asked for takes a moment."""
        self.clear_outcome()
        self._is_waiting = True
        words = self.words.text("keeping.wait")
        self.next_button.set_words(words)
        self.announce(words)

    def is_right(self, fields: SecretFields) -> bool:
        """Tell whether a new passphrase will do; where not, say why beside its field."""
        fault = fault_of(fields.text)
        if fault is not None:
            self.show_fault(fields.first, self.words.render_all(fault))
        elif fields.text != fields.fields[1].text:
            fields.first.show_error("")
            self.show_fault(fields.fields[1], self.words.text("keeping.form.differ"))
        else:
            for field in fields.fields:
                field.show_error("")
            return True
        return False

    def show_fault(self, field: FormField, words: str) -> None:
        """Say beside a field what is wrong, where it can be seen."""
        field.show_error(words)
        self.reveal_soon(field.error)

    def tell(self, words: str) -> None:
        """Say what was done."""
        self.told.set_words(words)
        self.problem.set_words("")
        self.announce(words)

    def clear_outcome(self) -> None:
        """Say no more of it."""
        self.told.set_words("")
        self.problem.set_words("")

    def arrange(self, step: str) -> None:
        """Show and hide what hangs on more than the step; a page overrides it."""

    def refuse(self, words: str) -> None:
        """Say why something is not done; a page says it beside the field."""
        self.problem.set_words(words)
        self.announce(words)
        self.reveal_soon(self.problem)

    def add_step(self, name: str, widgets: Sequence[QWidget]) -> None:
        """Put what a step shows on the sheet."""
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for widget in widgets:
            column.addWidget(widget)
            if widget.property("kind") in ("quiet", "link"):
                column.setAlignment(widget, Qt.AlignmentFlag.AlignLeft)
        self.parts[name] = part
        self.column.addWidget(part)

    def _first_of(self, _step: str) -> QWidget:
        return self.next_button

    def _words_of(self, step: str) -> tuple[str, str, str]:
        """Return heading, what stands below it, and the words of the button that leads on."""
        raise NotImplementedError(step)

    def _take_refusal(self, error: MatcherError) -> None:
        if not self.isVisible() or not self._is_waiting:
            return
        self.show_step(self.step)
        self.refuse(self.words.render_all(error))
