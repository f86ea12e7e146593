import pytest
from pytestqt.qtbot import QtBot
from support.sittings import first_of, make_results, sample_match

from matcher.i18n import Catalogue
from matcher.questionnaire.response import ResponseSet
from matcher.ranking.stability import leader_of
from matcher.scoring.result import Group
from matcher.services.directory.sample_directory import sample_directory
from matcher.services.matching.match import match
from matcher.services.matching.order_words import OrderWords
from ui.controllers.order_controller import OrderController, OrderSentences
from ui.controllers.results_controller import ResultsController

_SLOW = 30_000


@pytest.fixture
def results(qtbot: QtBot) -> ResultsController:
    results, _ = make_results(lambda _: sample_match())
    with qtbot.waitSignal(results.match_changed):
        results.request()
    return results


def _ask(order: OrderController, profile_id: str, qtbot: QtBot) -> OrderSentences:
    with qtbot.waitSignal(order.found, timeout=_SLOW) as told:
        order.request(profile_id, Catalogue("en"))
    found = told.args[0]
    assert isinstance(found, OrderSentences)
    return found


def test_request_when_asked_then_it_says_what_the_order_words_say(
    results: ResultsController, qtbot: QtBot
) -> None:
    behind, _ = first_of(Group.MEETS_ALL, 3)
    words = OrderWords(sample_match(), Catalogue("en"))
    row = sample_match().evaluation.snapshot.row_of(behind.profile_id)

    found = _ask(OrderController(results), behind.profile_id, qtbot)

    assert found.profile_id == behind.profile_id
    assert found.why == tuple(words.why_not_higher(behind.profile_id))
    assert found.firm == tuple(words.firmness(row))
    assert found.figures == (words.presets(row),)


def test_request_when_it_is_the_leader_then_it_says_how_far_weights_may_move(
    results: ResultsController, qtbot: QtBot
) -> None:
    shown = sample_match()
    leader = leader_of(shown.ranking, Group.MEETS_ALL)
    assert leader is not None

    found = _ask(OrderController(results), shown.evaluation.snapshot.ids[leader], qtbot)

    words = OrderWords(shown, Catalogue())
    assert found.figures == (*words.stability(leader), words.presets(leader))
    assert len(found.figures) > 1


def test_request_when_another_is_asked_for_then_the_first_is_not_told(
    results: ResultsController, qtbot: QtBot
) -> None:
    order = OrderController(results)
    first, second = (first_of(Group.MEETS_ALL, place)[0].profile_id for place in (1, 2))
    told: list[str] = []
    order.found.connect(lambda found: told.append(found.profile_id))

    with qtbot.waitSignal(order.found, timeout=_SLOW):
        order.request(first, Catalogue("en"))
        order.request(second, Catalogue("en"))

    assert told == [second]


def test_request_when_nothing_was_asked_for_then_there_are_no_figures(qtbot: QtBot) -> None:
    open_answers = ResponseSet("preferences/1")
    shown = match(sample_directory(), open_answers, seed=7)
    results, _ = make_results(lambda _: shown)
    with qtbot.waitSignal(results.match_changed):
        results.request()

    found = _ask(OrderController(results), shown.evaluation.snapshot.ids[0], qtbot)

    assert found.why
    assert (found.firm, found.figures) == ((), ())
