import pytest
from pytestqt.qtbot import QtBot
from support.sittings import make_results, sample_match

from matcher.checklist.selection import MOST
from ui.controllers.checklist_controller import ChecklistController
from ui.language import Language
from ui.pages.words_left import WordsLeft
from ui.widgets.question_picker import QuestionPicker

_ENGLISH = Language("en")


@pytest.fixture
def checklist(qtbot: QtBot) -> ChecklistController:
    results, _ = make_results(lambda _: sample_match())
    with qtbot.waitSignal(results.match_changed):
        results.request()
    results.choose("p-001")
    checklist = ChecklistController(results)
    results.setParent(checklist)
    return checklist


@pytest.fixture
def picker(qtbot: QtBot) -> QuestionPicker:
    picker = QuestionPicker("questions_p-001", takes_own=True)
    qtbot.addWidget(picker)
    return picker


def test_take_when_there_is_room_then_the_words_are_on_the_sheet(
    checklist: ChecklistController, picker: QuestionPicker
) -> None:
    checklist.pick("p-001", checklist.selection("p-001").suggested[0].id, False)
    assert picker.own is not None
    picker.own.field.setText(" Do you  know my trade? ")

    assert WordsLeft(checklist).take({"p-001": picker}, _ENGLISH) is None

    last = checklist.selection("p-001").suggested[-1]
    assert last.question.words == "Do you know my trade?"


def test_take_when_there_is_no_room_then_other_words_are_named_anew(
    checklist: ChecklistController, picker: QuestionPicker
) -> None:
    for number in range(MOST):
        checklist.add_own("p-001", f"Question {number}?")
    left = WordsLeft(checklist)
    assert picker.own is not None

    picker.own.field.setText("One more?")
    assert left.take({"p-001": picker}, _ENGLISH) is picker.own
    assert left.take({"p-001": picker}, _ENGLISH) is None
    picker.own.field.setText("Another one?")
    assert left.take({"p-001": picker}, _ENGLISH) is picker.own


def test_take_when_no_own_questions_are_taken_then_nothing_is_left(
    checklist: ChecklistController, qtbot: QtBot
) -> None:
    picker = QuestionPicker("questions_p-001")
    qtbot.addWidget(picker)

    assert WordsLeft(checklist).take({"p-001": picker}, _ENGLISH) is None
