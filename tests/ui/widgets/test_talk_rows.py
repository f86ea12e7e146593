import pytest
from pytestqt.qtbot import QtBot
from support.window import english, settle, show

from matcher.followup.first_talk import Met, TalkNote
from ui.widgets.talk_row import TalkThing
from ui.widgets.talk_rows import MOST_AT_ONCE, TalkRows


@pytest.fixture
def rows(qtbot: QtBot) -> TalkRows:
    rows = TalkRows()
    qtbot.addWidget(rows)
    show(rows, 900, 700)
    return rows


def _things(count: int, noted: int = -1) -> list[TalkThing]:
    """Return so many things, one of them noted."""
    return [
        TalkThing(
            f"Thing {place}",
            "Profile: yes.",
            is_stated=True,
            note=TalkNote(f"thing_{place}", Met.AS_STATED if place == noted else None),
        )
        for place in range(count)
    ]


def test_rows_when_few_then_no_line_stands_below_them(rows: TalkRows) -> None:
    rows.show_things(_things(MOST_AT_ONCE), english())
    settle()
    assert all(row.isVisible() for row in rows.rows)
    assert rows.more.isHidden()


def test_rows_when_many_then_the_others_are_behind_one_line(rows: TalkRows) -> None:
    rows.show_things(_things(MOST_AT_ONCE + 2), english())
    settle()
    assert [row.isVisible() for row in rows.rows] == [True] * MOST_AT_ONCE + [False] * 2
    rows.more.line.click()
    settle()
    assert all(row.isVisible() for row in rows.rows)
    rows.show_things(_things(MOST_AT_ONCE + 2), english())
    assert rows.more.is_open
    rows.forget()
    assert not rows.rows
    assert not rows.more.is_open


def test_rows_when_one_of_the_others_is_noted_then_they_are_open(rows: TalkRows) -> None:
    rows.show_things(_things(MOST_AT_ONCE + 2, noted=MOST_AT_ONCE + 1), english())
    assert rows.more.is_open
    assert rows.rows[-1].met.chosen == (Met.AS_STATED,)


def test_row_when_something_is_noted_then_it_is_told_of_which(rows: TalkRows, qtbot: QtBot) -> None:
    rows.show_things(_things(2), english())
    with qtbot.waitSignal(rows.noted) as told:
        rows.rows[1].met.cards[0].click()
    assert told.args == ["thing_1", Met.AS_STATED, ""]
