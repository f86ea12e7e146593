"""The end of a sitting: everything that was said is cleared when the person says so."""

from PySide6.QtCore import Signal

from ui.language import Language
from ui.pages.sheet_page import SheetPage
from ui.widgets.text import Text


class FinishPage(SheetPage):
    """Asks once more, because nothing can be brought back.

    Parameters
    ----------
    is_kiosk
        Whether somebody else comes after this person.

    Signals
    -------
    cleared
        The sitting is to be forgotten.
    """

    cleared = Signal()

    def __init__(self, words: Language, *, is_kiosk: bool = False) -> None:
        super().__init__(words, "finish")
        self._is_kiosk = is_kiosk
        self.compose()

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

    def _build(self) -> None:
        self._kept = Text("body", "kept")
        self.column.addWidget(self._kept)
