import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from ui.controllers.rest_timer import LATEST_MS, REST_MS, RestTimer

pytestmark = pytest.mark.usefixtures("qapp")


def test_timer_when_changes_go_on_then_it_tells_all_the_same(qtbot: QtBot) -> None:
    timer = RestTimer()
    timer.rest.setInterval(60_000)
    timer.latest.setInterval(20)
    changes = QTimer(interval=0)
    changes.timeout.connect(timer.note_change)
    with qtbot.waitSignal(timer.rested):
        changes.start()
    with qtbot.waitSignal(timer.rested):
        pass  # and again, for as long as they go on
    changes.stop()


def test_timer_when_changes_rest_then_it_tells_once(qtbot: QtBot) -> None:
    timer = RestTimer()
    timer.rest.setInterval(0)
    with qtbot.waitSignal(timer.rested):
        timer.note_change()
    assert not timer.is_waiting
    assert not timer.latest.isActive()


def test_timer_when_stopped_then_nothing_waits() -> None:
    timer = RestTimer()
    timer.note_change()
    assert timer.is_waiting
    assert timer.latest.isActive()
    timer.stop()
    assert not timer.is_waiting
    assert not timer.latest.isActive()


def test_timer_when_made_then_nobody_waits_longer_than_some_seconds() -> None:
    timer = RestTimer()
    assert (timer.rest.interval(), timer.latest.interval()) == (REST_MS, LATEST_MS)
    assert REST_MS < LATEST_MS <= 4000
