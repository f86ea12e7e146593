"""Whether pages are read aloud when a person asks, on the page about text size and colors."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.controllers.reading_controller import ReadingController, ReadingState
from ui.language import Language
from ui.widgets.announcement import announce
from ui.widgets.option_group import OptionGroup
from ui.widgets.text import Text

READ_KEY = "F7"
"""Reads the page that is shown, or stops."""

_ON, _OFF = "on", "off"


class ReadingPart(QWidget):
    """Off or on, what it does, and why it stays off where there is no voice."""

    def __init__(self, words: Language, reading: ReadingController) -> None:
        super().__init__()
        self._words = words
        self._reading = reading
        self.setObjectName("reading")
        self._label = Text("heading", "reading_label")
        self._choice = OptionGroup("read_aloud", (_OFF, _ON), columns=2)
        self._how = Text("body", "reading_how")
        self._state = Text("strong", "reading_state")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for widget in (self._label, self._choice, self._state, self._how):
            column.addWidget(widget)
        self._choice.chosen_changed.connect(self._choose)
        reading.changed.connect(self._tell_state)
        self.show_state()

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        text = self._words.text
        self._label.set_words(text("screen.reading.heading"))
        self._choice.set_words(lambda name: text(f"screen.reading.{name}"))
        self.show_state()

    def show_state(self) -> None:
        """Show what holds."""
        reading, text = self._reading, self._words.text
        self._choice.set_chosen((_ON if reading.is_wanted else _OFF,))
        is_said = reading.state in (ReadingState.LOOKING, ReadingState.NO_VOICE)
        key = f"screen.reading.{reading.state.value}"
        self._state.set_words(text(key) if is_said else "")
        read, has_voice = text("screen.reading.read"), reading.state is not ReadingState.NO_VOICE
        how = text("screen.reading.how", read=read, key=READ_KEY)
        self._how.set_words(how if has_voice else "")

    def _choose(self, chosen: tuple[str, ...]) -> None:
        self._reading.set_on(is_on=chosen == (_ON,))

    def _tell_state(self) -> None:
        self.show_state()
        if self._reading.state is ReadingState.NO_VOICE:
            announce(self, self._state.plain)
