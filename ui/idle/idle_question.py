"""The question whether somebody is still there, in a window that is watched."""

from functools import partial

from PySide6.QtCore import QObject

from ui.idle.idle_warning import IdleWarning
from ui.idle.idle_watch import IdleWatch
from ui.language import Language
from ui.page_window import PageWindow


class IdleQuestion(QObject):
    """Lays the question over a window, and takes it off once somebody has answered.

    Parameters
    ----------
    window
        Its pages count as signs too: a screen reader leads to them without keys.
    words
        The language that holds.
    idle
        Watches the window.
    offers_help
        Whether the question leads to help.

    Attributes
    ----------
    warning
        What is laid over.
    """

    def __init__(
        self, window: PageWindow, words: Language, idle: IdleWatch, *, offers_help: bool = False
    ) -> None:
        super().__init__(idle)
        self.warning = IdleWarning(words, offers_help=offers_help)
        self._window = window
        self._idle = idle
        window.stage.keep(self.warning)
        idle.looked.connect(self.warning.show_left)
        idle.resumed.connect(partial(window.take_off, self.warning))
        self.warning.answered.connect(idle.touch)
        self.warning.help_asked.connect(idle.touch)
        window.page_entered.connect(idle.touch)

    def ask(self) -> None:
        """Ask, and say how long there is to answer."""
        self.warning.show_left(self._idle.seconds_left)
        self._window.lay_over(self.warning)
