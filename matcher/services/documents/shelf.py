"""The documents that ship, by who reads them."""

from enum import StrEnum
from typing import Any

from matcher.bundled import bundled, bundled_toml
from matcher.i18n import SOURCE_LANGUAGE, Catalogue
from matcher.services.documents.markdown_page import read_markdown
from matcher.services.documents.opened import Entry, OpenedDocument

DOCUMENT = "document:"
"""How the id of a document begins."""

_FOLDER = "docs"


class Reader(StrEnum):
    """Who reads documents in the program."""

    CLIENTS = "clients"
    STAFF = "staff"


def shelf_entries(reader: Reader, words: Catalogue) -> tuple[Entry, ...]:
    """Return the documents for somebody, in their order."""
    names = (str(each["id"]) for each in _shelved() if reader in each["readers"])
    return tuple(Entry(f"{DOCUMENT}{name}", _title(name, words)) for name in names)


def open_shelved(name: str, words: Catalogue) -> OpenedDocument:
    """Return a document of the shelf, and an entry for each that it names."""
    page = read_markdown(_text(name, words.language)[0], leads_of(name))
    entries = (Entry(id_, _title(id_.removeprefix(DOCUMENT), words)) for id_ in page.links)
    return OpenedDocument(
        _title(name, words), "", page.sections, tuple(entries), words.text("documents.named")
    )


def leads_of(name: str) -> dict[str, str]:
    """Return ids by files: what may be opened from a document is what all its readers may read."""
    readers = {str(each["id"]): {*each["readers"]} for each in _shelved()}
    return {
        f"{other}.md": f"{DOCUMENT}{other}"
        for other, may_read in readers.items()
        if other != name and may_read >= readers[name]
    }


def _shelved() -> list[dict[str, Any]]:
    return list(bundled_toml(_FOLDER, "shelf.toml")["document"])


def _title(name: str, words: Catalogue) -> str:
    text, language = _text(name, words.language)
    title = next(line for line in text.splitlines() if line.startswith("# ")).removeprefix("# ")
    return title if language == words.language else words.text("documents.in_english", title=title)


def _text(name: str, language: str) -> tuple[str, str]:
    """Return the text in a language, or else in English, and which of them it is."""
    own = bundled(_FOLDER, f"{name}.{language}.md")
    if own.is_file():
        return own.read_text(encoding="utf-8"), language
    return bundled(_FOLDER, f"{name}.md").read_text(encoding="utf-8"), SOURCE_LANGUAGE
