"""What the program notes of itself: where something went wrong, never with whom or with what.

Of our own modules a line holds the words that stand in the code, numbers, and what
`matcher.trace` makes of an exception. Of libraries it holds the level and the name alone: what they
say may quote a value. Nothing that goes wrong while noting ever stops the program.
"""

import logging
import sys
import threading
import warnings
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TextIO

from matcher.log_file import LogFile
from matcher.trace import NAME, OURS, Sayable, trace_of

LEVELS = ("debug", "info", "warning", "error")

_FOLDER = "log"
_FILE = "rapport.log"
_LONGEST = 3000
_log = logging.getLogger(__name__)
_hooks: list[Callable[[], None]] = []
"""What puts each of Python's own hooks back."""


class QuietFormatter(logging.Formatter):
    """Says of a record what may be kept, on one line.

    Parameters
    ----------
    is_dated
        Whether a line begins with the time.
    """

    def __init__(self, *, is_dated: bool) -> None:
        super().__init__()
        self._is_dated = is_dated

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        begun = f"{record.levelname} {_fit(record.name)}"
        if self._is_dated:
            moment = datetime.fromtimestamp(record.created).astimezone()
            begun = f"{moment.isoformat(timespec='seconds')} {begun}"
        said = [part for part in (_words_of(record), _trace_of(record)) if part]
        line = f"{begun}: {' | '.join(said)}" if said else begun
        return " ".join(line.split())[:_LONGEST]


class _Handler(logging.Handler):
    """Hands lines on, and bears whatever becomes of them."""

    def __init__(self, write: Callable[[str], object], *, is_dated: bool) -> None:
        super().__init__()
        self._write = write
        self.setFormatter(QuietFormatter(is_dated=is_dated))

    def emit(self, record: logging.LogRecord) -> None:
        """Hand a line on; without room for it, it is not kept."""
        with suppress(Exception):
            self._write(self.format(record))


def to_stderr(level: str = "") -> None:
    """Note on standard error, as the commands do.

    Parameters
    ----------
    level
        One of `LEVELS`: from which level on our own modules speak; libraries keep to warnings.
    """
    _hand_to(_Handler(_print, is_dated=False))
    _listen_from(level)


def to_file(data_dir: Path, level: str = "") -> Path:
    """Note in a file of the data folder and on standard error, as windows and supervisors do.

    Whatever nobody caught is noted there too, in place of Python's own words about it. The file is
    made when there is something to note.

    Parameters
    ----------
    data_dir
        Folder of the program's own data.
    level
        As in `to_stderr`.

    Returns
    -------
    Path
        The file.
    """
    file = LogFile(data_dir / _FOLDER / _FILE)
    _hand_to(_Handler(file.write, is_dated=True), _Handler(_print, is_dated=False))
    _listen_from(level)
    _take_hooks()
    return file.path


def keep_silent() -> None:
    """Note nothing anywhere, as a process does that holds answers and may not write."""
    _hand_to(_Handler(_forget, is_dated=False))
    _take_hooks()


def stop() -> None:
    """Let Python speak for itself again."""
    _hand_to()
    while _hooks:
        _hooks.pop()()


def note_fault(error: BaseException) -> None:
    """Note an exception that nobody expected: its class, where it was, nothing it says."""
    _log.error("a fault: %s", trace_of(error))


def _hand_to(*handlers: logging.Handler) -> None:
    root = logging.getLogger()
    for before in [one for one in root.handlers if isinstance(one, _Handler)]:
        root.removeHandler(before)
    for handler in handlers:
        root.addHandler(handler)


def _listen_from(level: str) -> None:
    # Libraries keep to warnings: what they tell at lower levels may hold what people answered.
    for name in OURS if level else ():
        logging.getLogger(name).setLevel(level.upper())


def _print(line: str) -> None:
    if sys.stderr is not None:  # a window started without a terminal has none
        sys.stderr.write(line + "\n")


def _forget(_line: str) -> None:
    pass


def _words_of(record: logging.LogRecord) -> str:
    """Return the words of our own records, filled with nothing but what may be said."""
    if record.name.partition(".")[0] not in OURS or not isinstance(record.msg, str):
        return ""
    args = record.args
    if isinstance(args, Mapping):
        filling: object = {name: _sayable(value) for name, value in args.items()}
    else:
        filling = tuple(map(_sayable, args or ()))
    try:
        return record.msg % filling if filling else record.msg
    except (KeyError, TypeError, ValueError):
        return record.msg


def _sayable(value: object) -> object:
    return value if isinstance(value, int | float | Sayable) else "<...>"


def _trace_of(record: logging.LogRecord) -> str:
    error = record.exc_info[1] if isinstance(record.exc_info, tuple) else None
    return "" if error is None else trace_of(error)


def _fit(name: str) -> str:
    """Return the name of a logger or of a class, if it is one."""
    return name if NAME.fullmatch(name) else "?"


def _take_hooks() -> None:
    """Note what Python itself would print of an exception or a warning."""
    if _hooks:
        return
    kept = sys.excepthook, threading.excepthook, sys.unraisablehook, warnings.showwarning
    sys.excepthook = _note_uncaught
    threading.excepthook = _note_of_thread
    sys.unraisablehook = _note_unraisable
    # A way that the module itself names, for programs that show warnings elsewhere.
    warnings.showwarning = _note_warning
    shown = logging.raiseExceptions
    logging.raiseExceptions = False

    def put_back() -> None:
        sys.excepthook, threading.excepthook, sys.unraisablehook, warnings.showwarning = kept
        logging.raiseExceptions = shown

    _hooks.append(put_back)


def _note_uncaught(
    _kind: type[BaseException], error: BaseException, traceback: TracebackType | None
) -> None:
    if not isinstance(error, KeyboardInterrupt):
        note_fault(error.with_traceback(traceback))


def _note_of_thread(args: threading.ExceptHookArgs) -> None:
    if args.exc_value is not None:
        note_fault(args.exc_value)


def _note_unraisable(args: "sys.UnraisableHookArgs") -> None:
    if args.exc_value is not None:
        note_fault(args.exc_value)


def _note_warning(  # noqa: PLR0913, PLR0917 - as Python calls it
    message: Warning | str,  # noqa: ARG001 - it may quote a value
    category: type[Warning],
    filename: str,  # noqa: ARG001
    lineno: int,
    file: TextIO | None = None,  # noqa: ARG001
    line: str | None = None,  # noqa: ARG001
) -> None:
    name = Sayable(_fit(category.__name__))
    _log.warning("a warning of Python: %s, line %d", name, lineno)
