"""Editor for people of the directory, who are found by their names."""

from collections.abc import Callable, Sequence

from matcher.questionnaire.item import Item
from matcher.questionnaire.response import Value
from ui.language import Language
from ui.widgets.editor import Editor
from ui.widgets.people_picker import PeoplePicker

PeopleOf = Callable[[], Sequence[tuple[str, str]]]
"""Gives everybody in the directory, each with an id and a name."""


class PeopleEditor(Editor):
    """A search for names, and the ones that are chosen."""

    def __init__(self, item: Item, words: Language, people: PeopleOf) -> None:
        super().__init__(item, words)
        self._picker = PeoplePicker(item.id, people)
        self.column.addWidget(self._picker)
        self._picker.chosen_changed.connect(self._tell)

    def show_value(self, value: Value | None) -> None:
        """Show who is chosen."""
        self._picker.set_chosen(value if isinstance(value, tuple) else ())

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        self._picker.set_words(lambda what, **given: self.words.text(f"screen.{what}", **given))

    def _tell(self, chosen: tuple[str, ...]) -> None:
        self.value_changed.emit(chosen or None)
