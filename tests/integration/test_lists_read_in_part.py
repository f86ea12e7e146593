"""A cell of which only a part was understood is no complete list: the rest is never a no."""

from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from support.directories import MemoryDirectory, make_answers
from support.importing import TODAY

from matcher.directory.profile import Source
from matcher.i18n import Catalogue
from matcher.importers.mapping import ColumnMapping, ListMapping
from matcher.questionnaire.item import Importance
from matcher.questionnaire.response import Response, Times, Value
from matcher.scoring.result import RequirementStatus
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.files.exporting import ExportFormat, export_directory
from matcher.services.intake.importing import ImportOptions, ImportReport
from matcher.services.matching.match import match
from matcher.services.upkeep.confirming import ConfirmingService
from matcher.services.upkeep.editing import EditingService
from matcher.services.upkeep.history import HistoryService

_MAPPING = ListMapping(
    (
        ColumnMapping("Id", "id"),
        ColumnMapping("Who", "name"),
        ColumnMapping("Hours", "times"),
        ColumnMapping("Ages", "age_groups"),
    )
)
_MONDAY, _TUESDAY = (Times(good=(f"{day}-morning", f"{day}-evening")) for day in ("mon", "tue"))


@pytest.fixture
def directory(tmp_path: Path) -> Iterator[DirectoryService]:
    with closing(DirectoryService(str(tmp_path / "directory.sqlite"))) as directory:
        yield directory


def _import(
    directory: DirectoryService,
    path: Path,
    content: str,
    day: date = TODAY,
    mappings: Mapping[Path, ListMapping] | None = None,
) -> ImportReport:
    path.write_text(content)
    options = ImportOptions(today=TODAY, confirmed_on=day, mappings=mappings or {})
    return directory.import_files([path], options)


def _status(directory: DirectoryService, item: str, value: Value) -> RequirementStatus:
    (profile,) = directory.profiles()
    answers = make_answers({item: Response(value, importance=Importance.MUST)})
    found = match(MemoryDirectory([profile]), answers, seed=1).result_for(profile.id)
    return next(each.status for each in found.requirements if each.item == item)


@pytest.mark.parametrize(
    "hours",
    [
        "Mon 9-12, Tue 5-9",
        "Mon AM, Tue PM",
        "Mon 9-12; Tue",
        "Mon 9-12; Tue afternoons and evenings by appointment",
    ],
)
def test_client_when_a_day_was_not_understood_then_it_is_not_stated(
    directory: DirectoryService, tmp_path: Path, hours: str
) -> None:
    path = tmp_path / "list.csv"
    content = f'Id,Who,Hours,Ages\np-1,Ana Vidal,"{hours}",Kids 6-12; teens; adults\n'

    _import(directory, path, content, mappings={path: _MAPPING})

    assert _status(directory, "times", _TUESDAY) is RequirementStatus.NOT_STATED
    assert _status(directory, "times", _MONDAY) is not RequirementStatus.NOT_MET
    assert _status(directory, "age_band", "65+") is RequirementStatus.NOT_STATED


def test_client_when_a_way_to_pay_was_not_understood_then_it_is_not_stated(
    directory: DirectoryService, tmp_path: Path
) -> None:
    page = (
        '{"@context": "https://schema.org", "@type": "Person", "name": "Ana Vidal",'
        '"jobTitle": "Counselor", "url": "https://example.org", "paymentAccepted": "Cash, Aetna"}'
    )

    _import(directory, tmp_path / "page.json", page)

    assert _status(directory, "payers", ("self_pay",)) is RequirementStatus.MET
    assert _status(directory, "payers", ("aetna",)) is RequirementStatus.NOT_STATED


def test_list_when_a_therapist_says_it_half_readable_then_the_clinics_whole_one_stays(
    directory: DirectoryService, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    clinic = "Id,Who,Hours,Ages\np-1,Ana Vidal,Mon & Wed 9-5,teens\n"
    _import(directory, path, clinic, date(2026, 11, 1), {path: _MAPPING})
    own = "id,confirmed_by,times\np-1,therapist,mon 09:00-17:00;Wed 9am-5pm\n"

    report = _import(directory, tmp_path / "own.csv", own)

    (profile,) = directory.profiles()
    assert profile.value("times") == ("mon 09:00-17:00", "wed 09:00-17:00")
    assert profile.value("unsorted") == "times: mon 09:00-17:00;Wed 9am-5pm"
    assert "finding.profile.in_part" in {each.message.key for each in report.findings}
    assert _status(directory, "times", _TUESDAY) is RequirementStatus.NOT_STATED


def test_list_when_said_anew_on_a_later_day_then_what_it_does_not_name_is_a_no_again(
    directory: DirectoryService, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    half = "Id,Who,Hours,Ages\np-1,Ana Vidal,Mon 9-12; Tue,\n"
    _import(directory, path, half, date(2026, 11, 1), {path: _MAPPING})

    _import(directory, path, half.replace("; Tue", ""), TODAY, {path: _MAPPING})

    assert _status(directory, "times", _TUESDAY) is RequirementStatus.NOT_MET


_HALF = (
    "id,confirmed_by,confirmed_on,times,fee_min\np-1,clinic,{day},mon 09:00-12:00;Tue 9am-5pm,60\n"
)


@pytest.mark.parametrize("day", ["2026-11-01", ""])
def test_list_when_an_own_file_is_corrected_with_the_same_day_or_none_then_it_is_closed(
    directory: DirectoryService, tmp_path: Path, day: str
) -> None:
    half = _HALF.format(day=day)
    options = ImportOptions(today=TODAY)
    path = tmp_path / "own.csv"
    path.write_text(half)
    directory.import_files([path], options)
    assert _status(directory, "times", _TUESDAY) is RequirementStatus.NOT_STATED
    path.write_text(half.replace(";Tue 9am-5pm", ""))

    first, second = (directory.import_files([path], options) for _ in range(2))

    assert (first.changed, second.changed) == (1, 0)
    assert _status(directory, "times", _TUESDAY) is RequirementStatus.NOT_MET
    history = HistoryService(directory)
    history.undo(history.acts()[0].id)
    assert _status(directory, "times", _TUESDAY) is RequirementStatus.NOT_STATED


def test_page_when_corrected_on_the_same_day_then_its_list_is_closed_in_a_copy_too(
    directory: DirectoryService, tmp_path: Path
) -> None:
    page = (
        '{"@context": "https://schema.org", "@type": "Person", "name": "Ana Vidal",'
        '"jobTitle": "Counselor", "url": "https://example.org", "paymentAccepted": "Cash, Aetna"}'
    )
    _import(directory, tmp_path / "page.json", page)

    _import(directory, tmp_path / "page.json", page.replace(", Aetna", ""))

    assert _status(directory, "payers", ("aetna",)) is RequirementStatus.NOT_MET
    copy = tmp_path / "copy.json"
    export_directory(directory, copy, ExportFormat.JSON, Catalogue())
    assert directory.import_files([copy], ImportOptions(today=TODAY)).changed == 0
    with closing(DirectoryService(str(tmp_path / "other.sqlite"))) as other:
        other.import_files([copy], ImportOptions(today=TODAY))
        assert _status(other, "payers", ("aetna",)) is RequirementStatus.NOT_MET


def test_list_when_said_anew_then_a_list_about_something_else_does_not_open_it_again(
    directory: DirectoryService, tmp_path: Path
) -> None:
    path, other = tmp_path / "own.csv", tmp_path / "other.csv"
    half = _HALF.format(day="2026-11-01")
    whole = half.replace(";Tue 9am-5pm", "").replace("11-01", "11-02")
    for content in (half, whole, half):
        _import(directory, path, content)
    mapping = ListMapping((ColumnMapping("Id", "id"), ColumnMapping("Plans", "payers")))

    _import(directory, other, "Id,Plans\np-1,Moon Plan?\n", TODAY, {other: mapping})

    (profile,) = directory.profiles()
    assert profile.value("unsorted") == "payers: Moon Plan?"
    assert _status(directory, "times", _TUESDAY) is RequirementStatus.NOT_MET


def test_list_when_confirmed_then_it_is_whole(directory: DirectoryService, tmp_path: Path) -> None:
    _import(directory, tmp_path / "own.csv", _HALF.format(day="2026-11-01"))

    ConfirmingService(directory).confirm("p-1", ["times"], source=Source.CLINIC, day=TODAY)
    EditingService(directory).change(
        "p-1", {"unsorted": "fees: ask"}, source=Source.CLINIC, day=TODAY
    )

    assert _status(directory, "times", _TUESDAY) is RequirementStatus.NOT_MET
