import logging
import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import qCritical, qInstallMessageHandler, qWarning
from support.source import ROOT

from ui.qt_messages import giving_up_told, leave_qt_messages, note_qt_messages


@pytest.fixture
def before() -> Iterator[object]:
    """Give Qt's handler back to whoever had it."""
    kept = qInstallMessageHandler(None)
    yield
    qInstallMessageHandler(kept)


@pytest.mark.parametrize(
    ("message", "said"),
    [
        pytest.param("QPainter::begin: no device for Quokka", "QPainter::begin", id="of_qt"),
        pytest.param("Quokka could not be loaded", "?", id="of_somebody"),
        pytest.param("Quokka::Vidal 97201\nmore", "?", id="looks_like_a_function"),
    ],
)
def test_message_when_qt_gives_one_then_who_says_it_is_noted(
    before: object, caplog: pytest.LogCaptureFixture, message: str, said: str
) -> None:
    note_qt_messages()
    qWarning(message)
    qCritical(message)
    leave_qt_messages()

    assert [record.levelno for record in caplog.records] == [logging.WARNING, logging.ERROR]
    assert {record.getMessage() for record in caplog.records} == {f"a message of Qt: {said}"}


def test_messages_when_qt_does_not_give_up_then_they_are_noted_afterwards(
    before: object, caplog: pytest.LogCaptureFixture
) -> None:
    with giving_up_told(pytest.fail):
        qWarning("QPainter::begin: no device for Quokka")
        assert caplog.records == []

    assert [each.getMessage() for each in caplog.records] == ["a message of Qt: QPainter::begin"]


def test_messages_when_qt_gives_up_then_that_is_said_alone_and_it_ends_with_1() -> None:
    code = (
        "from PySide6.QtCore import qFatal, qWarning\n"
        "from ui.qt_messages import giving_up_told\n"
        "with giving_up_told(lambda: print('told', flush=True)):\n"
        "    qWarning('QPainter::begin: no device')\n"
        "    qFatal('no screen')\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stdout, done.stderr) == (1, "told\n", "")
