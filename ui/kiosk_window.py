"""The window of a kiosk's sitting: strangers share it, and what was said ends with its process."""

from functools import partial
from time import monotonic

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication

from ui.controllers.directory_source import DirectorySource
from ui.kiosk.shared_screen import SharedScreen
from ui.settings import Settings
from ui.sitting_window import SittingWiring
from ui.supervisor.idle_times import PRINTER_LOOKS_APART, PRINTER_WAITED
from ui.widgets.press_pause import PAUSE_MS


class KioskWiring(SittingWiring):
    """A window that covers the screen, for one sitting.

    Attributes
    ----------
    shared
        What a window has that strangers share.

    Signals
    -------
    ended
        Nothing is in sight any more, and nothing waits for the printer.
    """

    ended = Signal()

    def __init__(self, app: QApplication, settings: Settings, source: DirectorySource) -> None:
        super().__init__(app, settings, source)
        window = self.window
        window.guard.least = PAUSE_MS
        self.shared = SharedScreen(window, self.words, settings, lambda: window.is_hidden_away)
        self.shared.left.connect(self._end)
        # Whoever has hidden the window finds there whom to call.
        self.shared.question.warning.help_asked.connect(window.open_help)
        self.clear_requested.connect(self._end)
        self.directory.failed.connect(self._show_closed)
        self.warmed_up.connect(self._follow_answers)
        self.begun.connect(self._note_begun)

    def _end(self) -> None:
        """Leave nothing in sight, and tell: what was said ends with the process that knows it."""
        if not self.is_ending:
            self.is_ending = True
            self.stop_printing()
            self.shared.blank()
            self._tell_ended(monotonic() + PRINTER_WAITED)

    def _tell_ended(self, latest: float) -> None:
        """Tell once a job is taken back from the printer: it would come out for the next person."""
        if self.is_printing and monotonic() < latest:
            looks_again = round(1000 * PRINTER_LOOKS_APART)
            QTimer.singleShot(looks_again, self, partial(self._tell_ended, latest))
        else:
            self.ended.emit()

    def _show_closed(self) -> None:
        """Say that staff has to see to it: without a directory there is nothing to begin."""
        if not self.shared.is_begun:
            self.pages.close_down()
            self.window.start_again()

    def _follow_answers(self) -> None:
        """Take an answer for a sign of somebody: a screen reader gives one without a key."""
        self.sitting.changed.connect(self.shared.idle.touch)

    def _note_begun(self) -> None:
        self.shared.begin()
        self.window.header.offer_finish()
