"""Editor for one or several of a few codes."""

from collections.abc import Sequence

from matcher.questionnaire.item import Item, ItemKind
from matcher.questionnaire.response import Value
from ui.language import Language
from ui.widgets.editor import Editor
from ui.widgets.option_group import OptionGroup


class ChoiceEditor(Editor):
    """Cards."""

    def __init__(self, item: Item, words: Language, codes: Sequence[str]) -> None:
        super().__init__(item, words)
        self._several = item.kind is ItemKind.CHOICES
        self._group = OptionGroup(item.id, codes, several=self._several, columns=3)
        self._group.set_rule(limit=item.limit, ranked=item.ranked)
        self.column.addWidget(self._group)
        self._group.chosen_changed.connect(self._tell)

    def show_value(self, value: Value | None) -> None:
        """Show what is chosen."""
        if isinstance(value, str):
            value = (value,)
        self._group.set_chosen(value if isinstance(value, tuple) else ())

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        self._group.set_words(self.option_words, self.option_gloss)

    def _tell(self, chosen: tuple[str, ...]) -> None:
        if self._several:
            self.value_changed.emit(chosen or None)
        else:
            self.value_changed.emit(chosen[0] if chosen else None)
