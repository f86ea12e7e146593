from support.builders import make_profile
from support.practitioners import days_ago, page_of
from support.window import english

from ui.widgets.aged_words import AgedWords


def test_source_when_a_fact_is_dated_then_its_age_stands_behind_it() -> None:
    profile = make_profile(confirmed_on=days_ago(70), accepting="yes")

    said = AgedWords(english(), page_of(profile)).source("accepting", profile)

    assert said == "Said by the therapist, September 12, 2026 (getting old: 70 days)"


def test_source_when_nobody_stated_it_then_says_nothing() -> None:
    profile = make_profile()

    assert AgedWords(english(), page_of(profile)).source("accepting", profile) == ""
