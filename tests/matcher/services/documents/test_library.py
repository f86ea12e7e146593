"""Everything that can be read is reached from a shelf, step by step."""

from collections.abc import Iterator

import pytest

from matcher.i18n import Catalogue
from matcher.services.documents.library import open_document
from matcher.services.documents.opened import OpenedDocument

_WORDS = Catalogue("en")


def _reached(id_: str) -> Iterator[tuple[str, OpenedDocument]]:
    opened = open_document(id_, _WORDS)
    yield id_, opened
    for entry in opened.entries:
        yield from _reached(entry.id)


@pytest.mark.parametrize("reader", ["clients", "staff"])
def test_library_when_walked_through_then_everything_opens_and_says_something(reader: str) -> None:
    reached = dict(_reached(f"shelf:{reader}"))

    assert "about" in reached
    assert any(id_.startswith("text:") for id_ in reached)
    for opened in reached.values():
        assert opened.title
        assert opened.sections or opened.entries


def test_clients_when_they_look_then_nothing_of_the_staff_is_reached() -> None:
    documents = {id_ for id_, _ in _reached("shelf:clients") if id_.startswith("document:")}

    assert documents == {"document:clients"}
