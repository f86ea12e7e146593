"""Whose word the changes are, and of which day."""

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from matcher.directory.profile import Source
from matcher.errors import Message
from ui.controllers.person_controller import PersonController
from ui.language import Language
from ui.theme.text_size import changes_text_size
from ui.widgets.option_group import OptionGroup
from ui.widgets.text import Text
from ui.widgets.width import fit_words

_BETWEEN = 8
"""Pixels between the two questions, besides those between a question and its answer."""


class VoicePart(QWidget):
    """Three cards and a day; what is chosen holds for all that is saved together.

    Parameters
    ----------
    words
        The language that holds.
    person
        Keeps both.

    Signals
    -------
    changed
        One of them is another now.
    """

    changed = Signal()

    def __init__(self, words: Language, person: PersonController) -> None:
        super().__init__()
        self._words = words
        self._person = person
        self._label = Text("strong", "voice_label")
        self.sources = OptionGroup("voice", [source.value for source in Source], columns=3)
        self._day_label = Text("strong", "voice_day_label")
        self.day = QLineEdit()
        self.day.setObjectName("voice_day")
        self.day.setMaxLength(20)
        self.error = Text("error", "voice_error")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._label)
        column.addWidget(self.sources)
        column.addSpacing(_BETWEEN)
        for widget in (self._day_label, self.day, self.error):
            column.addWidget(widget)
        self.error.set_words("")
        self.sources.chosen_changed.connect(self._choose)
        self.day.textChanged.connect(self._write)

    def refresh(self) -> None:
        """Show what is chosen."""
        self.sources.set_chosen((self._person.source.value,))
        with QSignalBlocker(self.day):
            self.day.setText(self._person.day)
        self.show_fault(())

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        text = self._words.text
        self._label.set_words(text("editor.voice.label"))
        self.sources.set_words(lambda code: text(f"editor.voice.{code}"))
        self._day_label.set_words(text("editor.voice.day"))
        self.day.setAccessibleName(text("editor.voice.day"))
        self.day.setPlaceholderText(text("editor.voice.day_example"))
        fit_words(self.day, self.day.placeholderText())

    def show_fault(self, faults: tuple[Message, ...]) -> None:
        """Say what is wrong with the day; nothing when nothing is."""
        said = " ".join(self._words.render(fault) for fault in faults)
        self.error.set_words(said)
        self.day.setAccessibleDescription(said)
        self.day.setProperty("wrong", bool(faults))
        self.day.style().polish(self.day)

    def changeEvent(self, event: QEvent) -> None:
        """Let the field grow with the text."""
        super().changeEvent(event)
        if changes_text_size(event):
            fit_words(self.day, self.day.placeholderText())

    def _choose(self, chosen: tuple[str, ...]) -> None:
        self._person.source = Source("".join(chosen))
        self.changed.emit()

    def _write(self, day: str) -> None:
        self._person.day = day
        self.show_fault(())
        self.changed.emit()
