"""My search on paper: everything that was noted, in the order of the shortlist."""

from dataclasses import replace
from datetime import date

import pytest
from support.followup_paper import LINE, TODAY, search_log
from support.reading_sheets import words_of

from matcher.document import Paragraph, Sheet, Table
from matcher.followup.search_log import Candidate, Contact, Outcome, Reply, SearchLog
from matcher.i18n import Catalogue, languages
from matcher.services.followup.search_sheet import search_sheet

_WORDS = Catalogue("en")


def _tables(sheet: Sheet) -> list[Table]:
    return [
        block for section in sheet.sections for block in section.blocks if isinstance(block, Table)
    ]


def test_sheet_when_made_then_each_try_is_a_row_and_each_word_is_there() -> None:
    sheet = search_sheet(search_log(), TODAY, _WORDS)

    assert [section.heading for section in sheet.sections[1:]] == [
        "Ana Vidal",
        "Benedikt Lindqvist-Okonkwo",
        "Cleo Park",
    ]
    assert _tables(sheet)[0].rows == (
        ("Mar 2, 2026", "By phone", "due by Mar 6, 2026", "", LINE),
        ("Mar 9, 2026", "By e-mail", "They answered", "Go to a first talk (Mar 16, 2026)", ""),
    )
    for said in (LINE, "Calm.", "Asked a lot.", "Not asked yet.", "First talk: It went well"):
        assert said in words_of(sheet)


@pytest.mark.parametrize("language", languages())
def test_sheet_when_nobody_is_on_the_list_then_it_says_so(language: str) -> None:
    words = Catalogue(language)
    sheet = search_sheet(SearchLog(), TODAY, words)

    assert words.text("followup.paper.search.nobody") in words_of(sheet)


def test_sheet_when_somebody_is_found_then_it_says_who_and_when() -> None:
    log = search_log()

    assert "found someone: Ana Vidal, March 20" in words_of(search_sheet(log, TODAY, _WORDS))
    elsewhere = log.with_found("", date(2026, 3, 21))
    assert "found someone, March 21" in words_of(search_sheet(elsewhere, TODAY, _WORDS))
    assert "found someone" not in words_of(search_sheet(log.searching_on(), TODAY, _WORDS))


def test_name_when_it_is_foreign_then_it_stays_one_short_line() -> None:
    log = search_log()
    long = replace(log.people[0], name="A\nB" * 400)
    sheet = search_sheet(replace(log, people=(long,)), TODAY, _WORDS)

    assert len(sheet.sections[1].heading) < 310
    assert "\n" not in sheet.sections[1].heading


def test_sheet_when_it_is_known_how_to_reach_somebody_then_that_stands_below_their_name() -> None:
    log = search_log()
    ways = {log.people[1].profile_id: ("Call 503-555-0102",)}
    sheet = search_sheet(log, TODAY, _WORDS, ways)

    assert [
        section.blocks[0] == Paragraph("Call 503-555-0102") for section in sheet.sections[1:]
    ] == [
        False,
        True,
        False,
    ]


@pytest.mark.parametrize("has_try", [True, False])
def test_sheet_when_somebody_is_full_then_that_stands_by_the_try_and_not_under_a_talk(
    *, has_try: bool
) -> None:
    tried = Candidate("p-1", "Ana", (Contact(TODAY, answer_by=TODAY, reply=Reply.FULL),))
    noted_before = Candidate("p-1", "Ana", outcome=Outcome.FULL)
    sheet = search_sheet(SearchLog((tried if has_try else noted_before,)), TODAY, _WORDS)

    assert "First talk: Not yet" in words_of(sheet)
    assert "Not asked yet." not in words_of(sheet)
    assert "They are full" in (_tables(sheet)[0].rows[0] if has_try else words_of(sheet))
