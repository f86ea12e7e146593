"""A window as strangers need it who come one after the other."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.idle.idle_question import IdleQuestion
from ui.idle.idle_watch import IdleWatch
from ui.kiosk.shell import KioskShell
from ui.language import Language
from ui.page_window import PageWindow
from ui.settings import Settings


class SharedScreen(QObject):
    """Covers the screen, asks after a while whether somebody is there, and tells when nobody is.

    Parameters
    ----------
    window
        Not shown yet.
    words, settings
        The language that holds; how long nobody may give a sign.
    is_hidden
        Tells whether the person has hidden the window.

    Attributes
    ----------
    shell, idle, question
        What covers the screen, what watches the clock, and the question.
    is_begun
        Whether somebody has begun.

    Signals
    -------
    left
        Nobody is there any more, and somebody was.
    """

    left = Signal()

    def __init__(
        self,
        window: PageWindow,
        words: Language,
        settings: Settings,
        is_hidden: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self.is_begun = self._is_used = False
        self._window = window
        self._is_hidden = is_hidden
        # Before the watch: a key that is stopped is still a sign of somebody.
        self.shell = KioskShell(window)
        self.idle = IdleWatch(window, settings.warns_after, settings.clears_after, parent=self)
        self._blank = QWidget()
        window.stage.keep(self._blank)
        self.question = IdleQuestion(window, words, self.idle, offers_help=True)
        self.idle.warned.connect(self._warn)
        self.idle.expired.connect(self.left)
        words.changed.connect(self._note_use)
        window.page_entered.connect(self._note_use)

    def begin(self) -> None:
        """Ask from now on before anything is taken for given up."""
        self.is_begun = True

    def blank(self) -> None:
        """Leave nothing in sight."""
        self._window.stage.lay_over(self._blank)

    def _warn(self) -> None:
        if self.is_begun:
            self.question.ask()
        elif self._is_used or self._is_hidden():
            # Nothing to lose: the next one has its language and looks by itself.
            self.left.emit()
        else:
            self.idle.rest()

    def _note_use(self) -> None:
        self._is_used = True
