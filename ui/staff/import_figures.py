"""What an import did, or would do, in figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from ui.language import Language
from ui.widgets.text import Text

if TYPE_CHECKING:
    from matcher.services.intake.importing import ImportReport

_COUNTS = ("added", "changed", "unchanged", "skipped", "rows", "profiles")
_LOUD = frozenset({"added", "changed"})


class ImportFigures(QWidget):
    """A line for each figure, the ones that matter most first, and louder where they count anybody.

    Parameters
    ----------
    name
        Its object name.
    words
        The language that holds.
    """

    def __init__(self, name: str, words: Language) -> None:
        super().__init__()
        self.setObjectName(name)
        self._words = words
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        self.figures: dict[str, Text] = {}
        self._labels: dict[str, Text] = {}
        for line, count in enumerate(_COUNTS):
            self._labels[count] = Text("body", f"{name}_{count}_label")
            self.figures[count] = Text("body", f"{name}_{count}")
            self.figures[count].setWordWrap(False)
            grid.addWidget(self._labels[count], line, 0)
            grid.addWidget(self.figures[count], line, 1)

    def show_report(self, report: ImportReport, *, is_trial: bool) -> None:
        """Show the figures of a report."""
        text, catalogue = self._words.text, self._words.catalogue
        for count, figure in self.figures.items():
            key = "profiles_then" if is_trial and count == "profiles" else count
            counted = getattr(report, count)
            what, number = text(f"intake.tally.{key}"), catalogue.number(counted)
            for part in (self._labels[count], figure):
                part.set_role("name" if counted and count in _LOUD else "body")
            self._labels[count].set_words(what)
            figure.set_words(number)
            # Read out alone, a figure says nothing.
            figure.setAccessibleName(text("intake.review.count", what=what, n=number))
