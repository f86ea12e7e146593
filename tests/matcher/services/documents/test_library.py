"""Everything that can be read is reached from a shelf, step by step."""

import pytest

from matcher.i18n import Catalogue
from matcher.services.documents.library import open_document
from matcher.services.documents.opened import OpenedDocument

_WORDS = Catalogue("en")


def _reached(id_: str) -> dict[str, OpenedDocument]:
    """Open what a document leads to, and so on; each once, for some lead to each other."""
    reached, ahead = dict[str, OpenedDocument](), [id_]
    while ahead:
        one = ahead.pop()
        if one not in reached:
            reached[one] = open_document(one, _WORDS)
            ahead += [entry.id for entry in reached[one].entries]
    return reached


@pytest.mark.parametrize("reader", ["clients", "staff"])
def test_library_when_walked_through_then_everything_opens_and_says_something(reader: str) -> None:
    reached = _reached(f"shelf:{reader}")

    assert "about" in reached
    assert any(id_.startswith("text:") for id_ in reached)
    for opened in reached.values():
        assert opened.title
        assert opened.sections or opened.entries


def test_clients_when_they_look_then_nothing_of_the_staff_is_reached() -> None:
    documents = {id_ for id_ in _reached("shelf:clients") if id_.startswith("document:")}

    assert documents == {"document:clients"}
