"""The end of a sitting: everything that was said is cleared when the person says so."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from matcher.errors import MatcherError
from ui.controllers.keeping_controller import KeepingController
from ui.language import Language
from ui.pages.keep_part import KeepPart
from ui.pages.search_way import SearchWay
from ui.pages.sheet_page import SheetPage
from ui.widgets.option_group import OptionGroup
from ui.widgets.press_pause import pause_presses
from ui.widgets.text import Text

_STAYS, _GOES = "stays", "goes"


class FinishPage(SheetPage):
    """Asks once more, because nothing can be brought back.

    Parameters
    ----------
    is_kiosk
        Whether somebody else comes after this person.
    keeping
        Tells whether all this is kept; ``None`` where nothing can be.
    is_printing
        Tells whether pages are on their way to a printer: they are stopped with the rest.
    has_come_out
        Tells whether something was printed or saved, which stays.

    Signals
    -------
    cleared
        The sitting is to be forgotten.
    all_cleared
        What is kept on this computer, too.
    """

    cleared = Signal()
    all_cleared = Signal()

    def __init__(
        self,
        words: Language,
        *,
        is_kiosk: bool = False,
        is_printing: Callable[[], bool] = lambda: False,
        has_come_out: Callable[[], bool] = lambda: False,
        keeping: KeepingController | None = None,
    ) -> None:
        super().__init__(words, "finish")
        self._keeping = keeping
        self._is_kiosk = is_kiosk
        self._is_printing = is_printing
        self._has_come_out = has_come_out
        self.compose()

    def enter(self) -> None:
        """Say what would stop."""
        super().enter()
        self._goes.set_chosen((_STAYS,))
        self._say_printing()
        self._say_kept()
        self.problem.set_words("")

    def first_focus(self) -> QWidget:
        """Begin with the way back: what is cleared cannot come back."""
        return self.next_button if self.back_button.isHidden() else self.back_button

    def go_on(self) -> None:
        """Clear everything that is to go; what could not be kept is told before it is lost."""
        if self._is_kept and self._goes.chosen == (_GOES,):
            self.all_cleared.emit()
        elif self._keeping is None or self._keeping.may_end():
            self.cleared.emit()

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        super().retranslate()
        text = self.words.text
        self.set_heading(text("finish.heading"), text("finish.why"))
        self._goes.set_words(
            lambda code: text(f"keeping.finish.{code}"),
            lambda code: text(f"keeping.finish.{code}_means"),
        )
        self._say_printing()
        self._say_kept()

    @property
    def _is_kept(self) -> bool:
        return self._keeping is not None and self._keeping.is_on

    def _say_kept(self) -> None:
        """Say what stays, and ask what is to become of what is kept."""
        text = self.words.text
        where = "kiosk" if self._is_kiosk else "laptop"
        came_out = [text(f"finish.stays.{where}")] if self._has_come_out() else []
        of_all = " ".join([*came_out, text(f"finish.goes.{where}")])
        self._kept.set_words(text("keeping.finish.why") if self._is_kept else of_all)
        is_unkept = self._keeping is not None and self._keeping.error is not None
        self.unkept.set_words(text("keeping.finish.unkept") if is_unkept else "")
        self._goes.setVisible(self._is_kept)
        stays = self._is_kept and self._goes.chosen == (_STAYS,)
        self.next_button.set_words(text("keeping.finish.do" if stays else "finish.clear"))

    def _refuse(self, error: MatcherError) -> None:
        """Say why what is kept could not be cleared; what is on the screen stays."""
        if self.isVisible():
            self.problem.set_words(self.words.render_all(error))
            self.announce(self.problem.plain)
            self.reveal_soon(self.problem)

    def _say_printing(self) -> None:
        words = self.words.text("finish.printing") if self._is_printing() else ""
        self.printing.set_words(words)

    def showEvent(self, event: QShowEvent) -> None:
        """Let no second tap on what led here clear everything."""
        super().showEvent(event)
        pause_presses(self.next_button)

    def _build(self) -> None:
        self.printing = Text("strong", "printing")
        self.column.addWidget(self.printing)
        self.unkept = Text("error", "unkept")
        self.column.addWidget(self.unkept)
        self._kept = Text("body", "kept")
        self.column.addWidget(self._kept)
        self._goes = OptionGroup("finish", (_STAYS, _GOES), columns=1)
        self._goes.set_chosen((_STAYS,))
        self._goes.chosen_changed.connect(lambda _: self._say_kept())
        self.column.addWidget(self._goes)
        self.problem = Text("error", "problem")
        self.column.addWidget(self.problem)
        if self._keeping is not None:
            self.keep = KeepPart(self.words, self._keeping)
            self.keep.wanted.connect(self.open_over)
            self._keeping.personal.refused.connect(self._refuse)
            self._keeping.changed.connect(self._say_kept)
            self.column.addWidget(self.keep)
            self.search = SearchWay(self.words)
            self.search.wanted.connect(self.open_over)
            self.column.addWidget(self.search)
