from datetime import date

import pytest
from support.builders import make_profile
from support.directories import TODAY
from support.practitioners import days_ago

from matcher.i18n import Catalogue
from matcher.services.people.profile_facts import (
    FactWording,
    has_aged,
    register_words,
    shown_subjects,
    subject_name,
)

_WORDS = Catalogue("en")


def test_fact_when_stated_then_who_said_so_and_when_stands_with_it() -> None:
    profile = make_profile(confirmed_on=date(2026, 11, 2), fee_max="90", currency="USD")

    told = FactWording(profile, _WORDS, TODAY).fact("fee")

    assert (told.name, told.stated) == ("Cost", "$90")
    assert told.source == "Said by the therapist, November 2, 2026"
    assert told.fact is profile.facts["fee_max"]


def test_fact_when_not_stated_then_silence_is_not_a_no() -> None:
    told = FactWording(make_profile(), _WORDS, TODAY).fact("fee")

    assert (told.stated, told.source, told.fact) == ("Not known: you can ask.", "", None)


def test_fact_when_it_is_too_old_then_it_asks_to_check() -> None:
    profile = make_profile(confirmed_on=days_ago(181), accepting="yes")

    told = FactWording(profile, _WORDS, TODAY).fact("accepting")

    assert told.source.endswith("That is long ago: please check.")


@pytest.mark.parametrize(("days", "aged"), [(180, False), (181, True)])
def test_aged_when_the_limit_is_passed_then_it_has(days: int, aged: bool) -> None:
    profile = make_profile(confirmed_on=days_ago(days), accepting="yes")

    assert has_aged("accepting", profile, 180, TODAY) is aged


def test_subjects_when_some_are_told_only_when_stated_then_the_others_are_left_out() -> None:
    profile = make_profile(title="Counselor")

    shown = [*shown_subjects(("title", "credential", "register"), profile)]

    assert shown == ["title", "register"]


def test_name_when_a_page_has_its_own_then_that_goes_first() -> None:
    assert subject_name("participants", _WORDS) == "Who they see"
    assert subject_name("accepting", _WORDS) == "Taking new people"


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({}, "Register: not stated"),
        ({"register": "-"}, "On no register, the profile says"),
        ({"register": "Board"}, "On the register, no date of a check"),
        (
            {"register": "Board", "register_checked_on": "2026-06-18"},
            "On the register, checked June 18, 2026",
        ),
    ],
    ids=["silent", "none", "undated", "checked"],
)
def test_register_when_asked_then_said_as_far_as_stated(cells: dict[str, str], said: str) -> None:
    assert register_words(make_profile(**cells), _WORDS) == said
