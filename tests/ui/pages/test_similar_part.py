import pytest
from pytestqt.qtbot import QtBot
from support.sittings import first_of, make_results, sample_match
from support.window import english

from matcher.errors import MatcherError, Message
from matcher.questionnaire.response import ResponseSet
from matcher.scoring.result import Group
from matcher.services.directory.sample_directory import sample_directory
from matcher.services.matching.match import match
from ui.controllers.results_controller import ResultsController
from ui.controllers.similar_controller import SimilarController
from ui.pages.similar_part import SimilarPart
from ui.widgets.text import Text

_SLOW = 60_000


@pytest.fixture
def results(qtbot: QtBot) -> ResultsController:
    results, _ = make_results(lambda _: sample_match())
    with qtbot.waitSignal(results.match_changed):
        results.request()
    results.open(first_of(Group.NOT_ACCEPTING)[0].profile_id)
    return results


def _part(results: ResultsController, qtbot: QtBot) -> tuple[SimilarPart, SimilarController]:
    similar = SimilarController(results, results)
    part = SimilarPart(english(), results, similar)
    qtbot.addWidget(part)
    part.show_profile(results.opened)
    part.show()
    return part, similar


def test_part_when_nobody_pressed_then_nobody_is_looked_for(
    results: ResultsController, qtbot: QtBot
) -> None:
    part, similar = _part(results, qtbot)

    assert not similar.busy
    assert part.note.plain == "Looking at them does not change the order of your list."
    assert part.show_button.accessibleName().startswith("Show people like ")


def test_part_when_pressed_then_it_waits_and_then_shows_three(
    results: ResultsController, qtbot: QtBot
) -> None:
    part, similar = _part(results, qtbot)

    with qtbot.waitSignal(similar.found, timeout=_SLOW):
        part.show_button.click()
        assert part.told.plain.startswith("Looking for people like ")

    assert len(part.people) == 3
    for card in part.people:
        assert len([text for text in card.findChildren(Text) if text.plain]) >= 2


def test_part_when_another_profile_is_looked_at_then_it_begins_anew(
    results: ResultsController, qtbot: QtBot
) -> None:
    part, similar = _part(results, qtbot)

    with qtbot.assertNotEmitted(similar.found, wait=1500):
        part.show_button.click()
        part.show_profile(first_of(Group.MEETS_ALL)[0].profile_id)

    assert part.people == ()
    assert part.told.plain == ""


def test_part_when_nobody_is_like_them_then_it_says_so(
    results: ResultsController, qtbot: QtBot
) -> None:
    part, similar = _part(results, qtbot)

    similar.found.emit(())

    assert part.told.plain == english().text("learning.similar.none")
    assert part.people == ()


def test_part_when_nothing_was_asked_then_it_says_what_to_do(qtbot: QtBot) -> None:
    shown = match(sample_directory(), ResponseSet("preferences/1"), seed=7)
    results, _ = make_results(lambda _: shown)
    with qtbot.waitSignal(results.match_changed):
        results.request()
    results.open(shown.evaluation.snapshot.ids[0])
    part, similar = _part(results, qtbot)

    part.show_button.click()

    assert part.told.plain == english().text("learning.similar.unasked")
    assert not similar.busy


def test_part_when_it_fails_then_it_says_so(results: ResultsController, qtbot: QtBot) -> None:
    part, similar = _part(results, qtbot)

    similar.failed.emit(MatcherError(Message("error.unexpected")))

    assert part.told.plain == english().text("error.unexpected")
