from decimal import Decimal
from typing import Any

import pytest

from matcher.questionnaire.answer_check import AnswerCheck
from matcher.questionnaire.answer_values import read_value
from matcher.questionnaire.item import ItemKind
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import Money, Place, Times

ITEM = load_questionnaire().item
HERE = {"postcode": "97201", "country": "US"}


@pytest.mark.parametrize(
    ("item", "raw", "expected"),
    [
        ("start", "two_weeks", "two_weeks"),
        ("age_band", "65+", "65+"),
        ("medication", "unsure", "unsure"),
        ("formats", ["video", "in_person"], ("video", "in_person")),
        ("session_length", ["50"], ("50",)),
        ("tools", [], ()),
        ("payers", ["nhs", "Cedar-Plan_2"], ("nhs", "Cedar-Plan_2")),
        ("style_steer", -2, -2),
        ("style_steer", 0, 0),
        ("place", {}, Place()),
        ("place", HERE, Place("97201", "US")),
        ("place", HERE | {"max_km": 15}, Place("97201", "US", max_km=Decimal(15))),
        ("place", {"latitude": -90, "longitude": 180}, Place(latitude=-90.0, longitude=180.0)),
        ("place", {"area": "North Side"}, Place(area="North Side")),
        ("place", {"licence_area": "US-OR"}, Place(licence_area="US-OR")),
        ("times", {}, Times()),
        ("times", {"good": ["mon-evening"]}, Times(("mon-evening",))),
        ("fee", {"max": 0, "currency": "EUR"}, Money(Decimal(0), "EUR")),
        ("fee", {"max": 59.5, "currency": "EUR"}, Money(Decimal("59.5"), "EUR")),
        ("hide_people", ["p-009", "or-123"], ("p-009", "or-123")),
        ("first_meetings", "I sleep.\nI eat.", "I sleep.\nI eat."),
    ],
)
def test_value_when_it_fits_its_kind_then_it_is_read(item: str, raw: Any, expected: Any) -> None:
    check = AnswerCheck()

    assert read_value(ITEM(item), raw, check) == expected
    assert check.faults == []


@pytest.mark.parametrize(
    ("item", "raw", "where", "fault"),
    [
        ("start", "yesterday", "start", "unknown_code"),
        ("start", ["month"], "start", "wrong_type"),
        ("start", None, "start", "wrong_type"),
        ("formats", "video", "formats", "wrong_type"),
        ("formats", ["video", "pigeon"], "formats", "unknown_code"),
        ("formats", ["video", "video"], "formats", "repeated_code"),
        ("formats", ["video", 3], "formats", "wrong_type"),
        ("approaches", ["cbt", "act", "dbt", "emdr", "rebt", "schema"], "approaches", "too_many"),
        ("payers", ["my plan"], "payers", "unknown_code"),
        ("style_steer", 3, "style_steer", "range"),
        ("style_steer", True, "style_steer", "wrong_type"),
        ("style_steer", 1.0, "style_steer", "wrong_type"),
        ("style_steer", "-1", "style_steer", "wrong_type"),
        ("place", {"postcode": "97201"}, "place", "needs_key"),
        ("place", {"country": "US", "max_km": 3}, "place", "needs_key"),
        ("place", {"latitude": 1}, "place", "needs_key"),
        ("place", HERE | {"area": "North"}, "place", "two_places"),
        ("place", {"area": "North", "latitude": 1}, "place", "two_places"),
        ("place", {"max_km": 3}, "place", "km_from_nowhere"),
        ("place", HERE | {"max_km": 0}, "place.max_km", "range"),
        ("place", HERE | {"max_km": -3}, "place.max_km", "range"),
        ("place", HERE | {"max_km": None}, "place.max_km", "wrong_type"),
        ("place", {"latitude": 91, "longitude": 0}, "place.latitude", "range"),
        ("place", {"latitude": 0, "longitude": -181}, "place.longitude", "range"),
        ("place", {"postcode": "97201", "country": "usa"}, "place.country", "form"),
        ("place", {"postcode": 97201, "country": "US"}, "place.postcode", "wrong_type"),
        ("place", {"licence_area": "Oregon"}, "place.licence_area", "form"),
        ("place", {"area": "North", "city": "Portland"}, "place", "unknown_key"),
        ("times", ["mon-evening"], "times", "wrong_type"),
        ("times", {"good": ["monday"]}, "times.good", "unknown_code"),
        ("times", {"good": "mon-late"}, "times.good", "wrong_type"),
        ("times", {"bad": []}, "times", "unknown_key"),
        ("times", {"good": ["mon-late"], "possible": ["mon-late"]}, "times", "twice_asked"),
        ("times", {"good": ["mon-late", "mon-late"]}, "times.good", "repeated_code"),
        ("fee", {"max": -1, "currency": "USD"}, "fee.max", "range"),
        ("fee", {"max": "60", "currency": "USD"}, "fee.max", "wrong_type"),
        ("fee", {"max": True, "currency": "USD"}, "fee.max", "wrong_type"),
        ("fee", {"max": 60, "currency": "usd"}, "fee.currency", "form"),
        ("fee", {"max": 60}, "fee", "needs_key"),
        ("fee", 60, "fee", "wrong_type"),
        ("hide_people", "p-009", "hide_people", "wrong_type"),
        ("hide_people", ["p-009", "p-009"], "hide_people", "repeated_code"),
        ("hide_people", ["a\nb"], "hide_people", "form"),
        ("first_meetings", 3, "first_meetings", "wrong_type"),
        ("first_meetings", "\x07", "first_meetings", "control_signs"),
    ],
)
def test_value_when_it_does_not_fit_then_place_and_fault_are_named(
    item: str, raw: Any, where: str, fault: str
) -> None:
    check = AnswerCheck()

    read_value(ITEM(item), raw, check)

    (message,) = check.faults
    assert (message.params["item"], message.key) == (where, f"error.answers.{fault}")


@pytest.mark.parametrize("kind", ItemKind)
@pytest.mark.parametrize("raw", [None, True, 3.5, float("nan"), [None], {"x": {}}, [[[]]], {1: 2}])
def test_value_when_it_is_anything_then_it_is_a_fault_and_never_a_crash(
    raw: Any, kind: ItemKind
) -> None:
    check = AnswerCheck()
    item = next(item for item in load_questionnaire() if item.kind is kind)

    read_value(item, raw, check)

    assert check.faults
