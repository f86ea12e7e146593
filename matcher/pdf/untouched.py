"""Tells a PDF that is still as this program made it from every other one."""

import hashlib

_ID = b"/ID [<"
_LENGTH = 32
_BETWEEN = b"><"
_BLANK = b"0" * _LENGTH


def sealed(data: bytes) -> bytes:
    """Return a PDF that holds a digest of all its bytes.

    Parameters
    ----------
    data
        As written last; its trailer has an ``/ID``, whose second half stands for what a file has
        become and is the digest's place.
    """
    place = _place(data)
    if place < 0:
        raise ValueError("no place for a digest")
    return data[:place] + _digest(data, place) + data[place + _LENGTH :]


def is_untouched(data: bytes) -> bool:
    """Tell whether a PDF is byte by byte as this program made it."""
    place = _place(data)
    return place >= 0 and data[place : place + _LENGTH] == _digest(data, place)


def _place(data: bytes) -> int:
    start = data.rfind(_ID)
    place = start + len(_ID) + _LENGTH + len(_BETWEEN)
    is_there = start >= 0 and data[place - len(_BETWEEN) : place] == _BETWEEN
    return place if is_there and data[place + _LENGTH : place + _LENGTH + 1] == b">" else -1


def _digest(data: bytes, place: int) -> bytes:
    blanked = hashlib.sha256(data[:place])
    blanked.update(_BLANK)
    blanked.update(data[place + _LENGTH :])
    return blanked.hexdigest()[:_LENGTH].encode()
