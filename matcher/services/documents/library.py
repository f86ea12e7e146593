"""Everything that can be read in the program, each by its id."""

from collections.abc import Callable

from matcher.i18n import Catalogue
from matcher.services.documents.about import (
    ABOUT,
    PACKAGE,
    TEXT,
    about_entry,
    open_about,
    open_package,
    open_text,
)
from matcher.services.documents.opened import OpenedDocument
from matcher.services.documents.shelf import DOCUMENT, Reader, open_shelved, shelf_entries

SHELF = "shelf:"
"""How the id begins of what there is for somebody."""

_BY_NAME: dict[str, Callable[[str, Catalogue], OpenedDocument]] = {
    DOCUMENT: open_shelved,
    PACKAGE: open_package,
    TEXT: open_text,
}


def open_document(id_: str, words: Catalogue) -> OpenedDocument:
    """Return a document, a shelf of them, what the program is, or a license.

    Parameters
    ----------
    id_
        `SHELF` and a `Reader`, or the id of an entry of what was opened before.
    words
        The language to read it in.
    """
    if id_ == ABOUT:
        return open_about(words)
    if id_.startswith(SHELF):
        return _open_shelf(Reader(id_.removeprefix(SHELF)), words)
    kind = next(kind for kind in _BY_NAME if id_.startswith(kind))
    return _BY_NAME[kind](id_.removeprefix(kind), words)


def _open_shelf(reader: Reader, words: Catalogue) -> OpenedDocument:
    title = words.text(f"documents.shelf.{reader}.title")
    why = words.text(f"documents.shelf.{reader}.why")
    entries = (*shelf_entries(reader, words), about_entry(words))
    return OpenedDocument(title, why, (), entries)
