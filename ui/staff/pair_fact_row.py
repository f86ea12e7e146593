"""One field of two profiles side by side, with how they differ in words."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from matcher.directory.profile import Fact
from matcher.services.people.fact_words import field_name, field_value
from matcher.services.people.wording import describe_source
from matcher.services.upkeep.pair_facts import Likeness, PairFact
from ui.language import Language
from ui.theme.text_size import changes_text_size
from ui.widgets.long_text import shortened
from ui.widgets.text import Text

BESIDE_IN_LETTERS = 56
"""Least width for two profiles to stand side by side."""

_BETWEEN = 24
"""Pixels between them."""


class PairFactRow(QWidget):
    """A row that screen readers say in one go.

    Parameters
    ----------
    ids
        Of both profiles.
    fact
        What they state.
    words
        The language.
    is_first
        Whether it stands above others, and says whose columns these are.
    """

    def __init__(
        self, ids: tuple[str, str], fact: PairFact, words: Language, *, is_first: bool = False
    ) -> None:
        super().__init__()
        self.setObjectName(f"pair_{'_'.join(ids)}_{fact.field}")
        self._is_first = is_first
        self._people: list[Text] = []
        title = field_name(fact.field, words.catalogue)
        mark = mark_of(fact, ids, words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._make_head(ids))
        self.title = Text("strong")
        column.addWidget(self.title)
        self.title.set_words(words.text("upkeep.twice.row", field=title, mark=mark))
        self._across = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        column.addLayout(self._across)
        spoken = [self.title.plain]
        for id_, stated in zip(ids, (fact.first, fact.second), strict=True):
            spoken.append(f"{id_}: {self._add_side(id_, fact.field, stated, words)}")
        self.setAccessibleName(". ".join(said.rstrip(".") for said in spoken))

    def _make_head(self, ids: tuple[str, str]) -> QWidget:
        """Make what names the columns of this row, and of those below it."""
        self._head = QWidget()
        across = QHBoxLayout(self._head)
        across.setContentsMargins(0, 0, 0, 4)
        across.setSpacing(_BETWEEN)
        for id_ in ids:
            person = Text("eyebrow")
            across.addWidget(person, 1)
            person.set_words(id_)
        self._head.hide()
        return self._head

    def _add_side(self, id_: str, field: str, fact: Fact | None, words: Language) -> str:
        side = QVBoxLayout()
        side.setSpacing(2)
        person, value, source = Text("eyebrow"), Text("body"), Text("small")
        for text in (person, value, source):
            side.addWidget(text)
        side.addStretch(1)
        self._across.addLayout(side, 1)
        self._people.append(person)
        person.set_words(id_)
        if fact is None:
            value.set_words(words.text("fact.not_stated"))
            source.set_words("")
        else:
            value.set_words(shortened(field_value(field, fact, words.catalogue)))
            said = describe_source(fact.source.value, fact.confirmed_on, words.catalogue)
            source.set_words(said)
        return ". ".join(filter(None, (value.plain, source.plain)))

    def _arrange(self) -> None:
        letter = self._people[0].fontMetrics().averageCharWidth()
        is_wide = self.width() >= letter * BESIDE_IN_LETTERS
        way = QBoxLayout.Direction
        self._across.setDirection(way.LeftToRight if is_wide else way.TopToBottom)
        self._across.setSpacing(_BETWEEN if is_wide else 8)
        for person in self._people:
            person.setVisible(not is_wide)
        self._head.setVisible(self._is_first and is_wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Arrange for another text size."""
        super().changeEvent(event)
        if changes_text_size(event) and self._people:
            self._arrange()


def mark_of(fact: PairFact, ids: tuple[str, str], words: Language) -> str:
    """Say how two profiles differ on a field."""
    if fact.likeness is Likeness.ONE_SIDED:
        only = ids[0] if fact.second is None else ids[1]
        return words.text("upkeep.twice.mark.one_sided", id=only)
    return words.text(f"upkeep.twice.mark.{fact.likeness}")
