"""Qt's own messages: noted by who says them, not by what they say, which may quote a text."""

import logging
import re

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
    qInstallMessageHandler(_note)


def leave_qt_messages() -> None:
    """Let Qt print its messages again."""
    qInstallMessageHandler(None)


def _note(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    _log.log(_LEVELS[kind], "a message of Qt: %s", _caller_of(message))


def _caller_of(message: str) -> Sayable:
    """Return the function of Qt that a message begins with; ``?`` where it names none."""
    found = _FUNCTION.match(message)
    is_qt = found and any(hasattr(part, found[1]) for part in (QtCore, QtGui, QtWidgets))
    return Sayable(found[0] if found and is_qt else "?")
