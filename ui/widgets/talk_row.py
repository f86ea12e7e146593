"""One thing of a profile: what is stated, what was met of it in a talk, and a line of one's own."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from matcher.followup.first_talk import Met, TalkNote
from ui.language import Language
from ui.widgets.column import make_room
from ui.widgets.option_group import OptionGroup
from ui.widgets.own_line import OwnLine
from ui.widgets.take_back import TakeBack
from ui.widgets.text import Text


@dataclass(frozen=True, slots=True)
class TalkThing:
    """What a row is about.

    Attributes
    ----------
    name
        What the thing is called.
    stated
        What the profile says of it, in a sentence.
    is_stated
        Whether it says something, or did when something was noted.
    note
        What was noted of it.
    was_stated
        Whether *as stated* is what it said then, and not what it says now.
    """

    name: str
    stated: str
    is_stated: bool
    note: TalkNote
    was_stated: bool = False


class TalkRow(QWidget):
    """A thing, what the profile says of it, and the choices; nothing is chosen before one is.

    A line, and a way to take it back, come with a choice.

    Parameters
    ----------
    subject
        Id of the thing.
    is_stated
        Whether the profile says something of it, or did when something was noted: then that can
        have been met as well.

    Signals
    -------
    noted
        With the `Met`, ``None`` for no choice, and the line, after the person changed them.
    """

    noted = Signal(object, str)

    def __init__(self, subject: str, *, is_stated: bool) -> None:
        super().__init__()
        self.setObjectName(f"talk_{subject}")
        self.subject = subject
        self._is_stated = is_stated
        self.about = Text("strong", f"{subject}_about")
        self.stated = Text("body", f"{subject}_stated")
        codes = [met for met in Met if is_stated or met is not Met.AS_STATED]
        self.met = OptionGroup(f"{subject}_met", codes, columns=len(Met))
        self.line = OwnLine(f"{subject}_line")
        self.back = TakeBack(self.met)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(8)
        for widget in (self.about, self.stated, self.met, self.line):
            column.addWidget(widget)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.met.chosen_changed.connect(self._tell)
        self.line.written.connect(self._tell)

    def show_note(self, note: TalkNote) -> None:
        """Show what was noted."""
        self.met.set_chosen(() if note.met is None else (note.met,))
        self.line.show_line(note.line)
        self._show_line()

    def say(self, thing: TalkThing, words: Language) -> None:
        """Say everything in the language that holds."""
        name, stated = thing.name, thing.stated
        self.about.set_words(name)
        self.stated.set_words(stated)
        said_as = {
            Met.AS_STATED.value: "as_was_stated" if thing.was_stated else "as_stated",
            Met.OTHERWISE.value: "otherwise" if self._is_stated else "told",
        }
        self.met.setAccessibleName(name)
        self.met.set_words(lambda code: words.text(f"followup.met.{said_as.get(code, code)}"))
        for card in self.met.cards:
            card.setAccessibleDescription(f"{name}. {stated}")
        self.line.set_words(words.text("notes.own_line"))
        self.line.field.setAccessibleName(words.text("notes.talk.line_for", name=name))
        self.back.set_words(words.text("notes.take_back"))
        self.back.setAccessibleDescription(name)

    def _met(self) -> Met | None:
        return next(map(Met, self.met.chosen), None)

    def _show_line(self) -> None:
        """Leave room for words where something is chosen or written."""
        is_used = bool(self.line.line) or self.line.field.hasFocus()
        self.line.setVisible(self._met() is not None or is_used)
        self.back.follow()

    def _tell(self) -> None:
        before = self.line.isHidden(), self.back.isHidden()
        self._show_line()
        if (self.line.isHidden(), self.back.isHidden()) != before:
            make_room(self)
        self.noted.emit(self._met(), self.line.line)
