"""The file of the key: the key itself is in it, wrapped by each secret that gives it out again.

A line names the form, its version and a digest of all that follows, which is JSON. The same stands
in the file twice: it is small, and without it everything that is kept is lost. The digest tells a
damaged file from a wrong passphrase; that nobody changed it is seen when the key is unwrapped.
"""

import json
import re
from base64 import b64decode, b64encode
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from typing import Any

from matcher.errors import Message, PersonalError

VERSION = 1

BLOCK_BYTES = 4096
"""Each of the two copies takes as much, so that no sector of a disk holds parts of both."""

_HEAD = re.compile(rb"rapport-key/([1-9][0-9]{0,3}) ([0-9a-f]{64})\n")
_MOST_WORK = {"passes": 64, "memory_kib": 4 * 1024 * 1024, "lanes": 64}


@dataclass(frozen=True, slots=True)
class Work:
    """What it takes to make a key of a passphrase, by Argon2id.

    Attributes
    ----------
    passes, memory_kib, lanes
        As Argon2 counts them. 256 MiB three times over take about a second, and leave who guesses
        on graphics cards little of their lead.
    """

    passes: int = 3
    memory_kib: int = 256 * 1024
    lanes: int = 4


@dataclass(frozen=True, slots=True)
class Wrapped:
    """The key, wrapped by one secret.

    Attributes
    ----------
    salt
        Drawn anew each time.
    sealed
        What AES-GCM made of it, after the number used once.
    work
        Of a passphrase alone: the other secrets are drawn by chance, and need none.
    """

    salt: bytes
    sealed: bytes = field(repr=False)
    work: Work | None = None


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What is in the file.

    Attributes
    ----------
    name
        Drawn by chance; the key is kept under it where the computer remembers it.
    passphrase, code, computer
        The key, wrapped by each of them. Unless asked, no computer remembers one.
    """

    name: str
    passphrase: Wrapped
    code: Wrapped
    computer: Wrapped | None = None


def to_bytes(key_file: KeyFile) -> bytes:
    """Return the bytes of the file."""
    slots = {
        name: _slot_out(wrapped)
        for name in ("passphrase", "code", "computer")
        if (wrapped := getattr(key_file, name)) is not None
    }
    body = json.dumps({"name": key_file.name, **slots}).encode()
    version = str(VERSION).encode()
    head = b"rapport-key/%b %b\n" % (version, _digest(version, body))
    return (head + body).ljust(BLOCK_BYTES, b"\n") * 2


def from_bytes(data: bytes, file: str) -> KeyFile:
    """Read the bytes of a file.

    Parameters
    ----------
    file
        What to call it in a sentence.

    Raises
    ------
    PersonalError
        When both copies are damaged, it is of a newer version, or of another kind.
    """
    reason = "key_damaged"
    for start in (0, BLOCK_BYTES):
        block = data[start : start + BLOCK_BYTES].rstrip(b"\n")
        head = _HEAD.match(block)
        if head is None or _digest(head[1], block[head.end() :]) != head[2]:
            continue
        if int(head[1]) > VERSION:
            reason = "newer"
        elif (key_file := _read(block[head.end() :])) is not None:
            return key_file
    if b"rapport-key/" not in data and not _looks_damaged(data):
        reason = "not_ours"
    raise PersonalError(Message(f"personal.error.{reason}", file=file))


def is_wiped(data: bytes) -> bool:
    """Tell whether this is what `matcher.services.personal.folder` leaves of a key for a moment."""
    return bool(data) and not any(data)


def _looks_damaged(data: bytes) -> bool:
    """Tell a file of ours that lost its beginnings from one of another kind: by its length."""
    return len(data) in {0, 2 * BLOCK_BYTES}


def _digest(version: bytes, body: bytes) -> bytes:
    return sha256(version + b"\n" + body).hexdigest().encode()


def _slot_out(wrapped: Wrapped) -> dict[str, Any]:
    out: dict[str, Any] = {
        "salt": b64encode(wrapped.salt).decode(),
        "sealed": b64encode(wrapped.sealed).decode(),
    }
    return out if wrapped.work is None else {**out, "work": asdict(wrapped.work)}


def _read(body: bytes) -> KeyFile | None:
    """Return what the body says; ``None`` when it is none of ours in spite of its digest."""
    try:
        document = json.loads(body)
        slots = {name: _slot_in(slot) for name, slot in document.items() if name != "name"}
        return KeyFile(str(document["name"]), **slots)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _slot_in(slot: dict[str, Any]) -> Wrapped:
    work = None if "work" not in slot else Work(**slot["work"])
    for name, most in _MOST_WORK.items() if work is not None else ():
        if not 0 < int(getattr(work, name)) <= most:
            raise ValueError(name)
    return Wrapped(b64decode(slot["salt"]), b64decode(slot["sealed"]), work)
