"""What may be told of an exception: its class, codes of the system, and where in the code it was.

Never what it says: that can hold an answer, a name, a path or a value of a database.
"""

import errno
import re
from collections.abc import Iterator
from types import TracebackType

from matcher.errors import MatcherError

OURS = ("matcher", "ui", "resources")
"""The packages whose modules are ours."""

NAME = re.compile(r"[A-Za-z0-9_.-]{1,60}")
"""What something is called in code: a logger, a key of a message, a state of a database."""

LONGEST_CODE = 58
"""Signs of a code, so that it is told in one short message."""

_LONGEST_PLACE = 39
_MOST_FRAMES = 24
_MOST_CAUSES = 4
_UNFIT = re.compile(r"[^A-Za-z0-9_.]")
_SIGNS = "A-Za-z0-9_.:/"
_CODE = re.compile(rf"[{_SIGNS}]{{1,{LONGEST_CODE}}}")
_OTHER_SIGNS = re.compile(rf"[^{_SIGNS}]+")


class Sayable(str):
    """Words that may be logged: names that stand in code, ours or that of a library."""

    __slots__ = ()


def kind_of(error: BaseException) -> Sayable:
    """Return the class of an exception, with the code of what a system or a database refused.

    Examples
    --------
    >>> kind_of(FileNotFoundError(2, "No such file", "/home/ana/answers.json"))
    'FileNotFoundError[ENOENT]'
    """
    name = _class_of(type(error))
    code = _code_of(error)
    return Sayable(f"{name}[{code}]" if code else name)


def trace_of(error: BaseException) -> Sayable:
    """Return the class of an exception and where it was raised, innermost first; and its causes."""
    return Sayable("; after ".join(f"{kind_of(one)}{_way(one)}" for one in _chain(error)))


def fault_code(exc_type: type[BaseException], traceback: TracebackType | None) -> str:
    """Return a fault as one short word: the class, and the module and line of ours it was met in.

    Returns
    -------
    str
        At most `LONGEST_CODE` signs that `is_code` accepts.
    """
    places = [*_places(traceback)]
    ours = [place for place in places if place.partition(".")[0] in OURS]
    place = f":{(ours or places)[-1][-_LONGEST_PLACE:]}" if places else ""
    return _class_of(exc_type)[: LONGEST_CODE - len(place)] + place


def is_code(word: str) -> bool:
    """Tell whether something is a code, as another process may tell it."""
    return _CODE.fullmatch(word) is not None


def as_code(words: str) -> str:
    """Return the end of what is said as a code, with ``_`` for the signs it may not have."""
    return _OTHER_SIGNS.sub("_", words)[-LONGEST_CODE:] or "unknown"


def code_word(word: str) -> Sayable:
    """Return a code that another process told; ``?`` for any other word."""
    return Sayable(word if is_code(word) else "?")


def _class_of(kind: type[BaseException]) -> str:
    name = kind.__name__
    return name if name.isascii() and name.isidentifier() else "Unnamed"


def _code_of(error: BaseException) -> str:
    """Return what a system, a database or one of our own messages calls it, if that is a name."""
    if isinstance(error, MatcherError):
        code: object = error.messages[0].key if error.messages else ""
    elif isinstance(error, OSError):
        code = errno.errorcode.get(error.errno, "") if error.errno is not None else ""
    else:
        met = getattr(error, "orig", None) or error
        code = getattr(met, "sqlite_errorname", "") or getattr(met, "sqlstate", "")
    return code if isinstance(code, str) and NAME.fullmatch(code) else ""


def _chain(error: BaseException) -> Iterator[BaseException]:
    met: list[BaseException] = []
    following: BaseException | None = error
    while following is not None and len(met) < _MOST_CAUSES:
        if any(one is following for one in met):
            return
        met.append(following)
        yield following
        hidden = following.__suppress_context__
        following = following.__cause__ or (None if hidden else following.__context__)


def _way(error: BaseException) -> str:
    places = [*_places(error.__traceback__)][-_MOST_FRAMES:]
    return " at " + " < ".join(reversed(places)) if places else ""


def _places(traceback: TracebackType | None) -> Iterator[str]:
    """Yield module and line of each frame; a file's path could hold somebody's name."""
    while traceback is not None:
        name = str(traceback.tb_frame.f_globals.get("__name__", ""))
        yield f"{_UNFIT.sub('_', name)}:{traceback.tb_lineno}"
        traceback = traceback.tb_next
