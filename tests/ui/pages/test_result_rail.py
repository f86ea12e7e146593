import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from support.sittings import make_results

from ui.controllers.results_controller import ResultsController
from ui.controllers.sitting_controller import SittingController
from ui.controllers.weights_controller import WeightsController
from ui.language import Language
from ui.pages.result_rail import RailArea, ResultRail


@pytest.fixture
def results(qtbot: QtBot) -> ResultsController:
    results, _ = make_results()
    with qtbot.waitSignal(results.match_changed):
        results.request()
    return results


@pytest.fixture
def rail(qtbot: QtBot, results: ResultsController) -> ResultRail:
    sitting = results.findChild(SittingController)
    assert isinstance(sitting, SittingController)
    rail = ResultRail(Language("en"), WeightsController(results, sitting, parent=results))
    qtbot.addWidget(rail)
    assert results.match is not None
    rail.say(results.match, results.questionnaire)
    rail.show()
    return rail


def test_rail_when_numbers_are_not_wanted_then_only_what_was_said_is_there(
    rail: ResultRail,
) -> None:
    assert "Cost: Up to $120" in rail.said.words["needs"]
    assert not rail.weights.isVisible()


def test_rail_when_numbers_are_wanted_then_points_and_preset_are_shown(rail: ResultRail) -> None:
    rail.show_numbers(are_shown=True)

    points = {group: row.slider.value() for group, row in rail.weights.rows.items()}
    assert sum(points.values()) == 100
    assert rail.weights.presets["balanced"].isChecked()


def test_rail_when_one_slider_moves_then_the_others_make_room(rail: ResultRail) -> None:
    rail.show_numbers(are_shown=True)

    rail.weights.rows["style"].slider.setValue(100)

    assert {group: row.slider.value() for group, row in rail.weights.rows.items()} == {
        group: 100 if group == "style" else 0 for group in rail.weights.rows
    }
    assert not any(button.isChecked() for button in rail.weights.presets.values())
    assert rail.weights.back.isEnabled()


def test_rail_when_the_preset_that_holds_is_pressed_then_it_stays_down(rail: ResultRail) -> None:
    rail.show_numbers(are_shown=True)

    rail.weights.presets["balanced"].click()

    assert rail.weights.presets["balanced"].isChecked()
    assert not rail.weights.back.isEnabled()


def test_area_when_a_key_for_scrolling_is_pressed_then_it_is_left_to_the_page(
    qtbot: QtBot,
) -> None:
    content = QWidget()
    content.setMinimumHeight(1000)
    area = RailArea("rail_scroll", content)
    qtbot.addWidget(area)
    area.resize(272, 100)
    area.show()

    qtbot.keyClick(area, Qt.Key.Key_PageDown)

    assert area.verticalScrollBar().maximum() > 0
    assert area.verticalScrollBar().value() == 0


def test_rail_when_something_is_added_then_it_begins_where_the_heading_does(
    rail: ResultRail,
) -> None:
    link = QWidget()
    link.setMinimumHeight(20)
    rail.add(link)
    rail.resize(272, 700)

    def beginning(widget: QWidget) -> int:
        QApplication.processEvents()
        return widget.mapTo(rail, widget.rect().topLeft()).x()

    heading = rail.said._heading
    assert beginning(link) == beginning(heading) > 0

    rail.set_folded(is_folded=True)
    assert beginning(link) == 0
