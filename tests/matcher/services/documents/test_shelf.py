"""Which documents there are for whom, and that all that ship are on the shelf."""

import pytest
from support.source import ROOT

from matcher.bundled import bundled_toml
from matcher.i18n import Catalogue
from matcher.services.documents import shelf
from matcher.services.documents.shelf import Reader, open_shelved, shelf_entries

_DOCS = ROOT / "resources" / "docs"


def test_shelf_when_looked_at_then_every_document_that_ships_stands_on_it() -> None:
    names = {path.stem for path in _DOCS.glob("*.md")}
    shelved = {each["id"] for each in bundled_toml("docs", "shelf.toml")["document"]}

    assert {name for name in names if not name.endswith(".es")} == shelved


def test_shelf_when_a_client_looks_then_only_what_is_for_clients_is_there() -> None:
    (entry,) = shelf_entries(Reader.CLIENTS, Catalogue("en"))

    assert entry.id == "document:clients"
    assert entry.title == "For people who look for a therapist"


def test_shelf_when_staff_look_then_what_is_in_another_language_says_so() -> None:
    titles = [entry.title for entry in shelf_entries(Reader.STAFF, Catalogue("es"))]

    assert "Para el personal" in titles
    assert "Setting up a kiosk (en inglés)" in titles


@pytest.mark.parametrize(("language", "heading"), [("en", "What this is"), ("es", "Qué es esto")])
def test_document_when_opened_then_it_is_in_the_language_asked_for(
    language: str, heading: str
) -> None:
    opened = open_shelved("clients", Catalogue(language))

    assert opened.sections[0].heading == heading


def test_document_when_it_names_others_then_each_can_be_opened_from_it() -> None:
    opened = open_shelved("kiosk", Catalogue("es"))

    assert {entry.id for entry in opened.entries} >= {
        "document:install-debian",
        "document:installing",
    }
    assert all(entry.title.endswith("(en inglés)") for entry in opened.entries)
    assert opened.entries_heading == "Páginas que se nombran aquí"


def test_document_when_not_all_its_readers_may_read_another_then_it_does_not_lead_there() -> None:
    assert "kiosk.md" in shelf.leads_of("staff")
    assert "clients.md" in shelf.leads_of("staff")
    assert shelf.leads_of("clients") == {}


def test_documents_for_clients_when_read_then_no_address_leads_out_of_the_program() -> None:
    for path in _DOCS.glob("clients*.md"):
        text = path.read_text(encoding="utf-8")
        assert "http" not in text
        assert "](" not in text
