"""Which columns a wish reads, and which of a profile's codes count for it."""

# ruff: noqa: E501 - one row of a table on one line

from decimal import Decimal

import numpy as np
import pytest
from support.builders import make_profile
from support.directories import TODAY, MemoryDirectory

from matcher.directory.area_list import Area, AreaList
from matcher.directory.snapshot_builder import build_snapshot
from matcher.preferences.preferences import Preferences, Wish
from matcher.questionnaire.item import Importance
from matcher.questionnaire.response import Place, Value
from matcher.scoring.criteria import load_criteria
from matcher.scoring.facts import Facts
from matcher.scoring.performance import (
    AskedCriterion,
    code_factors,
    distances,
    online,
    prices,
    start_days,
    values,
)

CRITERIA = load_criteria()


def _facts(**cells: str) -> Facts:
    return Facts(MemoryDirectory([make_profile("p", **cells)]).snapshot, TODAY)


def _asked(criterion: str, target: Value, starred: str | None = None) -> AskedCriterion:
    return AskedCriterion(CRITERIA.criterion(criterion), target, Preferences(), starred)


@pytest.mark.parametrize(
    ("criterion", "target", "expected"),
    [
        ("formats", ("video", "phone", "in_person", "email"), [1000, 800, 600, 600]),
        ("goals", "in_writing", [1000, 500]),
        ("goals", "talked_over", [1000, 500, 500]),
        ("session_length", ("30", "60"), [1000, 1000, 500, 500, 500]),
        ("qualification", "supervised", [1000, 1000]),
        ("boundaries", ("gifts",), [1000, 500]),
        ("medication", "yes", [1000, 1000]),
    ],
)
def test_code_factors_when_asked_then_each_code_of_a_profile_has_its_most(
    criterion: str, target: Value, expected: list[int]
) -> None:
    assert [*code_factors(_asked(criterion, target)).values()] == expected


def test_code_factors_when_a_neighbour_was_asked_itself_then_it_keeps_its_full_worth() -> None:
    factors = code_factors(_asked("frequency", ("weekly", "fortnightly")))

    assert factors == {"weekly": 1000, "fortnightly": 1000, "twice_weekly": 500, "monthly": 500}


@pytest.mark.parametrize(
    ("criterion", "target", "cells", "expected"),
    [
        ("issues", ("worry", "sleep"), {"issues": "worry:focus"}, (500, 500)),
        ("approaches", ("cbt", "act"), {"approaches": "act:certified"}, (444, 444)),
        ("approaches", ("cbt", "act"), {"approaches": "cbt:elements;act"}, (500, 722)),
        ("access", ("lift", "step_free_entry"), {"access": "lift"}, (500, 1000)),
        ("communities", ("deaf", "refugee"), {"communities": "deaf:lived;refugee:no"}, (500, 500)),
        ("shared_identity", ("deaf",), {"shares": "refugee"}, (0, 1000)),
        ("therapist_gender", ("woman",), {"gender": "man"}, (0, 0)),
        ("frequency", ("weekly",), {"frequencies": "fortnightly"}, (500, 500)),
        ("boundaries", ("gifts",), {"boundaries": "talked_over"}, (500, 500)),
        ("boundaries", ("gifts",), {"boundaries": "-"}, (0, 0)),
        ("experience_years", "yes", {"years": "7"}, (700, 700)),
        ("medication", "yes", {"medication": "works_with_prescriber"}, (1000, 1000)),
        ("qualification", "student", {"qualification": "licensed"}, (1000, 1000)),
        ("qualification", "licensed", {"qualification": "student"}, (0, 0)),
        ("place", Place(latitude=0.0, longitude=0.0, max_km=Decimal(100)), {"latitude": "0", "longitude": "1.35"}, (499, 499)),
    ],
)  # fmt: skip
def test_values_when_a_profile_states_something_then_it_is_read_from_its_column(
    criterion: str, target: Value, cells: dict[str, str], expected: tuple[int, int]
) -> None:
    low, high = values(_facts(**cells), _asked(criterion, target))

    assert (int(low[0]), int(high[0])) == expected


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"fee_max": "90"}, (9000, 9000)),
        ({"fee_max": "90", "fee_min": "50"}, (9000, 5000)),
        ({"fee_max": "90", "fee_min": "50", "reduced_fee": "yes"}, (5000, 5000)),
        ({"fee_max": "90", "fee_min": "50", "reduced_fee": "no"}, (9000, 9000)),
        ({"fee_min": "50", "reduced_fee": "yes"}, (5000, 5000)),
        ({"fee_min": "50", "reduced_fee": "no"}, (-1, -1)),
        ({"fee_min": "50"}, (-1, 5000)),
        ({}, (-1, -1)),
    ],
)
def test_prices_when_a_reduced_fee_may_exist_then_the_higher_and_the_lower_are_told(
    cells: dict[str, str], expected: tuple[int, int]
) -> None:
    dear, cheap = prices(_facts(currency="USD", **cells), "USD")

    assert (int(dear[0]), int(cheap[0])) == expected


def test_distances_when_one_degree_of_latitude_apart_then_111_2_km() -> None:
    """6371 km × π ÷ 180 is 111.19 km."""
    km = distances(_facts(latitude="46", longitude="7"), Place(latitude=45.0, longitude=7.0))

    assert km.tolist() == [111.2]


def test_distances_when_the_client_cannot_be_located_then_none_is_known() -> None:
    km = distances(_facts(latitude="46", longitude="7"), Place(postcode="00000", country="US"))

    assert np.isnan(km).all()


@pytest.mark.parametrize(
    ("cells", "expected"),
    [({"area": "Old Mill: north"}, [0.0]), ({"area": "Riverside"}, [None]), ({}, [None])],
    ids=["same area", "another area", "area not stated"],
)
def test_distances_when_the_client_names_an_area_then_only_its_own_people_are_near(
    cells: dict[str, str], expected: list[float | None]
) -> None:
    km = distances(_facts(**cells), Place(area="Old Mill: north", max_km=Decimal(5)))

    assert [None if np.isnan(value) else value for value in km] == expected


@pytest.mark.parametrize(
    ("place", "cells", "expected"),
    [
        pytest.param({"area": "old mill"}, {"area": "Harbor"}, 11.1, id="another area"),
        pytest.param({"area": "The Mill"}, {"area": "Old Mill"}, 0.0, id="another spelling"),
        pytest.param({"area": "Harbor"}, {"postcode": "1000", "country": "CH"}, 11.1, id="to code"),
        pytest.param({"postcode": "1000", "country": "CH"}, {"area": "Harbor"}, 11.1, id="from"),
        pytest.param({"area": "Atlantis"}, {"area": "Harbor"}, None, id="from an unknown area"),
        pytest.param({"area": "Harbor"}, {"area": "Atlantis"}, None, id="to an unknown area"),
        pytest.param({"postcode": "9", "country": "CH"}, {"area": "Harbor"}, None, id="unknown"),
    ],
)
def test_distances_when_the_clinic_has_a_list_of_areas_then_they_are_known_by_it(
    place: dict[str, str], cells: dict[str, str], expected: float | None
) -> None:
    listed = AreaList(
        (
            Area("Old Mill", 46.0, 7.0, ("The Mill",), "CH", ("1000",)),
            Area("Harbor", 46.1, 7.0),
        )
    )
    facts = Facts(build_snapshot([make_profile("p", **cells)], listed), TODAY)

    (km,) = distances(facts, Place(**place, max_km=Decimal(5)))  # type: ignore[arg-type]

    assert (None if np.isnan(km) else km) == expected


def test_online_when_only_in_person_was_asked_then_it_does_not_help() -> None:
    preferences = Preferences(wishes=(Wish("formats", ("in_person",), Importance.MATTERS),))
    low, high = online(_facts(formats="video"), preferences)

    assert (int(low[0]), int(high[0])) == (0, 0)


@pytest.mark.parametrize(("code", "days"), [("this_week", 7), ("two_weeks", 14), ("month", 30)])
def test_start_days_when_a_wish_is_given_then_its_days(code: str, days: int) -> None:
    assert start_days(code) == days
