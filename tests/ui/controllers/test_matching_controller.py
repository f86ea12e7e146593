from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.sittings import sample_answers

from matcher.errors import Message, StoreError
from matcher.questionnaire.response import ResponseSet, WeightWishes
from matcher.services.directory.sample_directory import sample_directory
from matcher.services.matching.match import Match, match
from ui.controllers.matching_controller import MatchingController

_ANSWERS = ResponseSet("preferences/1")
_OTHERS = replace(_ANSWERS, language="es")


class FakeService:
    """Says back what it was asked, and counts; English waits until it may go on."""

    def __init__(self) -> None:
        self.asked = 0
        self.may_go_on = Event()
        self.may_go_on.set()
        self.fails = False

    def match(self, answers: ResponseSet) -> str:
        self.asked += 1
        if answers.language == "en":
            self.may_go_on.wait(10)
        if self.fails:
            raise StoreError(Message("error.unexpected"))
        return f"match in {answers.language}"


@pytest.fixture
def service() -> FakeService:
    return FakeService()


@pytest.fixture
def matching(qapp: object, service: FakeService) -> MatchingController:
    return MatchingController(service.match)


def test_request_when_answered_then_the_match_is_kept_and_told(
    matching: MatchingController, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(matching.matched) as told:
        matching.request(_ANSWERS)
        assert matching.busy
        assert matching.match is None

    assert told.args == ["match in en"] == [matching.match]


def test_request_when_nothing_changed_then_nothing_is_reckoned_again(
    matching: MatchingController, service: FakeService, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(matching.matched):
        matching.request(_ANSWERS)

    with qtbot.waitSignal(matching.matched):
        matching.request(_ANSWERS)

    assert service.asked == 1


def test_request_when_a_newer_one_was_made_then_the_late_match_never_overwrites_it(
    matching: MatchingController, service: FakeService, qtbot: QtBot
) -> None:
    service.may_go_on.clear()
    matching.request(_ANSWERS)

    with qtbot.waitSignal(matching.matched):
        matching.request(_OTHERS)
    service.may_go_on.set()

    with qtbot.assertNotEmitted(matching.matched, wait=50):
        pass
    assert matching.match == "match in es"


def test_request_when_it_fails_then_the_reason_is_told_and_it_can_be_asked_again(
    matching: MatchingController, service: FakeService, qtbot: QtBot
) -> None:
    service.fails = True
    with qtbot.waitSignal(matching.failed):
        matching.request(_ANSWERS)

    service.fails = False
    with qtbot.waitSignal(matching.matched):
        matching.request(_ANSWERS)


def test_forget_when_a_match_was_made_then_none_is_left(
    matching: MatchingController, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(matching.matched):
        matching.request(_ANSWERS)

    matching.forget()

    assert matching.match is None
    assert not matching.busy


def test_request_when_only_weights_changed_then_nothing_is_evaluated_again(qtbot: QtBot) -> None:
    asked: list[ResponseSet] = []

    def work(answers: ResponseSet) -> Match:
        asked.append(answers)
        return match(sample_directory(), answers, seed=7)

    matching = MatchingController(work)
    with qtbot.waitSignal(matching.matched):
        matching.request(sample_answers())
    before = matching.match
    changed = replace(sample_answers(), weights=WeightWishes(preset="equal"))

    with qtbot.waitSignal(matching.matched):
        matching.request(changed)

    assert len(asked) == 1
    assert before is not None
    assert matching.match is not None
    assert matching.match.answers == changed
    assert matching.match.evaluation.low is before.evaluation.low

    with qtbot.waitSignal(matching.matched):
        matching.request(replace(changed, region="gb"))
    assert len(asked) == 2


def test_forget_when_a_match_was_made_then_the_next_one_is_made_anew(
    matching: MatchingController, service: FakeService, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(matching.matched):
        matching.request(_ANSWERS)
    matching.forget()

    with qtbot.waitSignal(matching.matched):
        matching.request(replace(_ANSWERS, weights=WeightWishes(preset="equal")))

    assert service.asked == 2


def test_request_when_weights_change_while_another_match_is_made_then_that_never_overwrites_it(
    qtbot: QtBot,
) -> None:
    may_go_on = Event()

    def work(answers: ResponseSet) -> Match:
        if answers.region == "gb":
            assert may_go_on.wait(10)
        return match(sample_directory(), answers, seed=7)

    matching = MatchingController(work)
    with qtbot.waitSignal(matching.matched):
        matching.request(sample_answers())
    matching.request(replace(sample_answers(), region="gb"))
    changed = replace(sample_answers(), weights=WeightWishes(preset="equal"))

    matching.request(changed)
    with qtbot.assertNotEmitted(matching.matched):
        may_go_on.set()
        # The late match is made, and its answer read, before anything is said about it.
        assert QThreadPool.globalInstance().waitForDone(10_000)
        QApplication.processEvents()

    assert not matching.busy
    assert matching.match is not None
    assert matching.match.answers == changed
