"""Whatever the program does with a directory in a file, it does with one on a server."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from support.builders import make_statement
from support.copies import make_ready, open_ready
from support.kiosk_events import tell_of_kiosks
from support.servers import Server, database_of
from support.source import ROOT
from support.stores import servers_for

from matcher.bootstrap import Places, Services, build_services
from matcher.directory.kiosk_event import KioskWord
from matcher.directory.profile import Source
from matcher.directory.profile_json import revision_of
from matcher.directory.trail import Deed, DeedKind
from matcher.errors import StoreError
from matcher.i18n import Catalogue
from matcher.services.check import Status
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.doctor import run_checks
from matcher.services.files.exporting import ExportFormat, export_directory
from matcher.services.intake.importing import ImportOptions
from matcher.services.upkeep.editing import EditingService
from matcher.services.upkeep.history import HistoryService
from matcher.services.upkeep.overtaken import Edit, OvertakenError, seen_on
from matcher.store.staff import SecretKind, StaffSecret

_SAMPLE = ROOT / "resources" / "sample_directory" / "directory.csv"
_TODAY = date(2026, 11, 23)
_EDIT = Deed(DeedKind.EDIT, "Kim")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Try whatever a server takes part in on each version."""
    if "server" in metafunc.fixturenames:
        metafunc.parametrize("server", servers_for(metafunc), indirect=True, scope="session")


@pytest.fixture
def services(server: Server, tmp_path: Path) -> Iterator[Services]:
    with server.database() as address, closing(_built(address, tmp_path / "data")) as services:
        yield services


def _built(address: str, data_dir: Path) -> Services:
    return build_services(Places(data_dir, address))


def _revision(directory: DirectoryService) -> str:
    return revision_of(directory.profiles())


@pytest.mark.versions
def test_list_when_brought_in_twice_then_the_second_time_changes_nobody(
    services: Services, tmp_path: Path
) -> None:
    directory = services.directory
    tried = directory.import_files([_SAMPLE], ImportOptions(dry_run=True))
    assert (tried.added, directory.count()) == (60, 0)

    first = directory.import_files([_SAMPLE])
    second = directory.import_files([_SAMPLE])
    tried = directory.import_files([_SAMPLE], ImportOptions(dry_run=True))

    assert (first.added, second.added, second.changed, second.unchanged) == (60, 0, 0, 60)
    assert (tried.unchanged, tried.profiles) == (60, 60)
    with closing(DirectoryService(str(tmp_path / "file.sqlite"))) as in_file:
        in_file.import_files([_SAMPLE])
        assert _revision(directory) == _revision(in_file)


def test_directory_when_saved_and_put_back_then_all_of_it_is_as_it_was(
    services: Services, tmp_path: Path
) -> None:
    directory = services.directory
    directory.import_files([_SAMPLE])
    with directory.changing() as work:
        work.profiles.apply([make_statement("p-001", city="Aue", confirmed_on=_TODAY)], _EDIT)
        work.staff.put(StaffSecret(SecretKind.PIN, "hash"))
    before = _revision(directory)

    saved = services.backup.backup(tmp_path / "copy.sqlite")
    with directory.changing() as work:
        work.trail.undo(1, "Kim")
        work.staff.put(StaffSecret(SecretKind.PIN, "newer"))
    assert _revision(directory) != before
    restored = services.backup.restore(tmp_path / "copy.sqlite")

    assert (saved.profiles, restored.profiles, saved.changed_outside) == (60, 60, ())
    assert _revision(directory) == before
    with directory.database().reading() as work:
        assert [act.deed.kind for act in work.trail.acts(9)] == [
            DeedKind.RESTORE,
            DeedKind.EDIT,
            DeedKind.IMPORT,
        ]
        assert [secret.hash for secret in work.staff.all()] == ["newer"]
    assert restored.before is not None
    with closing(DirectoryService(str(restored.before))) as aside:
        assert _revision(aside) != before
    assert services.backup.last() is not None


def test_directory_in_a_file_when_put_on_a_server_then_nothing_of_it_is_lost(
    services: Services, tmp_path: Path
) -> None:
    with closing(_built(str(tmp_path / "file.sqlite"), tmp_path)) as small:
        small.directory.import_files([_SAMPLE])
        before = _revision(small.directory)
        small.backup.backup(tmp_path / "copy.sqlite")

    services.backup.restore(tmp_path / "copy.sqlite")

    assert _revision(services.directory) == before
    assert services.directory.changed_outside() == ()


def test_kiosks_when_a_directory_is_saved_and_put_back_then_what_they_told_neither_goes_nor_comes(
    services: Services, tmp_path: Path
) -> None:
    services.directory.import_files([_SAMPLE])
    tell_of_kiosks(services.directory, {"Hall": [(0, KioskWord.STARTED)]})
    services.backup.backup(tmp_path / "copy.sqlite")
    with closing(_built(str(tmp_path / "file.sqlite"), tmp_path)) as small:
        small.backup.restore(tmp_path / "copy.sqlite")
        assert small.kiosks.standing() == ()
    tell_of_kiosks(services.directory, {"Attic": [(0, KioskWord.STARTED)]})

    services.backup.restore(tmp_path / "copy.sqlite")

    assert [kiosk.name for kiosk in services.kiosks.standing()] == ["Attic", "Hall"]


@pytest.fixture
def colleague(services: Services, tmp_path: Path) -> Iterator[Services]:
    """Give the same directory on another computer of staff."""
    with closing(_built(services.places.address, tmp_path / "there")) as colleague:
        yield colleague


def _outcome(history: HistoryService, act: int) -> str:
    try:
        history.undo(act)
    except StoreError as error:
        return error.messages[0].key
    return "undone"


def _city(services: Services) -> str:
    return str(services.directory.profile("p-001").facts["city"].value)


def test_change_when_two_of_staff_undo_it_at_once_then_one_does_and_the_other_hears_so(
    services: Services, colleague: Services
) -> None:
    both = [HistoryService(each.directory) for each in (services, colleague)]
    with services.directory.changing() as work:
        work.profiles.apply([make_statement(city="Aue", confirmed_on=date(2026, 1, 1))])
    with services.directory.changing() as work:
        edited = [make_statement(city="Ems", confirmed_on=date(2026, 2, 1))]
        act = work.profiles.apply(edited, _EDIT).act_id
    assert _city(colleague) == "Ems"

    with ThreadPoolExecutor(2) as pool:
        outcomes = [*pool.map(lambda history: _outcome(history, act), both)]

    assert sorted(outcomes) == ["error.store.undone", "undone"]
    assert _city(services) == _city(colleague) == "Aue"
    assert [each.deed.kind for each in both[1].acts()].count(DeedKind.UNDO) == 1


def test_change_when_one_of_staff_undoes_it_while_another_edits_then_neither_is_lost(
    services: Services, colleague: Services
) -> None:
    history, editing = HistoryService(services.directory), EditingService(colleague.directory)
    with services.directory.changing() as work:
        work.profiles.apply([make_statement(city="Aue", confirmed_on=date(2026, 1, 1))])
    act = editing.change("p-001", {"city": "Ems"}, source=Source.CLINIC, day=_TODAY)
    seen = seen_on(colleague.directory.profile("p-001"), "city", act)
    edit = Edit({"city": "Ulm"}, {"city": seen})

    assert _outcome(history, act) == "undone"
    with pytest.raises(OvertakenError) as caught:
        editing.change_seen("p-001", edit, source=Source.CLINIC, day=_TODAY)
    overtaken_by = caught.value.acts["city"]
    assert overtaken_by is not None
    assert overtaken_by.deed.kind is DeedKind.UNDO

    act = editing.change("p-001", {"city": "Ems"}, source=Source.CLINIC, day=_TODAY)
    editing.change("p-001", {"city": "Ulm"}, source=Source.CLINIC, day=_TODAY)
    assert _outcome(history, act) == "error.store.nothing_to_undo"
    assert _city(services) == "Ulm"


def test_snapshot_when_made_of_a_server_then_it_is_kept_here_and_made_anew_after_a_change(
    services: Services,
) -> None:
    directory = services.directory
    directory.import_files([_SAMPLE])
    size = directory.snapshot.size
    kept = [*services.places.data_dir.glob("server-*.snapshot")]
    assert len(kept) == 1

    with directory.changing() as work:
        work.profiles.apply([make_statement("new", city="Aue")])
    assert directory.snapshot.size == size + 1


def test_sitting_when_its_directory_is_on_a_server_then_it_opens_files_alone(
    services: Services, tmp_path: Path
) -> None:
    services.directory.import_files([_SAMPLE])
    make_ready(services.directory, tmp_path / "sittings")
    services.close()

    opened = open_ready(tmp_path / "sittings")

    assert opened.snapshot.size == 59
    assert opened.profile("p-001").text("name")


def test_profile_when_changed_by_other_means_then_clients_do_not_see_it(
    services: Services, server: Server
) -> None:
    directory = services.directory
    directory.import_files([_SAMPLE])
    database = database_of(services.places.address)
    server.execute("UPDATE fact SET value = 'Nobody' WHERE profile_id = 'p-002'", database)

    assert directory.changed_outside() == ("p-002",)
    with pytest.raises(StoreError):
        directory.profile("p-002")


def test_directory_when_exported_then_the_file_is_that_of_a_directory_in_a_file(
    services: Services, tmp_path: Path
) -> None:
    services.directory.import_files([_SAMPLE])
    with closing(DirectoryService(str(tmp_path / "file.sqlite"))) as in_file:
        in_file.import_files([_SAMPLE])
        files = [tmp_path / "one.json", tmp_path / "other.json"]
        for directory, path in zip((services.directory, in_file), files, strict=True):
            export_directory(directory, path, ExportFormat.JSON, Catalogue())

    assert files[0].read_bytes() == files[1].read_bytes()


def test_doctor_when_the_directory_is_on_a_server_then_it_says_how_many_are_in_it(
    services: Services,
) -> None:
    services.directory.import_files([_SAMPLE])
    checks = run_checks(services.places.address, services.places.data_dir, _TODAY)

    (found,) = [check for check in checks if check.id == "database"]
    assert (found.status, found.message.params["n"]) == (Status.OK, 60)
