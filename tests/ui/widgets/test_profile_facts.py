from dataclasses import replace
from datetime import timedelta

from support.sittings import first_of, result_words, sample_match

from matcher.directory.field import FIELDS, STATED_FIELDS, UNSORTED
from matcher.scoring.criteria import load_criteria
from matcher.scoring.result import Group
from ui.widgets.fact_row import FactWords
from ui.widgets.profile_facts import SECTIONS, fact_words, is_silent

_SHOWN_ELSEWHERE = {
    "name", "pronouns", "bio", "register_checked_on", "register_area", "country", "latitude",
    "longitude", "city", "area", "postcode", "time_zone", "currency", "fee_min", "fee_max",
    "reduced_fee", "licensed_areas",
}  # fmt: skip
"""In the heading, or told as part of another fact."""


def _facts(group: Group) -> dict[str, FactWords]:
    result, profile = first_of(group)
    return {
        subject: words
        for _, subjects in SECTIONS
        for subject, words in fact_words(subjects, result, profile, result_words())
    }


def test_sections_when_taken_together_then_no_fact_is_left_out() -> None:
    subjects = {subject for _, inside in SECTIONS for subject in inside}
    criteria = load_criteria()
    told = {
        field
        for subject in subjects
        for field in (criteria.criterion(subject).fields if subject in criteria else (subject,))
    }

    assert {*STATED_FIELDS} - told - _SHOWN_ELSEWHERE == set()
    assert {*FIELDS} - {*STATED_FIELDS} - told == {UNSORTED}, "staff alone see it"


def test_sections_when_taken_together_then_no_fact_is_told_twice() -> None:
    subjects = [subject for _, inside in SECTIONS for subject in inside]

    assert len(subjects) == len({*subjects})


def test_fact_when_stated_then_it_has_a_source() -> None:
    times = _facts(Group.MEETS_ALL)["times"]

    assert times.source.startswith("Said by the ")
    assert times.wish.startswith("You need: ")
    assert times.fit == "Met."
    assert times.block is not None


def test_fact_when_not_stated_then_silence_is_not_a_no() -> None:
    silent = [words for words in _facts(Group.TO_CHECK).values() if not words.source]

    assert silent
    assert {words.stated for words in silent} == {"Not known: you can ask."}


def test_fact_when_wished_for_then_the_wish_says_how_far_it_fits() -> None:
    steer = _facts(Group.MEETS_ALL)["style_steer"]

    assert steer.wish == "You said: The therapist leads"
    assert steer.fit == "Fits."


def test_fact_when_silent_and_nobody_asked_then_it_is_not_worth_a_row() -> None:
    facts = _facts(Group.TO_CHECK)

    assert {is_silent(words) for words in facts.values()} == {True, False}
    assert all(not words.source for words in facts.values() if is_silent(words))
    assert not any(is_silent(words) for words in facts.values() if words.wish)


def test_fact_when_it_was_said_long_ago_then_it_asks_to_check() -> None:
    match = sample_match()
    evaluation = match.evaluation
    late = replace(evaluation.facts, today=evaluation.facts.today + timedelta(days=2000))
    later = replace(
        match, ranking=replace(match.ranking, evaluation=replace(evaluation, facts=late))
    )
    result, profile = first_of(Group.MEETS_ALL)

    facts = dict(fact_words(("times", "title"), result, profile, result_words(of=later)))

    assert facts["times"].source.endswith("That is long ago: please check.")
    assert "please check" not in facts["title"].source
