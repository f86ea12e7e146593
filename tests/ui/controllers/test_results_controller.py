import pytest
from pytestqt.qtbot import QtBot
from support.directories import MemoryDirectory
from support.sittings import make_results, sample_match

from matcher.errors import Message, StoreError
from matcher.questionnaire.response import ResponseSet
from matcher.scoring.result import Group
from matcher.services.directory.sample_directory import sample_directory
from matcher.services.matching.match import Match, match
from ui.controllers.results_controller import LISTED, MOST_CHOSEN, ResultsController


@pytest.fixture
def results(qtbot: QtBot) -> ResultsController:
    results, _ = make_results()
    with qtbot.waitSignal(results.match_changed):
        results.request()
    return results


def _ids(results: ResultsController) -> list[str]:
    assert results.match is not None
    return list(results.match.evaluation.snapshot.ids)


def test_request_when_answered_then_every_listed_group_is_filled(
    results: ResultsController,
) -> None:
    assert results.match is not None
    counts = results.match.counts

    assert {group: results.model(group).in_all for group in LISTED} == {
        group: counts[group] for group in LISTED
    }
    assert sum(counts.values()) == len(_ids(results))


def test_request_when_nothing_changed_then_the_match_stays(
    results: ResultsController, qtbot: QtBot
) -> None:
    before = results.match

    with qtbot.assertNotEmitted(results.match_changed):
        results.request()

    assert results.match is before


def test_request_when_answers_changed_then_the_old_list_goes_at_once(qtbot: QtBot) -> None:
    results, sitting = make_results()
    with qtbot.waitSignal(results.match_changed):
        results.request()
    sitting.answer_again()

    with qtbot.waitSignals([results.match_changed, results.match_changed]):
        results.request()
        assert results.match is None

    assert results.match is not None


def test_request_when_it_fails_then_the_reason_is_kept_until_the_next(qtbot: QtBot) -> None:
    attempts: list[ResponseSet] = []
    expected = sample_match()  # made here: two threads that both ask first get one each

    def fail_once(answers: ResponseSet) -> object:
        attempts.append(answers)
        if len(attempts) == 1:
            raise StoreError(Message("error.store.no_profile", id="p-1"))
        return expected

    results, _ = make_results(fail_once)
    with qtbot.waitSignal(results.failed):
        results.request()
    assert results.error is not None
    assert results.match is None

    with qtbot.waitSignal(results.match_changed):
        results.request()

    # Told before there is another match: what failed is not said any longer.
    assert results.error is None
    qtbot.waitUntil(lambda: results.match is expected, timeout=30_000)


def test_match_when_somebody_chosen_is_known_no_more_then_the_others_stay_chosen(
    qtbot: QtBot,
) -> None:
    profiles = [*sample_directory().profiles()]

    def work(answers: ResponseSet) -> Match:
        there = profiles if answers.region == "us" else profiles[1:]
        return match(MemoryDirectory(there), answers, seed=7)

    results, sitting = make_results(work)
    with qtbot.waitSignal(results.match_changed):
        results.request()
    gone, first, second = (profile.id for profile in profiles[:3])
    for id_ in (second, gone, first):
        results.choose(id_)
    sitting.answer_again()

    with qtbot.waitSignals([results.match_changed, results.match_changed]):
        results.request()

    assert gone not in _ids(results)
    assert results.chosen == (second, first)


def test_choose_when_three_are_chosen_then_a_fourth_is_only_told(
    results: ResultsController, qtbot: QtBot
) -> None:
    four = _ids(results)[: MOST_CHOSEN + 1]
    for id_ in four[:MOST_CHOSEN]:
        results.choose(id_)

    with qtbot.waitSignal(results.limit_reached):
        results.choose(four[-1])

    assert results.chosen == tuple(four[:MOST_CHOSEN])


def test_choose_when_let_go_then_the_others_keep_their_order(results: ResultsController) -> None:
    first, second, third, *_ = _ids(results)
    for id_ in (first, second, third):
        results.choose(id_)

    results.choose(second, False)
    results.choose(second)

    assert results.chosen == (first, third, second)


def test_choose_when_it_is_chosen_already_then_nothing_is_told(
    results: ResultsController, qtbot: QtBot
) -> None:
    id_ = _ids(results)[0]
    results.choose(id_)

    with qtbot.assertNotEmitted(results.chosen_changed):
        results.choose(id_)


def test_result_and_profile_when_asked_for_then_they_are_of_one_person(
    results: ResultsController,
) -> None:
    id_ = _ids(results)[5]

    assert results.result(id_).profile_id == results.profile(id_).id == id_


def test_forget_when_a_sitting_ends_then_nothing_is_kept(results: ResultsController) -> None:
    results.choose(_ids(results)[0])
    results.open(_ids(results)[0])

    results.forget()

    assert (results.match, results.chosen, results.opened, results.error) == (None, (), "", None)
    assert results.model(Group.MEETS_ALL).rowCount() == 0


def test_open_from_here_when_gone_back_then_the_way_is_walked_back(
    results: ResultsController,
) -> None:
    first, second, third, *_ = _ids(results)
    results.open(first)
    results.open_from_here(second)
    results.open_from_here(third)
    assert (results.opened, results.opened_from) == (third, second)

    results.close()
    assert (results.opened, results.opened_from) == (second, first)
    results.close()
    results.close()
    assert (results.opened, results.opened_from) == (first, "")


def test_open_from_here_when_it_is_on_the_way_already_then_the_way_ends_there(
    results: ResultsController,
) -> None:
    first, second, *_ = _ids(results)
    results.open(first)
    results.open_from_here(second)

    results.open_from_here(first)

    assert (results.opened, results.opened_from) == (first, "")
