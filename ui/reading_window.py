"""What one window has to do with reading aloud: its button and its key, and when it is silent."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeySequence

from ui.controllers.reading_controller import ReadingController, ReadingState
from ui.main_window import MainWindow
from ui.pages.reading_part import READ_KEY
from ui.parts import Parts
from ui.widgets.kept_line import KeptLine
from ui.widgets.spoken_words import spoken_words

_ENDS = frozenset({QEvent.Type.Close, QEvent.Type.Hide, QEvent.Type.WindowBlocked})


class ReadingWindow(QObject):
    """Connects a window with `ReadingController`.

    Parameters
    ----------
    parts
        What the window stands on.
    window
        Has the button in its header, and a line below it when the voice fails.
    reading
        Reads what the page shows.
    """

    def __init__(self, parts: Parts, window: MainWindow, reading: ReadingController) -> None:
        super().__init__(parts)
        self.reading = reading
        self._words = parts.words
        self._window = window
        self._line = KeptLine("reading")
        window.add_line(self._line)
        self._line.pressed.connect(self._turn)
        window.header.read_requested.connect(self._turn)
        window.read_key(QKeySequence(READ_KEY)).activated.connect(self._turn)
        for change in (window.page_entered, window.stage.covered, parts.cover.changed):
            change.connect(reading.stop)
        reading.changed.connect(self._show)
        self._words.changed.connect(self._show)
        window.installEventFilter(self)
        self._show()

    def _turn(self) -> None:
        if self.reading.is_reading:
            self.reading.stop()
        else:
            self.reading.read(spoken_words(self._window.page, self._words))

    def _show(self) -> None:
        state, text = self.reading.state, self._words.text
        had_focus = self._line.button.hasFocus()
        self._window.header.offer_reading(
            is_offered=self.reading.is_on, is_reading=self.reading.is_reading
        )
        if state is ReadingState.FAILED:
            self._line.speak(text("screen.reading.failed"), text("screen.reading.read"))
        else:
            self._line.whisper("")
        if had_focus and self._line.button.isHidden():
            self._window.page.begin()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Be silent when the window goes, or when a dialog stands before it."""
        is_small = event.type() is QEvent.Type.WindowStateChange and self._window.isMinimized()
        if is_small or event.type() in _ENDS:
            self.reading.stop()
        return False
