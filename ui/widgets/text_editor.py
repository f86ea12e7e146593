"""Editor for an item that is answered in a person's own words."""

from matcher.questionnaire.item import Item
from matcher.questionnaire.response import Value
from ui.language import Language
from ui.widgets.editor import Editor
from ui.widgets.words_field import LONGEST, WordsField


class TextEditor(Editor):
    """A field."""

    def __init__(self, item: Item, words: Language) -> None:
        super().__init__(item, words)
        self._field = WordsField(item.id)
        self.column.addWidget(self._field)
        self._field.words_changed.connect(self._tell)

    def show_value(self, value: Value | None) -> None:
        """Show the words."""
        self._field.show_text(value if isinstance(value, str) else "")

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        say_field(self._field, self.item, self.words)

    def _tell(self, text: str) -> None:
        self.value_changed.emit(text or None)


def say_field(field: WordsField, item: Item, words: Language) -> None:
    """Say every word of the field an item is answered in."""
    field.set_words(
        words.item(item.id, "heading"),
        words.item(item.id, "placeholder"),
        words.text("screen.words.room", n=LONGEST),
        words.text("screen.words.full", n=LONGEST),
    )
