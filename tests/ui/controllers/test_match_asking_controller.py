import pytest
from pytestqt.qtbot import QtBot
from support.sittings import make_results, sample_match

from matcher.services.matching.match import Match
from ui.controllers.match_asking_controller import MatchAskingController


def _people(match: Match, more: int) -> int:
    return len(match.evaluation.snapshot.ids) + more


def test_asking_when_there_is_a_match_then_the_work_is_given_it_first(qtbot: QtBot) -> None:
    results, _ = make_results(lambda _: sample_match())
    with qtbot.waitSignal(results.match_changed):
        results.request()
    asking = MatchAskingController(results, results)

    with qtbot.waitSignal(asking.found) as told:
        asking._ask_of_match(_people, 1)

    assert told.args == [len(sample_match().evaluation.snapshot.ids) + 1]


@pytest.mark.usefixtures("qapp")
def test_asking_when_there_is_no_match_then_it_may_not_be_done() -> None:
    results, _ = make_results(lambda _: sample_match())

    with pytest.raises(AssertionError):
        MatchAskingController(results, results)._ask_of_match(_people, 1)
