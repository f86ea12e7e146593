from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from matcher.directory.copy_file import CopyNote, CopyTrust, public_part, put_note
from matcher.services.directory import copy_seal
from matcher.services.directory.copy_key import KEY, own_key
from matcher.services.directory.copy_seal import CopyKnowledge, CopySeal
from matcher.services.directory.copy_version import VERSIONS


@pytest.fixture
def folder(data_dir: Path) -> Path:
    """Return where a directory would be made ready."""
    made = data_dir / "sittings" / "kiosk"
    made.mkdir(parents=True)
    return made


def _put(seal: CopySeal, folder: Path, version: int) -> CopyNote:
    made = datetime(2026, 11, 23, tzinfo=UTC)
    note = seal.signed(CopyNote(folder.name, version, made, "state", "a" * 64, "b" * 64, ""))
    put_note(note, folder)
    return note


def test_seal_when_it_signs_then_its_own_trust_takes_it(data_dir: Path, folder: Path) -> None:
    seal = CopySeal(data_dir)

    _put(seal, folder, 1).check(folder, seal.trust(folder))

    assert seal.trust(folder) == CopyTrust(public_part(own_key(data_dir)), 0)


def test_number_when_copies_follow_each_other_then_it_rises_by_one(
    data_dir: Path, folder: Path
) -> None:
    seal = CopySeal(data_dir)
    numbers = []
    for _ in range(3):
        numbers.append(seal.next_version(folder))
        _put(seal, folder, numbers[-1])
        seal.note_in_place(folder, numbers[-1])

    assert numbers == [1, 2, 3]
    assert seal.trust(folder).lowest_version == 3
    assert seal.next_version(folder.with_name("other")) == 1


def test_number_when_a_copy_is_in_place_and_not_noted_then_the_next_is_higher(
    data_dir: Path, folder: Path
) -> None:
    seal = CopySeal(data_dir)
    seal.note_in_place(folder, 4)
    _put(seal, folder, 5)

    assert seal.next_version(folder) == 6


@pytest.mark.parametrize("lowest_version", [0, 9])
def test_number_when_the_copy_is_not_our_own_then_it_follows_what_was_lowest_version(
    data_dir: Path, folder: Path, lowest_version: int
) -> None:
    _put(CopySeal(data_dir / "other"), folder, 77)
    seal = CopySeal(data_dir, lowest_version)
    seal.note_in_place(folder, 4)

    assert seal.next_version(folder) == max(4, lowest_version) + 1
    assert seal.trust(folder).lowest_version == max(4, lowest_version)


def test_knowledge_when_a_copy_was_made_then_it_is_of_its_number_and_asked_for_once(
    data_dir: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []
    apart = copy_seal.public_key_apart
    monkeypatch.setattr(
        copy_seal, "public_key_apart", lambda place: asked.append(place) or apart(place)
    )
    known, seal = CopyKnowledge(data_dir, folder), CopySeal(data_dir)
    assert known.trust() == CopyTrust()
    for version in (1, 2):
        _put(seal, folder, version)
        seal.note_in_place(folder, version)

        assert known.trust() == seal.trust(folder)
    assert asked == [data_dir]


def test_knowledge_when_the_key_was_lost_and_made_anew_then_it_is_of_the_new_one(
    data_dir: Path, folder: Path
) -> None:
    known = CopyKnowledge(data_dir, folder)
    _put(CopySeal(data_dir), folder, 1)
    before = known.trust()
    (data_dir / KEY).unlink()
    _put(CopySeal(data_dir), folder, 2)

    assert known.trust().public not in {before.public, b""}


def test_knowledge_when_a_copy_names_another_key_then_that_one_is_not_believed(
    data_dir: Path, folder: Path
) -> None:
    known, own = CopyKnowledge(data_dir, folder), own_key(data_dir)
    _put(CopySeal(data_dir / "other"), folder, 1)

    assert known.trust().public == public_part(own)


def test_knowledge_when_what_was_counted_is_lost_then_the_kiosk_that_runs_still_knows_it(
    data_dir: Path, folder: Path
) -> None:
    known, seal = CopyKnowledge(data_dir, folder), CopySeal(data_dir)
    _put(seal, folder, 6)
    seal.note_in_place(folder, 6)
    trust = known.trust()
    (data_dir / VERSIONS).unlink()

    assert known.trust() == trust == replace(seal.trust(folder), lowest_version=6)
    assert CopySeal(data_dir, trust.lowest_version).next_version(folder) == 7
