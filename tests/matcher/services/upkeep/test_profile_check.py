from datetime import date, timedelta

import pytest
from support.builders import make_profile
from support.importing import say

from matcher.directory.area_list import Area, AreaList
from matcher.directory.profile import Profile
from matcher.directory.validation import Severity
from matcher.services.upkeep.profile_check import check_profiles

_TODAY = date(2026, 11, 21)
_LIMIT = 180
_WHOLE = {"name": "Ana Vidal", "phone": "555-0100"}


def _found(*profiles: Profile) -> list[tuple[str, str, str]]:
    """Return profile id, last part of the key, and field of every finding."""
    return [
        (found.profile_id, found.finding.message.key.rpartition(".")[2], found.finding.field)
        for found in check_profiles(profiles, _TODAY, _LIMIT)
    ]


def test_check_when_there_is_nothing_to_say_then_says_nothing() -> None:
    assert _found(make_profile(confirmed_on=_TODAY, **_WHOLE)) == []


@pytest.mark.parametrize(
    ("cells", "reason", "field"),
    [
        pytest.param({"name": ""}, "no_name", "name", id="no name"),
        pytest.param({"phone": "1.50356E+10"}, "odd_text", "phone", id="a rounded number"),
        pytest.param({"currency": "usd"}, "odd_text", "currency", id="small letters"),
        pytest.param({"licensed_areas": "OR"}, "odd_text", "licensed_areas", id="no area"),
        pytest.param({"phone": ""}, "no_contact", "contact_by", id="no way to reach"),
        pytest.param({"phone": "-"}, "no_contact", "contact_by", id="stated no way to reach"),
        pytest.param(
            {"fee_min": "90", "fee_max": "80", "currency": "USD"},
            "fee_order",
            "fee_min",
            id="fees crossed",
        ),
        pytest.param({"fee_max": "80"}, "no_currency", "currency", id="fee without currency"),
        pytest.param(
            {"qualification": "student"}, "no_supervisor", "supervisor", id="no supervisor"
        ),
        pytest.param(
            {"register_checked_on": "2026-11-22"}, "future", "register_checked_on", id="to come"
        ),
        pytest.param(
            {"next_opening": "2026-11-20"}, "opening_past", "next_opening", id="opening over"
        ),
    ],
)
def test_check_when_one_thing_is_odd_then_it_is_found(
    cells: dict[str, str], reason: str, field: str
) -> None:
    assert _found(make_profile(**{**_WHOLE, **cells})) == [("p-001", reason, field)]


@pytest.mark.parametrize(
    "cells",
    [
        pytest.param({"fee_min": "80", "fee_max": "80", "currency": "USD"}, id="one fee"),
        pytest.param({"fee_min": "90", "currency": "USD"}, id="lowest fee alone"),
        pytest.param({"qualification": "student", "supervisor": "B. Lark"}, id="supervised"),
        pytest.param({"next_opening": "2026-11-21"}, id="opening today"),
        pytest.param({"phone": "", "contact_by": "form"}, id="another way to reach"),
    ],
)
def test_check_when_nothing_is_odd_then_it_is_not_found(cells: dict[str, str]) -> None:
    assert _found(make_profile(**{**_WHOLE, **cells})) == []


@pytest.mark.parametrize(
    ("days", "reasons"),
    [
        pytest.param(-1, ["future"] * 3, id="tomorrow"),
        pytest.param(0, [], id="today"),
        pytest.param(_LIMIT, [], id="at the limit"),
        pytest.param(_LIMIT + 1, ["stale"], id="older"),
    ],
)
def test_check_when_facts_are_dated_then_only_those_that_age_go_stale(
    days: int, reasons: list[str]
) -> None:
    profile = make_profile(confirmed_on=_TODAY - timedelta(days=days), accepting="yes", **_WHOLE)

    assert [reason for _, reason, _ in _found(profile)] == reasons


def test_check_when_two_have_one_name_then_the_later_points_to_the_first() -> None:
    first, second = make_profile("p-001", **_WHOLE), make_profile("p-002", **_WHOLE)
    other = make_profile("p-003", name="ana  VIDAL", phone="555-0101")

    assert _found(first, second, other) == [
        ("p-002", "same_name", "name"),
        ("p-003", "same_name", "name"),
    ]


def test_check_when_nobody_has_a_name_then_they_are_not_called_the_same() -> None:
    cells = {"phone": "555-0100"}

    assert {
        reason for _, reason, _ in _found(make_profile("a", **cells), make_profile("b", **cells))
    } == {"no_name"}


def test_check_when_fees_are_crossed_then_it_is_an_error() -> None:
    profile = make_profile(fee_min="9", fee_max="8", currency="EUR", **_WHOLE)
    (found,) = check_profiles([profile], _TODAY, _LIMIT)

    assert found.finding.severity is Severity.ERROR


_AREAS = AreaList((Area("Mitte", 52.52, 13.4, (), "DE", ("10115",)),))


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        pytest.param({"area": "mitte"}, [], id="area of the list"),
        pytest.param({"postcode": "10115", "country": "DE"}, [], id="postcode of the list"),
        pytest.param({"area": "Atlantis"}, [("unknown_area", "area")], id="unknown area"),
        pytest.param(
            {"postcode": "99", "country": "DE"}, [("unknown_postcode", "postcode")], id="unknown"
        ),
        pytest.param({"postcode": "10115"}, [("no_country", "country")], id="no country"),
        pytest.param({"postcode": "99", "country": "DE", "area": "Mitte"}, [], id="area helps"),
        pytest.param({"latitude": "52"}, [("half", "latitude")], id="latitude alone"),
        pytest.param({"latitude": "0", "longitude": "0"}, [("zero", "latitude")], id="zero"),
        pytest.param(
            {"latitude": "13.4", "longitude": "52.5", "area": "Mitte"},
            [("far_from_area", "latitude")],
            id="swapped",
        ),
    ],
)
def test_check_when_a_place_cannot_be_used_then_it_says_why(
    cells: dict[str, str], found: list[tuple[str, str]]
) -> None:
    profile = make_profile(**_WHOLE, **cells)
    findings = [each.finding for each in check_profiles([profile], _TODAY, _LIMIT, _AREAS)]

    assert [(f.message.key.rpartition(".")[2], f.field) for f in findings] == found
    assert all(say(finding.message) for finding in findings)
