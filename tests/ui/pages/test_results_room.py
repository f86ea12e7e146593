import pytest
from pytestqt.qtbot import QtBot
from support.sittings import make_results

from ui.controllers.sitting_controller import SittingController
from ui.controllers.weights_controller import WeightsController
from ui.language import Language
from ui.pages.result_rail import ResultRail
from ui.pages.results_room import ResultsRoom
from ui.widgets.text import Text


@pytest.fixture
def room(qtbot: QtBot) -> ResultsRoom:
    results, _ = make_results()
    sitting = results.findChild(SittingController)
    assert isinstance(sitting, SittingController)
    weights = WeightsController(results, sitting, parent=results)
    answer, people = Text("heading", "answer"), Text("body", "people")
    room = ResultsRoom(ResultRail(Language("en"), weights), answer, people)
    results.setParent(room)
    answer.set_words("The answer.")
    people.set_words("Everybody.")
    qtbot.addWidget(room)
    room.resize(1280, 600)
    room.show()
    room.arrange(has_people=True)
    return room


def test_room_when_wide_then_the_rail_stands_beside_the_list(room: ResultsRoom) -> None:
    assert not room.is_narrow
    assert room._rail_area.isVisible()
    assert room._rail_area.width() == 272


def test_room_when_narrow_then_the_rail_folds_below_the_answer(
    room: ResultsRoom, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(room.arranged):
        room.resize(700, 600)

    assert room._column.indexOf(room._rail) == 1
    assert not room._rail_area.isVisible()

    room.resize(1280, 600)
    assert room._rail_area.widget() is room._rail


def test_room_when_there_is_nobody_then_the_answer_stands_alone_in_the_middle(
    room: ResultsRoom,
) -> None:
    beside = room._column.contentsMargins().left()

    room.arrange(has_people=False)

    assert not room._rail.isVisible()
    assert room._column.contentsMargins().left() > 4 * beside


def test_room_when_it_stands_upright_then_it_is_high(room: ResultsRoom) -> None:
    assert not room.is_high

    room.resize(1080, 1660)

    assert room.is_high
