import json
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.commands import SAMPLE
from support.directory_files import REGISTER_DAY, THERAPIST_DAY, several_voices, statements, stored
from support.importing import TODAY

from matcher.directory.field import FIELDS
from matcher.directory.profile import Profile
from matcher.directory.statement import Statement
from matcher.errors import OutputError, StoreError
from matcher.i18n import Catalogue
from matcher.services.directory.sample_directory import sample_directory
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.files import exporting
from matcher.services.files.exporting import (
    ExportFormat,
    export_directory,
    export_format,
    new_export,
)
from matcher.services.intake.importing import ImportOptions, ImportReport

WORDS = Catalogue()
OPTIONS = ImportOptions(today=TODAY)
SHOWN = {ExportFormat.FHIR, ExportFormat.XLSX}


def _export(directory: DirectoryService, path: Path, format_: ExportFormat) -> Path:
    return export_directory(directory, path, format_, WORDS).file


def _import(directory: DirectoryService, path: Path) -> ImportReport:
    report = directory.import_files([path], OPTIONS)
    assert report.readable
    assert report.skipped == 0
    return report


def _told(profile: Profile) -> tuple[object, ...]:
    """Return what holds of a profile: all that CSV is to keep."""
    return profile.id, dict(profile.facts), profile.published


@settings(max_examples=25, deadline=None)
@given(st.lists(statements(), max_size=8))
def test_json_when_read_into_an_empty_directory_then_it_is_written_again_to_the_same_bytes(
    stated: list[Statement],
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        with closing(stored(folder / "a", stated)) as first:
            written = _export(first, folder / "a.json", ExportFormat.JSON)
            again = _import(first, written)
            profiles = [*first.records()]
        with closing(stored(folder / "b", [])) as second:
            report = _import(second, written)
            assert [*second.records()] == profiles
            rewritten = _export(second, folder / "b.json", ExportFormat.JSON)

        assert (again.added, again.changed) == (0, 0)
        assert report.added == len(profiles)
        assert rewritten.read_bytes() == written.read_bytes()


@settings(max_examples=25, deadline=None)
@given(st.lists(statements(), max_size=8))
def test_csv_when_read_again_then_nothing_changes_and_an_empty_directory_gets_what_holds(
    stated: list[Statement],
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        with closing(stored(folder / "a", stated)) as first:
            written = _export(first, folder / "a.csv", ExportFormat.CSV)
            before = [*first.records()]
            again = _import(first, written)
            assert [*first.records()] == before
        with closing(stored(folder / "b", [])) as second:
            _import(second, written)
            found = [*map(_told, second.profiles())]
            rewritten = _export(second, folder / "b.csv", ExportFormat.CSV)

        assert (again.added, again.changed) == (0, 0)
        assert found == [_told(record.profile) for record in before]
        assert rewritten.read_bytes() == written.read_bytes()


@settings(max_examples=12, deadline=None)
@given(st.lists(statements(), max_size=8), st.sampled_from([*ExportFormat]))
def test_export_when_of_anything_then_it_is_read_back_and_counted(
    stated: list[Statement], format_: ExportFormat
) -> None:
    with TemporaryDirectory() as name, closing(stored(Path(name) / "a", stated)) as directory:
        report = export_directory(directory, Path(name), format_, WORDS)
        profiles = [*directory.profiles()]

    hidden = sum(not profile.published for profile in profiles)
    assert report.left_out == (hidden if format_ in SHOWN else 0)
    assert report.profiles + report.left_out == len(profiles)


def test_sample_when_exported_and_read_again_then_nothing_changes(tmp_path: Path) -> None:
    with closing(DirectoryService(str(tmp_path / "d"))) as directory:
        directory.import_files([SAMPLE], OPTIONS)
        for format_ in (ExportFormat.JSON, ExportFormat.CSV):
            report = _import(directory, _export(directory, tmp_path, format_))
            assert (report.added, report.changed, report.unchanged) == (0, 0, directory.count())


def test_sample_when_nothing_is_stored_then_it_can_be_exported_as_well(tmp_path: Path) -> None:
    report = export_directory(sample_directory(), tmp_path / "a.json", ExportFormat.JSON, WORDS)

    assert report.profiles == len(json.loads(report.file.read_bytes())["profiles"]) > 0


def test_csv_when_a_cell_was_emptied_or_filled_then_its_source_says_that(tmp_path: Path) -> None:
    with closing(stored(tmp_path / "d", several_voices())) as directory:
        path = _export(directory, tmp_path / "a.csv", ExportFormat.CSV)
        rows = path.read_text(encoding="utf-8").split("\n")
        changed = [row.replace('"waitlist"', '""').replace('"508-555-0101"', '""') for row in rows]
        assert changed != rows
        path.write_text("\n".join(changed), encoding="utf-8")
        report = _import(directory, path)
        profile = directory.profile("npi-1234567893")

    assert report.changed == 2
    assert "phone" not in profile.facts
    # The therapist took the word back, and with it what the clinic had said no later.
    assert "accepting" not in profile.facts
    assert profile.text("name") == "Ana Vidal"


def test_facts_when_exported_then_none_looks_fresher_than_it_is(tmp_path: Path) -> None:
    with closing(stored(tmp_path / "d", several_voices())) as directory:
        path = _export(directory, tmp_path / "a.csv", ExportFormat.CSV)
        days = {row.split('","')[3] for row in path.read_text(encoding="utf-8").splitlines()[1:-1]}

    assert {str(REGISTER_DAY), str(THERAPIST_DAY)} <= days


def test_fhir_when_read_into_the_same_directory_then_nothing_changes_and_it_is_said(
    tmp_path: Path,
) -> None:
    with closing(stored(tmp_path / "d", several_voices())) as directory:
        before = {profile.id: _told(profile) for profile in directory.profiles()}
        report = _import(directory, _export(directory, tmp_path, ExportFormat.FHIR))
        after = {profile.id: _told(profile) for profile in directory.profiles()}

    assert (report.added, report.changed, report.acts) == (0, 0, ())
    assert "finding.profile.excerpt" in {each.message.key for each in report.findings}
    assert after == before


def test_fhir_when_read_into_another_directory_then_it_brings_whom_that_does_not_have(
    tmp_path: Path,
) -> None:
    with closing(stored(tmp_path / "d", several_voices())) as directory:
        path = _export(directory, tmp_path, ExportFormat.FHIR)
    with closing(stored(tmp_path / "e", [])) as other:
        first, again = _import(other, path), _import(other, path)

    assert (first.added, first.findings) == (1, ())
    assert (again.added, again.changed, again.unchanged) == (0, 0, 1)


@pytest.mark.parametrize("everyone", [False, True])
def test_spreadsheet_when_asked_for_everyone_then_the_hidden_are_in_it(
    everyone: bool, tmp_path: Path
) -> None:
    with closing(stored(tmp_path / "d", several_voices())) as directory:
        report = export_directory(
            directory, tmp_path / "a.xlsx", ExportFormat.XLSX, WORDS, everyone=everyone
        )

    assert (report.profiles, report.left_out) == ((2, 0) if everyone else (1, 1))


@pytest.mark.parametrize(
    ("name", "wanted", "expected"),
    [
        ("a.json", None, ExportFormat.JSON),
        ("a.JSON", ExportFormat.FHIR, ExportFormat.FHIR),
        ("a.fhir.json", None, ExportFormat.FHIR),
        ("a.csv", None, ExportFormat.CSV),
        ("a.xlsx", ExportFormat.XLSX, ExportFormat.XLSX),
        ("a", ExportFormat.CSV, ExportFormat.CSV),
        ("a.txt", ExportFormat.JSON, ExportFormat.JSON),
    ],
)
def test_format_when_named_or_told_by_the_ending_then_it_holds(
    name: str, wanted: ExportFormat | None, expected: ExportFormat
) -> None:
    assert export_format(Path(name), wanted) is expected


@pytest.mark.parametrize(
    ("name", "wanted", "key"),
    [
        ("a", None, "error.output.which_format"),
        ("a.txt", None, "error.output.which_format"),
        ("a.csv", ExportFormat.JSON, "error.output.format_differs"),
        ("a.json", ExportFormat.XLSX, "error.output.format_differs"),
        ("a.fhir.json", ExportFormat.JSON, "error.output.format_differs"),
    ],
)
def test_format_when_not_told_or_told_twice_then_it_is_said(
    name: str, wanted: ExportFormat | None, key: str
) -> None:
    with pytest.raises(OutputError) as caught:
        export_format(Path(name), wanted)

    assert [message.key for message in caught.value.messages] == [key]
    for language in ("en", "es"):
        assert name in Catalogue(language).render(caught.value.messages[0])


@pytest.mark.parametrize("format_", [*ExportFormat])
def test_file_when_it_cannot_be_read_back_then_the_old_one_stays(
    format_: ExportFormat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(stored(tmp_path / "d", several_voices())) as directory:
        path = _export(directory, tmp_path, format_)
        there = path.read_bytes()
        check = exporting._Export.check

        def damaged(export: exporting._Export, written: Path) -> None:
            content = written.read_bytes()
            written.write_bytes(content[: len(content) // 2])
            check(export, written)

        monkeypatch.setattr(exporting._Export, "check", damaged)
        with pytest.raises(OutputError) as caught:
            _export(directory, tmp_path, format_)

    assert [message.key for message in caught.value.messages] == ["error.output.not_read_back"]
    assert path.read_bytes() == there
    assert not [*tmp_path.glob("*.part")]
    assert not [*tmp_path.glob(".*.part")]


@pytest.mark.parametrize("format_", [*ExportFormat])
def test_file_when_another_kind_is_in_its_place_then_it_is_left_alone(
    format_: ExportFormat, tmp_path: Path
) -> None:
    path = tmp_path / "mine"
    path.write_bytes(b"PK\x03\x04 a spreadsheet of the clinic's own")
    with (
        closing(stored(tmp_path / "d", several_voices())) as directory,
        pytest.raises(OutputError) as caught,
    ):
        _export(directory, path, format_)

    assert caught.value.messages[0].key == "error.output.other_file"
    assert path.read_bytes().endswith(b"own")


@pytest.mark.parametrize("format_", ExportFormat)
def test_folder_when_the_name_is_taken_then_the_next_one_tells_the_same_format(
    tmp_path: Path, format_: ExportFormat
) -> None:
    new_export(tmp_path, format_).touch()
    second = new_export(tmp_path, format_)

    assert not second.exists()
    assert export_format(second) is format_


def test_directory_when_there_is_none_then_no_file_is_made(tmp_path: Path) -> None:
    with (
        closing(DirectoryService(str(tmp_path / "none"))) as directory,
        pytest.raises(StoreError),
    ):
        _export(directory, tmp_path / "a.json", ExportFormat.JSON)

    assert [*tmp_path.iterdir()] == []


def test_fields_when_carried_to_fhir_then_they_are_fields() -> None:
    from matcher.exporters.fhir import CARRIED

    assert {*CARRIED} <= {*FIELDS}
