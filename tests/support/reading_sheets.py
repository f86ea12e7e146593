"""The words of a checklist document, in reading order."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from matcher.document import Document, Section, Sheet


def texts_of(value: object) -> Iterator[str]:
    """Yield every text in a sheet, a section or a block."""
    if type(value) is str:
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts_of(part)
    elif is_dataclass(value):
        for each in fields(value):
            yield from texts_of(getattr(value, each.name))


def words_of(value: Document | Sheet | Section) -> str:
    """Return all texts as one, a line each."""
    return "\n".join(texts_of(value))
