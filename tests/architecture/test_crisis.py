"""Help lines are complete, and none is called checked without a date and a source."""

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from support.catalogues import LANGUAGES, entries, placeholders
from support.source import ROOT

_PATHS = sorted((ROOT / "resources/crisis").glob("*.toml"))
_KINDS = ("emergency", "talk", "text", "youth", "deaf")
_REGION_KEYS = {"region", "emergency", "checked_on", "youth_limit", "youth_limit_source", "line"}
_LINE_KEYS = {"id", "kind", "number", "languages", "verified", "checked_on", "source"}
_MAY_BE_LEFT_OUT = {"checked_on", "by_text"}
_LANGUAGE_CODE = re.compile(r"[a-z]{2,3}")
_DOMAIN = re.compile(r"\b[\w-]+(\.[\w-]+)+\b")
# The lines that have been read at a source; a line is added here only after somebody has read it.
_VERIFIED = set(
    """
    us_emergency us_talk us_spanish us_veterans us_text us_chat us_deaf
    gb_emergency gb_nhs gb_samaritans gb_shout gb_papyrus gb_deaf_emergency gb_deaf_nhs
    ie_emergency de_emergency at_emergency at_talk eu_emergency eu_talk eu_youth
    """.split()
)


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


_REGIONS = {path.stem: _read(path) for path in _PATHS}
_LINES: list[dict[str, Any]] = [line for region in _REGIONS.values() for line in region["line"]]


def _line_id(line: dict[str, Any]) -> str:
    return str(line["id"])


def test_regions_when_listed_then_each_promised_place_has_a_file() -> None:
    assert {*_REGIONS} == {"us", "gb", "ie", "de", "at", "ca", "au", "nz", "eu", "elsewhere"}


@pytest.mark.parametrize("name", _REGIONS)
def test_region_when_read_then_it_is_complete(name: str) -> None:
    region = _REGIONS[name]
    kinds = [line["kind"] for line in region["line"]]

    assert region.keys() | {"checked_on"} == _REGION_KEYS
    assert region["region"] == name
    assert {"emergency", "talk", "youth"} <= {*kinds}
    assert kinds == sorted(kinds, key=_KINDS.index), "not in the order of the panel"
    assert all(line["id"].startswith(f"{name}_") for line in region["line"])


@pytest.mark.parametrize("name", _REGIONS)
def test_region_when_read_then_its_first_line_is_the_emergency_number(name: str) -> None:
    first = _REGIONS[name]["line"][0]

    assert first["kind"] == "emergency"
    assert first["number"] == _REGIONS[name]["emergency"]


@pytest.mark.parametrize("name", _REGIONS)
def test_region_when_read_then_its_youth_limit_is_a_careful_age_with_a_source(name: str) -> None:
    region = _REGIONS[name]

    assert 16 <= region["youth_limit"] <= 18
    for language in LANGUAGES:
        assert f"crisis.youth_limit_source.{region['youth_limit_source']}" in entries(language)


@pytest.mark.parametrize("name", _REGIONS)
def test_region_when_dated_then_it_is_the_day_of_its_oldest_check(name: str) -> None:
    checks = [line["checked_on"] for line in _REGIONS[name]["line"] if line["verified"]]

    assert _REGIONS[name].get("checked_on") == min(checks, default=None)


def test_lines_when_collected_then_no_id_is_used_twice() -> None:
    assert len({_line_id(line) for line in _LINES}) == len(_LINES)


@pytest.mark.parametrize("line", _LINES, ids=_line_id)
def test_line_when_read_then_it_is_well_formed(line: dict[str, Any]) -> None:
    assert line.keys() | _MAY_BE_LEFT_OUT == _LINE_KEYS | _MAY_BE_LEFT_OUT
    assert line["kind"] in _KINDS
    assert line["number"] or line["id"] == "elsewhere_emergency"
    assert line["number"] == line["number"].strip()
    assert all(_LANGUAGE_CODE.fullmatch(code) for code in line["languages"])
    assert line["source"]


@pytest.mark.parametrize("line", _LINES, ids=_line_id)
def test_line_when_it_counts_as_checked_then_it_says_when_and_where(line: dict[str, Any]) -> None:
    if line["verified"]:
        assert type(line["checked_on"]) is date
    else:
        assert "checked_on" not in line, "a date would look like a check"


@pytest.mark.parametrize("line", _LINES, ids=_line_id)
def test_line_when_it_has_a_source_then_one_can_go_there(line: dict[str, Any]) -> None:
    assert _DOMAIN.search(line["source"]) or line["id"] == "elsewhere_emergency"


def test_lines_when_marked_as_checked_then_they_are_those_somebody_read() -> None:
    assert {line["id"] for line in _LINES if line["verified"]} == _VERIFIED


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_when_compared_with_the_files_then_nothing_is_missing_or_left_over(
    language: str,
) -> None:
    found = {*entries(language)}
    wanted = {f"crisis.line.{line['id']}.{part}" for line in _LINES for part in ("name", "about")}
    regions = {f"crisis.region.{name}" for name in _REGIONS}
    kinds = {f"crisis.kind.{kind}" for kind in _KINDS}

    dialled = {f"crisis.line.{line['id']}.dial" for line in _LINES}

    assert {key for key in found if key.startswith("crisis.line.")} - dialled == wanted
    assert {key for key in found if key.startswith("crisis.region.")} == regions
    assert {key for key in found if key.startswith("crisis.kind.")} == kinds


@pytest.mark.parametrize(
    ("key", "names"),
    [
        ("panel.title", set()),
        ("panel.unwatched", set()),
        ("panel.kiosk", set()),
        ("panel.danger", {"number"}),
        ("panel.checked", {"date"}),
        ("panel.not_checked", set()),
        ("panel.stale", {"n"}),
        ("youth.text", {"limit"}),
        ("sheet.line_checked", {"dial", "name", "date"}),
        ("sheet.line_stale", {"dial", "name", "date"}),
        ("sheet.line_not_checked", {"dial", "name"}),
        ("sheet.call", {"number"}),
        ("sheet.text", {"number"}),
        ("sheet.all_checked", {"date"}),
        ("sheet.stale", {"date"}),
    ],
)
def test_panel_when_shown_then_it_can_say_what_it_must(key: str, names: set[str]) -> None:
    for language in LANGUAGES:
        assert placeholders(language, f"crisis.{key}") == names


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("line", _LINES, ids=_line_id)
def test_line_when_a_key_is_pressed_after_the_number_then_the_order_is_said_so(
    line: dict[str, Any], language: str
) -> None:
    words = entries(language)
    base = f"crisis.line.{line['id']}"
    name, about, dial = (str(words.get(f"{base}.{part}", "")) for part in ("name", "about", "dial"))
    pressed = re.findall(r"(?:press|pick|marque|elija) ([0-9])", about)

    assert not re.search(r"press|pick|marque|elija|[0-9]{2}", name.replace("NHS 24", "NHS")), name
    assert re.findall(r"[0-9]", dial) == pressed
    assert dial.startswith("{number}") is bool(pressed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_when_read_then_they_are_calm_and_short(language: str) -> None:
    for key, text in entries(language).items():
        if key.startswith("crisis.") and isinstance(text, str):
            assert "!" not in text
            assert max(len(part.split()) for part in re.split(r"[.?]", text)) <= 20, key
