"""A practitioner's page onto paper: the short edition, unless all of it is wished for."""

from PySide6.QtWidgets import QWidget

from ui.controllers.print_controller import PrintController
from ui.controllers.seen_controller import SeenController
from ui.controllers.sheets_controller import SheetsController
from ui.language import Language
from ui.pages.print_page import PrintPage
from ui.widgets.option_group import OptionGroup
from ui.widgets.print_parts import Step

_EDITIONS = ("short", "full")
_CHOOSING = {Step.WAITING, Step.READY, Step.STUCK}


class PrintSeenPage(PrintPage):
    """Prints one practitioner's page.

    Parameters
    ----------
    words
        The language that holds.
    sheets, printing
        As of `PrintPage`.
    seen
        Whose page it is; keeps the edition.
    """

    def __init__(
        self,
        words: Language,
        sheets: SheetsController,
        printing: PrintController,
        seen: SeenController,
    ) -> None:
        self._seen = seen
        super().__init__(words, sheets, printing)

    def enter(self) -> None:
        """Show the edition that is made now."""
        self._show_edition()
        super().enter()

    def first_focus(self) -> QWidget:
        """Stay on an edition while its sheets are made; else begin as every page that prints."""
        focused = self.focusWidget()
        if focused is not None and self.editions.isAncestorOf(focused) and self._is_choosing:
            return focused
        return super().first_focus()

    def retranslate(self) -> None:
        """Say everything in the language that holds."""
        super().retranslate()
        text = self.words.text
        self.editions.set_words(
            lambda code: text(f"practitioner.screen.edition.{code}"),
            lambda code: text(f"practitioner.screen.edition.{code}_gloss"),
        )

    def _build(self) -> None:
        self.editions = OptionGroup("edition", _EDITIONS)
        self.column.addWidget(self.editions)
        super()._build()

    def _connect(self) -> None:
        super()._connect()
        self.editions.chosen_changed.connect(self._choose_edition)

    @property
    def _is_choosing(self) -> bool:
        return self.step in _CHOOSING

    def _show_edition(self) -> None:
        self.editions.set_chosen(_EDITIONS[self._seen.is_full :][:1])

    def _choose_edition(self, codes: tuple[str, ...]) -> None:
        self._seen.set_full(is_full="full" in codes)
        self._begin()

    def _go(self, step: Step, _clicked: bool = False) -> None:
        """Offer the editions until one of them is on its way."""
        self.editions.setVisible(step in _CHOOSING)
        super()._go(step)
