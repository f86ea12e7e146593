"""Findings of one kind: how many, a few as examples, and all of them a page at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from matcher.services.intake.field_words import FieldWords
from matcher.services.intake.finding_list import example_of
from ui.language import Language
from ui.widgets.fold import Fold
from ui.widgets.paged_rows import PagedRows
from ui.widgets.shown_name import shown_name
from ui.widgets.text import Text

if TYPE_CHECKING:
    from matcher.directory.validation import Finding
    from matcher.services.intake.finding_list import FindingGroup

_SHOWN = 10


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
        self._said = FieldWords(words.catalogue)
        self.heading = Text("strong", f"{name}_heading")
        self.example = Text("body", f"{name}_example")
        self.rows = PagedRows(f"{name}_row", words, _make, self._fill, _SHOWN)
        self.fold = Fold(f"{name}_fold", self.rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        for widget in (self.heading, self.example, self.fold):
            column.addWidget(widget)
        self.fold.turned.connect(self._turn)

    def show_group(self, group: FindingGroup, said: FieldWords | None = None) -> None:
        """Show other findings, closed, in the words of a list of one's own."""
        text = self._words.text
        self._group, self._said = group, said or FieldWords(self._words.catalogue)
        self.fold.set_open(is_open=False)
        kind = text(f"intake.severity.{group.severity.value}")
        heading = text("intake.review.group", kind=kind, where=self._where(group))
        self.heading.set_words(heading)
        self.example.set_words(self._example(group))
        line = text("intake.review.all", n=len(group.findings))
        self.fold.line.set_words(line, f"{heading}. {line}")
        self.fold.setVisible(len(group.findings) > 1)
        self.rows.retranslate(heading)

    def _example(self, group: FindingGroup) -> str:
        first = group.findings[0]
        if len(group.findings) == 1:
            return self._line(first)
        message = example_of(group.findings, self._said)
        if group.is_one_sentence:
            return message
        return self._words.text("intake.review.example", message=message)

    def _turn(self, is_open: bool) -> None:
        # Rows are made when somebody wants to see them.
        if is_open and self._group is not None:
            self.rows.set_count(len(self._group.findings))

    def _fill(self, row: QWidget, place: int) -> None:
        if self._group is None or not isinstance(row, Text):
            return
        row.set_words(self._line(self._group.findings[place]))

    def _line(self, finding: Finding) -> str:
        message = self._said.say(finding.message)
        if finding.row is None:
            return message
        return self._words.text("intake.review.row", row=finding.row, message=message)

    def _where(self, group: FindingGroup) -> str:
        if group.field:
            return shown_name(self._said.name(group.field))
        has_rows = any(finding.row is not None for finding in group.findings)
        key = "whole_row" if has_rows else "whole_file"
        return self._words.text(f"intake.review.{key}")


def _make(name: str) -> QWidget:
    return Text("body", name)
