"""Makes the pages that tell of the program itself, the same on a laptop and in a kiosk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from ui.pages.page import Page
from ui.parts import Parts

# As in `ui.page_maker`: a page is imported where it is made.


def makers_of(parts: Parts) -> Mapping[str, Callable[[], Page]]:
    """Return what makes each of them, by its id."""
    return {"how": partial(_make_how, parts), "documents": partial(_make_documents, parts)}


def _make_how(parts: Parts) -> Page:
    from ui.pages.model_card_page import ModelCardPage
    from ui.pages.sheets_way import SheetsWay

    way = SheetsWay(parts.ask_where, parts.card_printout.printing)
    return ModelCardPage(parts.words, parts.card, way)


def _make_documents(parts: Parts) -> Page:
    from ui.controllers.documents_controller import DocumentsController
    from ui.pages.documents_page import DocumentsPage

    return DocumentsPage(parts.words, DocumentsController(parts), "shelf:clients")
