from threading import Event

from pytestqt.qtbot import QtBot

from matcher.errors import MatcherError, Message
from ui.controllers.asking_controller import AskingController


class Doubling(AskingController):
    """Doubles a number, or fails when it is negative; the first one waits."""

    may_go_on = Event()

    def request(self, number: int) -> None:
        self._ask(self._double, number)

    @classmethod
    def _double(cls, number: int) -> int:
        if number == 1:
            cls.may_go_on.wait(10)
        if number < 0:
            raise MatcherError(Message("error.unexpected"))
        return 2 * number


def test_ask_when_answered_then_the_answer_is_told(qtbot: QtBot) -> None:
    asking = Doubling()

    with qtbot.waitSignal(asking.found) as told:
        asking.request(21)
        assert asking.busy

    assert told.args == [42]
    assert not asking.busy


def test_ask_when_asked_again_then_only_the_newest_is_told(qtbot: QtBot) -> None:
    asking, told = Doubling(), []
    asking.found.connect(told.append)

    with qtbot.waitSignal(asking.found):
        asking.request(1)
        asking.request(2)
    Doubling.may_go_on.set()
    qtbot.wait(20)

    assert told == [4]


def test_ask_when_it_fails_then_the_reason_is_told(qtbot: QtBot) -> None:
    asking = Doubling()

    with qtbot.waitSignal(asking.failed):
        asking.request(-1)


def test_forget_when_something_is_under_way_then_it_is_not_told(qtbot: QtBot) -> None:
    asking = Doubling()
    asking.request(3)

    asking.forget()

    assert not asking.busy
    with qtbot.assertNotEmitted(asking.found, wait=30):
        pass
