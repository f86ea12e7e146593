"""What a copy says of itself is taken as its computer wrote it, or refused."""

import json
import os
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.catalogues import LANGUAGES

from matcher.directory.copy_file import (
    COPY,
    MOST_BYTES,
    CopyNote,
    CopyTrust,
    forget_all_but,
    large_files,
    public_part,
    put_note,
    read_note,
)
from matcher.errors import SnapshotError
from matcher.i18n import Catalogue

_KEY, _OTHER_KEY = b"k" * 32, b"o" * 32
_TRUST = CopyTrust(public_part(_KEY), 12)
_NOTE = CopyNote(
    "kiosk", 12, datetime(2026, 11, 23, 9, 44, 49, tzinfo=UTC), "one:state", "a" * 64, "b" * 64, ""
).signed(_KEY)
_SIGNED = (
    f'{{"format":"rapport-copy/1","key":"{_NOTE.key}","made":"2026-11-23T09:44:49Z",'
    f'"of":"kiosk","profiles":"{"b" * 64}","snapshot":"{"a" * 64}","stamp":"one:state",'
    '"version":12}\n'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with such a file."""
    (tmp_path / "kiosk").mkdir()
    put_note(_NOTE, tmp_path / "kiosk")
    return tmp_path / "kiosk"


def _refusal(folder: Path, trust: CopyTrust = _TRUST) -> str:
    with pytest.raises(SnapshotError) as caught:
        read_note(folder).check(folder, trust)
    (message,) = caught.value.messages
    for language in LANGUAGES:
        assert str(folder / COPY) in Catalogue(language).render(message)
    return message.key.removeprefix("error.snapshot.")


def test_note_when_written_then_it_is_read_as_it_was_and_trusted(folder: Path) -> None:
    note = read_note(folder)

    note.check(folder, _TRUST)

    assert note == _NOTE
    assert (folder / COPY).stat().st_size < MOST_BYTES
    if os.name == "posix":
        assert (folder / COPY).stat().st_mode & 0o777 == 0o600


def test_note_when_signed_then_anybody_can_check_it_by_the_public_part_alone(folder: Path) -> None:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    told = (folder / COPY).read_bytes()
    signature = bytes.fromhex(json.loads(told)["signature"])

    Ed25519PublicKey.from_public_bytes(_TRUST.public).verify(signature, _SIGNED.encode())
    assert re.sub(rb'"signature":"\w+",', b"", told) == _SIGNED.encode()


def test_note_when_of_another_computer_then_refused(folder: Path) -> None:
    put_note(_NOTE.signed(_OTHER_KEY), folder)
    assert _refusal(folder) == "foreign"

    # That it names this computer's key makes it no better.
    put_note(replace(_NOTE.signed(_OTHER_KEY), key=_NOTE.key), folder)
    assert _refusal(folder) == "damaged"
    assert _refusal(folder, CopyTrust()) == "foreign"


def test_note_when_of_another_directory_of_the_same_computer_then_refused(folder: Path) -> None:
    put_note(replace(_NOTE, of="sample").signed(_KEY), folder)

    assert _refusal(folder) == "foreign"


@pytest.mark.parametrize(("lowest_version", "is_taken"), [(1, True), (12, True), (13, False)])
def test_note_when_older_than_what_was_shown_then_refused(
    folder: Path, lowest_version: int, is_taken: bool
) -> None:
    trust = replace(_TRUST, lowest_version=lowest_version)
    if is_taken:
        read_note(folder).check(folder, trust)
    else:
        assert _refusal(folder, trust) == "older"


_CHANGES: dict[str, Callable[[CopyNote], CopyNote]] = {
    "version": lambda note: replace(note, version=note.version + 1),
    "made": lambda note: replace(note, made=note.made.replace(year=2027)),
    "stamp": lambda note: replace(note, stamp="another:state"),
    "snapshot": lambda note: replace(note, snapshot="c" * 64),
    "profiles": lambda note: replace(note, profiles="c" * 64),
    "signature": lambda note: replace(note, signature="0" * 128),
}


@pytest.mark.parametrize("what", _CHANGES)
def test_note_when_something_is_changed_after_it_was_signed_then_refused(
    folder: Path, what: str
) -> None:
    put_note(_CHANGES[what](_NOTE), folder)

    assert _refusal(folder) == "damaged"


def test_note_when_any_bit_is_turned_or_it_is_cut_anywhere_then_refused(folder: Path) -> None:
    path = folder / COPY
    good = path.read_bytes()
    for place in range(8 * len(good)):
        changed = bytearray(good)
        changed[place // 8] ^= 1 << place % 8
        path.write_bytes(changed)
        _refusal(folder)
    for length in range(len(good)):
        path.write_bytes(good[:length])
        _refusal(folder)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (b"", "not_ours"),
        (b"[]", "not_ours"),
        (b"[" * 3000, "not_ours"),
        (b'{"version":' + b"9" * 5000 + b"}", "not_ours"),
        ("{}\N{SNOWMAN}".encode(), "not_ours"),
        (b'{"format":12}', "not_ours"),
        (b'{"format":"rapport-profiles/1"}', "not_ours"),
        (b'{"format":"rapport-copy/2"}', "other_version"),
        (b'{"format":"rapport-copy/1"}', "damaged"),
        (_SIGNED.encode(), "damaged"),
    ],
)
def test_note_when_it_is_something_else_then_said_so(
    folder: Path, said: bytes, reason: str
) -> None:
    (folder / COPY).write_bytes(said)

    assert _refusal(folder) == reason


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"version":12', b'"version":12.0'),
        (b'"version":12', b'"version":true'),
        (b'"version":12', b'"version":-12'),
        (b'"version":12', b'"version":999999999999999999999'),
        (b'"of":', b'"more":1,"of":'),
        (b'"of":', b'"of":"other","of":'),
        (b'"of":"kiosk"', b'"of":7'),
        (b"09:44:49Z", b"09:44:99Z"),
        (b"aaa", b"AAA"),
        (b"}\n", b" }\n"),
        (b"}\n", b"}\n\n"),
    ],
)
def test_note_when_said_in_another_way_then_refused(folder: Path, old: bytes, new: bytes) -> None:
    path = folder / COPY
    path.write_bytes(path.read_bytes().replace(old, new, 1))

    assert _refusal(folder) == "damaged"


def test_note_when_there_is_none_or_no_plain_file_then_said_so(folder: Path) -> None:
    (folder / COPY).unlink()
    assert _refusal(folder) == "none"
    assert _refusal(folder / "nowhere") == "none"

    (folder / COPY).mkdir()
    assert _refusal(folder) == "unreadable"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_note_when_it_is_a_pipe_then_nobody_waits_for_it(folder: Path) -> None:
    (folder / COPY).unlink()
    os.mkfifo(folder / COPY)

    assert _refusal(folder) == "unreadable"


def test_files_when_those_of_other_copies_are_deleted_then_nothing_else_is(tmp_path: Path) -> None:
    own = {"directory-12.snapshot", "directory-12.profiles"}
    others = {"directory-1.snapshot", "directory-13.profiles", "directory.snapshot"}
    broken_off = {".6c1f.part"}
    strangers = {COPY, "directory.sqlite", "directory-1.snapshot.bak", "directory-x.profiles"}
    for name in own | others | broken_off | strangers:
        (tmp_path / name).touch()
    (tmp_path / "directory-2.snapshot").mkdir()  # what cannot be deleted stays
    assert {path.name for path in large_files(tmp_path)} == own | others | {"directory-2.snapshot"}

    forget_all_but(tmp_path, 12)

    left = {path.name for path in tmp_path.iterdir() if path.is_file()}
    assert left - {"rapport-data"} == own | strangers
