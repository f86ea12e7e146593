"""Whether a bundle is as it was made: every file, none missing, none more."""

from __future__ import annotations

import errno
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from matcher.errors import Message
from matcher.release.manifest import FORMAT, MANIFEST, SIGNATURE, Entry, entry_at, places_in


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of a bundle.

    Attributes
    ----------
    version
        Of which version it is; ``""`` where the list does not hold.
    entries
        How many files and links are listed.
    faults
        Whatever is not as it was made; empty when all is well.
    """

    version: str = ""
    entries: int = 0
    faults: tuple[Message, ...] = ()


def verify(folder: Path, public_key: bytes) -> Verdict:
    """Hold a bundle against its list, and the list against the key it must be signed with.

    Parameters
    ----------
    folder
        Where the bundle is.
    public_key
        The 32 bytes of the Ed25519 key.
    """
    try:
        data, signature = (_content(folder / name) for name in (MANIFEST, SIGNATURE))
    except OSError as error:
        name = Path(error.filename).relative_to(folder).as_posix()
        return Verdict(faults=(Message("verify.no_list", file=name),))
    if not _is_signed(data, signature, public_key):
        return Verdict(faults=(Message("verify.not_signed"),))
    manifest = json.loads(data)
    if manifest["format"] != FORMAT:
        return Verdict(faults=(Message("verify.other_form", form=manifest["format"]),))
    listed = {entry.path: entry for entry in map(_read, manifest["files"])}
    faults = tuple(_faults(folder, listed))
    return Verdict(str(manifest["version"]), len(listed), faults)


def _content(place: Path) -> bytes:
    if not place.is_file():  # reading a pipe would never end
        raise FileNotFoundError(errno.ENOENT, "", str(place))
    return place.read_bytes()


def fingerprint(public_key: bytes) -> str:
    """Return what a key is recognised by: its SHA-256, in groups to be read aloud."""
    digest = hashlib.sha256(public_key).hexdigest()
    return " ".join(digest[at : at + 4] for at in range(0, len(digest), 4))


def _is_signed(data: bytes, signature: bytes, public_key: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        written = bytes.fromhex(signature.decode("ascii"))
        Ed25519PublicKey.from_public_bytes(public_key).verify(written, data)
    except (InvalidSignature, ValueError):
        return False
    return True


def _read(entry: dict[str, Any]) -> Entry:
    return Entry(**entry)


def _faults(folder: Path, listed: dict[str, Entry]) -> Iterator[Message]:
    try:
        places = {*places_in(folder)}
    except OSError as error:
        yield Message("verify.unreadable", file=Path(error.filename).relative_to(folder).as_posix())
        return
    for path in sorted({*listed} | places):
        if path not in listed:
            yield Message("verify.added", file=path)
        elif path not in places:
            yield Message("verify.missing", file=path)
        else:
            yield from _differences(folder, listed[path])


def _differences(folder: Path, entry: Entry) -> Iterator[Message]:
    try:
        if entry_at(folder, entry.path) != entry:
            yield Message("verify.changed", file=entry.path)
    except FileNotFoundError:
        yield Message("verify.changed", file=entry.path)
    except OSError:
        yield Message("verify.unreadable", file=entry.path)
