import pytest
from pytestqt.qtbot import QtBot
from support.sittings import make_results, result_words, sample_match

from matcher.scoring.result import Group
from ui.controllers.results_controller import ResultsController
from ui.language import Language
from ui.pages.result_shelves import ResultShelves


@pytest.fixture
def results(qtbot: QtBot) -> ResultsController:
    results, _ = make_results(lambda _: sample_match())
    with qtbot.waitSignal(results.match_changed):
        results.request()
    return results


@pytest.fixture
def shelves(qtbot: QtBot, results: ResultsController) -> ResultShelves:
    shelves = ResultShelves(Language("en"), results)
    qtbot.addWidget(shelves)
    shelves.show_match(result_words())
    shelves.say()
    qtbot.waitUntil(lambda: shelves.is_complete)
    return shelves


def _order(results: ResultsController, *groups: Group) -> list[str]:
    assert results.match is not None
    ids = results.match.evaluation.snapshot.ids
    return [ids[row] for group in groups for row in results.match.order(group)]


def test_shelves_when_shown_then_open_groups_stand_in_order(
    shelves: ResultShelves, results: ResultsController
) -> None:
    shown = [card.profile_id for card in shelves.cards]

    assert shown == _order(results, Group.MEETS_ALL, Group.TO_CHECK)


def test_shelves_when_others_are_closed_then_their_cards_are_not_made(
    shelves: ResultShelves, results: ResultsController
) -> None:
    assert not shelves.others.is_open
    n = sum(results.model(group).in_all for group in [*Group][2:5])
    assert shelves.others.line.text() == f"Others: {n} people"


def test_shelves_when_others_are_opened_then_the_first_ten_of_each_are_made(
    shelves: ResultShelves, qtbot: QtBot
) -> None:
    before = len(shelves.cards)

    shelves.others.set_open(is_open=True)
    qtbot.waitUntil(lambda: shelves.is_complete)

    assert len(shelves.cards) == before + 30


def test_shelves_when_counted_then_they_hold_the_whole_directory(
    shelves: ResultShelves, results: ResultsController
) -> None:
    assert results.match is not None
    listed = _order(results, *[*Group][:5])

    assert sorted(listed) == sorted(results.match.evaluation.snapshot.ids)


def test_shelves_when_a_card_is_chosen_then_the_controller_knows(
    shelves: ResultShelves, results: ResultsController
) -> None:
    shelves.cards[0].choose.click()

    assert results.chosen == (shelves.cards[0].profile_id,)


def test_shelves_when_the_choice_changes_elsewhere_then_cards_show_it(
    shelves: ResultShelves, results: ResultsController
) -> None:
    results.choose(shelves.cards[3].profile_id)

    shelves.show_chosen()

    assert [card.choose.isChecked() for card in shelves.cards].index(True) == 3


def test_shelves_when_a_profile_is_wanted_then_it_is_told(
    shelves: ResultShelves, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(shelves.profile_requested) as told:
        shelves.cards[2].see.click()

    assert told.args == [shelves.cards[2].profile_id]
