import logging
from threading import Event

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete
from support.window import settle

from matcher.errors import MatcherError, Message, StoreError
from ui.tasks import LatestJob


def _double(number: int) -> int:
    return 2 * number


def _refuse() -> None:
    raise StoreError(Message("error.unexpected"))


def _stumble() -> None:
    raise ZeroDivisionError("one person's answer")


def _wait_for(event: Event, answer: str) -> str:
    event.wait(10)
    return answer


@pytest.fixture
def job(qapp: object) -> LatestJob:
    return LatestJob()


def test_job_when_it_ends_then_its_answer_is_told(job: LatestJob, qtbot: QtBot) -> None:
    with qtbot.waitSignal(job.done) as told:
        job.start(_double, 21)
        assert job.busy

    assert told.args == [42]
    assert not job.busy


def test_job_when_a_newer_one_was_asked_for_then_the_late_answer_is_dropped(
    job: LatestJob, qtbot: QtBot
) -> None:
    told: list[object] = []
    job.done.connect(told.append)
    go_on = Event()

    job.start(_wait_for, go_on, "old")
    with qtbot.waitSignal(job.done):
        job.start(_double, 1)
    go_on.set()
    qtbot.waitUntil(lambda: not job.busy)
    with qtbot.waitSignal(job.done):
        job.start(_double, 2)

    assert told == [2, 4]


def test_job_when_dropped_then_its_answer_is_not_told(job: LatestJob, qtbot: QtBot) -> None:
    go_on = Event()
    job.start(_wait_for, go_on, "unwanted")

    job.drop()
    go_on.set()

    assert not job.busy
    with qtbot.assertNotEmitted(job.done, wait=50):
        pass


def test_job_when_it_cannot_be_done_then_the_reason_is_told(job: LatestJob, qtbot: QtBot) -> None:
    with qtbot.waitSignal(job.failed) as told:
        job.start(_refuse)

    assert told.args[0].messages == (Message("error.unexpected"),)


def test_job_when_the_program_is_wrong_then_nobody_waits_and_no_answer_is_logged(
    job: LatestJob, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR), qtbot.waitSignal(job.failed) as told:
        job.start(_stumble)

    assert isinstance(told.args[0], MatcherError)
    assert "ZeroDivisionError" in caplog.text
    assert "answer" not in caplog.text


def test_job_when_who_asked_is_gone_before_it_ends_then_the_answer_is_nobodys(
    qtbot: QtBot,
) -> None:
    owner = QObject()
    job = LatestJob(owner)
    told: list[object] = []
    job.done.connect(told.append)
    go_on = Event()
    job.start(_wait_for, go_on, "late")

    delete(owner)
    go_on.set()
    settle()

    assert told == []
