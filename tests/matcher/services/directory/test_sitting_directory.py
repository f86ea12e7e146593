"""A sitting's directory answers like the one it was made from, or is refused in words."""

import os
import shutil
import stat
import subprocess
import sys
from contextlib import nullcontext
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from support.builders import make_profile, make_statement
from support.catalogues import LANGUAGES
from support.copies import make_ready, open_ready, trust_of
from support.directories import TODAY, make_answers
from support.kept_directories import kept_directory
from support.strategies import directories, responses

from matcher.directory.area_list import Area, AreaList
from matcher.directory.array_file import map_arrays, write_arrays
from matcher.directory.copy_file import COPY, CopyNote, put_note, read_note
from matcher.directory.fact_age import AgeLimits
from matcher.directory.profile import Profile, Source
from matcher.errors import MatcherError, Message, OutputError, SnapshotError, StoreError
from matcher.i18n import Catalogue
from matcher.questionnaire.response import Response
from matcher.services.directory import sitting_directory
from matcher.services.directory.copy_key import KEY
from matcher.services.directory.copy_seal import CopySeal
from matcher.services.directory.copy_version import VERSIONS
from matcher.services.directory.directory import Directory
from matcher.services.directory.sample_directory import SampleDirectory, sample_directory
from matcher.services.directory.sitting_directory import SittingDirectory, open_for_sitting
from matcher.services.directory.waiting import (
    PREPARING,
    had_no_room,
    note_room,
    waits_since,
)
from matcher.services.matching.match import Match, match
from matcher.services.sheets.checklist import make_document

_NAMES = (COPY, "directory-1.snapshot", "directory-1.profiles")
_LARGE = _NAMES[1:]
_AREAS = AreaList((Area("Old Mill", 45.5, -122.6),))


class _Clinic(SampleDirectory):
    """People, a list of areas, and an age limit of the clinic's own."""

    is_sample = False
    limit_days = 30
    areas = _AREAS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a small copy."""
    directory = SampleDirectory([make_profile("p-1", name="Ana Vidal", city="Aue")], TODAY)
    make_ready(directory, tmp_path / "kiosk")
    return tmp_path / "kiosk"


def _refusal(folder: Path) -> str:
    with pytest.raises(SnapshotError) as caught:
        open_ready(folder)
    (message,) = caught.value.messages
    for language in LANGUAGES:
        assert str(folder) in Catalogue(language).render(message)
    return message.key.removeprefix("error.snapshot.")


def _told(match: Match) -> list[object]:
    """Return all that a person is told: the order, why, and what goes on paper."""
    rows = range(match.evaluation.snapshot.size)
    results = [match.result(row) for row in rows]
    chosen = [result.profile_id for result in results[:2]]
    sheets = [make_document(match, chosen, Catalogue(language)) for language in LANGUAGES]
    order = [match.order(result.group) for result in results]
    return [match.counts, order, results, match.relaxations, sheets if chosen else None]


def _assert_alike(sitting: Directory, own: Directory) -> None:
    seen = [profile for profile in own.profiles() if profile.published]
    limits = AgeLimits(limit_days=own.limit_days)
    assert [*sitting.profiles()] == seen
    assert [sitting.profile(profile.id) for profile in seen] == seen
    assert sitting.revision == own.revision
    assert [*sitting.snapshot.names] == [*own.snapshot.names]
    assert sitting.locality() == own.locality()
    assert (sitting.areas, sitting.limit_days) == (own.areas, own.limit_days)
    assert (sitting.as_of, sitting.is_sample) == (own.as_of, own.is_sample)
    for profile in seen:
        aged = sitting.profile(profile.id).facts
        assert {name: limits.age_of(fact, TODAY) for name, fact in aged.items()} == {
            name: limits.age_of(fact, TODAY) for name, fact in profile.facts.items()
        }


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(directories, responses())
def test_directory_when_made_from_another_then_it_answers_like_it(
    tmp_path_factory: pytest.TempPathFactory, people: list[Profile], given: dict[str, Response]
) -> None:
    folder = tmp_path_factory.getbasetemp() / "alike"
    own = _Clinic([*people, make_profile("p-99", published=False)], TODAY)
    make_ready(own, folder)
    sitting = open_ready(folder)
    answers = make_answers(given)

    _assert_alike(sitting, own)
    found = {repr(each) for each in own.validate(TODAY) if each.profile_id != "p-99"}
    assert {repr(each) for each in sitting.validate(TODAY)} == found
    assert _told(match(sitting, answers)) == _told(match(own, answers))


def test_directory_when_of_the_sample_then_it_answers_like_it(tmp_path: Path) -> None:
    make_ready(sample_directory(), tmp_path / "kiosk")

    _assert_alike(open_ready(tmp_path / "kiosk"), sample_directory())


def test_directory_when_of_a_database_then_it_answers_like_it_without_what_is_for_staff(
    tmp_path: Path,
) -> None:
    stated = [
        make_statement("p-1", name="Ana Vidal", confirmed_on=date(2026, 9, 1), area="Old Mill"),
        make_statement("p-1", source=Source.REGISTER, name="A. Vidal", country="US"),
        make_statement("p-2", name="Cy Sample", published=False),
        make_statement("p-3", name="Bo Example", unsorted="times: Sat"),
    ]
    own = kept_directory(tmp_path, stated)
    own.use_areas(lambda: _AREAS)
    make_ready(own, tmp_path / "kiosk")
    sitting = open_ready(tmp_path / "kiosk")

    assert [profile.id for profile in sitting.profiles()] == ["p-1", "p-3"]
    assert sitting.profile("p-1") == own.profile("p-1")
    assert sitting.profile("p-3").value("unsorted") is None
    assert (sitting.revision, sitting.locality()) == (own.revision, own.locality())
    with pytest.raises(StoreError) as caught:
        sitting.profile("p-2")
    assert caught.value.messages[0].key == "error.store.no_profile"


def test_directory_when_told_to_read_anew_then_it_stays_as_it_is(folder: Path) -> None:
    sitting = open_ready(folder)
    before = sitting.snapshot
    sitting.read_anew()

    assert sitting.snapshot is before


def test_files_when_the_directory_changed_then_they_are_made_anew_and_else_left(
    tmp_path: Path,
) -> None:
    own, folder = kept_directory(tmp_path, [make_statement("p-1")]), tmp_path / "kiosk"
    make_ready(own, folder)
    first = read_note(folder)
    open_before = open_ready(folder)
    make_ready(own, folder)
    assert read_note(folder) == first

    with own.changing() as work:
        work.profiles.apply([make_statement("p-2", city="Aue")])
    make_ready(own, folder)

    assert [profile.id for profile in open_ready(folder).profiles()] == ["p-1", "p-2"]
    assert [profile.id for profile in open_before.profiles()] == ["p-1"]
    assert (first.version, read_note(folder).version) == (1, 2)
    (folder / "directory-2.profiles").write_bytes(b"")
    make_ready(own, folder)
    assert len([*open_ready(folder).profiles()]) == 2
    assert read_note(folder).version == 3


@pytest.mark.parametrize("name", ["directory.copy", "snapshot", "profiles"])
def test_files_when_damaged_then_they_are_made_anew_though_the_directory_is_as_it_was(
    tmp_path: Path, name: str
) -> None:
    own, folder = kept_directory(tmp_path, [make_statement("p-1")]), tmp_path / "kiosk"
    make_ready(own, folder)
    for nth in range(3):
        (path,) = folder.glob(f"*{name}")
        damaged = bytearray(path.read_bytes())
        damaged[(0, len(damaged) // 2, -1)[nth]] ^= 1
        path.write_bytes(damaged)
        _refusal(folder)

        make_ready(own, folder)

        assert len([*open_ready(folder).profiles()]) == 1
        assert read_note(folder).version == nth + 2


def test_files_when_made_anew_then_what_was_before_is_gone_of_older_versions_too(
    folder: Path,
) -> None:
    for left in ("directory.snapshot", "directory.profiles", "directory-7.snapshot"):
        (folder / left).write_bytes(b"people of before")
    (folder / "notes.txt").touch()

    make_ready(sample_directory(), folder)

    kept = {COPY, "directory-2.snapshot", "directory-2.profiles", "notes.txt", PREPARING}
    assert {path.name for path in folder.iterdir()} | {PREPARING} == kept


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
def test_files_when_written_then_they_are_for_their_owner_alone(folder: Path) -> None:
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {*_NAMES} | {PREPARING} == {path.name for path in folder.iterdir()} | {PREPARING}
    assert stat.S_IMODE((folder.parent / KEY).stat().st_mode) == 0o600
    assert stat.S_IMODE((folder.parent / VERSIONS).stat().st_mode) == 0o600


def test_files_when_there_is_no_room_then_the_old_copy_stays_and_nothing_else(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OutputError) as caught:
        make_ready(sample_directory(), folder)

    assert caught.value.messages[0].key == "error.output.full"
    assert waits_since(folder) is not None
    after = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert {**before, "directory.waiting": b"", "directory.full": b""} == after
    assert isinstance(open_ready(folder), SittingDirectory)

    monkeypatch.undo()
    make_ready(sample_directory(), folder)
    assert waits_since(folder) is None
    assert not had_no_room(folder)
    assert not (folder / "directory.full").exists()


@pytest.mark.parametrize(
    ("error", "is_full"),
    [
        pytest.param(OSError(28, "No space left on device"), True, id="no room here"),
        pytest.param(OSError(13, "Permission denied"), False, id="not allowed"),
        pytest.param(StoreError(Message("error.store.full", file="a")), True, id="none beside it"),
        pytest.param(StoreError(Message("error.store.away", file="a")), False, id="not read"),
    ],
)
def test_files_when_they_were_not_made_then_only_of_a_full_disk_it_is_noted_that_it_is_full(
    folder: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, is_full: bool
) -> None:
    def fail(*_: object) -> None:
        raise error

    for before in (False, True):
        note_room(folder, is_full=before)
        monkeypatch.setattr(sitting_directory, "_prepared", fail)
        with pytest.raises(MatcherError):
            make_ready(sample_directory(), folder)

        assert had_no_room(folder) is is_full


@pytest.mark.parametrize("is_in_place", [False, True])
def test_files_when_the_copy_cannot_be_put_in_place_then_only_those_of_the_one_that_is_there_stay(
    folder: Path, monkeypatch: pytest.MonkeyPatch, is_in_place: bool
) -> None:
    def put_and_fail(note: CopyNote, place: Path) -> None:
        if is_in_place:  # and the disk failed right after
            put_note(note, place)
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(sitting_directory, "put_note", put_and_fail)
    with pytest.raises(OutputError):
        make_ready(sample_directory(), folder)

    version = read_note(folder).version
    assert open_ready(folder).snapshot.size > 0
    assert version == 1 + is_in_place
    assert {path.name for path in folder.glob("directory-*")} == {
        f"directory-{version}.snapshot",
        f"directory-{version}.profiles",
    }


def test_files_when_the_folder_cannot_be_made_then_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError):
        make_ready(sample_directory(), tmp_path / "file" / "kiosk")


def test_files_when_somebody_goes_on_writing_then_said_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from filelock import FileLock

    monkeypatch.setattr(sitting_directory, "_PATIENCE_SECONDS", 0)
    with FileLock(folder / "directory.lock"), pytest.raises(OutputError) as caught:
        make_ready(sample_directory(), folder)

    for language in LANGUAGES:
        assert str(folder) in Catalogue(language).render(caught.value.messages[0])


@pytest.mark.parametrize("name", _NAMES)
def test_copy_when_a_file_is_absent_cut_or_foreign_then_refused(name: str, folder: Path) -> None:
    path = folder / name
    good = path.read_bytes()
    for length in (0, 7, 8, 9, len(good) // 2, len(good) - 1):
        path.write_bytes(good[:length])
        assert _refusal(folder) in {"not_ours", "damaged"}
    path.write_bytes(b"SQLite format 3\0" * 9)
    assert _refusal(folder) == "not_ours"
    path.unlink()
    assert _refusal(folder) == "none"


def _assert_refused_with_a_bit_turned(path: Path, places: range) -> None:
    good, trust = path.read_bytes(), trust_of(path.parent)
    for place in places:
        changed = bytearray(good)
        changed[place // 8] ^= 1 << place % 8
        path.write_bytes(changed)
        with pytest.raises(SnapshotError):
            open_for_sitting(path.parent, trust)


@pytest.mark.parametrize(("name", "step"), [*zip(_NAMES, (1, 37, 11), strict=True)])
def test_copy_when_a_bit_is_turned_then_refused(name: str, step: int, folder: Path) -> None:
    path = folder / name
    _assert_refused_with_a_bit_turned(path, range(0, 8 * path.stat().st_size, step))


@pytest.mark.long
@pytest.mark.parametrize("name", _LARGE)
def test_copy_when_any_bit_at_all_is_turned_then_refused(name: str, folder: Path) -> None:
    path = folder / name
    _assert_refused_with_a_bit_turned(path, range(8 * path.stat().st_size))


def test_copy_when_a_file_is_whole_and_of_another_copy_then_refused(
    folder: Path, tmp_path: Path
) -> None:
    other = SampleDirectory([make_profile("p-1", name="Ana Vidal", city="Ems")], TODAY)
    make_ready(other, tmp_path / "other")
    refusals = []
    for name in _NAMES:
        mixed = tmp_path / name / "kiosk"
        shutil.copytree(folder, mixed)
        for beside in (KEY, VERSIONS):
            shutil.copy(tmp_path / beside, mixed.parent)
        shutil.copy(tmp_path / "other" / name, mixed)
        refusals.append(_refusal(mixed))

    assert refusals == ["foreign", "damaged", "damaged"]


def test_copy_when_replaced_while_it_is_opened_then_the_new_one_is(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = sitting_directory.open_profiles

    def open_late(path: Path, digest: str) -> object:
        monkeypatch.undo()
        make_ready(sample_directory(), folder)
        return opened(path, digest)

    monkeypatch.setattr(sitting_directory, "open_profiles", open_late)

    assert open_ready(folder).revision == sample_directory().revision


def test_copy_when_an_older_one_is_put_back_then_refused_and_made_anew_with_a_higher_number(
    folder: Path, tmp_path: Path
) -> None:
    shutil.copytree(folder, tmp_path / "older")
    make_ready(sample_directory(), folder)
    shutil.rmtree(folder)
    shutil.copytree(tmp_path / "older", folder)
    assert open_for_sitting(folder, replace(trust_of(folder), lowest_version=1)).is_sample

    assert _refusal(folder) == "older"

    make_ready(sample_directory(), folder)
    assert open_ready(folder).revision == sample_directory().revision
    assert read_note(folder).version == 3


def test_copy_when_the_key_is_lost_then_refused_and_made_anew(folder: Path) -> None:
    before = trust_of(folder)
    (folder.parent / KEY).unlink()
    assert _refusal(folder) == "foreign"

    make_ready(sample_directory(), folder)

    assert open_ready(folder).revision == sample_directory().revision
    with pytest.raises(SnapshotError):
        open_for_sitting(folder, before)


def test_copy_when_it_was_broken_off_before_its_number_was_noted_then_that_is_made_up_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = _Clinic([make_profile("p-1")], TODAY)
    own.at_one_moment = lambda: nullcontext(("one state", own.profiles()))  # type: ignore[method-assign]

    def break_off(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(CopySeal, "note_in_place", break_off)
    with pytest.raises(KeyboardInterrupt):
        make_ready(own, folder)
    monkeypatch.undo()
    assert [profile.id for profile in open_ready(folder).profiles()] == ["p-1"]
    assert trust_of(folder).lowest_version == 1

    make_ready(own, folder)

    assert (read_note(folder).version, trust_of(folder).lowest_version) == (2, 2)
    assert {path.name for path in folder.glob("*-*")} == {
        "directory-2.snapshot",
        "directory-2.profiles",
    }


@pytest.mark.parametrize("name", _LARGE)
def test_copy_when_a_file_is_of_a_newer_version_then_refused(name: str, folder: Path) -> None:
    path = folder / name
    form = f"rapport-{path.suffix[1:]}"
    arrays, metadata = map_arrays(path, f"{form}/1")
    kept = {key: value for key, value in metadata.items() if key != "sha256"}
    write_arrays(path, arrays, {**kept, "format": f"{form}/2"})

    assert _refusal(folder) == "other_version"


def test_copy_when_profiles_are_read_by_other_rules_then_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitting_directory, "reading_rules", lambda: "others")

    assert _refusal(folder) == "other_version"


def test_sitting_when_opened_and_asked_then_no_database_is_known(folder: Path) -> None:
    code = (
        "import sys; from pathlib import Path; "
        "from matcher.directory.copy_file import CopyTrust; "
        "from matcher.services.directory.sitting_directory import open_for_sitting; "
        f"directory = open_for_sitting(Path({str(folder)!r}), {trust_of(folder)!r}); "
        "directory.profile('p-1'); directory.locality(); "
        "print([name for name in sys.modules if name.startswith("
        "('matcher.store', 'sqlalchemy', 'sqlite3'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
