"""Who asked not to be shown is shown by no list and no copy: only by themselves or staff."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from support.importing import TODAY

from matcher.i18n import Catalogue
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.files.exporting import ExportFormat, export_directory
from matcher.services.intake.importing import ImportOptions, ImportReport
from matcher.services.upkeep.editing import EditingService

_FORM = f"id,name,published,confirmed_by,confirmed_on\np-1,Ana Vidal,no,therapist,{TODAY}\n"
_LIST = f"id,name,published,confirmed_on\np-1,Ana Vidal,yes,{TODAY}\n"


@pytest.fixture
def directory(tmp_path: Path) -> Iterator[DirectoryService]:
    with closing(DirectoryService(str(tmp_path / "directory.sqlite"))) as directory:
        yield directory


def _import(directory: DirectoryService, path: Path, content: str = "") -> ImportReport:
    if content:
        path.write_text(content)
    return directory.import_files([path], ImportOptions(today=TODAY))


def _is_shown(directory: DirectoryService) -> bool:
    (profile,) = directory.profiles()
    return profile.published


def test_practitioner_when_a_list_shows_them_then_they_stay_hidden_and_it_says_so(
    directory: DirectoryService, tmp_path: Path
) -> None:
    _import(directory, tmp_path / "form.csv", _FORM)

    report = _import(directory, tmp_path / "list.csv", _LIST)

    assert not _is_shown(directory)
    assert [each.message.key for each in report.findings] == ["finding.profile.hidden"]
    EditingService(directory).publish("p-1", TODAY)
    assert _is_shown(directory)


@pytest.mark.parametrize("kind", [ExportFormat.JSON, ExportFormat.CSV])
def test_practitioner_when_a_copy_is_brought_in_then_their_wish_is_in_it(
    directory: DirectoryService, tmp_path: Path, kind: ExportFormat
) -> None:
    _import(directory, tmp_path / "form.csv", _FORM)
    copy = tmp_path / f"copy.{kind.value}"
    export_directory(directory, copy, kind, Catalogue())

    assert _import(directory, copy).changed == 0
    with closing(DirectoryService(str(tmp_path / "other.sqlite"))) as other:
        _import(other, copy)
        _import(other, tmp_path / "list.csv", _LIST)
        assert not _is_shown(other)


@pytest.mark.parametrize("kind", [ExportFormat.JSON, ExportFormat.CSV])
def test_profile_when_a_clinic_hid_it_then_no_copy_says_that_the_practitioner_did(
    directory: DirectoryService, tmp_path: Path, kind: ExportFormat
) -> None:
    own = _FORM.replace("no,therapist", ",therapist")
    _import(directory, tmp_path / "form.csv", own)
    _import(directory, tmp_path / "list.csv", _LIST.replace("yes", "no"))
    copy = tmp_path / f"copy.{kind.value}"
    export_directory(directory, copy, kind, Catalogue())

    with closing(DirectoryService(str(tmp_path / "other.sqlite"))) as other:
        _import(other, copy)
        assert not _is_shown(other)
        _import(other, tmp_path / "list.csv", _LIST)
        assert _is_shown(other)
