"""What one window has to do with what a person keeps: the line that says so, and the way back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from ui.controllers.keeping_controller import KeepingController, KeepingState
from ui.main_window import MainWindow
from ui.navigation import PageFlow
from ui.parts import OF_NOTES, Parts, forget_parts
from ui.widgets.kept_line import KeptLine
from ui.widgets.shown_name import shown_name

_LAST_RESORT = "review"


class KeptWindow(QObject):
    """Connects a window with `KeepingController`.

    Parameters
    ----------
    parts
        What the window stands on.
    window
        Shows a line below its header while changes are kept.
    flow
        Where the person is.

    Signals
    -------
    all_cleared
        What was kept is gone, and the sitting is to follow.
    """

    all_cleared = Signal()

    def __init__(self, parts: Parts, window: MainWindow, flow: PageFlow) -> None:
        super().__init__(parts)
        assert parts.keeping is not None
        self.keeping: KeepingController = parts.keeping
        assert parts.followup is not None
        self._followup = parts.followup
        self._words = parts.words
        self._window = window
        self._flow = flow
        self._line = KeptLine()
        window.add_line(self._line)
        self._line.pressed.connect(self._answer)
        self.keeping.changed.connect(self._say)
        self._words.changed.connect(self._say)
        self.keeping.came_back.connect(self._come_back)
        window.page_entered.connect(self._note_page)
        self._is_clearing = False
        parts.personal.cleared.connect(partial(forget_parts, parts, OF_NOTES))
        parts.personal.cleared.connect(self._end_clearing)
        parts.personal.refused.connect(self._give_up_clearing)

    @property
    def is_safe(self) -> bool:
        """Whether everything is kept; what is not yet, is before this returns."""
        return self.keeping.is_on and self.keeping.finish()

    def clear_all(self) -> None:
        """Take away what is kept, and then have the sitting forgotten."""
        self._is_clearing = True
        self.keeping.personal.clear_all()

    def _end_clearing(self) -> None:
        if self._is_clearing:
            self._is_clearing = False
            self.all_cleared.emit()

    def _give_up_clearing(self, _error: object) -> None:
        self._is_clearing = False

    def _note_page(self, _page: str) -> None:
        self.keeping.note_page(self._flow.under_way[0])

    def _come_back(self, page: str) -> None:
        order = self._flow.order
        self._window.come_back(page if page in order[1:] else self._first_page())
        if self._followup.reminders:
            self._window.open("search")

    def _first_page(self) -> str:
        has_answers = self.keeping.has_answers
        return _LAST_RESORT if has_answers else self._flow.order[0]

    def _say(self) -> None:
        """Say how it stands; a button that goes leaves the focus to the page."""
        had_focus = self._line.button.hasFocus()
        self._choose_words()
        if had_focus and self._line.button.isHidden():
            self._window.page.begin()

    def _choose_words(self) -> None:
        keeping, text = self.keeping, self._words.text
        if keeping.error is not None:
            why = self._words.render_all(keeping.error)
            self._line.speak(
                text("keeping.line.failed", why=why),
                text("keeping.line.again"),
                short=text("keeping.line.failed_short"),
                more=text("keeping.line.why"),
            )
        elif keeping.left:
            names = self._words.catalogue.list([shown_name(name) for name in keeping.left if name])
            key = "left" if names else "left_nameless"
            words = text(f"keeping.line.{key}", names=names, n=len(keeping.left))
            self._line.speak(words, text("keeping.line.seen"))
        else:
            key = keeping.state.value
            is_on = keeping.state is not KeepingState.OFF
            self._line.whisper(text(f"keeping.line.{key}") if is_on else "")

    def _answer(self) -> None:
        if self.keeping.error is not None:
            self.keeping.keep_now()
        else:
            self.keeping.forget_left()
