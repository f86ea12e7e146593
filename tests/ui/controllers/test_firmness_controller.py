import pytest
from pytestqt.qtbot import QtBot
from support.sittings import make_results, sample_match

from matcher.services.matching.list_firmness import list_firmness
from ui.controllers.firmness_controller import FirmnessController


def test_request_when_there_is_a_match_then_it_says_how_firm_its_head_is(qtbot: QtBot) -> None:
    results, _ = make_results(lambda _: sample_match())
    with qtbot.waitSignal(results.match_changed):
        results.request()
    firmness = FirmnessController(results, results)

    with qtbot.waitSignal(firmness.found, timeout=30_000) as told:
        firmness.request()

    assert told.args == [list_firmness(sample_match())]


def test_request_when_there_is_no_match_then_it_may_not_be_asked() -> None:
    results, _ = make_results(lambda _: sample_match())

    with pytest.raises(AssertionError):
        FirmnessController(results, results).request()
