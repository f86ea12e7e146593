"""One thing of a profile: what is stated, what was met of it in a talk, and a line of one's own."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from matcher.followup.first_talk import Met, TalkNote
from ui.language import Language
from ui.widgets.column import make_room
from ui.widgets.option_group import OptionGroup
from ui.widgets.own_line import OwnLine
from ui.widgets.text import Text


class TalkRow(QWidget):
    """A thing, what the profile says of it, and the choices; the line comes with a choice.

    Parameters
    ----------
    subject
        Id of the thing.
    is_stated
        Whether the profile says something of it: then that can have been met as well.

    Signals
    -------
    noted
        With the `Met` and the line, after the person changed them.
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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(8)
        for widget in (self.about, self.stated, self.met, self.line):
            column.addWidget(widget)
        self.met.chosen_changed.connect(self._tell)
        self.line.written.connect(self._tell)

    def show_note(self, note: TalkNote) -> None:
        """Show what was noted."""
        codes = [card.property("code") for card in self.met.cards]
        self.met.set_chosen((note.met if note.met in codes else Met.OTHERWISE,))
        self.line.show_line(note.line)
        self._show_line()

    def say(self, name: str, stated: str, words: Language) -> None:
        """Say everything in the language that holds.

        Parameters
        ----------
        name
            What the thing is called.
        stated
            What the profile says of it.
        """
        self.about.set_words(name)
        self.stated.set_words(stated)
        told = Met.OTHERWISE if self._is_stated else "told"
        self.met.setAccessibleName(name)
        self.met.set_words(
            lambda code: words.text(f"followup.met.{told if code == Met.OTHERWISE else code}")
        )
        for card in self.met.cards:
            card.setAccessibleDescription(f"{name}. {stated}")
        self.line.set_words(words.text("notes.own_line"))
        self.line.field.setAccessibleName(words.text("notes.talk.line_for", name=name))

    def _met(self) -> Met:
        return next(map(Met, self.met.chosen), Met.NOT_TALKED)

    def _show_line(self) -> None:
        self.line.setVisible(self._met() is not Met.NOT_TALKED or bool(self.line.line))

    def _tell(self) -> None:
        was_hidden = self.line.isHidden()
        self._show_line()
        if self.line.isHidden() != was_hidden:
            make_room(self)
        self.noted.emit(self._met(), self.line.line)
