"""Editor for several codes of a long list."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from matcher.directory.vocabulary import Term
from matcher.questionnaire.item import Item
from matcher.questionnaire.response import Response, Value
from matcher.services.matching.suggestions import everyday_words, passed_over_words
from ui.language import Language
from ui.widgets.announcement import announce
from ui.widgets.chip_list import ChipList
from ui.widgets.editor import Editor
from ui.widgets.option_group import OptionGroup
from ui.widgets.own_entry import OwnEntry
from ui.widgets.text import Text

_NONE = "none"


class ListEditor(Editor):
    """Cards with a search field; where one of them may be starred, a row that asks which.

    Parameters
    ----------
    terms
        In display order, by group.
    first
        Codes shown before all are asked for; empty shows all from the start.
    """

    def __init__(
        self, item: Item, words: Language, terms: Sequence[Term], first: frozenset[str]
    ) -> None:
        super().__init__(item, words)
        self._with_gloss = item.vocabulary == "approaches"
        self._chosen: tuple[str, ...] = ()
        self._starred: str | None = None
        columns = 1 if self._with_gloss else 2
        self._list = ChipList(item.id, terms, first=first, columns=columns)
        self._list.set_rule(limit=item.limit, ranked=item.ranked)
        self.limit = Text("error", f"{item.id}_limit")
        self.limit.set_words("")
        self._star_label = Text("strong", f"{item.id}_star_label")
        self._star: OptionGroup | None = None
        self._own: OwnEntry | None = None
        for widget in (self.limit, self._list, self._star_label):
            self.column.addWidget(widget)
        self._list.chosen_changed.connect(self._tell)
        self._list.limit_reached.connect(self._say_limit)

    def take_own_codes(self) -> None:
        """Offer a field for what is not in the list."""
        self._own = OwnEntry(f"{self.item.id}_own_entry")
        self._own.entered.connect(self._take_own)
        self.column.addWidget(self._own)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The chosen codes, in the order of choosing."""
        return self._chosen

    def turn(self, code: str, *, on: bool) -> None:
        """Choose a code or let go of it, as a press on its card does."""
        self._list.turn(code, on=on)

    def show_response(self, response: Response | None) -> None:
        """Show what is chosen and which one is starred."""
        self._starred = None if response is None else response.starred
        super().show_response(response)

    def show_value(self, value: Value | None) -> None:
        """Show what is chosen."""
        self._chosen = value if isinstance(value, tuple) else ()
        self._add_own(self._chosen)
        self._list.set_chosen(self._chosen)
        self.limit.set_words("")
        self._show_star()

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        text, catalogue = self.words.text, self.words.catalogue
        self._list.set_search(
            partial(everyday_words, self.item.vocabulary or "", catalogue=catalogue),
            partial(passed_over_words, catalogue),
        )
        self._list.set_words(
            self.option_words,
            self.option_gloss,
            lambda group: text(f"term.group.{self.item.vocabulary}.{group}"),
            lambda what: text(f"screen.list.{what}"),
        )
        self._list.show_gloss(shown=self._with_gloss)
        if self._own is not None:
            self._own.set_words(lambda what: text(f"screen.{self.item.id}.{what}"))
        self._show_star()

    def find_fault(self) -> QWidget | None:
        """Take a name that was written and not added; return its field when it cannot be kept."""
        if self._own is None or self._own.settle():
            return None
        return self._own.field

    def _tell(self, chosen: tuple[str, ...]) -> None:
        self._chosen = chosen
        self.limit.set_words("")
        if self._starred not in chosen:
            self._starred = None
            self.starred_changed.emit(None)
        self._show_star()
        self.value_changed.emit(chosen or None)

    def _add_own(self, codes: Sequence[str]) -> None:
        for code in codes:
            if not self._list.has(code):
                self._list.add(code, self.option_words(code))

    def _take_own(self, code: str) -> None:
        self._add_own((code,))
        self._list.turn(code, on=True)

    def _say_limit(self) -> None:
        self.limit.set_words(self.words.text("screen.list.limit", n=self.item.limit))
        announce(self, self.limit.plain)

    def _show_star(self) -> None:
        """Ask which of the chosen ones matters most, when there are several."""
        if self._star is not None:
            self.column.removeWidget(self._star)
            self._star.setParent(None)
            self._star.deleteLater()
            self._star = None
        wanted = self.item.starred and len(self._chosen) > 1
        self._star_label.set_words(self.words.text("screen.list.star") if wanted else "")
        if not wanted:
            return
        self._star = OptionGroup(f"{self.item.id}_star", (*self._chosen, _NONE))
        self._star.set_words(self._star_words)
        self._star.set_chosen((self._starred or _NONE,))
        self._star.chosen_changed.connect(self._choose_star)
        self.column.addWidget(self._star)

    def _star_words(self, code: str) -> str:
        if code == _NONE:
            return self.words.text("screen.list.star_none")
        return self.option_words(code)

    def _choose_star(self, chosen: tuple[str, ...]) -> None:
        self._starred = None if chosen == (_NONE,) else chosen[0]
        self.starred_changed.emit(self._starred)
