"""One kiosk: its name, what it told of itself, and what to look after."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from matcher.services.kiosks.kiosk_words import KioskWords
from ui.widgets.note import Note
from ui.widgets.text import Text


class KioskEntry(QWidget):
    """An entry of the list of kiosks.

    Parameters
    ----------
    number
        Its place in the list: its name may be anything.
    said
        What is known of it.

    Attributes
    ----------
    name, lines, notice
        What is shown; `notice` is hidden where there is nothing to look after.
    """

    def __init__(self, number: int, said: KioskWords) -> None:
        super().__init__()
        self.setObjectName(f"kiosk_{number}")
        self.name = Text("name", f"kiosk_{number}_name")
        self.lines = [
            Text("quiet" if at else "body", f"kiosk_{number}_line_{at}")
            for at in range(len(said.lines))
        ]
        self.notice = Note(f"kiosk_{number}_notice")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(6)
        rule = QFrame()
        rule.setProperty("kind", "rule")
        for widget in (rule, self.name, *self.lines):
            column.addWidget(widget)
        column.addSpacing(6)
        column.addWidget(self.notice)
        self.name.set_words(said.name)
        for line, words in zip(self.lines, said.lines, strict=True):
            line.set_words(words)
        self.notice.set_lines(said.notice)
