"""Which sheet of a spreadsheet is to be read."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.language import Language
from ui.widgets.option_card import CheckCard, RadioCard
from ui.widgets.option_group import OptionGroup
from ui.widgets.text import Text


class WorkbookChoice(QWidget):
    """The sheets of a spreadsheet that has several; else nothing.

    Parameters
    ----------
    words
        The language that holds.

    Signals
    -------
    sheet_chosen
        With its name.
    """

    sheet_chosen = Signal(str)

    def __init__(self, words: Language) -> None:
        super().__init__()
        self.setObjectName("workbook")
        self._words = words
        self._names: tuple[str, ...] = ()
        self._group: OptionGroup | None = None
        self._label = Text("strong", "sheet_label")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._label)
        self.hide()

    @property
    def cards(self) -> tuple[RadioCard | CheckCard, ...]:
        """One for each sheet."""
        return self._group.cards if self._group is not None else ()

    def show_sheets(self, names: Sequence[str], chosen: str) -> None:
        """Offer these where there are several, one of them chosen."""
        names = (*names,) if len(names) > 1 else ()
        self._label.set_words(self._words.text("intake.map.sheet"))
        if names != self._names:
            self._names = names
            self._make_anew()
        if self._group is not None:
            self._group.set_chosen([str(names.index(chosen) if chosen in names else 0)])
            self._group.setAccessibleName(self._label.plain)
        self.setVisible(bool(names))

    def _make_anew(self) -> None:
        if self._group is not None:
            self._column.removeWidget(self._group)
            self._group.deleteLater()
            self._group = None
        if self._names:
            self._group = OptionGroup("sheet", [str(place) for place in range(len(self._names))])
            self._group.set_words(lambda code: self._names[int(code)])
            self._group.chosen_changed.connect(self._choose)
            self._column.addWidget(self._group)

    def _choose(self, codes: tuple[str, ...]) -> None:
        self.sheet_chosen.emit(self._names[int(codes[0])])
