"""A file is tried out and brought in without a window."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from support.importing import write

from matcher.errors import ImportFileError
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.intake.importing import ImportOptions
from ui.controllers.import_jobs import bring_in, look, try_out

_LIST = "id,name,city\np-1,Ana Vidal,Salem\np-2,Bo Lund,Salem\n"


@pytest.fixture
def directory(tmp_path: Path) -> Iterator[DirectoryService]:
    service = DirectoryService(str(tmp_path / "directory.sqlite"))
    yield service
    service.close()


def _ignore(_rows: int) -> None:
    pass


def test_look_when_there_is_no_file_then_it_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportFileError):
        look(tmp_path / "nowhere.csv")


def test_file_when_tried_out_then_it_is_known_again_and_brought_in(
    tmp_path: Path, directory: DirectoryService
) -> None:
    path = write(tmp_path, _LIST)
    trial = try_out(_ignore, (directory, None), path, ImportOptions(dry_run=True), Event())
    assert trial.report.added == 2
    assert not directory.exists

    done = bring_in(_ignore, (directory, trial.mark), path, ImportOptions(), Event())
    assert not done.is_other
    assert done.act_id
    assert directory.count() == 2


def test_file_when_it_is_another_since_then_it_is_tried_out_anew(
    tmp_path: Path, directory: DirectoryService
) -> None:
    path = write(tmp_path, _LIST)
    trial = try_out(_ignore, (directory, None), path, ImportOptions(dry_run=True), Event())
    path.write_text(_LIST + "p-3,Cy Oum,Salem\n", encoding="utf-8")

    again = bring_in(_ignore, (directory, trial.mark), path, ImportOptions(), Event())
    assert again.is_other
    assert again.report.added == 3
    assert again.mark != trial.mark
    assert not directory.exists


def test_file_when_stopped_at_once_then_nothing_is_taken_over(
    tmp_path: Path, directory: DirectoryService
) -> None:
    stop = Event()
    stop.set()

    done = bring_in(_ignore, (directory, None), write(tmp_path, _LIST), ImportOptions(), stop)

    assert done.report.cancelled
    assert done.act_id == 0
