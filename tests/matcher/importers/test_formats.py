import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.importing import DATA, OPTIONS, keys, read_on, say, say_all, statements, write

from matcher.errors import ImportFileError
from matcher.importers.formats import ImportFormat, detect, gathered, read
from matcher.importers.row import ReadOptions


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("nppes/practitioners_329col.csv", ImportFormat.NPPES),
        ("fhir/plan_net_ri", ImportFormat.FHIR),
        ("fhir/plan_net_ri/Practitioner.ndjson", ImportFormat.FHIR),
        ("fhir/plan_net_ig_1.1.0/Practitioner-Counselor.json", ImportFormat.FHIR),
        ("nppes/hl7_managing_orgs_zip_leading_zero_lost.csv", ImportFormat.CSV),
    ],
)
def test_file_when_real_then_its_format_is_told(name: str, expected: ImportFormat) -> None:
    assert detect(DATA / name) is expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param("id,name\n", ImportFormat.CSV, id="list"),
        pytest.param("\ufeffid,name\n", ImportFormat.CSV, id="list with mark"),
        pytest.param("", ImportFormat.CSV, id="empty"),
        pytest.param('{"result_count":0, "results":[]}', ImportFormat.NPI_API, id="answer"),
        pytest.param('{"Errors":[]}', ImportFormat.NPI_API, id="refusal"),
        pytest.param('\n [{"resourceType":"Practitioner"}]', ImportFormat.FHIR, id="list of FHIR"),
        pytest.param('"NPI","Entity Type Code"\n', ImportFormat.NPPES, id="NPPES"),
        pytest.param("PK\x03\x04", ImportFormat.SPREADSHEET, id="zip file"),
        pytest.param('{"format":"rapport-directory/1"}', ImportFormat.JSON, id="own JSON"),
        pytest.param('[{"@context":"https://schema.org"}]', ImportFormat.SCHEMA_ORG, id="JSON-LD"),
        pytest.param("<!doctype html>", ImportFormat.SCHEMA_ORG, id="page"),
    ],
)
def test_file_when_looked_at_then_its_first_bytes_tell(
    content: str, expected: ImportFormat, tmp_path: Path
) -> None:
    assert detect(write(tmp_path, content)) is expected
    assert detect(write(tmp_path, content.encode("utf-16"))) is (
        ImportFormat.CSV if expected is ImportFormat.SPREADSHEET else expected
    )


@pytest.mark.parametrize(
    ("content", "key"),
    [
        pytest.param(b"PK\x03\x04", "error.import.damaged", id="no whole zip file"),
        pytest.param(b'{"a": 1}', "error.import.unknown_json", id="other JSON"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00", "error.import.picture", id="picture"),
        pytest.param(b"name,dob\nAna,2000-01-01\n", "error.import.client_list", id="clients"),
    ],
)
def test_file_when_of_another_kind_then_it_is_said(
    content: bytes, key: str, tmp_path: Path
) -> None:
    with pytest.raises(ImportFileError) as caught:
        [*read(write(tmp_path, content), None, OPTIONS)]

    assert caught.value.messages[0].key == key
    say(caught.value.messages[0])


def test_file_when_missing_or_a_folder_then_it_is_said(tmp_path: Path) -> None:
    assert read_on(read(tmp_path / "no.csv", None, OPTIONS))[1] == ["error.import.missing"]
    assert read_on(read(tmp_path, ImportFormat.CSV, OPTIONS))[1] == ["error.import.folder"]
    assert read_on(read(tmp_path / "a\0b", None, OPTIONS))[1] == ["error.import.unreadable"]


@pytest.mark.parametrize("import_format", [None, ImportFormat.CSV])
def test_file_when_it_is_a_pipe_then_it_is_refused_and_not_waited_for(
    import_format: ImportFormat | None, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "pipe.csv")

    found = read_on(read(tmp_path / "pipe.csv", import_format, OPTIONS))

    assert found[1] == ["error.import.stream"]


def test_list_when_of_organisations_then_nobody_is_taken_over() -> None:
    path = DATA / "nppes" / "hl7_managing_orgs_zip_leading_zero_lost.csv"

    assert read_on(read(path, None, OPTIONS)) == ([], ["error.import.header"])


def test_format_when_named_then_it_holds(tmp_path: Path) -> None:
    path = write(tmp_path, json.dumps({"results": []}))
    rows, reasons = read_on(read(path, ImportFormat.NPI_API, OPTIONS))

    assert statements(rows) == reasons == []


def test_files_when_some_are_fhir_then_those_are_read_together(tmp_path: Path) -> None:
    folder = DATA / "fhir" / "plan_net_ri"
    fhir = sorted(folder.iterdir())
    listed, missing = write(tmp_path, "id,name\np-1,Ana\n"), tmp_path / "no.csv"

    found = gathered([fhir[0], listed, *fhir[1:], missing])

    assert found == [tuple(fhir), (listed,), (missing,)]
    assert len(statements(read(found[0], None, OPTIONS))) == 60
    assert len(statements(read(found[1], None, OPTIONS))) == 1
    assert gathered([listed, missing], ImportFormat.FHIR) == [(listed, missing)]


@settings(max_examples=60)
@given(st.binary(max_size=300), st.sampled_from([None, *ImportFormat]))
def test_file_when_it_is_anything_then_nothing_else_is_raised(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, import_format: ImportFormat | None
) -> None:
    path = write(tmp_path_factory.getbasetemp(), content, "any")

    rows, _ = read_on(read(path, import_format, OPTIONS))
    say_all(rows)


@pytest.mark.parametrize(
    ("text", "options", "unused"),
    [
        ("id,name\np-1,Ana\n", ReadOptions(state="RI"), 1),
        ("id,name\np-1,Ana\n", ReadOptions(state="RI", taxonomy="106H", postcode="021"), 3),
        ("id,name\np-1,Ana\n", ReadOptions(), 0),
        ('{"resourceType": "Practitioner"}', ReadOptions(state="RI", postcode="021"), 1),
    ],
    ids=["list", "everything", "nothing asked", "fhir"],
)
def test_read_when_a_part_cannot_be_read_alone_then_it_says_so(
    tmp_path: Path, text: str, options: ReadOptions, unused: int
) -> None:
    rows, _ = read_on(read(write(tmp_path, text), None, options))

    assert keys(rows).count("finding.file.not_narrowed") == unused
