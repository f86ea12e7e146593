import logging
from collections.abc import Iterator

import pytest
from PySide6.QtCore import qCritical, qInstallMessageHandler, qWarning

from ui.qt_messages import leave_qt_messages, note_qt_messages


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
