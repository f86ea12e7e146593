"""Qt's own messages: noted by who says them, not by what they say, which may quote a text."""

import logging
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from matcher.trace import Sayable

_log = logging.getLogger(__name__)

_FUNCTION = re.compile(r"(Q[A-Za-z]{1,40})::[A-Za-z~]{1,40}\b")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def note_qt_messages() -> None:
    """Have Qt's messages noted from now on, in place of being printed."""
    qInstallMessageHandler(_take)


def leave_qt_messages() -> None:
    """Let Qt print its messages again."""
    qInstallMessageHandler(None)


@contextmanager
def giving_up_told(say: Callable[[], object]) -> Iterator[None]:
    """Have Qt's messages noted afterwards; where it gives up, end with 1 where it would abort.

    Parameters
    ----------
    say
        Says that it gave up, in place of all its messages.
    """
    held: list[tuple[QtMsgType, str]] = []

    def hold(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind == QtMsgType.QtFatalMsg:
            say()
            os._exit(1)  # nothing that is raised here comes out of Qt
        held.append((kind, message))

    qInstallMessageHandler(hold)
    try:
        yield
    finally:
        leave_qt_messages()
        for kind, message in held:
            _note(kind, message)


def _take(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    _note(kind, message)


def _note(kind: QtMsgType, message: str) -> None:
    _log.log(_LEVELS[kind], "a message of Qt: %s", _caller_of(message))


def _caller_of(message: str) -> Sayable:
    """Return the function of Qt that a message begins with; ``?`` where it names none."""
    found = _FUNCTION.match(message)
    is_qt = found and any(hasattr(part, found[1]) for part in (QtCore, QtGui, QtWidgets))
    return Sayable(found[0] if found and is_qt else "?")
