"""Help lines: each region loads, an unknown one gets those for elsewhere."""

from datetime import date, timedelta

import pytest

from matcher.checklist import crisis as crisis_module
from matcher.checklist.crisis import (
    ELSEWHERE,
    STALE_AFTER_DAYS,
    CrisisLine,
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


@pytest.mark.parametrize(
    ("checked_on", "is_stale"),
    [
        pytest.param(date(2026, 11, 21), False, id="today"),
        pytest.param(date(2026, 5, 25), False, id="180 days ago"),
        pytest.param(date(2026, 5, 24), True, id="181 days ago"),
        pytest.param(date(2026, 11, 22), False, id="by a clock that is ahead"),
        pytest.param(None, False, id="never"),
    ],
)
def test_is_stale_when_the_check_is_half_a_year_old_then_only_after_it(
    checked_on: date | None, is_stale: bool
) -> None:
    line = CrisisLine("us_talk", LineKind.TALK, "988", (), checked_on)

    assert line.is_stale(date(2026, 11, 21)) is is_stale
    assert date(2026, 5, 25) + timedelta(STALE_AFTER_DAYS) == date(2026, 11, 21)


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
