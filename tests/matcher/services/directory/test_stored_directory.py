import sqlite3
from collections.abc import Generator, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from support.builders import make_statement
from support.kept_directories import kept_directory
from support.rotten import change_outside

from matcher.directory.profile import Source
from matcher.directory.profile_json import revision_of
from matcher.directory.validation import Severity
from matcher.errors import Message, StoreError
from matcher.importers.portion import Portion
from matcher.importers.reading_order import ReadingOrder
from matcher.services.directory.directory import ProfileSummary
from matcher.services.directory.sitting_directory import stamp_now
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.files.backup import BackupService
from matcher.services.intake.importing import ImportOptions, Watch
from matcher.services.upkeep.editing import EditingService
from matcher.store import Database
from matcher.store import engine as engine_module

_TODAY = date(2026, 11, 21)
_CSV = (
    "id,published,name,city,accepting,confirmed_on,confirmed_by\n"
    "p-002,yes,Ben Lark,Ems,,,clinic\n"
    "p-001,yes,Ana Vidal,Aue,yes,2026-10-01,therapist\n"
    "p-003,no,Cy Dale,Aue,no,2026-10-02,therapist\n"
)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "directory.sqlite"


@pytest.fixture
def directory(database: Path, tmp_path: Path) -> Iterator[DirectoryService]:
    with closing(DirectoryService(str(database))) as directory:
        directory.import_files([_file(tmp_path)])
        yield directory


def _file(folder: Path, text: str = _CSV) -> Path:
    path = folder / "list.csv"
    path.write_text(text, encoding="utf-8")
    return path


def _broken_off(_: ReadingOrder) -> Generator[Portion]:
    yield Portion(rows=1)
    raise KeyboardInterrupt


def test_import_when_the_disk_is_full_then_says_so_and_the_directory_stays(
    directory: DirectoryService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    directory.close()
    limit = ("PRAGMA max_page_count = 60", "PRAGMA cache_size = 5")
    monkeypatch.setattr(engine_module, "_ON_CONNECT", (*engine_module._ON_CONNECT, *limit))
    rows = "".join(f"q-{row:05},yes,Di Moor {row},Ems,,,clinic\n" for row in range(4000))
    with pytest.raises(StoreError) as caught:
        directory.import_files([_file(tmp_path, _CSV.splitlines(keepends=True)[0] + rows)])

    assert caught.value.messages[0].key == "error.store.full"
    assert directory.count() == 3


def test_profiles_when_listed_then_sorted_by_id_with_their_newest_date(
    directory: DirectoryService,
) -> None:
    first, last = date(2026, 10, 1), date(2026, 10, 2)
    assert directory.list_profiles() == [
        ProfileSummary("p-001", "Ana Vidal", "Aue", "yes", first, first, published=True),
        ProfileSummary("p-002", "Ben Lark", "Ems", "", None, None, published=True),
        ProfileSummary("p-003", "Cy Dale", "Aue", "no", last, last, published=False),
    ]
    assert directory.count() == 3


def test_profile_when_asked_for_then_it_comes_with_its_facts(directory: DirectoryService) -> None:
    profile = directory.profile("p-002")

    assert profile.facts["city"].source is Source.CLINIC
    assert profile.text("city") == "Ems"


def test_profile_when_there_is_none_then_says_so(directory: DirectoryService) -> None:
    with pytest.raises(StoreError) as caught:
        directory.profile("p-999")

    assert caught.value.messages[0].params == {"id": "p-999"}


def test_snapshot_when_built_then_it_holds_the_published_at_their_revision(
    directory: DirectoryService,
) -> None:
    assert list(directory.snapshot.ids) == ["p-001", "p-002"]
    assert directory.snapshot.revision == directory.revision == revision_of(directory.profiles())
    assert directory.snapshot is directory.snapshot


def test_snapshot_when_files_came_in_then_the_next_shows_them(
    directory: DirectoryService, tmp_path: Path
) -> None:
    before = directory.snapshot
    directory.import_files([_file(tmp_path, "id,name\np-004,Di Marsh\n")])

    assert before.size == 2
    assert directory.snapshot.size == 3
    assert directory.snapshot.revision != before.revision


def test_snapshot_when_the_directory_is_opened_again_then_it_is_read_from_its_file(
    directory: DirectoryService, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = directory.snapshot
    directory.close()
    monkeypatch.setattr("matcher.store.Profiles.published", None)
    with closing(DirectoryService(str(database))) as again:
        assert again.snapshot is not before
        assert list(again.snapshot.names) == ["Ana Vidal", "Ben Lark"]
        assert again.revision == before.revision


def test_snapshot_when_only_somebody_unpublished_changes_then_the_revision_stays(
    directory: DirectoryService, tmp_path: Path
) -> None:
    before = directory.revision
    directory.import_files(
        [_file(tmp_path, "id,city,confirmed_on,confirmed_by\np-003,Ems,2026-11-01,therapist\n")]
    )

    assert directory.profile("p-003").text("city") == "Ems"
    assert directory.revision == before


def test_profiles_when_not_read_to_the_end_then_a_writer_can_still_come(
    directory: DirectoryService, tmp_path: Path
) -> None:
    profiles = directory.profiles()
    first = next(profiles)
    report = directory.import_files([_file(tmp_path, "id,name\np-004,Di Marsh\n")])

    assert (first.id, report.added) == ("p-001", 1)
    assert [profile.id for profile in profiles] == ["p-002", "p-003"]


def test_import_when_dry_then_it_reports_and_changes_nothing(
    directory: DirectoryService, database: Path, tmp_path: Path
) -> None:
    before = directory.revision
    path = _file(tmp_path, "id,name\np-004,Di Marsh\np-001,Ana V.\n")
    report = directory.import_files([path, path], ImportOptions(dry_run=True))

    assert (report.added, report.changed + report.unchanged, report.profiles) == (1, 3, 4)
    assert report.acts == ()
    assert directory.revision == before


def test_import_when_a_known_id_means_somebody_else_then_it_is_pointed_out(
    directory: DirectoryService, tmp_path: Path
) -> None:
    head = "id,name,register_number,confirmed_on\n"
    directory.import_files([_file(tmp_path, f"{head}p-9,Sam Oak,A-1,2026-01-02\n")])

    report = directory.import_files([_file(tmp_path, f"{head}p-9,Di Elm,B-2,2026-03-04\n")])

    assert [finding.message.key for finding in report.findings] == ["finding.profile.stranger"]
    assert report.findings[0].message.params["id"] == "p-9"


def test_import_when_somebody_made_one_of_two_then_what_differs_is_pointed_out(
    directory: DirectoryService, tmp_path: Path
) -> None:
    head = "id,name,city,confirmed_on\n"
    rows = "p-8,Sam Oak,Aue,{day}\np-9,Sam Oak,Ems,{day}\n"
    directory.import_files([_file(tmp_path, head + rows.format(day="2026-01-02"))])
    with directory.changing() as work:
        work.profiles.merge("p-8", "p-9")

    report = directory.import_files([_file(tmp_path, head + rows.format(day="2026-03-04"))])

    (finding,) = report.findings
    assert (finding.message.key, finding.field) == ("finding.profile.unheard", "city")
    assert (finding.message.params["id"], finding.message.params["kept"]) == ("p-9", "p-8")


def test_id_when_a_profile_went_into_another_then_it_is_that_of_the_other(
    directory: DirectoryService,
) -> None:
    with directory.changing() as work:
        work.profiles.merge("p-002", "p-001")

    ids = ("p-001", "p-002", "p-404")
    assert [directory.id_now(each) for each in ids] == ["p-002", "p-002", "p-404"]


def test_import_when_dry_then_somebody_else_may_write_meanwhile(
    directory: DirectoryService, database: Path, tmp_path: Path
) -> None:
    with closing(Database(str(database))) as other, other.writing():
        report = directory.import_files([_file(tmp_path)], ImportOptions(dry_run=True))

    assert report.rows == 3


def test_import_when_dry_and_there_is_no_directory_then_none_is_made(tmp_path: Path) -> None:
    directory = DirectoryService(str(tmp_path / "none.sqlite"))
    report = directory.import_files([_file(tmp_path)], ImportOptions(dry_run=True))

    assert (report.added, report.profiles) == (3, 3)
    assert not directory.exists
    assert not (tmp_path / "none.sqlite").exists()


def test_import_when_cancelled_then_the_directory_is_as_it_was(
    directory: DirectoryService, tmp_path: Path
) -> None:
    before = directory.revision
    path = _file(tmp_path, "id,name\np-004,Di Marsh\n")
    looks = iter([False, True])
    report = directory.import_files([path, path], watch=Watch(is_cancelled=lambda: next(looks)))

    assert (report.cancelled, report.profiles) == (True, 3)
    assert directory.revision == before


def test_import_when_interrupted_then_the_directory_is_as_it_was(
    directory: DirectoryService, tmp_path: Path
) -> None:
    def interrupt(file: str, rows: int) -> None:
        raise KeyboardInterrupt

    before = directory.revision
    with pytest.raises(KeyboardInterrupt):
        directory.import_files([_file(tmp_path, "id,name\na,A\n")], watch=Watch(interrupt))

    assert directory.revision == before


def test_directory_when_there_is_none_then_reading_says_so_and_makes_none(database: Path) -> None:
    directory = DirectoryService(str(database))
    with pytest.raises(StoreError) as caught:
        directory.list_profiles()

    assert caught.value.messages[0].key == "error.store.no_directory"
    assert not directory.exists
    assert not database.exists()


def test_directory_when_made_then_its_place_is_prepared_once(
    database: Path, tmp_path: Path
) -> None:
    calls: list[str] = []
    directory = DirectoryService(str(database), lambda: calls.append("made"))
    directory.import_files([_file(tmp_path)])
    directory.import_files([_file(tmp_path)])
    directory.close()

    assert calls == ["made"]
    assert directory.exists


def test_directory_when_closed_then_it_opens_again(directory: DirectoryService) -> None:
    directory.close()

    assert directory.count() == 3


def test_validate_when_asked_then_gives_findings_of_profiles(directory: DirectoryService) -> None:
    found = [
        (found.profile_id, found.finding.message.key)
        for found in directory.validate(_TODAY)
        if found.profile_id == "p-001"
    ]

    assert found == [("p-001", "finding.profile.no_contact")]


def test_import_when_the_first_file_brings_nobody_then_no_empty_directory_is_left(
    tmp_path: Path,
) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text("colour,shape\nred,round\n", encoding="utf-8")
    database = tmp_path / "directory.sqlite"

    with closing(DirectoryService(str(database))) as directory:
        report = directory.import_files([bad])

    assert not report.readable
    assert [path.name for path in tmp_path.iterdir()] == ["bad.csv"]


def test_import_when_an_error_ends_the_first_then_no_empty_directory_is_left(
    database: Path, tmp_path: Path
) -> None:
    with closing(DirectoryService(str(database), read=_broken_off)) as directory:
        with pytest.raises(KeyboardInterrupt):
            directory.import_files([tmp_path / "list.csv"])

        assert [*tmp_path.iterdir()] == []


def test_import_when_an_error_ends_it_and_another_program_made_the_directory_then_that_stays(
    database: Path, tmp_path: Path
) -> None:
    def make() -> None:
        with closing(DirectoryService(str(database))) as other:
            other.import_files([_file(tmp_path)])

    with closing(DirectoryService(str(database), make, read=_broken_off)) as directory:
        with pytest.raises(KeyboardInterrupt):
            directory.import_files([tmp_path / "list.csv"])

        assert directory.count() == 3


def test_snapshot_when_another_program_took_somebody_out_then_it_can_be_read_anew(
    database: Path, directory: DirectoryService, tmp_path: Path
) -> None:
    file = tmp_path / "people.csv"
    file.write_text(_CSV, encoding="utf-8")
    directory.import_files([file])
    assert [*directory.snapshot.ids] == ["p-001", "p-002"]
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("DELETE FROM profile WHERE id = 'p-001'")

    directory.read_anew()

    assert [*directory.snapshot.ids] == ["p-002"]


def test_profile_when_changed_outside_then_clients_do_not_see_it_and_staff_can_put_it_right(
    tmp_path: Path,
) -> None:
    stated = [make_statement("p-1", name="Ana Vidal", city="Aue"), make_statement("p-2")]
    with closing(kept_directory(tmp_path, stated)) as directory:
        path = directory.path
        assert path is not None
        change_outside(path, "UPDATE fact SET value = 'Ems' WHERE value = 'Aue'")
        assert directory.changed_outside() == ("p-1",)
        assert [*directory.snapshot.ids] == ["p-2"]
        with pytest.raises(StoreError) as caught:
            directory.profile("p-1")
        assert caught.value.messages == (Message("error.store.changed_outside", id="p-1"),)
        (first, *_) = directory.validate(_TODAY)
        assert (first.profile_id, first.finding.severity) == ("p-1", Severity.ERROR)
        assert directory.profile_as_it_is("p-1").text("city") == "Ems"

        editing = EditingService(directory)
        editing.change("p-1", {"city": "Aue"}, source=Source.THERAPIST, day=_TODAY)

        assert directory.changed_outside() == ()
        assert directory.profile("p-1").text("city") == "Aue"
        assert [*directory.snapshot.ids] == ["p-1", "p-2"]
        with pytest.raises(StoreError):
            directory.profile_as_it_is("p-9")


def test_directory_when_damaged_and_restored_then_all_of_it_is_true_again(tmp_path: Path) -> None:
    with closing(kept_directory(tmp_path, [make_statement("p-1", city="Aue")])) as directory:
        path, backup = directory.path, BackupService(directory)
        assert path is not None
        backup.backup(tmp_path / "copy.sqlite")
        change_outside(path, "UPDATE fact SET value = 'Ems'")
        assert directory.changed_outside() == ("p-1",)
        backup.restore(tmp_path / "copy.sqlite")

        assert directory.changed_outside() == ()
        assert directory.profile("p-1").text("city") == "Aue"


def test_states_when_a_clinic_names_them_then_a_copy_has_their_people_and_is_of_another_name(
    tmp_path: Path,
) -> None:
    elsewhere = {"postcode": "98101", "country": "US", "licensed_areas": "US-WA"}
    stated = [make_statement("p-1", city="Aue"), make_statement("p-2", **elsewhere)]
    states: list[str] = []
    with closing(kept_directory(tmp_path, stated)) as directory:
        directory.make_ready_for(lambda: tuple(states))

        def made_ready() -> tuple[str, list[str]]:
            with directory.at_one_moment() as (state, profiles):
                return stamp_now(directory, state), [each.id for each in profiles]

        everybody, of_everybody = made_ready()
        states.append("US-OR")
        there, of_there = made_ready()
        states.append("US-WA")
        both, of_both = made_ready()

        assert (of_everybody, of_there, of_both) == (["p-1", "p-2"], ["p-1"], ["p-1", "p-2"])
        assert len({everybody, there, both}) == 3
        assert directory.snapshot.size == 2  # staff see everybody
        with directory.at_one_moment() as (state, profiles):
            named = stamp_now(directory, state)
            states.clear()
            assert [each.id for each in profiles] == of_everybody
            assert named == both != stamp_now(directory, state)  # and so it is made anew
