import pytest
from pytestqt.qtbot import QtBot
from support.sittings import first_of, make_results, sample_match
from support.window import english

from matcher.errors import MatcherError, Message
from matcher.i18n import Catalogue
from matcher.scoring.result import Group
from matcher.services.matching.order_words import OrderWords
from ui.controllers.order_controller import OrderController, OrderSentences
from ui.controllers.results_controller import ResultsController
from ui.pages.place_fold import PlaceFold
from ui.widgets.order_notes import OrderNotes

_SLOW = 30_000


@pytest.fixture
def results(qtbot: QtBot) -> ResultsController:
    results, _ = make_results(lambda _: sample_match())
    with qtbot.waitSignal(results.match_changed):
        results.request()
    results.open(first_of(Group.MEETS_ALL, 3)[0].profile_id)
    return results


@pytest.fixture
def order(results: ResultsController) -> OrderController:
    return OrderController(results, results)


@pytest.fixture
def fold(qtbot: QtBot, results: ResultsController, order: OrderController) -> PlaceFold:
    fold = PlaceFold(english(), results, order)
    qtbot.addWidget(fold)
    fold.show_profile()
    fold.show()
    return fold


def _notes(fold: PlaceFold) -> OrderNotes:
    notes = fold.content
    assert isinstance(notes, OrderNotes)
    return notes


def test_fold_when_it_is_closed_then_nothing_is_worked_out(
    fold: PlaceFold, order: OrderController, qtbot: QtBot
) -> None:
    assert fold.line.text() == "Why this place, and what would change it"
    with qtbot.assertNotEmitted(order.found, wait=200):
        fold.show_profile()


def test_fold_when_it_is_opened_then_it_waits_and_then_says_why(
    fold: PlaceFold, order: OrderController, results: ResultsController, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(order.found, timeout=_SLOW):
        fold.line.click()
        assert _notes(fold).waiting.plain.startswith("One moment")

    expected = OrderWords(sample_match(), Catalogue("en")).why_not_higher(results.opened)
    assert _notes(fold).why.words == tuple(expected)
    assert _notes(fold).firm.words
    assert _notes(fold).waiting.plain == ""


def test_fold_when_opened_again_then_it_is_not_worked_out_again(
    fold: PlaceFold, order: OrderController, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(order.found, timeout=_SLOW):
        fold.line.click()
    fold.line.click()

    with qtbot.assertNotEmitted(order.found, wait=200):
        fold.line.click()

    assert _notes(fold).why.words


def test_fold_when_another_profile_is_looked_at_then_a_late_answer_is_not_shown(
    fold: PlaceFold, order: OrderController, results: ResultsController, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(order.found, wait=1000):
        fold.line.click()
        results.open(first_of(Group.MEETS_ALL, 4)[0].profile_id)
        fold.show_profile()

    assert _notes(fold).why.words == ()
    assert not fold.is_open


def test_fold_when_sentences_are_of_somebody_else_then_they_are_not_shown(
    fold: PlaceFold, order: OrderController
) -> None:
    order.found.emit(OrderSentences("p-of-nobody", ("Not you.",), (), ()))

    assert _notes(fold).why.words == ()


def test_fold_when_it_fails_then_it_says_so(fold: PlaceFold, order: OrderController) -> None:
    order.failed.emit(MatcherError(Message("error.unexpected")))

    assert _notes(fold).waiting.plain == english().text("error.unexpected")
