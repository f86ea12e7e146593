import pytest
from pytestqt.qtbot import QtBot

from matcher.errors import Message, ResourceError
from matcher.i18n import Catalogue
from matcher.services.documents import library
from ui.controllers.documents_controller import DocumentsController


def test_document_when_asked_for_then_it_is_told_in_that_language(qtbot: QtBot) -> None:
    documents = DocumentsController()

    with qtbot.waitSignal(documents.opened) as told:
        documents.request("document:clients", Catalogue("es"))

    assert told.args is not None
    assert told.args[0].title == "Para quien busca un terapeuta"


def test_document_when_it_cannot_be_read_then_that_is_told(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_id: str, _words: Catalogue) -> None:
        raise ResourceError(Message("error.resource.missing", file="docs/clients.md"))

    monkeypatch.setattr(library, "open_document", fail)
    documents = DocumentsController()

    with qtbot.waitSignal(documents.failed):
        documents.request("document:clients", Catalogue("en"))
