"""Makes the pages of what a person notes after the list; a kiosk has none of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from ui.controllers.followup_controller import FollowupController
from ui.controllers.keeping_controller import KeepingController
from ui.pages.page import Page
from ui.parts import Parts

# As in `ui.page_maker`: a page is imported where it is made.


def makers_of(parts: Parts) -> Mapping[str, Callable[[], Page]]:
    """Return what makes each of them, by its id."""
    if parts.settings.is_kiosk:
        return {}
    return {
        "search": partial(_make_search, parts),
        "talk": partial(_make_talk, parts),
        "check_in": partial(_make_check_in, parts),
        "reading": partial(_make_reading, parts),
        "ending": partial(_make_ending, parts),
        "preview_notes": partial(_make_preview, parts),
        "print_notes": partial(_make_print, parts),
    }


def _make_search(parts: Parts) -> Page:
    from ui.controllers.similar_controller import SimilarController
    from ui.pages.search_page import SearchOwners, SearchPage

    # Its own: what is found for this page is not for that about a profile.
    similar = SimilarController(parts.results, parts)
    owners = SearchOwners(
        _followup_of(parts), _keeping_of(parts), parts.results, similar, parts.notes_paper
    )
    return SearchPage(parts.words, owners)


def _make_talk(parts: Parts) -> Page:
    from ui.pages.talk_page import TalkPage

    return TalkPage(parts.words, _followup_of(parts), parts.notes_paper, parts.results)


def _make_check_in(parts: Parts) -> Page:
    from ui.pages.check_in_page import CheckInPage

    return CheckInPage(parts.words, _followup_of(parts), parts.notes_paper)


def _make_reading(parts: Parts) -> Page:
    from ui.pages.reading_page import ReadingPage

    return ReadingPage(parts.words, parts.notes_paper, _followup_of(parts).today)


def _make_ending(parts: Parts) -> Page:
    from ui.pages.ending_page import EndingPage

    return EndingPage(parts.words, parts.notes_paper)


def _make_preview(parts: Parts) -> Page:
    from ui.pages.preview_page import PreviewPage
    from ui.pages.sheets_way import SheetsWay

    printout = parts.notes_printout
    way = SheetsWay(parts.ask_where, printout.printing)
    size = parts.appearance.text_size
    return PreviewPage(parts.words, printout.sheets, printout.pictures, size, way)


def _make_print(parts: Parts) -> Page:
    from ui.pages.print_page import PrintPage

    printout = parts.notes_printout
    return PrintPage(parts.words, printout.sheets, printout.printing, parts.ask_where)


def _followup_of(parts: Parts) -> FollowupController:
    assert parts.followup is not None
    return parts.followup


def _keeping_of(parts: Parts) -> KeepingController:
    assert parts.keeping is not None
    return parts.keeping
