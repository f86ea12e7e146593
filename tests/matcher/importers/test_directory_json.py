import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.importing import (
    OPTIONS,
    TODAY,
    keys,
    read_on,
    say,
    say_all,
    statements,
    values,
    write,
)

from matcher.directory.profile import Source
from matcher.errors import ImportFileError
from matcher.importers.directory_json import read_directory_json
from matcher.importers.row import ReadOptions, Row

FORMAT = "rapport-directory/1"


def _rows(folder: Path, *profiles: object, options: ReadOptions = OPTIONS) -> list[Row]:
    content = json.dumps({"format": FORMAT, "profiles": [*profiles]})
    rows = [*read_directory_json(write(folder, content, "a.json"), options)]
    say_all(rows)
    return rows


def _fact(value: object, source: str = "clinic", day: str | None = "2026-10-01") -> object:
    return {"value": value, "source": source, "confirmed_on": day}


def test_profile_when_whole_then_every_shape_of_value_is_understood(tmp_path: Path) -> None:
    facts = {
        "name": "Ana Vidal",
        "city": "",
        "accepting": "yes",
        "next_opening": "2026-12-01",
        "languages": ["en:native", "es"],
        "access": [],
        "style_steer": [-2, 1],
        "times": ["mon-evening", "tue 09:00-12:00"],
        "fee_min": 60.5,
        "years": 4,
    }

    rows = _rows(tmp_path, {"id": "p-1", "facts": {name: _fact(v) for name, v in facts.items()}})

    assert keys(rows) == []
    assert values(rows) == {
        "name": "Ana Vidal",
        "city": "",
        "accepting": "yes",
        "next_opening": date(2026, 12, 1),
        "languages": ("en:native", "es"),
        "access": (),
        "style_steer": (-2, 1),
        "times": ("mon-evening", "tue 09:00-12:00"),
        "fee_min": Decimal("60.5"),
        "years": Decimal(4),
    }


def test_facts_when_of_several_voices_then_each_voice_makes_a_statement(tmp_path: Path) -> None:
    profile = {
        "id": "p-1",
        "published": False,
        "published_on": "2026-09-01",
        "facts": {"city": _fact("Aue"), "name": _fact("Ana", "register", None)},
        "superseded": [{"field": "city", **_fact("Ems", "register", None)}],  # type: ignore[dict-item]
        "withdrawn": [{"field": "fee_max", "source": "clinic", "confirmed_on": "2026-10-01"}],
    }

    rows = _rows(tmp_path, profile)

    assert keys(rows) == []
    assert {row.number for row in rows} == {1}
    assert [(s.source, s.confirmed_on, dict(s.values), s.published) for s in statements(rows)] == [
        (Source.CLINIC, date(2026, 9, 1), {}, False),
        (Source.CLINIC, date(2026, 10, 1), {"city": "Aue", "fee_max": None}, None),
        (Source.REGISTER, None, {"name": "Ana", "city": "Ems"}, None),
    ]


@pytest.mark.parametrize(
    ("fact", "key"),
    [
        pytest.param(_fact({"a": 1}), "finding.directory.shape", id="an object"),
        pytest.param(_fact(True), "finding.directory.shape", id="a truth value"),
        pytest.param(_fact(None), "finding.directory.shape", id="null"),
        pytest.param(_fact(["no-code", 3]), "finding.directory.shape", id="a number in a list"),
        pytest.param(_fact(["video"], "a friend"), "finding.row.confirmed_by", id="a source"),
        pytest.param(_fact(["video"], day="soon"), "finding.cell.date", id="a date"),
        pytest.param(_fact(["video"], day="2031-01-01"), "finding.row.future", id="to come"),
        pytest.param("video", "finding.directory.shape", id="no fact"),
    ],
)
def test_fact_when_one_thing_is_wrong_then_it_is_said_and_the_others_come_in(
    fact: object, key: str, tmp_path: Path
) -> None:
    rows = _rows(tmp_path, {"id": "p-1", "facts": {"formats": fact, "name": _fact("Ana")}})

    assert keys(rows) == [key]
    assert rows[0].findings[0].field == "formats"
    assert ("name", "Ana") in [pair for s in statements(rows) for pair in s.values.items()]


@pytest.mark.parametrize(
    ("profile", "key"),
    [
        pytest.param({}, "finding.row.no_id", id="no id"),
        pytest.param(5, "finding.row.no_id", id="no profile"),
        pytest.param({"id": "a b"}, "finding.row.wrong_id", id="wrong id"),
        pytest.param({"id": "\ud800"}, "finding.row.wrong_id", id="half a sign"),
    ],
)
def test_profile_when_nobody_knows_whose_then_it_is_left_out(
    profile: object, key: str, tmp_path: Path
) -> None:
    rows = _rows(tmp_path, profile, {"id": "p-2", "facts": {"name": _fact("Ben")}})

    assert [row.is_skipped for row in rows] == [True, False]
    assert keys(rows) == [key]


def test_profile_when_its_id_comes_again_then_the_first_holds(tmp_path: Path) -> None:
    rows = _rows(tmp_path, {"id": "p-1", "facts": {"name": _fact("A")}}, {"id": "p-1"})

    assert keys(rows) == ["finding.row.repeated_id"]
    assert values(rows) == {"name": "A"}


def test_fact_when_one_source_says_it_twice_then_the_first_holds(tmp_path: Path) -> None:
    again = {"field": "name", "value": "B", "source": "clinic", "confirmed_on": None}
    rows = _rows(tmp_path, {"id": "p-1", "facts": {"name": _fact("A")}, "superseded": [again]})

    assert keys(rows) == ["finding.directory.said_twice"]
    assert values(rows) == {"name": "A"}


def test_profile_when_something_is_unknown_then_it_is_said(tmp_path: Path) -> None:
    rows = _rows(tmp_path, {"id": "p-1", "photo": "x", "facts": {"star_sign": _fact("lion")}})

    assert keys(rows) == ["finding.directory.unknown_key"] * 2


@pytest.mark.parametrize(
    ("said", "expected", "found"),
    [(True, True, []), (None, None, []), ("nö", False, ["finding.row.published"])],
)
def test_published_when_it_cannot_be_read_then_the_profile_is_hidden(
    said: object, expected: bool | None, found: list[str], tmp_path: Path
) -> None:
    rows = _rows(tmp_path, {"id": "p-1", "published": said, "facts": {"name": _fact("A")}})

    assert keys(rows) == found
    assert statements(rows)[0].published is expected


def test_published_when_without_a_day_then_the_newest_of_the_facts_is_meant(tmp_path: Path) -> None:
    rows = _rows(tmp_path, {"id": "p-1", "published": False, "facts": {"name": _fact("A")}})

    (said,) = statements(rows)
    assert (said.published, said.confirmed_on) == (False, date(2026, 10, 1))


def test_fact_when_source_and_day_lack_then_those_of_the_import_hold(tmp_path: Path) -> None:
    options = ReadOptions(Source.THERAPIST, confirmed_on=TODAY, today=TODAY)
    rows = _rows(tmp_path, {"id": "p-1", "facts": {"name": {"value": "A"}}}, options=options)

    (said,) = statements(rows)
    assert (said.source, said.confirmed_on) == (Source.THERAPIST, TODAY)


def test_fact_when_its_day_cannot_be_read_then_that_of_the_import_does_not_hold(
    tmp_path: Path,
) -> None:
    options = ReadOptions(confirmed_on=TODAY, today=TODAY)
    facts = {"name": _fact("A", day="5/6/26")}

    (said,) = statements(_rows(tmp_path, {"id": "p-1", "facts": facts}, options=options))

    assert said.confirmed_on is None


@pytest.mark.parametrize(
    ("content", "key"),
    [
        ('{"format": "rapport-directory/2", "profiles": []}', "error.import.other_format"),
        ('{"profiles": [], "format": 1}', "error.import.other_format"),
        ('{"profiles": []}', "error.import.not_directory_json"),
        ('{"format": "rapport-directory/1", "profiles": [{]}', "error.import.json"),
    ],
)
def test_file_when_it_is_something_else_then_it_is_said(
    content: str, key: str, tmp_path: Path
) -> None:
    with pytest.raises(ImportFileError) as caught:
        [*read_directory_json(write(tmp_path, content), OPTIONS)]

    assert caught.value.messages[0].key == key
    say(caught.value.messages[0])


def test_text_when_it_could_harm_then_it_is_made_safe(tmp_path: Path) -> None:
    rows = _rows(tmp_path, {"id": "p-1", "facts": {"name": _fact("A\u202eb\ud800\x00")}})

    assert values(rows) == {"name": "Ab"}
    assert keys(rows) == ["finding.text.signs"]


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from("id facts superseded withdrawn name field value source times".split()),
            inner,
        )
    ),
    max_leaves=20,
)


@settings(max_examples=60)
@given(st.lists(_JSON, max_size=3), st.sampled_from([FORMAT, None]))
def test_file_when_it_holds_anything_then_nothing_else_is_raised(
    tmp_path_factory: pytest.TempPathFactory, profiles: list[object], format_: str | None
) -> None:
    content = json.dumps({"format": format_, "profiles": profiles})
    path = write(tmp_path_factory.getbasetemp(), content, "any.json")

    rows, _ = read_on(read_directory_json(path, OPTIONS))
    say_all(rows)


def test_list_when_not_wholly_known_then_its_words_are_kept_with_what_was_said_so(
    tmp_path: Path,
) -> None:
    facts = {
        "formats": _fact(["video", "teleport"]),
        "times": _fact(["Wed 9am-5pm"], "therapist"),
        "unsorted": _fact("fees: ask"),
    }

    rows = _rows(tmp_path, {"id": "p-1", "facts": facts})

    assert keys(rows) == [
        "finding.cell.code",
        "finding.cell.in_part",
        "finding.cell.times",
        "finding.cell.no_part",
    ]
    assert {each.source: (dict(each.values), each.in_part) for each in statements(rows)} == {
        Source.CLINIC: (
            {"formats": ("video",), "unsorted": "formats: video;teleport\nfees: ask"},
            {"formats"},
        ),
        Source.THERAPIST: ({"unsorted": "times: Wed 9am-5pm"}, {"times"}),
    }


def test_text_when_it_cannot_be_what_its_field_holds_then_it_is_left_out(tmp_path: Path) -> None:
    profile = {"id": "p-1", "facts": {"name": _fact("Ana"), "phone": _fact("tbd")}}
    checked = _rows(tmp_path, profile)
    as_it_stands = _rows(tmp_path, profile, options=ReadOptions(today=TODAY, as_it_stands=True))

    assert keys(checked) == ["finding.cell.text"]
    assert "phone" not in values(checked)
    assert values(as_it_stands)["phone"] == "tbd"
