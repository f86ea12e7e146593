"""Facts and wishes in words."""

import re
import unicodedata
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import make_profile

from matcher.checklist.wording import (
    SHOWN_CHARACTERS,
    clipped,
    describe_asked,
    describe_name,
    describe_offered,
    describe_source,
    in_one_line,
)
from matcher.directory.field import STYLE_AXES
from matcher.directory.week import DAYS
from matcher.i18n import Catalogue
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import Money, Place, Times
from matcher.scoring.criteria import load_criteria

_ENGLISH = Catalogue("en")
_SPANISH = Catalogue("es")
_CRITERIA = [criterion.id for criterion in load_criteria().criteria]


@pytest.mark.parametrize("catalogue", [_ENGLISH, _SPANISH], ids=["en", "es"])
@pytest.mark.parametrize("subject", [*_CRITERIA, "accepting", "licence", "register"])
def test_describe_name_when_any_criterion_then_it_has_a_name(
    subject: str, catalogue: Catalogue
) -> None:
    assert describe_name(subject, catalogue)


@pytest.mark.parametrize(
    ("item", "value", "words"),
    [
        ("languages", ("es", "en"), "Spanish; English"),
        ("fee", Money(Decimal(60), "USD"), "Up to $60"),
        ("fee", Money(Decimal(0), "USD"), "It has to be free"),
        ("times", Times(good=("mon-evening",)), "Monday evenings"),
        ("times", Times(possible=("tue-morning",)), "Possible: Tuesday mornings"),
        (
            "times",
            Times(good=tuple(f"{day}-evening" for day in DAYS), possible=("mon-afternoon",)),
            "Every evening. Possible: Monday afternoons",
        ),
        ("place", Place(postcode="97201", max_km=Decimal("16.1")), "Within 10 miles of 97201"),
        ("place", Place(latitude=1.0, longitude=2.0, max_km=Decimal(5)), "Within 3.1 miles"),
        ("place", Place(latitude=1.0, longitude=2.0), "Near me"),
        ("place", Place(postcode="97201"), "97201"),
        ("place", Place(postcode="97201", licence_area="US-OR"), "With a license for OR"),
        ("place", Place(licence_area="DE-BY"), "With a license for BY (Germany)"),
        ("start", "two_weeks", "Within two weeks"),
        ("style_steer", -2, "The therapist leads"),
        ("style_steer", 1, "Mostly me"),
        ("first_meetings", "Sleep better", "Sleep better"),
        ("payers", ("harbor_plan_x",), "Harbor Plan X"),
        ("participants", ("me", "couple"), "Just me; A couple"),
        ("languages", (), "Nothing"),
        ("times", Times(), "Nothing"),
        ("first_meetings", "", "Nothing"),
    ],
)
def test_describe_asked_when_answered_then_in_words(item: str, value: object, words: str) -> None:
    assert describe_asked(load_questionnaire().item(item), value, _ENGLISH) == words


@pytest.mark.parametrize(
    ("language", "region", "expected"),
    [
        pytest.param("en", "us", "Within 6.2 miles of 10115", id="miles"),
        pytest.param("en", "gb", "Within 6.2 miles of 10115", id="british_miles"),
        pytest.param("en", "de", "Within 10 km of 10115", id="kilometers"),
        pytest.param("es", "us", "A 6.2 millas de 10115 como máximo", id="spanish_miles"),
        pytest.param("es", "eu", "A 10 km de 10115 como máximo", id="spanish_kilometers"),
    ],
)
def test_describe_asked_when_of_a_region_then_the_distance_is_in_its_unit(
    language: str, region: str, expected: str
) -> None:
    place = Place(postcode="10115", country="DE", max_km=Decimal(10))

    said = describe_asked(load_questionnaire().item("place"), place, Catalogue(language, region))

    assert said == expected


@pytest.mark.parametrize(
    ("criterion", "cells", "words"),
    [
        ("fee", {}, "Not stated"),
        ("fee", {"fee_min": "90", "fee_max": "140", "currency": "USD"}, "$90 to $140"),
        ("fee", {"fee_max": "140", "currency": "EUR"}, "€140"),
        ("fee", {"fee_max": "140"}, "140 (currency not stated)"),
        (
            "fee",
            {"fee_max": "140", "currency": "USD", "reduced_fee": "yes"},
            "$140; a lower price is possible",
        ),
        ("languages", {"languages": "es:fluent"}, "Spanish (Fluent in therapy)"),
        ("languages", {"languages": "-"}, "None"),
        ("languages", {"languages": "es:no"}, "Spanish: no"),
        ("payers", {"payers": "aetna:no;cigna:no"}, "Aetna: no; Cigna: no"),
        ("participants", {"participants": "couple:no"}, "A couple: no"),
        ("participants", {"participants": "me;couple:no"}, "Just me"),
        ("times", {"times": "mon-morning;tue-morning"}, "Monday and Tuesday mornings"),
        ("times", {"times": "-"}, "None"),
        ("start", {"next_opening": "2026-12-01"}, "From December 1, 2026"),
        ("experience_years", {"years": "12"}, "12 years"),
        ("experience_years", {"years": "1"}, "1 year"),
        ("boundaries", {"boundaries": "written"}, "In writing"),
        ("goals", {"goals": "in_writing"}, "In writing"),
        ("accepting", {"accepting": "waitlist"}, "There is a waiting list"),
        ("place", {"city": "Portland", "postcode": "97201"}, "Portland, 97201"),
        ("licence", {"licensed_areas": "US-OR;US-WA"}, "OR and WA"),
        ("register_area", {"register_area": "US-OR"}, "OR"),
        ("register_area", {"register_area": "CA-QC"}, "QC (Canada)"),
        ("register_area", {"register_area": "St-Gallen"}, "St-Gallen"),
        ("style_steer", {"style_steer": "-2"}, "The therapist leads"),
        ("style_steer", {"style_steer": "-2..2"}, "Can go either way"),
        ("style_steer", {"style_steer": "-2..0"}, "“The therapist leads” to “Both are fine”"),
        ("style_steer", {"style_steer": "1..2"}, "“Mostly the client leads” to “The client leads”"),
        ("style_challenge", {"style_challenge": "2"}, "Pushes"),
        ("register", {"register": "Example register"}, "Example register"),
    ],
)
def test_describe_offered_when_stated_then_in_words(
    criterion: str, cells: dict[str, str], words: str
) -> None:
    assert describe_offered(criterion, make_profile(**cells), _ENGLISH) == words


@pytest.mark.parametrize(
    ("catalogue", "turning"),
    [
        pytest.param(_ENGLISH, r"i|me|my|mine|we|us|our|you|your|them|they|their", id="english"),
        pytest.param(
            _SPANISH,
            r"yo|mi|mí|me|\w+[aei]rme|guío|nos|ustedes|su|que (?:hable|escuche|cuente)",
            id="spanish",
        ),
    ],
)
@pytest.mark.parametrize("step", [-2, -1, 0, 1, 2])
@pytest.mark.parametrize("axis", STYLE_AXES)
def test_describe_offered_when_a_step_of_an_axis_then_nobody_can_take_it_for_the_other(
    axis: str, step: int, catalogue: Catalogue, turning: str
) -> None:
    profile = make_profile(**{axis: str(step)})

    said = describe_offered(axis, profile, catalogue).casefold()

    assert not re.search(rf"\b(?:{turning})\b", said), said


@pytest.mark.parametrize(
    ("criterion", "cells", "asked", "words"),
    [
        (
            "issues",
            {"issues": "worry:focus;panic:no;anger"},
            ("worry", "panic", "sleep"),
            "Worry (A main part of the work); Panic: no; Sleep: not on the list",
        ),
        (
            "access",
            {"access": "step_free_entry"},
            ("step_free_entry", "lift"),
            "Way in without steps; Lift: not stated",
        ),
        ("frequency", {"frequencies": "fortnightly"}, "weekly", "Every two weeks"),
    ],
)
def test_describe_offered_when_codes_were_asked_then_only_those_are_told(
    criterion: str, cells: dict[str, str], asked: object, words: str
) -> None:
    told = describe_offered(criterion, make_profile(**cells), _ENGLISH, asked)

    assert told == words


def test_describe_offered_when_the_list_is_long_then_it_says_how_many_more() -> None:
    codes = (
        "worry",
        "panic",
        "low_mood",
        "anger",
        "stress",
        "sleep",
        "loneliness",
        "drugs",
        "study",
    )
    profile = make_profile(issues=";".join(codes))

    assert describe_offered("issues", profile, _ENGLISH).endswith("; and 1 more")


@pytest.mark.parametrize("catalogue", [_ENGLISH, _SPANISH], ids=["en", "es"])
@pytest.mark.parametrize("criterion", _CRITERIA)
def test_describe_offered_when_nothing_is_stated_then_it_says_so(
    criterion: str, catalogue: Catalogue
) -> None:
    empty = make_profile()

    assert describe_offered(criterion, empty, catalogue) == catalogue.text("fact.not_stated")


@pytest.mark.parametrize(
    ("source", "day", "words"),
    [
        ("therapist", date(2026, 10, 3), "Said by the therapist, October 3, 2026"),
        ("register", None, "From a register, no date"),
        (None, None, ""),
    ],
)
def test_describe_source_when_asked_then_who_and_when(
    source: str | None, day: date | None, words: str
) -> None:
    assert describe_source(source, day, _ENGLISH) == words


@given(st.text(max_size=400))
def test_in_one_line_when_given_anything_then_every_printable_sign_is_there(text: str) -> None:
    line = in_one_line(text)

    assert line.isprintable() or not line.isascii()
    assert (
        line.split()
        == "".join(" " if unicodedata.category(sign)[0] == "C" else sign for sign in text).split()
    )


def test_describe_asked_when_in_own_words_then_they_are_whole() -> None:
    wrote = "Sleep has been hard. " * 190

    said = describe_asked(load_questionnaire().item("first_meetings"), wrote, _ENGLISH)

    assert said == wrote.strip()


@given(st.text(max_size=2000))
def test_clipped_when_given_anything_then_one_printable_line(text: str) -> None:
    line = clipped(text)

    assert len(line) <= SHOWN_CHARACTERS + 1
    assert line == line.strip()
    assert not set(line) & set("\n\r\t\x00\u202e\u200f")
