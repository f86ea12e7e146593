import pytest
from pytestqt.qtbot import QtBot
from support.sittings import FakeSitting, make_results

from matcher.scoring.group_points import POINTS_SUM
from ui.controllers.results_controller import ResultsController
from ui.controllers.weights_controller import WeightsController


@pytest.fixture
def results(qtbot: QtBot) -> ResultsController:
    results, _ = make_results()
    with qtbot.waitSignal(results.match_changed):
        results.request()
    return results


@pytest.fixture
def sitting(results: ResultsController) -> FakeSitting:
    sitting = results.findChild(FakeSitting)
    assert isinstance(sitting, FakeSitting)
    return sitting


@pytest.fixture
def weights(results: ResultsController, sitting: FakeSitting) -> WeightsController:
    return WeightsController(results, sitting, parent=results)


def test_points_when_nothing_was_moved_then_they_are_what_the_answers_say(
    weights: WeightsController, sitting: FakeSitting
) -> None:
    assert sum(weights.points.values()) == POINTS_SUM
    assert weights.preset == sitting.weights.preset == "balanced"
    assert not weights.is_changed


def test_set_points_when_one_moves_then_answers_list_and_points_agree(
    weights: WeightsController, results: ResultsController, sitting: FakeSitting, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(results.match_changed):
        weights.set_points("style", 70)

    assert results.match is not None
    assert results.match.answers == sitting.answers
    assert results.is_reordered
    assert weights.points["style"] == 70
    assert sum(weights.points.values()) == POINTS_SUM
    assert weights.preset == ""


def test_set_points_when_one_moves_there_and_back_then_the_others_are_as_before(
    weights: WeightsController,
) -> None:
    before = weights.points

    for points in (90, 100, 40, before["style"]):
        weights.set_points("style", points)

    assert weights.points == before


def test_use_preset_when_chosen_then_doubled_groups_stay_doubled(
    weights: WeightsController, sitting: FakeSitting
) -> None:
    weights.use_preset("practical_first")

    assert weights.preset == "practical_first"
    assert sitting.weights.points is None
    assert sitting.weights.double == ("style",)


def test_go_back_when_much_was_moved_then_exactly_the_answers_hold(
    weights: WeightsController, sitting: FakeSitting
) -> None:
    before = sitting.answers
    weights.use_preset("equal")
    weights.set_points("style", 3)
    weights.set_points("culture", 50)
    assert weights.is_changed

    weights.go_back()

    assert sitting.answers == before
    assert not weights.is_changed


def test_go_back_when_the_answers_were_changed_elsewhere_then_there_is_no_way(
    weights: WeightsController, sitting: FakeSitting
) -> None:
    weights.set_points("style", 3)

    sitting.set_double(("culture",))

    assert not weights.is_changed
    assert sitting.weights.points is None
    weights.go_back()
    assert sitting.double == ("culture",)


def test_set_points_when_the_list_does_not_follow_then_it_waits_to_be_told(
    results: ResultsController, sitting: FakeSitting, qtbot: QtBot
) -> None:
    weights = WeightsController(results, sitting, is_live=False, parent=results)
    before = sitting.answers

    weights.set_points("style", 70)
    assert weights.is_waiting
    assert weights.points["style"] == 70
    assert sitting.answers == before

    with qtbot.waitSignal(results.match_changed):
        weights.apply()
    assert not weights.is_waiting
    assert sitting.weights.points is not None

    weights.go_back()
    weights.apply()
    assert sitting.answers == before


def test_forget_when_a_sitting_ends_then_nothing_is_kept(weights: WeightsController) -> None:
    weights.is_shown = True
    weights.set_points("style", 3)

    weights.forget()

    assert (weights.is_shown, weights.is_changed, weights.is_waiting) == (False, False, False)


def test_points_when_there_is_no_match_then_there_are_none(qtbot: QtBot) -> None:
    results, sitting = make_results()
    weights = WeightsController(results, sitting, parent=results)

    weights.set_points("style", 10)

    assert weights.points == {}
    assert weights.presets == ()
    assert not weights.is_changed
