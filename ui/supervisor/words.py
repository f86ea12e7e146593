"""The few words that the supervisor and its children say to each other, and nothing besides."""

from enum import IntEnum, StrEnum
from typing import NamedTuple

from matcher.trace import LONGEST_CODE, as_code, is_code


class ProcessKind(StrEnum):
    """What a child is for."""

    SITTING = "sitting"
    STAFF = "staff"
    HELPER = "helper"
    """Makes ready what sittings stand on."""
    WATCHER = "watcher"
    """Sees when that is changed on another computer."""


class Ending(IntEnum):
    """What the exit code of a process says that makes ready, or watches."""

    DONE = 0
    FAILED = 1
    CUT_OFF = 2
    """The server was not there, or did not stay until the end: a look shows when it is back.

    One that is there and refuses, or takes too long, is none of these: its looks are answered.
    """

    @classmethod
    def of(cls, exit_code: int | None) -> "Ending":
        """Return what a code says; one that nobody gave is a failure."""
        return next((each for each in cls if each == exit_code), cls.FAILED)


class Word(StrEnum):
    """What can be said.

    Attributes
    ----------
    READY, SHOWN, ALIVE
        The window is made; it is seen; its thread still turns, or the work gets on.
    BEGUN, SIGN
        Somebody began, or came in; somebody gave a sign of being there.
    ENDED
        Nothing of it is wanted any more.
    STAFF
        Somebody wishes the staff window.
    FAULT
        Something went wrong, with a code.
    CHANGED, LEAVE
        Staff changed what sittings stand on, or ends the kiosk.
    SHOW
        Be seen.
    """

    READY = "ready"
    SHOWN = "shown"
    ALIVE = "alive"
    BEGUN = "begun"
    SIGN = "sign"
    ENDED = "ended"
    STAFF = "staff"
    FAULT = "fault"
    CHANGED = "changed"
    LEAVE = "leave"
    SHOW = "show"


LONGEST = len(f"{Word.FAULT} ") + LONGEST_CODE
"""Bytes of a whole message."""

_OF_BOTH = frozenset({Word.READY, Word.ALIVE, Word.BEGUN, Word.ENDED, Word.FAULT})

_MAY_SAY = {
    ProcessKind.SITTING: _OF_BOTH | {Word.SHOWN, Word.SIGN, Word.STAFF},
    ProcessKind.STAFF: _OF_BOTH | {Word.CHANGED, Word.LEAVE},
    ProcessKind.HELPER: frozenset({Word.ALIVE}),
    ProcessKind.WATCHER: frozenset({Word.ALIVE}),
}


class Said(NamedTuple):
    """A word with its code; only a fault has one."""

    word: Word
    code: str = ""


def write(word: Word, code: str = "") -> bytes:
    """Return what is sent."""
    said = f"{word} {as_code(code)}" if word is Word.FAULT else word
    return said.encode("ascii")


def read(kind: ProcessKind, data: bytes) -> Said | None:
    """Return what a child of a kind said; ``None`` for anything that it may not say."""
    word, _, code = data.decode("ascii", "replace").partition(" ")
    if word not in _MAY_SAY[kind]:
        return None
    said = Said(Word(word), code)
    is_fit = is_code(code) if said.word is Word.FAULT else not code and b" " not in data
    return said if is_fit else None
