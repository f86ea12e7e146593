"""Files that steer what people are shown are taken as they were written, or refused.

A sitting ranks from a copy: two large files, of the form of the snapshot kept beside the database,
and a small one that names and signs them. What weighs and words the rest lies inside the program:
whoever can change that can change the program, and no digest kept beside it would help.
"""

import shutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest
from support.builders import make_profile
from support.copies import data_folder_of, large_files_of, make_ready, trust_of
from support.damage import cut_short, one_bit_turned
from support.directories import TODAY
from support.figures import Note

from matcher.directory import array_file
from matcher.directory.array_file import map_arrays, write_arrays
from matcher.directory.copy_file import COPY, CopyNote, CopyTrust
from matcher.directory.profiles_file import FORMAT as PROFILES
from matcher.directory.snapshot_file import FORMAT as SNAPSHOT
from matcher.errors import SnapshotError
from matcher.services.directory.copy_key import KEY
from matcher.services.directory.sample_directory import SampleDirectory
from matcher.services.directory.sitting_directory import open_for_sitting

_OTHER_VERSIONS = (0, 2, 99)
_CONTROL = 300
_LAST_COPY = 4


class _Kiosk(NamedTuple):
    """A kiosk's folder with its last copy, and what its sittings know of it.

    Attributes
    ----------
    older
        The folder as it was with each copy before.
    others
        The same of kiosks with other keys, and of another directory of this one.
    """

    folder: Path
    trust: CopyTrust
    older: list[Path]
    others: list[Path]


@pytest.fixture
def kiosk(in_memory: Path) -> _Kiosk:
    """Give a kiosk with the last of a few copies of a small directory."""
    own, aside = in_memory / "own" / "kiosk", in_memory / "aside"
    older = []
    for number in range(1, _LAST_COPY + 1):
        make_ready(_people(f"Town {number}"), own)
        if number < _LAST_COPY:
            older.append(shutil.copytree(own, aside / f"{number}"))
    others = [in_memory / f"other {number}" / "kiosk" for number in range(3)]
    others.append(own.with_name("sample"))
    for folder in others:
        for number in range(1, _LAST_COPY + 2):
            make_ready(_people(f"Elsewhere {number}"), folder)
    return _Kiosk(own, trust_of(own), older, others)


def _people(city: str) -> SampleDirectory:
    people = (make_profile(f"p-{n}", name=f"Robin {n}", city=city, fee_min="80") for n in range(3))
    return SampleDirectory(people, TODAY)


def _is_taken(kiosk: _Kiosk) -> bool:
    try:
        return len([*open_for_sitting(kiosk.folder, kiosk.trust).profiles()]) > 0
    except SnapshotError:
        return False


def _taken(kiosk: _Kiosk, path: Path, contents: Iterable[bytes]) -> tuple[int, int]:
    """Return how many there were, and how many a sitting took for a file; then it is as before."""
    good, tried, taken = path.read_bytes(), 0, 0
    for content in contents:
        path.write_bytes(content)
        tried += 1
        taken += _is_taken(kiosk)
    path.write_bytes(good)
    assert _is_taken(kiosk)
    return tried, taken


def _taken_copies(kiosk: _Kiosk, folders: Iterable[Path]) -> tuple[int, int]:
    """Return the same of whole copies that are put into the place of the last one."""
    aside = shutil.copytree(kiosk.folder, kiosk.folder.with_name("last"))
    tried = taken = 0
    for folder in (*folders, aside):
        shutil.rmtree(kiosk.folder)
        shutil.copytree(folder, kiosk.folder)
        tried += 1
        taken += _is_taken(kiosk)
    shutil.rmtree(aside)
    assert _is_taken(kiosk)
    return tried - 1, taken - 1


def _other_versions(path: Path, form: str) -> Iterable[bytes]:
    """Give the file as an honest writer of another version would have written it."""
    arrays, metadata = map_arrays(path, form)
    for version in _OTHER_VERSIONS:
        other = path.with_name("other")
        changed = {name: text for name, text in metadata.items() if name != "sha256"}
        write_arrays(other, arrays, changed | {"format": form.replace("/1", f"/{version}")})
        yield other.read_bytes()
        other.unlink()


def test_copy_of_a_sitting_when_tampered_with_then_refused(
    kiosk: _Kiosk,
    size: Callable[[int, int], int],
    figure: Note,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    small, large = kiosk.folder / COPY, large_files_of(kiosk.folder)
    content = small.read_bytes()
    ways = {
        "bits": [(small, one_bit_turned(content, len(content) * 8, 1))],
        "lengths": [(small, (content[:length] for length in range(len(content))))],
        "versions": [
            (path, [*_other_versions(path, form)])
            for path, form in zip(large, (SNAPSHOT, PROFILES), strict=True)
        ],
    }
    for path in large:
        content = path.read_bytes()
        ways["bits"].append((path, one_bit_turned(content, size(400, 20_000), 1)))
        ways["lengths"].append((path, cut_short(content, size(100, 2000), 2)))
    found = {
        way: [_taken(kiosk, path, contents) for path, contents in each]
        for way, each in ways.items()
    }
    found["older_copies"] = [_taken_copies(kiosk, kiosk.older)]
    found["copies_of_others"] = [_taken_copies(kiosk, kiosk.others)]
    tried = {way: sum(count for count, _ in each) for way, each in found.items()}
    taken = sum(wrongly for each in found.values() for _, wrongly in each)
    control = _without_checks(kiosk, monkeypatch)
    figure("T12", "sitting", tried, {"taken": taken}, control)

    assert min(tried.values()) >= len(_OTHER_VERSIONS)
    assert taken == 0
    assert min(control.values()) > 0


def _without_checks(kiosk: _Kiosk, monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """Return what was tried of a reader who checks nothing, and what it took."""
    snapshot, _ = large_files_of(kiosk.folder)
    with monkeypatch.context() as patch:
        patch.setattr(CopyNote, "check", lambda *_: None)
        older, older_taken = _taken_copies(kiosk, kiosk.older)
        others, others_taken = _taken_copies(kiosk, kiosk.others)
        patch.setattr(array_file, "_digest_of", lambda _file, head: head.metadata.get("sha256"))
        turned = one_bit_turned(snapshot.read_bytes(), _CONTROL, seed=1)
        bits, bits_taken = _taken(kiosk, snapshot, turned)
    return {
        "bits": bits,
        "taken_without_a_digest": bits_taken,
        "whole_copies": older + others,
        "taken_without_a_signature": others_taken,
        "taken_without_a_number": older_taken,
    }


def test_copy_of_a_sitting_when_signed_by_another_key_then_the_key_alone_decides(
    kiosk: _Kiosk,
) -> None:
    """What refuses the others is not their number, nor which directory they are of."""
    other, own = (data_folder_of(folder) / KEY for folder in (kiosk.others[0], kiosk.folder))
    assert other.read_bytes() != own.read_bytes()

    theirs = replace(trust_of(kiosk.others[0]), lowest_version=kiosk.trust.lowest_version)

    assert [*open_for_sitting(kiosk.others[0], theirs).profiles()]
