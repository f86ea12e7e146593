from dataclasses import replace
from datetime import date, timedelta

import pytest
from support.builders import make_profile
from support.upkeep import TODAY

from matcher.directory.fact_age import FactAge
from ui.controllers.asked_person import AskedFact
from ui.language import Language
from ui.staff.asked_words import ago, fact_age, fact_stated, fact_title, wanted, ways


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (-3, "0 days ago"),
        (1, "1 day ago"),
        (59, "59 days ago"),
        (61, "2 months ago"),
        (364, "11 months ago"),
        (729, "23 months ago"),
        (731, "2 years ago"),
    ],
)
def test_ago_when_told_then_in_the_unit_people_use(days: int, said: str) -> None:
    assert ago(TODAY - timedelta(days=days), TODAY, Language("en")) == said


def _asked(age: FactAge, day: date | None) -> AskedFact:
    fact = make_profile(fee_min="0", confirmed_on=day).facts["fee_min"]
    return AskedFact("fee_min", age, fact, fact)


def test_age_when_told_then_it_says_what_it_means() -> None:
    english = Language("en")
    old = _asked(FactAge.OLD, TODAY - timedelta(days=200))
    undated = _asked(FactAge.UNDATED, None)

    assert fact_age(old, TODAY, english).endswith("6 months ago. Too old to count.")
    assert fact_age(undated, TODAY, english) == (
        "Said by the therapist, no date. Nobody knows since when."
    )
    assert fact_age(replace(old, now=None), TODAY, english) == ""


def test_stated_when_it_is_a_price_then_in_the_profile_s_currency() -> None:
    english = Language("en")
    old = _asked(FactAge.OLD, TODAY)

    assert fact_title(old, english) == "Lowest fee"
    assert fact_stated(old, make_profile(currency="USD"), english) == "$0"
    assert "$" not in fact_stated(old, make_profile(), english)
    assert fact_stated(replace(old, now=None), make_profile(), english) == "No longer stated"


def test_ways_when_phone_and_mail_are_there_then_those_else_the_website() -> None:
    every = make_profile(phone="1", email="a@example.org", website="example.org")

    assert ways(every) == (("phone", "1"), ("email", "a@example.org"))
    assert ways(make_profile(website="example.org")) == (("website", "example.org"),)
    assert ways(make_profile(phone="1", website="example.org")) == (("phone", "1"),)
    assert ways(make_profile()) == ()


def test_wanted_when_they_say_how_then_it_is_told() -> None:
    assert wanted(make_profile(contact_by="email"), Language("en")) == (
        "Wants to be reached by: E-mail"
    )
    assert wanted(make_profile(contact_by="-"), Language("en")) == ""
    assert wanted(make_profile(), Language("en")) == ""
