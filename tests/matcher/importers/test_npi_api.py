import json
from pathlib import Path

import pytest
from support.importing import OPTIONS, keys, only, read_on, say_all, statements, values, write

from matcher.errors import ImportFileError
from matcher.importers.npi_api import read_npi_api
from matcher.importers.row import ReadOptions, Row

_PRACTICE = {
    "address_purpose": "LOCATION",
    "address_1": "1 EXAMPLE ST",
    "city": "NEEDHAM",
    "state": "MA",
    "postal_code": "024920000",
    "country_code": "US",
    "telephone_number": "508-555-0101",
}
_MAILING = _PRACTICE | {"address_purpose": "MAILING", "city": "BOSTON"}
_TAXONOMIES = [
    {"code": "207R00000X", "primary": False, "state": "MA", "license": "TEST1"},
    {"code": "2084P0800X", "primary": True, "state": "MA", "license": "TEST2"},
]
_BASIC = {
    "first_name": "ANA",
    "middle_name": "--",
    "last_name": "SAMPLE",
    "credential": "M.D.",
    "gender": "F",
    "status": "A",
    "last_updated": "2020-03-01",
}
_PERSON = {
    "enumeration_type": "NPI-1",
    "number": "1234567893",
    "basic": _BASIC,
    "addresses": [_MAILING, _PRACTICE],
    "taxonomies": _TAXONOMIES,
}
# The older dialect gives numbers as numbers and dates with a time.
_OLDER = _PERSON | {"number": 1234567893, "basic": _BASIC | {"last_updated": "2020-03-01 17:09"}}


def _rows(folder: Path, document: object, options: ReadOptions = OPTIONS) -> list[Row]:
    path = write(folder, json.dumps(document), "answer.json")
    rows = [*read_npi_api(path, options)]
    say_all(rows)
    return rows


@pytest.mark.parametrize("person", [_PERSON, _OLDER], ids=["2.1", "older"])
def test_person_when_read_then_both_dialects_say_the_same(
    person: dict[str, object], tmp_path: Path
) -> None:
    rows = _rows(tmp_path, {"result_count": 1, "results": [person]})

    assert only(rows).profile_id == "npi-1234567893"
    assert str(only(rows).confirmed_on) == "2020-03-01"
    assert values(rows) == {
        "name": "Ana Sample",
        "title": "Psychiatrist",
        "credential": "M.D.",
        "register_number": "TEST2",
        "register_area": "US-MA",
        "licensed_areas": ("US-MA",),
        "city": "Needham",
        "postcode": "02492",
        "country": "US",
        "phone": "508-555-0101",
    }
    assert keys(rows) == []


def test_answer_when_empty_then_that_is_a_remark_and_no_row(tmp_path: Path) -> None:
    rows = _rows(tmp_path, {"result_count": 0, "results": []})

    assert [row.is_about_file for row in rows] == [True]
    assert keys(rows) == ["finding.file.no_results"]


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        pytest.param({"enumeration_type": "NPI-2"}, "organisation", id="organisation"),
        pytest.param({"basic": {"status": "D"}}, "deactivated", id="deactivated"),
        pytest.param({"number": None}, "nobody", id="no number"),
        pytest.param({"taxonomies": _TAXONOMIES[:1]}, "work", id="another profession"),
        pytest.param({"addresses": [_MAILING | {"state": "CT"}]}, "state", id="another state"),
    ],
)
def test_result_when_of_no_use_then_it_is_skipped_with_the_reason(
    changes: dict[str, object], key: str, tmp_path: Path
) -> None:
    rows = _rows(tmp_path, {"results": [_PERSON | changes]}, ReadOptions(state="MA"))

    assert keys(rows) == [f"finding.register.{key}"]
    assert [row.is_skipped for row in rows] == [True]


def test_result_when_no_longer_active_then_it_is_told_whom_that_concerns(tmp_path: Path) -> None:
    ended = _PERSON | {"basic": {"status": "D"}}

    (row,) = _rows(tmp_path, {"results": [ended]})

    assert row.gone == (f"npi-{_PERSON['number']}",)


@pytest.mark.parametrize(
    "document", [[_PERSON], _PERSON, {"results": _PERSON}], ids=["list", "alone", "not a list"]
)
def test_answer_when_wrapped_another_way_then_it_is_read(document: object, tmp_path: Path) -> None:
    assert len(statements(_rows(tmp_path, document))) == 1


def test_person_when_there_twice_of_one_day_then_the_first_holds(tmp_path: Path) -> None:
    rows = _rows(tmp_path, [_PERSON, _OLDER])

    assert [row.is_skipped for row in rows] == [False, True]
    assert keys(rows) == ["finding.row.repeated_id"]


@pytest.mark.parametrize("other", ["2019-12-31", None, "lately"])
def test_person_when_there_twice_then_what_was_updated_last_holds(
    other: str | None, tmp_path: Path
) -> None:
    older = _PERSON | {"basic": _BASIC | {"last_updated": other, "last_name": "BEFORE"}}

    rows = _rows(tmp_path, [older, _PERSON, older])

    assert [row.is_skipped for row in rows] == [True, False, True]
    assert values(rows)["name"] == "Ana Sample"
    assert [each.message.params["row"] for row in rows for each in row.findings] == [2, 2]


def test_answer_when_the_service_refused_then_its_words_are_given(tmp_path: Path) -> None:
    said = {"Errors": [{"description": "No valid search\u202e criteria", "number": "04"}]}
    path = write(tmp_path, json.dumps(said))

    with pytest.raises(ImportFileError) as caught:
        [*read_npi_api(path, OPTIONS)]
    assert caught.value.messages[0].params["said"] == "No valid search criteria"


@pytest.mark.parametrize("document", [{}, {"a": 1}, "text", 5, None])
def test_answer_when_it_is_something_else_then_that_is_said(
    document: object, tmp_path: Path
) -> None:
    path = write(tmp_path, json.dumps(document))

    assert read_on(read_npi_api(path, OPTIONS)) == ([], ["error.import.npi_shape"])


@pytest.mark.parametrize("wrong", [None, 5, "x", [], {}, [[]], {"a": []}, True])
@pytest.mark.parametrize(
    "field", ["enumeration_type", "number", "basic", "addresses", "taxonomies"]
)
def test_result_when_a_part_has_another_shape_then_a_row_comes(
    field: str, wrong: object, tmp_path: Path
) -> None:
    assert len(_rows(tmp_path, {"results": [_PERSON | {field: wrong}, wrong]})) >= 1
