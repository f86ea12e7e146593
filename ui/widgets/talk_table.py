"""First talks side by side: of each thing what the profile said, and what was met."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from matcher.checklist.statements import AFTER_TALKS
from matcher.services.followup.stated import subject_name
from matcher.services.followup.talks_sheet import MetPerson, met_lines, noted_subjects
from ui.language import Language
from ui.widgets.compare_row import CompareCell, CompareRow
from ui.widgets.shown_name import shown_name
from ui.widgets.side_by_side import SideBySide
from ui.widgets.text import Text


class TalkTable(SideBySide):
    """Two or three people the person talked with; nothing is counted up.

    Parameters
    ----------
    people
        In the order shown.
    subjects
        The order of the things; what was noted besides comes after them.
    words
        The language that holds.
    """

    def __init__(
        self, people: Sequence[MetPerson], subjects: Sequence[str], words: Language
    ) -> None:
        super().__init__("talk_table", len(people))
        self._words = words
        self._names = [shown_name(person.talk.name) for person in people]
        self.column.setSpacing(4)
        self.add_row(self.column, CompareRow(QWidget(), [_head(name) for name in self._names]))
        catalogue = words.catalogue
        for subject in noted_subjects(people, subjects):
            if name := subject_name(subject, catalogue):
                self._add(name, [met_lines(person, subject, catalogue) for person in people])
        for code in AFTER_TALKS:
            said = [[line] if (line := one.talk.impression(code)) else [] for one in people]
            if any(said):
                self._add(words.text(f"sheet.home.{code}"), said)

    def _add(self, name: str, said: Sequence[Sequence[str]]) -> None:
        rule = QFrame()
        rule.setProperty("kind", "rule")
        self.column.addWidget(rule)
        about = QWidget()
        column = QVBoxLayout(about)
        column.setContentsMargins(0, 0, 0, 0)
        text = Text("strong")
        column.addWidget(text)
        text.set_words(name)
        cells = [
            self._cell(name, person, lines) for person, lines in zip(self._names, said, strict=True)
        ]
        self.add_row(self.column, CompareRow(about, cells))

    def _cell(self, subject: str, person: str, lines: Sequence[str]) -> CompareCell:
        cell = CompareCell(person)
        said = [*lines] or [self._words.text("notes.talk.empty")]
        for line in said:
            cell.add("body" if lines else "quiet", line)
        spoken = self._words.text(
            "notes.talk.said_of", name=person, subject=subject, words=" ".join(said)
        )
        cell.setAccessibleName(spoken)
        return cell


def _head(name: str) -> QWidget:
    head = QWidget()
    column = QVBoxLayout(head)
    column.setContentsMargins(0, 0, 0, 0)
    text = Text("name")
    column.addWidget(text)
    text.set_words(name)
    return head
