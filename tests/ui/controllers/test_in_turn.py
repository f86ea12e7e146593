from threading import Event

from pytestqt.qtbot import QtBot
from support.window import settle

from matcher.errors import MatcherError, Message
from ui.controllers.in_turn import InTurn


def test_start_when_asked_several_times_then_each_is_done_in_turn_and_told(qtbot: QtBot) -> None:
    turns, told, done = InTurn(), [], []
    turns.done.connect(told.append)
    first = Event()

    def work(number: int) -> int:
        if number == 0:
            first.wait(5)
        done.append(number)
        return number

    for number in range(3):
        turns.start(work, number)
    assert turns.busy
    assert done == []
    first.set()
    qtbot.waitUntil(lambda: len(told) == 3)

    assert done == told == [0, 1, 2]
    assert not turns.busy


def test_start_when_one_fails_then_that_is_told_and_the_next_goes_on(qtbot: QtBot) -> None:
    turns, told, failed = InTurn(), [], []
    turns.done.connect(told.append)
    turns.failed.connect(failed.append)

    def refuse() -> None:
        raise MatcherError(Message("error.store.no_profile", id="p-9"))

    turns.start(refuse)
    turns.start(int, "7")
    qtbot.waitUntil(lambda: bool(told))
    settle()

    assert told == [7]
    assert [each.messages[0].key for each in failed] == ["error.store.no_profile"]
