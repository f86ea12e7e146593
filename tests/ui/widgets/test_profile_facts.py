from support.sittings import first_of, result_words

from matcher.directory.field import FIELDS
from matcher.scoring.criteria import load_criteria
from matcher.scoring.result import Group
from ui.widgets.profile_facts import SECTIONS, fact_words

_SHOWN_ELSEWHERE = {
    "name", "pronouns", "bio", "register_checked_on", "register_area", "country", "latitude",
    "longitude", "city", "area", "postcode", "time_zone", "currency", "fee_min", "fee_max",
    "reduced_fee", "licensed_areas",
}  # fmt: skip
"""In the heading, or told as part of another fact."""


def _facts(group: Group) -> dict[str, object]:
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

    assert {*FIELDS} - told - _SHOWN_ELSEWHERE == set()


def test_sections_when_taken_together_then_no_fact_is_told_twice() -> None:
    subjects = [subject for _, inside in SECTIONS for subject in inside]

    assert len(subjects) == len({*subjects})


def test_fact_when_stated_then_it_has_a_source() -> None:
    times = _facts(Group.MEETS_ALL)["times"]

    assert times.source.startswith("Said by the ")
    assert times.wish.startswith("You need: ")
    assert times.wish.endswith("Met.")
    assert times.block is not None


def test_fact_when_not_stated_then_silence_is_not_a_no() -> None:
    silent = [words for words in _facts(Group.TO_CHECK).values() if not words.source]

    assert silent
    assert {words.stated for words in silent} == {"Not stated. That does not mean no."}


def test_fact_when_wished_for_then_the_wish_says_how_far_it_fits() -> None:
    steer = _facts(Group.MEETS_ALL)["style_steer"]

    assert steer.wish == "You said: The therapist leads. Fits."
