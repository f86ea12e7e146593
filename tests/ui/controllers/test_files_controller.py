from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.builders import make_statement
from support.kept_directories import kept_directory
from support.window import settle

from matcher.directory.trail import Deed, DeedKind
from matcher.errors import ImportFileError, OutputError, StoreError
from matcher.i18n import Catalogue
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.files.backup import BackupService
from matcher.services.files.exporting import ExportFormat
from matcher.services.intake.area_book import AreaBook
from matcher.services.staff.signed_in import LoggedIn
from matcher.store import look_through
from ui.controllers.files_controller import FilesController, FileServices, Known, Work
from ui.controllers.staff_session import StaffSession

_AREAS = "name,latitude,longitude\nMitte,52.52,13.4\nSpandau,52.53,13.2\n"


@pytest.fixture
def directory(tmp_path: Path) -> Iterator[DirectoryService]:
    folder = tmp_path / "own"
    folder.mkdir()
    statements = [make_statement("p-1", city="Aue"), make_statement("p-2", city="Ems")]
    with closing(kept_directory(folder, statements)) as directory:
        yield directory


@pytest.fixture
def book(tmp_path: Path) -> AreaBook:
    return AreaBook(tmp_path / "own")


@pytest.fixture
def files(directory: DirectoryService, book: AreaBook, qapp: object) -> FilesController:
    session = StaffSession()
    session.sign_in(LoggedIn("Kim"))
    services = FileServices(directory, BackupService(directory), book)
    return FilesController(services, session, session)


def _known(files: FilesController, qtbot: QtBot) -> Known:
    with qtbot.waitSignal(files.known) as told:
        files.look()
    return told.args[0]  # type: ignore[no-any-return]


def test_backup_when_saved_then_it_is_known_and_the_next_goes_beside_it(
    files: FilesController, qtbot: QtBot, tmp_path: Path
) -> None:
    assert _known(files, qtbot).last is None
    with qtbot.waitSignals([files.backed_up, files.known]):
        files.back_up(tmp_path / "copy.sqlite")

    assert files.last is not None
    assert (files.last.path, files.last.profiles) == (tmp_path / "copy.sqlite", 2)
    usual = files.backup_path(datetime(2026, 11, 22))
    assert usual == tmp_path / "rapport-backup-2026-11-22.sqlite"


def test_restore_when_found_and_chosen_then_the_trail_says_who(
    files: FilesController, directory: DirectoryService, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(files.backed_up):
        files.back_up(tmp_path / "copy.sqlite")
    with directory.changing() as work:
        work.profiles.apply([make_statement("p-3", city="Aue")])

    with qtbot.waitSignal(files.found) as found:
        files.find(tmp_path / "copy.sqlite")
    assert (found.args[0].profiles, found.args[0].replaced) == (2, 3)
    assert found.args[0].changed_at == look_through(tmp_path / "copy.sqlite").changed_at
    assert found.args[0].changed_at is not None
    assert directory.count() == 3
    with qtbot.waitSignal(files.restored) as restored:
        files.restore(tmp_path / "copy.sqlite")

    assert directory.count() == 2
    assert restored.args[0].before.name == "directory-before-1.sqlite"
    with directory.database().reading() as work:
        newest = work.trail.acts(1)[0].deed
    assert (newest.kind, newest.who) == (DeedKind.RESTORE, "Kim")


@pytest.mark.parametrize("what", ["restore", "take_areas"])
def test_change_when_nobody_is_signed_in_then_it_is_wished_for_and_nothing_is_done(
    files: FilesController, directory: DirectoryService, qtbot: QtBot, tmp_path: Path, what: str
) -> None:
    files.session.sign_out()

    with qtbot.waitSignal(files.session.sign_in_requested):
        getattr(files, what)(tmp_path / "any")

    assert not files.is_busy
    assert directory.count() == 2


@pytest.mark.parametrize("format_", [*ExportFormat])
def test_export_when_written_then_it_is_told_and_those_written_are_counted(
    files: FilesController, qtbot: QtBot, tmp_path: Path, format_: ExportFormat,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr("ui.controllers.files_controller._BETWEEN_NEWS", 0)
    files.session.sign_out()
    counts: list[object] = []
    files.moved.connect(counts.append)
    usual = files.export_path(format_)

    with qtbot.waitSignal(files.exported) as told:
        files.export(tmp_path / usual.name, format_, Catalogue("en"), everyone=True)

    assert (tmp_path / usual.name).is_file()
    assert told.args[0].profiles == 2
    assert counts[-1] == 2


def test_areas_when_taken_then_the_directory_knows_them_and_the_list_before_is_named(
    files: FilesController, directory: DirectoryService, book: AreaBook, qtbot: QtBot,
    tmp_path: Path,
) -> None:  # fmt: skip
    path = tmp_path / "areas.csv"
    befores = []
    for text in (_AREAS, _AREAS, _AREAS.replace("Spandau", "Tegel")):
        path.write_text(text)
        with qtbot.waitSignal(files.areas_taken) as told:
            files.take_areas(path)
        befores.append(told.args[0].before)

    assert befores == [None, None, book.before]
    assert directory.areas.names == ("Mitte", "Tegel")
    with directory.database().reading() as work:
        deeds = [(act.deed, act.changes) for act in work.trail.acts(3)]
    assert deeds == [(Deed(DeedKind.AREAS, "Kim", "areas.csv"), 0)] * 3
    assert _known(files, qtbot).areas == 2


def test_areas_when_the_list_cannot_be_read_then_that_is_known_and_the_rest_too(
    files: FilesController, book: AreaBook, qtbot: QtBot
) -> None:
    book.path.write_text("[[area]]\nname = 3\n")

    known = _known(files, qtbot)

    assert (known.areas, known.last) == (0, None)
    assert isinstance(known.fault, ImportFileError)


def test_work_when_it_cannot_be_done_then_it_is_told_of_which(
    files: FilesController, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "areas.csv").write_text("who,where\n")
    none = tmp_path / "none" / "a"
    failed: list[tuple[object, type]] = []
    files.failed.connect(lambda work, error: failed.append((work, type(error))))

    for begin in (
        lambda: files.back_up(none),
        lambda: files.find(none),
        lambda: files.restore(none),
        lambda: files.export(none, ExportFormat.CSV, Catalogue("en")),
        lambda: files.take_areas(tmp_path / "areas.csv"),
    ):
        begin()
        assert files.is_busy
        settle()

    assert failed == [
        (Work.BACKUP, OutputError),
        (Work.RESTORE, StoreError),
        (Work.RESTORE, StoreError),
        (Work.EXPORT, OutputError),
        (Work.AREAS, ImportFileError),
    ]
    assert not files.is_busy
