from dataclasses import replace
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from matcher.errors import Message, StoreError
from matcher.questionnaire.response import ResponseSet
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
