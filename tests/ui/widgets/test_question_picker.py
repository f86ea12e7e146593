import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from support.sittings import sample_match

from matcher.checklist.selection import OfferedQuestion, Selection
from matcher.services.sheets.checklist import suggest
from ui.language import Language
from ui.widgets.question_picker import QuestionPicker

_ENGLISH = Language("en")


def _say(offered: OfferedQuestion) -> tuple[str, str]:
    return f"Question {offered.id}", "Because."


@pytest.fixture
def selection() -> Selection:
    return suggest(sample_match(), "p-001")


@pytest.fixture
def picker(qtbot: QtBot, selection: Selection) -> QuestionPicker:
    picker = QuestionPicker("questions_p-001")
    qtbot.addWidget(picker)
    picker.show_selection(selection, _say, _ENGLISH)
    picker.show()
    return picker


def test_picker_when_shown_then_the_suggested_are_ticked_in_order(
    picker: QuestionPicker, selection: Selection, qtbot: QtBot
) -> None:
    rows = [picker.row(id_) for id_ in picker.picked]
    qtbot.waitUntil(lambda: rows[0].y() < rows[-1].y())

    assert picker.picked == tuple(each.id for each in selection.suggested)
    assert all(row.card.isChecked() for row in rows)
    assert [row.y() for row in rows] == sorted(row.y() for row in rows)


def test_picker_when_shown_then_first_and_last_lead_only_inward(picker: QuestionPicker) -> None:
    first, *_, last = (picker.row(id_) for id_ in picker.picked)

    assert not first.up.isVisible()
    assert first.down.isVisible()
    assert last.up.isVisible()
    assert not last.down.isVisible()


def test_picker_when_more_is_opened_then_the_others_stand_by_topic(
    picker: QuestionPicker, selection: Selection, qtbot: QtBot
) -> None:
    picker.more.set_open(is_open=True)

    rows = [picker.row(offered.id) for offered in selection.others]
    qtbot.waitUntil(lambda: all(row.isVisible() for row in rows))
    assert not any(row.card.isChecked() for row in rows)


def test_picker_when_another_is_ticked_then_it_is_asked_for(
    picker: QuestionPicker, selection: Selection, qtbot: QtBot
) -> None:
    picker.more.set_open(is_open=True)
    other = selection.others[0].id

    with qtbot.waitSignal(picker.pick_requested) as told:
        picker.row(other).card.click()

    assert told.args == [other, True]


def test_picker_when_a_question_moves_then_its_row_stays_the_same_widget(
    picker: QuestionPicker, selection: Selection
) -> None:
    first, second = picker.picked[:2]
    row = picker.row(second)

    picker.show_selection(selection.picked([second, first]), _say, _ENGLISH)

    assert picker.picked == (second, first)
    assert picker.row(second) is row


def test_picker_when_a_question_is_taken_off_then_it_stays_below_to_be_put_back(
    picker: QuestionPicker, selection: Selection, qtbot: QtBot
) -> None:
    first, *rest = picker.picked
    picker.row(first).card.setFocus()

    picker.show_selection(selection.picked(rest), _say, _ENGLISH)

    qtbot.waitUntil(lambda: picker.row(first).y() > picker.row(rest[-1]).y())
    assert not picker.row(first).card.isChecked()
    assert picker.row(first).isVisible()


def test_picker_when_another_goes_on_the_sheet_then_its_neighbour_has_the_focus(
    picker: QuestionPicker, selection: Selection, qtbot: QtBot
) -> None:
    picked = list(picker.picked)

    def put(question_id: str, _wanted: bool) -> None:
        picked.append(question_id)
        picker.show_selection(selection.picked(picked), _say, _ENGLISH)

    picker.pick_requested.connect(put)
    picker.activateWindow()
    picker.more.set_open(is_open=True)
    one, beside = selection.others[0].id, selection.others[1].id
    qtbot.waitUntil(lambda: picker.row(beside).isVisible())
    picker.row(one).card.setFocus()

    qtbot.keyClick(picker.row(one).card, Qt.Key.Key_Space)

    qtbot.waitUntil(picker.row(beside).card.hasFocus)
    assert picker.picked[-1] == one


def test_picker_when_something_is_to_settle_first_then_it_is_told(
    picker: QuestionPicker, selection: Selection
) -> None:
    for offered in selection.before_booking:
        assert f"Question {offered.id}" in picker.before.plain


def test_picker_when_an_own_question_is_offered_no_more_then_its_row_is_gone(
    qtbot: QtBot, selection: Selection
) -> None:
    picker = QuestionPicker("questions_p-001", takes_own=True)
    qtbot.addWidget(picker)
    picker.show_selection(selection.picked((), ["Do you know my trade?"]), _say, _ENGLISH)
    row = picker.row("own.1")
    picker.show()

    picker.show_selection(selection, _say, _ENGLISH)

    assert row.isHidden()
    assert "own.1" not in picker.picked


def test_picker_when_words_of_ones_own_are_added_then_they_are_asked_for(
    picker: QuestionPicker, qtbot: QtBot
) -> None:
    assert picker.own is None
    with_field = QuestionPicker("questions_p-001", takes_own=True)
    qtbot.addWidget(with_field)
    assert with_field.own is not None
    with_field.own.field.setText("Do you know my trade?")

    with qtbot.waitSignal(with_field.own_requested) as told:
        with_field.own.add_button.click()

    assert told.args == ["Do you know my trade?"]


@pytest.mark.parametrize(
    ("place", "then"), [(0, 1), (1, 2), (-1, -2)], ids=["first", "mid", "last"]
)
def test_picker_when_a_question_is_taken_off_then_its_neighbour_has_the_focus(
    picker: QuestionPicker, selection: Selection, qtbot: QtBot, place: int, then: int
) -> None:
    before = picker.picked

    def take_off(question_id: str, _wanted: bool) -> None:
        left = [id_ for id_ in before if id_ != question_id]
        picker.show_selection(selection.picked(left), _say, _ENGLISH)

    picker.pick_requested.connect(take_off)
    picker.activateWindow()
    card = picker.row(before[place]).card
    card.setFocus()

    qtbot.keyClick(card, Qt.Key.Key_Space)

    qtbot.waitUntil(picker.row(before[then]).card.hasFocus)
