"""As much as fits on two sides; what the person wants to ask stands, however much it is."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.reading_sheets import words_of
from support.results import make_asked, make_contribution, make_result, make_sitting, make_visit
from support.sittings import sample_match

from matcher.checklist.first_visit import first_visit_notes
from matcher.checklist.part import PartId
from matcher.checklist.question_wording import question_text
from matcher.checklist.visit import Visit
from matcher.document import Edition
from matcher.i18n import Catalogue
from matcher.services.sheets.checklist import ChecklistOptions, make_document, suggest
from matcher.services.sheets.one_sheet import on_one_sheet

_AXES = ("style_steer", "style_plan", "style_talk", "style_us", "style_challenge")


def _visit() -> Visit:
    wishes = [make_contribution(axis, 0, 1000, weight=2000) for axis in _AXES]
    return make_visit(make_asked(region="us"), make_result(*wishes))


def _paper(front: int, back: int) -> Callable[[Visit], int]:
    """Return a paper on which a line to write on, a question or the last text takes one row."""

    def count(visit: Visit) -> int:
        room, selection = visit.room, visit.selection
        asks = min(room.asks, len(selection.suggested))
        offered = len(selection.others) + len(selection.suggested) - asks
        others = offered if room.others is None else min(room.others, offered)
        rows = others + room.tells_usual
        return -(-asks * (1 + room.lines) // front) + -(-rows // back)

    return count


@pytest.mark.parametrize(
    ("front", "back", "room"),
    [
        pytest.param(15, 99, (5, 2, None, True), id="all of it"),
        pytest.param(15, 8, (5, 2, 7, True), id="some of the others"),
        pytest.param(10, 8, (5, 1, 7, True), id="one line each"),
        pytest.param(6, 8, (3, 1, 7, True), id="fewer questions in front"),
        pytest.param(15, 0.5, (5, 2, 0, False), id="no back at all"),
        pytest.param(4, 4, (2, 1, 3, True), id="left over from the front, and the last text"),
        pytest.param(4, 3, (2, 1, 3, False), id="left over from the front instead of that"),
        pytest.param(4, 2, (2, 1, 3, False), id="left over from the front on a third page"),
    ],
)
def test_on_one_sheet_when_room_is_short_then_the_last_goes_first(
    front: int, back: int, room: tuple[int, int, int | None, bool]
) -> None:
    visit = _visit()
    asks, lines, others, tells_usual = room

    fitted = on_one_sheet(visit, _paper(front, back)).room

    if others is None:
        others = len(visit.selection.others)
    assert (fitted.asks, fitted.lines, fitted.others) == (asks, lines, others)
    assert fitted.tells_usual is tells_usual


def test_on_one_sheet_when_nothing_fits_then_only_the_first_page_is_kept_whole() -> None:
    visit = _visit()

    fitted = on_one_sheet(visit, lambda _: 9)

    assert (fitted.room.asks, fitted.room.lines) == (1, 1)
    assert fitted.room.others == len(visit.selection.suggested) - 1


@given(
    st.integers(1, 20),
    st.integers(1, 12),
    st.lists(st.sampled_from([f"own.{place}" for place in range(1, 7)] + ["X1", "A2"]), max_size=5),
    st.integers(0, 6),
)
def test_on_one_sheet_when_questions_are_picked_or_their_own_then_none_is_lost(
    front: int, back: int, picks: list[str], written: int
) -> None:
    visit = _visit()
    own = [f"Number {place}?" for place in range(written)]
    visit = replace(visit, selection=visit.selection.picked(picks, own))

    fitted = on_one_sheet(visit, _paper(front, back))

    asked = make_asked(region="us")
    words = words_of(first_visit_notes(make_sitting(asked), fitted, Catalogue("en")))
    wanted = [question_text(each, Catalogue("en")) for each in visit.selection.suggested]
    assert [each for each in (*wanted, *own) if each not in words] == []


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("letters", [60, 300, 900])
@pytest.mark.parametrize(
    "edition",
    [
        pytest.param(Edition(is_large=large, is_airy=airy), id=f"{large=} {airy=}")
        for large in (False, True)
        for airy in (False, True)
    ],
)
def test_on_one_sheet_when_set_in_an_edition_then_own_words_and_picks_stand(
    edition: Edition, letters: int, language: str
) -> None:
    found, catalogue = sample_match(), Catalogue(language)
    own = ("Why? " * (letters // 5)).strip()
    offered = suggest(found, "p-001").suggested[:4]
    options = ChecklistOptions(
        picks={"p-001": [*(each.id for each in offered), "own.1"]},
        own={"p-001": [own]},
        parts=(PartId.TAKE_IN,),
        edition=edition,
        is_one_sheet=True,
    )

    words = words_of(make_document(found, ["p-001"], catalogue, options))

    assert own in words
    assert [each.id for each in offered if question_text(each, catalogue) not in words] == []
