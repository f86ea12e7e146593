"""Help lines: each region loads, an unknown one gets those for elsewhere."""

from datetime import date

import pytest

from matcher.checklist import crisis as crisis_module
from matcher.checklist.crisis import (
    ELSEWHERE,
    LineKind,
    crisis_regions,
    load_crisis_lines,
)
from matcher.errors import ResourceError


@pytest.mark.parametrize("region", crisis_regions())
def test_load_crisis_lines_when_shipped_then_someone_to_talk_to_is_there(region: str) -> None:
    lines = load_crisis_lines(region)

    assert lines.region == region
    assert lines.talk_line("en").kind is LineKind.TALK
    assert lines.youth_limit > 0


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("us", "us"),
        (" US ", "us"),
        ("uk", "gb"),
        ("fr", ELSEWHERE),
        ("", ELSEWHERE),
        ("..", ELSEWHERE),
    ],
)
def test_load_crisis_lines_when_named_then_the_nearest_region(asked: str, found: str) -> None:
    assert load_crisis_lines(asked).region == found


def test_talk_line_when_one_speaks_the_language_then_that_one() -> None:
    region = load_crisis_lines("us")

    assert region.talk_line("es-MX").id == "us_spanish"
    assert region.talk_line("de").id == "us_talk"


def test_checked_on_when_not_verified_then_none() -> None:
    lines = {line.id: line for line in load_crisis_lines("us").lines}

    assert lines["us_youth"].checked_on is None
    assert isinstance(lines["us_talk"].checked_on, date)


def test_load_crisis_lines_when_a_line_is_wrong_then_every_fault_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wrong = {"id": "x", "kind": "psychic", "number": 988, "languages": [], "verified": True}
    monkeypatch.setattr(
        crisis_module, "bundled_toml", lambda *_: {"emergency": "911", "line": [wrong]}
    )

    with pytest.raises(ResourceError) as raised:
        load_crisis_lines.__wrapped__("us")

    named = [message.params.get("key") for message in raised.value.messages]
    assert named == [
        "kind",
        "number",
        "checked_on",
        "youth_limit",
        "youth_limit_source",
        None,
    ]
