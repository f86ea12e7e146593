"""A copy of the directory on this computer's disk: which files it is, of when, and who made it.

A copy is two files with its number in their names, and this small one, which names them by their
digests and is signed. It is replaced in one step: there is one copy at any moment, and it is whole.
"""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from matcher.errors import Message, SnapshotError
from matcher.whole_file import WholeFile

FORMAT = "rapport-copy/1"

COPY = "directory.copy"
"""The small file."""

MOST_BYTES = 4096
"""No such file is larger."""

_SNAPSHOT, _PROFILES = "snapshot", "profiles"
_LARGE_FILES = re.compile(rf"directory(-[0-9]+)?\.({_SNAPSHOT}|{_PROFILES})")
"""What is beside it; without a number, of a version of Rapport that signed nothing."""

_PARTS = ".*.part"

_DIGEST, _SIGNATURE = re.compile("[0-9a-f]{64}"), re.compile("[0-9a-f]{128}")
_MOST_COPIES = 1 << 48
_MOMENT = "%Y-%m-%dT%H:%M:%SZ"


@dataclass(frozen=True, slots=True)
class CopyTrust:
    """Which copies a process takes for this computer's own.

    Attributes
    ----------
    public
        What tells whether the computer's key has signed something; not secret. Empty: none has.
    lowest_version
        The lowest that may be opened.
    """

    public: bytes = b""
    lowest_version: int = 0


@dataclass(frozen=True, slots=True)
class CopyNote:
    """What the small file says.

    Attributes
    ----------
    of
        Which directory it is a copy of: the name of its folder.
    version
        Its number; each of a directory that is made by a computer has one more than the last.
    made
        When, to the second.
    stamp
        Of which state of the directory.
    snapshot, profiles
        The digests of the two files.
    key
        The public part of the key that signed it, in hexadecimal figures.
    signature
        Of all the rest, in such figures.
    """

    of: str
    version: int
    made: datetime
    stamp: str
    snapshot: str
    profiles: str
    key: str
    signature: str = ""

    def signed(self, secret: bytes) -> Self:
        """Return it with the signature of a key, of which it names the public part."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        note = replace(self, key=public_part(secret).hex(), signature="")
        signature = Ed25519PrivateKey.from_private_bytes(secret).sign(_written(note))
        return replace(note, signature=signature.hex())

    def check(self, folder: Path, trust: CopyTrust) -> None:
        """Find that it may be opened.

        Raises
        ------
        SnapshotError
            When it is of another computer or another directory, damaged, or older than what was
            shown before.
        """
        if self.key != trust.public.hex() or self.of != folder.name:
            raise _refused("foreign", folder)
        if not _is_signed(self):
            raise _refused("damaged", folder)
        if self.version < trust.lowest_version:
            raise _refused("older", folder)


def public_part(secret: bytes) -> bytes:
    """Return what anybody may know of a key of 32 bytes."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(secret).public_key().public_bytes_raw()


def snapshot_of(folder: Path, version: int) -> Path:
    """Return the file of a copy that scoring reads."""
    return folder / f"directory-{version}.{_SNAPSHOT}"


def profiles_of(folder: Path, version: int) -> Path:
    """Return the file of a copy with its profiles."""
    return folder / f"directory-{version}.{_PROFILES}"


def large_files(folder: Path) -> Iterator[Path]:
    """Give the large files of all copies in a folder, of versions that signed nothing too."""
    return (path for path in folder.glob("directory*.*") if _LARGE_FILES.fullmatch(path.name))


def forget_all_but(folder: Path, version: int) -> None:
    """Delete the files of other copies; what the system does not let go stays until the next time.

    They may hold people who were taken out since. So may what a loss of power left half done:
    nobody else writes in the folder meanwhile.
    """
    kept = {snapshot_of(folder, version), profiles_of(folder, version)}
    for path in [*large_files(folder), *folder.glob(_PARTS)]:
        if path not in kept:
            with suppress(OSError):
                path.unlink()


def read_note(folder: Path) -> CopyNote:
    """Read what a folder's copy says of itself; who made it is not looked at.

    Raises
    ------
    SnapshotError
        When there is none, or it is another's, of another version, or damaged.
    """
    path = folder / COPY
    try:
        if path.exists() and not path.is_file():
            raise _refused("unreadable", folder)  # to open a pipe would be to wait for ever
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise _refused("none", folder) from None
    except OSError:
        raise _refused("unreadable", folder) from None
    return _read(data, folder)


def put_note(note: CopyNote, folder: Path) -> None:
    """Make a copy the one that is opened from now on.

    Raises
    ------
    OSError
        When it cannot be; the one before is it still.
    """
    with WholeFile(folder, lambda file: file.write(_written(note))) as whole:
        whole.replace(folder / COPY)


def _refused(reason: str, folder: Path) -> SnapshotError:
    return SnapshotError(Message(f"error.snapshot.{reason}", file=str(folder / COPY)))


def _read(data: bytes, folder: Path) -> CopyNote:
    told = _told(data)
    form = told.pop("format", None)
    if form != FORMAT:
        is_kin = isinstance(form, str) and form.rpartition("/")[0] == FORMAT.rpartition("/")[0]
        raise _refused("other_version" if is_kin else "not_ours", folder)
    note = _understood(told)
    # Nothing can be said in two ways: a space more is damage too.
    if note is None or _written(note) != data:
        raise _refused("damaged", folder)
    return note


def _told(data: bytes) -> dict[str, object]:
    try:
        told = json.loads(data.decode("ascii"))
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def _understood(told: dict[str, object]) -> CopyNote | None:
    match told:
        case {
            "of": str(),
            "version": int(version),
            "made": str(made),
            "stamp": str(),
            "snapshot": str(snapshot),
            "profiles": str(profiles),
            "key": str(key),
            "signature": str(signature),
            **rest,
        } if not rest and 0 < version < _MOST_COPIES:
            are_digests = all(map(_DIGEST.fullmatch, (snapshot, profiles, key)))
            if are_digests and _SIGNATURE.fullmatch(signature):
                with suppress(ValueError):
                    moment = datetime.strptime(made, _MOMENT).replace(tzinfo=UTC)
                    return CopyNote(**{**told, "made": moment})  # type: ignore[arg-type]
    return None


def _written(note: CopyNote) -> bytes:
    """Return the bytes of the file; without the signature, those that are signed."""
    told = {"format": FORMAT, **asdict(note), "made": f"{note.made:{_MOMENT}}"}
    if not note.signature:
        del told["signature"]
    return json.dumps(told, sort_keys=True, separators=(",", ":")).encode("ascii") + b"\n"


def _is_signed(note: CopyNote) -> bool:
    """Tell whether the key that it names has signed it."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(note.key))
    try:
        key.verify(bytes.fromhex(note.signature), _written(replace(note, signature="")))
    except InvalidSignature:
        return False
    return True
