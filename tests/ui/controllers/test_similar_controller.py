import pytest
from pytestqt.qtbot import QtBot
from support.sittings import first_of, make_results, sample_match

from matcher.i18n import Catalogue
from matcher.scoring.result import Group
from matcher.services.matching.suggestions import similar_people
from ui.controllers.results_controller import ResultsController
from ui.controllers.similar_controller import SHOWN, SimilarController

_SLOW = 60_000


@pytest.fixture
def results(qtbot: QtBot) -> ResultsController:
    results, _ = make_results(lambda _: sample_match())
    with qtbot.waitSignal(results.match_changed):
        results.request()
    return results


def test_request_when_somebody_is_full_then_people_like_them_are_told(
    results: ResultsController, qtbot: QtBot
) -> None:
    full, _ = first_of(Group.NOT_ACCEPTING)
    similar = SimilarController(results)

    with qtbot.waitSignal(similar.found, timeout=_SLOW) as told:
        similar.request(full.profile_id, Catalogue("en"))
        assert similar.busy

    people = told.args[0]
    expected = similar_people(sample_match(), full.profile_id, SHOWN)
    assert [one.profile_id for one in people] == [one.profile_id for one in expected]
    assert all(one.name for one in people)
    assert any(one.differences for one in people)
    for difference in (each for one in people for each in one.differences):
        assert difference.name
        assert difference.other
        assert difference.own
    assert not similar.busy


def test_request_when_told_then_the_order_is_as_it_was(
    results: ResultsController, qtbot: QtBot
) -> None:
    shown = results.match
    assert shown is not None
    before = {group: shown.order(group) for group in Group}
    similar = SimilarController(results)

    with qtbot.waitSignal(similar.found, timeout=_SLOW):
        similar.request(first_of(Group.MEETS_ALL)[0].profile_id, Catalogue("en"))

    assert results.match is shown
    assert {group: shown.order(group) for group in Group} == before


def test_forget_when_somebody_is_looked_for_then_nothing_is_told(
    results: ResultsController, qtbot: QtBot
) -> None:
    similar = SimilarController(results)

    with qtbot.assertNotEmitted(similar.found, wait=1500):
        similar.request(first_of(Group.MEETS_ALL)[0].profile_id, Catalogue("en"))
        similar.forget()

    assert not similar.busy
