"""Findings in the words of whoever brings a list in: its own headers, not our names of fields."""

from __future__ import annotations

from dataclasses import dataclass

from matcher.errors import Message
from matcher.i18n import Catalogue
from matcher.importers.mapping import PARTS, TARGETS, ListMapping
from matcher.importers.row_builder import shortened
from matcher.services.intake.mapping_offer import field_label

_NAMED = 3
_ALSO = {"country": ("state",)}


@dataclass(frozen=True, slots=True)
class FieldWords:
    """Says what a field is called, by its name in words and by the list's own headers.

    Attributes
    ----------
    words
        The language that holds.
    mapping
        What the columns of the list mean; ``None`` for a file in a form of its own.
    """

    words: Catalogue
    mapping: ListMapping | None = None

    def name(self, field: str) -> str:
        """Return the name of a field, and the header of its column where that differs."""
        if field not in TARGETS or not field:
            return field
        label, headers = field_label(field, self.words), self.headers(field)
        if not headers or headers.casefold() == label.casefold():
            return label
        return self.words.text("intake.review.field", field=label, header=headers)

    def say(self, message: Message) -> str:
        """Return a message as a sentence in which fields are called as in the list."""
        return self.words.render(self.named(message))

    def named(self, message: Message) -> Message:
        """Return a message in which fields are called as in the list."""
        return Message(
            message.key, **{key: self._said(key, message.params[key]) for key in message.params}
        )

    def _said(self, key: str, value: object) -> object:
        if isinstance(value, Message):
            return self.named(value)
        if key != "field" or not isinstance(value, str) or value not in TARGETS:
            return value
        return self.headers(value) or field_label(value, self.words)

    def headers(self, field: str) -> str:
        """Return the headers of the columns that speak of a field; ``""`` when none does."""
        columns = () if self.mapping is None else self.mapping.columns
        own = [each.header for each in columns if each.field == field]
        parts = [each.header for each in columns if field in PARTS.get(each.field, ())]
        also = [each.header for each in columns if each.field in _ALSO.get(field, ())]
        named = [shortened(each) for each in own or parts or also if each]
        return self.words.list(tuple(named[:_NAMED]))
