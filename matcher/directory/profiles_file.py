"""Published profiles in one file, mapped into memory: each is read when it is asked for.

Beside each profile stands the SHA-256 of its bytes, and it is looked at with every reading: what
happens to the file while it is open is noticed too.
"""

import json
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryFile
from types import MappingProxyType
from typing import Any, BinaryIO, overload

import numpy as np
from numpy.typing import NDArray

from matcher.directory.array_file import map_arrays, write_arrays
from matcher.directory.field import FIELDS, FieldKind
from matcher.directory.json_values import read_text, read_texts
from matcher.directory.profile import Fact, FactValue, Profile, Source
from matcher.directory.record import by_voice
from matcher.errors import Message, SnapshotError

FORMAT = "rapport-profiles/1"

_DIGEST_BYTES = sha256().digest_size
_ENCODING, _LONE_HALVES = "utf-8", "surrogatepass"
_FAULTS = (LookupError, TypeError, ValueError, InvalidOperation, RecursionError)
"""What a text says of itself that is no profile."""

_write_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_About = Mapping[str, Any]


class GrowingProfiles:
    """Such a file in the making; fields that are for staff alone do not go into it.

    Parameters
    ----------
    folder
        Where what came so far is kept, in a file without a name that is gone when this is closed:
        those of a whole country would fill the memory.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._texts: BinaryIO | None = None
        self._offsets = array("Q", [0])
        self._digests = bytearray()

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def add(self, profile: Profile) -> None:
        """Take in the next profile; `OSError` where there is no room for it."""
        text = _write_json(_to_json(profile)).encode(_ENCODING, _LONE_HALVES)
        if self._texts is None:
            self._texts = TemporaryFile(  # noqa: SIM115 - it lasts until it is closed
                dir=self._folder, prefix=".directory.", suffix=".new"
            )
        self._texts.write(text)
        self._offsets.append(self._offsets[-1] + len(text))
        self._digests += sha256(text).digest()

    def write(self, path: Path, about: _About) -> str:
        """Write all that came so far to a file that appears whole or not at all; give its digest.

        Parameters
        ----------
        path
            An older file there is replaced.
        about
            What else to say of them, in JSON values.

        Raises
        ------
        OSError
            When it cannot be written; nothing is left of it then.
        """
        arrays: dict[str, NDArray[Any]] = {
            "text": self._all_texts(),
            "offsets": np.array(self._offsets, dtype=np.uint64),
            "digests": np.frombuffer(self._digests, dtype=np.uint8).reshape(-1, _DIGEST_BYTES),
            "about": np.frombuffer(
                _write_json(about).encode(_ENCODING, _LONE_HALVES), dtype=np.uint8
            ),
        }
        return write_arrays(path, arrays, {"format": FORMAT})

    def close(self) -> None:
        """Let go of what came so far."""
        if self._texts is not None:
            self._texts.close()
        self._texts = None

    def _all_texts(self) -> NDArray[np.uint8]:
        """Return all texts, mapped into memory and not read into it."""
        if self._texts is None or not self._offsets[-1]:
            return np.zeros(0, dtype=np.uint8)
        self._texts.flush()
        return np.memmap(self._texts, dtype=np.uint8, mode="r")


class KeptProfiles(Sequence[Profile]):
    """The profiles of a file by row, read only when they are asked for.

    Parameters
    ----------
    path
        What to call the file.
    arrays
        What it holds.

    Attributes
    ----------
    about
        What else the file says of them.

    Notes
    -----
    To read one raises `SnapshotError` when it is no longer what was written.
    """

    def __init__(self, path: Path, arrays: Mapping[str, NDArray[Any]]) -> None:
        self._path = path
        self._texts = arrays["text"].data
        self._places = arrays["offsets"].data
        self._digests = arrays["digests"]
        self.about: _About = json.loads(str(arrays["about"].data, _ENCODING, _LONE_HALVES))

    def __len__(self) -> int:
        return len(self._places) - 1

    @overload
    def __getitem__(self, index: int) -> Profile: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Profile, ...]: ...
    def __getitem__(self, index: int | slice) -> Profile | tuple[Profile, ...]:
        rows = range(len(self))[index]
        if isinstance(rows, range):
            return tuple(map(self._read, rows))
        return self._read(rows)

    def __iter__(self) -> Iterator[Profile]:
        return map(self._read, range(len(self)))

    def _read(self, row: int) -> Profile:
        text = bytes(self._texts[self._places[row] : self._places[row + 1]])
        if sha256(text).digest() != self._digests[row].tobytes():
            raise damaged(self._path)
        try:
            return _from_json(json.loads(text.decode(_ENCODING, _LONE_HALVES)))
        except _FAULTS:  # whoever wrote this knew the digests, and not the form
            raise damaged(self._path) from None


def open_profiles(path: Path, digest: str = "") -> KeptProfiles:
    """Map a file of profiles into memory, once its digest is found right.

    Parameters
    ----------
    digest
        The one it has to have; left out, any that is its own.

    Raises
    ------
    SnapshotError
        When there is no such file, or it is another's, of another version, or damaged.
    """
    arrays, _ = map_arrays(path, FORMAT, digest)
    if not _is_sound(arrays):
        raise damaged(path)
    try:
        kept = KeptProfiles(path, arrays)
    except _FAULTS:
        raise damaged(path) from None
    if not isinstance(kept.about, dict):
        raise damaged(path)
    return kept


def damaged(path: Path) -> SnapshotError:
    """Say that a file is not what was written."""
    return SnapshotError(Message("error.snapshot.damaged", file=str(path)))


def _is_sound(arrays: Mapping[str, NDArray[Any]]) -> bool:
    if arrays.keys() != {"text", "offsets", "digests", "about"}:
        return False
    text, offsets, digests = arrays["text"], arrays["offsets"], arrays["digests"]
    bytes_alone = (text, digests, arrays["about"])
    return bool(
        all(values.dtype == np.uint8 for values in bytes_alone)
        and (text.ndim, arrays["about"].ndim) == (1, 1)
        and offsets.dtype == np.uint64
        and offsets.ndim == 1
        and len(offsets)
        and digests.shape == (len(offsets) - 1, _DIGEST_BYTES)
        and (offsets[0], offsets[-1]) == (0, len(text))
        and (offsets[1:] >= offsets[:-1]).all()
    )


def _to_json(profile: Profile) -> list[object]:
    """Return id, then what was said by one voice together, then what that outweighs."""
    facts = ((name, fact) for name, fact in profile.facts.items() if not FIELDS[name].for_staff)
    said = [
        [source.value, _day(day), {name: _plain(fact.value) for name, fact in stated.items()}]
        for (source, day), stated in by_voice(facts).items()
    ]
    outweighed = [
        [name, fact.source.value, _day(fact.confirmed_on), _plain(fact.value)]
        for name, fact in profile.superseded
        if not FIELDS[name].for_staff
    ]
    return [profile.id, said, outweighed]


def _from_json(entry: Any) -> Profile:
    profile_id, said, outweighed = entry
    facts = {
        name: Fact(_value(name, value), Source(source), _date(day))
        for source, day, stated in said
        for name, value in stated.items()
    }
    in_order = {name: facts[name] for name in FIELDS if name in facts}
    superseded = tuple(
        (name, Fact(_value(name, value), Source(source), _date(day)))
        for name, source, day, value in outweighed
    )
    return Profile(read_text(profile_id), MappingProxyType(in_order), superseded)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _date(day: str | None) -> date | None:
    return None if day is None else date.fromisoformat(day)


def _plain(value: FactValue) -> object:
    if isinstance(value, Decimal):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value


def _value(name: str, value: Any) -> FactValue:
    return _READERS[FIELDS[name].kind](value)


def _steps(values: Any) -> tuple[int, int]:
    low, high = values
    if type(low) is not int or type(high) is not int:
        raise TypeError(values)
    return low, high


_READERS: Mapping[FieldKind, Callable[[Any], FactValue]] = {
    FieldKind.TEXT: read_text,
    FieldKind.CODE: read_text,
    FieldKind.CODES: read_texts,
    FieldKind.STEPS: _steps,
    FieldKind.TIMES: read_texts,
    FieldKind.NUMBER: lambda value: Decimal(read_text(value)),
    FieldKind.DATE: lambda value: date.fromisoformat(read_text(value)),
}
