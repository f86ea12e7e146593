from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot
from support.window import settle

from matcher.questionnaire.response import Place, Response
from ui.app import Wiring
from ui.pages.answer_rows import AnswerRows
from ui.widgets.answer_row import AnswerRow


@pytest.fixture
def rows(wiring: Wiring, qtbot: QtBot) -> AnswerRows:
    rows = AnswerRows(wiring.words, wiring.sitting, wiring.directory, lambda _item: True)
    qtbot.addWidget(rows)
    rows.show_answers()
    settle()
    return rows


def _row(rows: AnswerRows, item: str) -> AnswerRow:
    row = rows.findChild(AnswerRow, f"answer_{item}")
    assert row is not None
    return row


def test_rows_when_people_are_hidden_then_they_are_called_by_their_names(
    rows: AnswerRows, wiring: Wiring
) -> None:
    settle()
    person = wiring.directory.people[0]
    wiring.sitting.respond("hide_people", (person.id,))

    rows.show_answers()

    assert _row(rows, "hide_people").said.plain == person.name
    assert not _row(rows, "hide_people").counts.plain


def test_rows_when_somebody_helps_then_answers_are_said_in_the_words_they_were_asked_in(
    rows: AnswerRows, wiring: Wiring
) -> None:
    wiring.sitting.respond("style_steer", 2)
    wiring.sitting.respond("participants", "me")
    wiring.words.set_about_other(True)

    rows.show_answers()

    assert _row(rows, "style_steer").said.plain == "They lead"
    assert _row(rows, "participants").said.plain == "Just the person I help"


@pytest.mark.parametrize(
    ("value", "own", "said"),
    [
        pytest.param(("being_heard",), None, "I was heard", id="codes"),
        pytest.param(("being_heard",), "tea", "I was heard. tea", id="both"),
        pytest.param((), "tea", "tea", id="words"),
    ],
)
def test_rows_when_own_words_were_added_then_they_stand_beside_the_codes(
    rows: AnswerRows, wiring: Wiring, value: tuple[str, ...], own: str | None, said: str
) -> None:
    response = Response(value, own_words=own)
    wiring.sitting.take(wiring.sitting.answers.with_response("helped_or_not", response))
    rows.show_answers()
    rows._private.setChecked(True)

    assert _row(rows, "helped_or_not").said.plain == said


def test_rows_when_nothing_private_was_said_then_there_is_nothing_to_ask_for(
    rows: AnswerRows,
) -> None:
    rows.show_answers()

    assert rows._private.isHidden()


@pytest.mark.parametrize(
    ("place", "counts"),
    [
        pytest.param(Place(licence_area="US-OR"), False, id="a_license_is_held_or_not"),
        pytest.param(Place(postcode="97758", country="US", max_km=Decimal(16)), True, id="way"),
    ],
)
def test_rows_when_a_place_is_shown_then_it_counts_more_or_less_only_with_a_distance(
    rows: AnswerRows, wiring: Wiring, place: Place, counts: bool
) -> None:
    answers = wiring.sitting.answers.with_response("place", Response(place))
    wiring.sitting.take(answers)

    rows.show_answers()

    assert bool(_row(rows, "place").counts.plain) is counts


def test_rows_when_there_are_many_then_those_in_sight_are_made_first_and_all_in_their_order(
    wiring: Wiring, qtbot: QtBot
) -> None:
    asked: set[str] = {"start", "fee", "feedback"}
    rows = AnswerRows(wiring.words, wiring.sitting, wiring.directory, lambda i: i.id in asked)
    qtbot.addWidget(rows)
    rows.show_answers()
    assert {row.objectName() for row in rows.findChildren(AnswerRow)} == {
        f"answer_{item}" for item in asked
    }

    asked |= {item.id for item in rows._asked()}
    rows.show_answers()
    at_once = len(rows.findChildren(AnswerRow))
    settle()

    column = rows.layout()
    assert column is not None
    made = [column.itemAt(number).widget().objectName() for number in range(1, column.count())]
    expected: list[str] = []
    for item in rows._asked():
        section = f"section_{item.section}"
        expected += [f"answer_{item.id}"] if section in expected else [section, f"answer_{item.id}"]
    assert made == expected
    assert at_once < len(rows.findChildren(AnswerRow))


def test_rows_when_one_is_pressed_then_its_page_is_wanted(rows: AnswerRows, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rows.page_requested) as told:
        _row(rows, "session_length").button.click()

    assert told.args == ["frequency"]


def test_rows_when_the_private_ones_were_only_passed_by_then_there_is_nothing_to_ask_for(
    rows: AnswerRows, wiring: Wiring
) -> None:
    wiring.sitting.respond("therapist_gender", None)
    rows.show_answers()
    assert rows._private.isHidden()
    assert _row(rows, "therapist_gender").said.plain == "No preference"

    wiring.sitting.respond("issues", ("worry",))
    rows.show_answers()
    assert not rows._private.isHidden()
    assert _row(rows, "therapist_gender").said.plain == "Not shown here."


def test_rows_when_the_age_was_left_open_then_it_is_not_called_a_preference(
    rows: AnswerRows, wiring: Wiring
) -> None:
    wiring.sitting.respond("age_band", None)

    rows.show_answers()

    assert _row(rows, "age_band").said.plain == "Leave this open"
