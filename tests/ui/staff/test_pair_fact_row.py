import pytest
from pytestqt.qtbot import QtBot
from support.builders import make_profile
from support.upkeep import days_ago
from support.window import settle, show

from matcher.services.upkeep.pair_facts import PairFact, compare
from ui.language import Language
from ui.staff.pair_fact_row import PairFactRow, mark_of
from ui.widgets.text import Text

_IDS = ("p-1", "p-2")


def _facts(first: str, second: str) -> PairFact:
    pair = (
        make_profile("p-1", phone=first, confirmed_on=days_ago(9)),
        make_profile("p-2", phone=second),
    )
    return compare(*pair)[0]


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("1", "2", "different"),
        ("1", "1", "the same"),
        ("1", "", "only in p-1"),
        ("", "1", "only in p-2"),
    ],
)
def test_mark_when_two_are_compared_then_it_says_how_they_differ(
    first: str, second: str, said: str
) -> None:
    assert mark_of(_facts(first, second), _IDS, Language("en")) == said


def test_row_when_read_aloud_then_it_says_both_sides(qtbot: QtBot) -> None:
    row = PairFactRow(_IDS, _facts("1", ""), Language("en"))
    qtbot.addWidget(row)

    assert row.accessibleName() == (
        "Phone: only in p-1. p-1: 1. Said by the therapist, November 13, 2026. p-2: Not stated"
    )


@pytest.mark.parametrize("is_first", [True, False])
def test_row_when_narrow_then_each_side_says_whose_it_is(qtbot: QtBot, *, is_first: bool) -> None:
    row = PairFactRow(_IDS, _facts("1", "2"), Language("en"), is_first=is_first)
    qtbot.addWidget(row)
    show(row, 900, 200)
    settle()
    assert not any(person.isVisible() for person in row._people)
    row.resize(300, 300)
    settle()
    assert row._head.isHidden()
    assert [person.isVisible() for person in row._people] == [True] * 2
    one, other = row._people
    assert other.mapTo(row, other.rect().topLeft()).y() > one.mapTo(row, one.rect().topLeft()).y()


@pytest.mark.parametrize("is_first", [True, False])
def test_row_when_wide_and_first_then_it_says_above_its_title_whose_columns_these_are(
    qtbot: QtBot, *, is_first: bool
) -> None:
    row = PairFactRow(_IDS, _facts("1", "2"), Language("en"), is_first=is_first)
    qtbot.addWidget(row)
    show(row, 900, 200)
    settle()

    assert row._head.isVisible() == is_first
    if is_first:
        assert [text.plain for text in row._head.findChildren(Text)] == [*_IDS]
        assert row._head.geometry().bottom() < row.title.y()
