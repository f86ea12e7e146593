"""Makes the pages of what a person keeps on their own computer; a kiosk has none of them."""

from collections.abc import Callable, Mapping
from functools import partial

from ui.controllers.keeping_controller import KeepingController
from ui.pages.page import Page
from ui.parts import Parts

# As in `ui.page_maker`: a page is imported where it is made.


def makers_of(parts: Parts) -> Mapping[str, Callable[[], Page]]:
    """Return what makes each of them, by its id."""
    return {
        "keep": partial(_make_keep, parts),
        "reopen": partial(_make_reopen, parts),
        "kept": partial(_make_kept, parts),
        "print_code": partial(_make_print_code, parts),
    }


def _make_keep(parts: Parts) -> Page:
    from ui.pages.keep_page import KeepPage

    return KeepPage(parts.words, _keeping_of(parts), parts.code_paper)


def _make_reopen(parts: Parts) -> Page:
    from ui.pages.reopen_page import ReopenPage

    return ReopenPage(parts.words, _keeping_of(parts))


def _make_kept(parts: Parts) -> Page:
    from ui.pages.kept_page import KeptPage

    return KeptPage(parts.words, _keeping_of(parts), parts.code_paper)


def _make_print_code(parts: Parts) -> Page:
    from ui.pages.print_page import PrintPage

    printout = parts.code_printout
    return PrintPage(parts.words, printout.sheets, printout.printing)


def _keeping_of(parts: Parts) -> KeepingController:
    assert parts.keeping is not None
    return parts.keeping
