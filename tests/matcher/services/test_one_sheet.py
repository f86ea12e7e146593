"""As much as fits on two sides, and never more."""

from collections.abc import Callable

import pytest
from support.results import make_asked, make_contribution, make_result, make_visit

from matcher.checklist.visit import Visit
from matcher.services.one_sheet import on_one_sheet

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


def test_on_one_sheet_when_not_even_one_question_fits_then_one_stays() -> None:
    fitted = on_one_sheet(_visit(), lambda _: 9)

    assert (fitted.room.asks, fitted.room.lines, fitted.room.others) == (1, 1, 0)
