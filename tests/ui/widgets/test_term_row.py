import pytest
from pytestqt.qtbot import QtBot

from ui.widgets.term_row import TermRow

_WORDS = {"": "Yes", "worked": "Has worked with", "trained": "Has trained in", "no": "Stated: no"}


@pytest.fixture
def row(qtbot: QtBot) -> TermRow:
    row = TermRow("row", ("worked", "trained"), has_years=True)
    qtbot.addWidget(row)
    row.set_words("Refugee", _WORDS.__getitem__, "Years, or since")
    return row


def test_row_when_details_are_shown_then_the_button_says_them(row: TermRow) -> None:
    row.set_details(("worked", "10"))

    assert row.button.text() == "Refugee: Has worked with"
    assert row.years.text() == "10"
    assert row.choices["worked"].isChecked()
    assert not row.years.isHidden()


@pytest.mark.parametrize("plain", [(), ("no",)], ids=["yes", "no"])
def test_row_when_there_is_nothing_to_date_then_no_years_are_asked_for(
    row: TermRow, plain: tuple[str, ...]
) -> None:
    row.set_details(plain)

    assert row.years.isHidden()


def test_row_when_a_detail_is_chosen_then_the_years_stay_but_for_a_no(
    row: TermRow, qtbot: QtBot
) -> None:
    row.set_details(("worked", "10"))

    with qtbot.waitSignal(row.details_changed) as told:
        row.choices["trained"].trigger()
    assert told.args == [("trained", "10")]

    with qtbot.waitSignal(row.details_changed) as told:
        row.choices["no"].trigger()
    assert told.args == [("no",)]

    with qtbot.waitSignal(row.details_changed) as told:
        row.choices[""].trigger()
    assert told.args == [()]


def test_row_when_years_are_written_then_they_stand_behind_the_detail(
    row: TermRow, qtbot: QtBot
) -> None:
    row.set_details(("worked",))

    qtbot.keyClicks(row.years, "10, 2019")

    row.set_details(("worked", "10", "2019"))
    assert row.years.text() == "10, 2019"


def test_row_when_a_detail_is_not_known_then_it_is_said_as_it_stands(row: TermRow) -> None:
    row.set_details(("met",))

    assert row.button.text() == "Refugee: met"


def test_row_when_there_is_little_room_then_nothing_of_it_is_cut(row: TermRow) -> None:
    row.set_details(("worked", "10"))
    row.arrange(2000)
    on_one_line = row.sizeHint()

    row.arrange(row.button.sizeHint().width() + 1)
    assert row.sizeHint().width() < on_one_line.width()
    assert row.button.text() == "Refugee: Has worked with"

    row.arrange(row.button.sizeHint().width() - 1)
    assert row.button.text() == "Refugee:\nHas worked with"
    assert row.button.accessibleName() == "Refugee: Has worked with"
