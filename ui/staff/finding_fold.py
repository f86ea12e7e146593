"""Findings of one kind: how many, one as an example, and all of them a page at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from matcher.services.mapping_choice import field_label
from ui.language import Language
from ui.widgets.fold import Fold
from ui.widgets.paged_rows import PagedRows
from ui.widgets.shown_name import shown_name
from ui.widgets.text import Text

if TYPE_CHECKING:
    from matcher.services.finding_list import FindingGroup

_SHOWN = 20


class FindingFold(QWidget):
    """A line that opens the rows; below the line one sentence of what they are about.

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
        self._group: FindingGroup | None = None
        self.example = Text("body", f"{name}_example")
        self.rows = PagedRows(f"{name}_row", words, _make, self._fill, _SHOWN)
        self.fold = Fold(f"{name}_fold", self.rows, "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.fold)
        column.addWidget(self.example)
        self.fold.turned.connect(self._turn)

    def show_group(self, group: FindingGroup) -> None:
        """Show other findings, closed."""
        text = self._words.text
        self._group = group
        self.fold.set_open(is_open=False)
        first = group.findings[0]
        where = _where(group, self._words)
        line = text(
            "intake.review.group",
            kind=text(f"intake.severity.{group.severity.value}"),
            where=where,
            n=len(group.findings),
        )
        self.fold.line.set_words(line)
        message = self._words.render(first.message)
        self.example.set_words(
            message if group.is_one_sentence else text("intake.review.example", message=message)
        )
        self.rows.retranslate(line)

    def _turn(self, is_open: bool) -> None:
        # Rows are made when somebody wants to see them.
        if is_open and self._group is not None:
            self.rows.set_count(len(self._group.findings))
        self.example.setVisible(not is_open)

    def _fill(self, row: QWidget, place: int) -> None:
        if self._group is None or not isinstance(row, Text):
            return
        finding = self._group.findings[place]
        message = self._words.render(finding.message)
        if finding.row is not None:
            message = self._words.text("intake.review.row", row=finding.row, message=message)
        row.set_words(message)


def _make(name: str) -> QWidget:
    return Text("body", name)


def _where(group: FindingGroup, words: Language) -> str:
    if group.field:
        return shown_name(field_label(group.field, words.catalogue))
    has_rows = any(finding.row is not None for finding in group.findings)
    return words.text("intake.review.whole_row" if has_rows else "intake.review.whole_file")
