import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from support.builders import make_profile
from support.directory_files import several_voices, stored
from support.importing import write

from matcher.directory.record import ProfileRecord
from matcher.i18n import Catalogue
from matcher.services.files.export_check import (
    Tally,
    is_our_spreadsheet,
    reads_back_csv,
    reads_back_fhir,
    reads_back_json,
    reads_back_xlsx,
)
from matcher.services.files.exporting import ExportFormat, export_directory


@pytest.fixture
def exported(tmp_path: Path) -> tuple[Path, list[ProfileRecord]]:
    with closing(stored(tmp_path / "d", several_voices())) as directory:
        for format_ in ExportFormat:
            export_directory(directory, tmp_path, format_, Catalogue())
        return tmp_path, [*directory.records()]


def _tally(records: list[ProfileRecord], *, whole: bool) -> Tally:
    tally = Tally()
    assert [*tally.watch(records, whole=whole)] == records
    return tally


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(("Lindenau", "Lindenaw"), id="another value"),
        pytest.param(("2026-09-01", "2026-09-02"), id="another day"),
        pytest.param(('"clinic"', '"register"'), id="another source"),
        pytest.param(("p-2", "p-3"), id="another profile"),
    ],
)
def test_file_when_one_thing_differs_then_it_does_not_read_back(
    change: tuple[str, str], exported: tuple[Path, list[ProfileRecord]]
) -> None:
    folder, records = exported
    for name, reads_back, whole in (
        ("directory.json", reads_back_json, True),
        ("directory.csv", reads_back_csv, False),
    ):
        path, tally = folder / name, _tally(records, whole=whole)
        assert reads_back(path, tally)
        path.write_text(path.read_text(encoding="utf-8").replace(*change), encoding="utf-8")
        assert not reads_back(path, tally)


def test_json_when_somebody_hidden_is_shown_then_it_does_not_read_back(
    exported: tuple[Path, list[ProfileRecord]],
) -> None:
    path = exported[0] / "directory.json"
    path.write_text(path.read_text().replace("false", "true"))

    assert not reads_back_json(path, _tally(exported[1], whole=True))


def test_bundle_when_somebody_lacks_then_it_does_not_read_back(
    exported: tuple[Path, list[ProfileRecord]], tmp_path: Path
) -> None:
    path = exported[0] / "directory.fhir.json"

    assert reads_back_fhir(path, 1)
    assert not reads_back_fhir(path, 2)
    assert not reads_back_fhir(write(tmp_path, '{"entry":['), 0)


def test_spreadsheet_when_a_row_lacks_or_it_is_none_then_it_does_not_read_back(
    exported: tuple[Path, list[ProfileRecord]], tmp_path: Path
) -> None:
    path = exported[0] / "directory.xlsx"
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as other:
        other.writestr("a", "b")

    assert reads_back_xlsx(path, 1)
    assert not reads_back_xlsx(path, 2)
    assert not reads_back_xlsx(tmp_path / "other.zip", 0)
    assert not reads_back_xlsx(tmp_path / "none", 0)
    assert is_our_spreadsheet(path)
    assert not is_our_spreadsheet(tmp_path / "other.zip")
    assert not is_our_spreadsheet(write(tmp_path, "PK"))


def test_tally_when_facts_come_in_another_order_then_it_is_the_same() -> None:
    records = [ProfileRecord(make_profile(id_, city="Aue", name=id_)) for id_ in ("a", "b")]

    assert _tally(records, whole=True).agrees_with(_tally(records[::-1], whole=True))
