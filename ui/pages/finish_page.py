"""The end of a sitting: everything that was said is cleared when the person says so."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.language import Language
from ui.pages.sheet_page import SheetPage
from ui.widgets.text import Text


class FinishPage(SheetPage):
    """Asks once more, because nothing can be brought back.

    Parameters
    ----------
    is_kiosk
        Whether somebody else comes after this person.
    is_printing
        Tells whether pages are on their way to a printer: they are stopped with the rest.

    Signals
    -------
    cleared
        The sitting is to be forgotten.
    """

    cleared = Signal()

    def __init__(
        self,
        words: Language,
        *,
        is_kiosk: bool = False,
        is_printing: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__(words, "finish")
        self._is_kiosk = is_kiosk
        self._is_printing = is_printing
        self.compose()

    def enter(self) -> None:
        """Say what would stop."""
        super().enter()
        self._say_printing()

    def first_focus(self) -> QWidget:
        """Begin with the way back: what is cleared cannot come back."""
        return self.next_button if self.back_button.isHidden() else self.back_button

    def go_on(self) -> None:
        """Clear everything."""
        self.cleared.emit()

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        super().retranslate()
        text = self.words.text
        self.set_heading(text("finish.heading"), text("finish.why"))
        self._kept.set_words(text("finish.kept_kiosk" if self._is_kiosk else "finish.kept"))
        self.next_button.set_words(text("finish.clear"))
        self._say_printing()

    def _say_printing(self) -> None:
        words = self.words.text("finish.printing") if self._is_printing() else ""
        self.printing.set_words(words)

    def _build(self) -> None:
        self.printing = Text("strong", "printing")
        self.column.addWidget(self.printing)
        self._kept = Text("body", "kept")
        self.column.addWidget(self._kept)
