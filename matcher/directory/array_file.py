"""Named arrays in one file, in the layout of safetensors: mapped into memory, never copied.

Eight bytes of header length, a JSON header that names type, shape and place of every array, then
the arrays, in the order and alignment that other readers of the format expect. A digest in the
header covers every byte of the file but its own.
"""

import errno
import json
import mmap
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from math import prod
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from matcher.errors import Message, SnapshotError
from matcher.whole_file import WholeFile

Array = NDArray[Any]

_DTYPES: dict[str, np.dtype[Any]] = {
    "F64": np.dtype("<f8"),
    "U64": np.dtype("<u8"),
    "I32": np.dtype("<i4"),
    "U32": np.dtype("<u4"),
    "I8": np.dtype("<i1"),
    "U8": np.dtype("<u1"),
    "BOOL": np.dtype("?"),
}
_NAMES = {dtype: name for name, dtype in _DTYPES.items()}
_METADATA, _DIGEST = "__metadata__", "sha256"
_NO_DIGEST = b"0" * 64
_SHA256 = re.compile("[0-9a-f]{64}")
_LENGTH_BYTES = 8
_HEADER_LIMIT = 1 << 24
_CHUNK = 1 << 20
_MOST_DIMENSIONS = 2


@dataclass(frozen=True, slots=True)
class _Header:
    """A header that was understood.

    Attributes
    ----------
    raw
        The bytes before the arrays, length and all.
    entries
        What it says of each array.
    """

    raw: bytes
    metadata: Mapping[str, str]
    entries: Mapping[str, object]


def write_arrays(path: Path, arrays: Mapping[str, Array], metadata: Mapping[str, str]) -> str:
    """Write arrays to a file that appears whole or not at all, and return its digest.

    Parameters
    ----------
    path
        Its owner's alone. An older file there is replaced; who has it open goes on with what it
        held.
    arrays
        By name.
    metadata
        What else the header shall say.

    Raises
    ------
    OSError
        When it cannot be written, or a device has its name; nothing is left of it then.
    ValueError
        When there are more arrays than a header can name.
    """
    if path.exists() and not path.is_file():
        raise OSError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    # The largest items first: so each array is aligned without a gap.
    ordered = dict(sorted(arrays.items(), key=lambda item: (-item[1].itemsize, item[0])))
    head = _head_of(ordered, metadata)
    digest = _digest_of_new(head, ordered)
    head = head.replace(_NO_DIGEST, digest.encode(), 1)

    def write(file: BinaryIO) -> None:
        file.write(head)
        file.writelines(_bytes_of(values) for values in ordered.values())

    with WholeFile(path.parent, write) as whole:
        whole.replace(path)
    return digest


def map_arrays(
    path: Path, form: str, digest: str = ""
) -> tuple[dict[str, Array], Mapping[str, str]]:
    """Map the arrays of a file into memory, after every byte has been checked.

    Parameters
    ----------
    path
        A file of `write_arrays`, or of anybody.
    form
        The ``format`` its metadata has to name, with its version after a slash.
    digest
        The one it has to have; left out, any that is its own.

    Returns
    -------
    tuple
        Read-only arrays by name, and the metadata.

    Raises
    ------
    SnapshotError
        When there is no such file, or it is another's, of another version, or damaged.
    """
    try:
        if path.exists() and not path.is_file():
            raise _RefusedError("unreadable")  # to open a pipe would be to wait for ever
        with path.open("rb") as file:
            return _mapped(file, form, digest)
    except FileNotFoundError:
        raise _error("none", path) from None
    except OSError:
        raise _error("unreadable", path) from None
    except _RefusedError as fault:
        raise _error(str(fault), path) from None


class _RefusedError(Exception):
    """Why a file is refused: the last part of a message's key."""


def _error(reason: str, path: Path) -> SnapshotError:
    return SnapshotError(Message(f"error.snapshot.{reason}", file=str(path)))


def _head_of(arrays: Mapping[str, Array], metadata: Mapping[str, str]) -> bytes:
    header: dict[str, object] = {_METADATA: {_DIGEST: _NO_DIGEST.decode(), **metadata}}
    begin = 0
    for name, values in arrays.items():
        end = begin + values.nbytes
        dtype = _NAMES[values.dtype.newbyteorder("<")]
        header[name] = {"dtype": dtype, "shape": values.shape, "data_offsets": (begin, end)}
        begin = end
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % _LENGTH_BYTES)
    if len(text) > _HEADER_LIMIT:
        raise ValueError("too many arrays for one file")
    return len(text).to_bytes(_LENGTH_BYTES, "little") + text


def _digest_of_new(head: bytes, arrays: Mapping[str, Array]) -> str:
    digest = sha256(head)
    for values in arrays.values():
        digest.update(_bytes_of(values))
    return digest.hexdigest()


def _bytes_of(values: Array) -> memoryview:
    flat = np.ascontiguousarray(values, values.dtype.newbyteorder("<")).reshape(-1)
    return flat.view(np.uint8).data


def _mapped(file: BinaryIO, form: str, expected: str) -> tuple[dict[str, Array], Mapping[str, str]]:
    size = os.fstat(file.fileno()).st_size
    header = _read_header(file, size)
    _check_format(header.metadata.get("format", ""), form)
    begin = len(header.raw)
    places = dict(_places(header.entries, size - begin))
    digest = _digest_of(file, header)
    if digest != header.metadata.get(_DIGEST) or digest != (expected or digest):
        raise _RefusedError("damaged")
    mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    arrays = {
        name: np.frombuffer(mapped, dtype, prod(shape), begin + offset).reshape(shape)
        for name, (dtype, shape, offset) in places.items()
    }
    return arrays, header.metadata


def _read_header(file: BinaryIO, size: int) -> _Header:
    start = file.read(_LENGTH_BYTES)
    length = int.from_bytes(start, "little")
    if length % _LENGTH_BYTES or not 0 < length <= min(_HEADER_LIMIT, size - _LENGTH_BYTES):
        raise _RefusedError("not_ours")
    text = file.read(length)
    try:
        entries = json.loads(text.decode("ascii"), object_pairs_hook=_without_repeats)
    except (ValueError, RecursionError):
        raise _RefusedError("not_ours") from None
    metadata = entries.pop(_METADATA, None) if isinstance(entries, dict) else None
    if not isinstance(metadata, dict) or not all(isinstance(v, str) for v in metadata.values()):
        raise _RefusedError("not_ours")
    return _Header(start + text, metadata, entries)


def _without_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    entries = dict(pairs)
    if len(entries) < len(pairs):
        raise ValueError("a name stands twice")
    return entries


def _check_format(found: str, form: str) -> None:
    if found != form:
        is_kin = found.rpartition("/")[0] == form.rpartition("/")[0]
        raise _RefusedError("other_version" if is_kin else "not_ours")


_Place = tuple[np.dtype[Any], tuple[int, ...], int]


def _places(entries: Mapping[str, object], size: int) -> Iterator[tuple[str, _Place]]:
    """Give type, shape and offset of each array; together they fill the file without a gap."""
    reached = 0
    for name, entry in entries.items():
        dtype, shape, begin, end = _understood(entry)
        if begin != reached or end != begin + dtype.itemsize * prod(shape) or end > size:
            raise _RefusedError("damaged")
        yield name, (dtype, shape, begin)
        reached = end
    if reached != size:
        raise _RefusedError("damaged")


def _understood(entry: object) -> tuple[np.dtype[Any], tuple[int, ...], int, int]:
    match entry:
        case {"dtype": str(kind), "shape": list(shape), "data_offsets": [begin, end], **rest}:
            numbers = (*shape, begin, end)
            is_sound = not rest and len(shape) <= _MOST_DIMENSIONS and all(map(_is_count, numbers))
            if is_sound and kind in _DTYPES and begin % _DTYPES[kind].itemsize == 0:
                return _DTYPES[kind], tuple(shape), begin, end
    raise _RefusedError("damaged")


def _is_count(number: object) -> bool:
    return type(number) is int and 0 <= number <= 1 << 48


def _digest_of(file: BinaryIO, header: _Header) -> str:
    """Read the rest of a file for its digest; pages read so do not stay with this process."""
    written = header.metadata.get(_DIGEST, "")
    if not _SHA256.fullmatch(written) or header.raw.count(written.encode()) != 1:
        raise _RefusedError("damaged")
    digest = sha256(header.raw.replace(written.encode(), _NO_DIGEST))
    chunk = bytearray(_CHUNK)
    while count := file.readinto(chunk):  # type: ignore[attr-defined]
        digest.update(memoryview(chunk)[:count])
    return digest.hexdigest()
