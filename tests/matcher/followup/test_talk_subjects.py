"""What a talk is noted on: needs and wishes, then what was noted; never nothing."""

import pytest
from support.results import make_contribution, make_result

from matcher.followup.first_talk import Met, Talk, TalkNote
from matcher.followup.talk_subjects import USUAL_SUBJECTS, talk_subjects
from matcher.i18n import Catalogue, languages
from matcher.scoring.result import RequirementStatus
from matcher.services.followup.stated import subject_name

_TALK = Talk("p-1", "Ana").with_note(TalkNote("goals", Met.AS_STATED))


def test_subjects_when_something_was_asked_for_then_needs_wishes_and_what_was_noted() -> None:
    result = make_result(
        make_contribution("fee", 1000),
        make_contribution("languages", 0),
        requirements={"languages": RequirementStatus.MET},
    )

    assert talk_subjects(result) == ("languages", "fee")
    assert talk_subjects(result, _TALK) == ("languages", "fee", "goals")


def test_subjects_when_every_search_has_a_need_then_it_comes_after_the_persons_own() -> None:
    needs = dict.fromkeys(("accepting", "age_band", "times"), RequirementStatus.MET)
    result = make_result(make_contribution("fee", 1000), requirements=needs)

    assert talk_subjects(result) == ("times", "fee", "accepting", "age_band")


def test_subjects_when_nothing_was_asked_for_then_the_usual_ones() -> None:
    assert talk_subjects(make_result()) == talk_subjects(None) == USUAL_SUBJECTS
    assert talk_subjects(None, _TALK) == USUAL_SUBJECTS


@pytest.mark.parametrize("language", languages())
def test_usual_subjects_when_named_then_each_has_a_name(language: str) -> None:
    words = Catalogue(language)

    assert len({subject_name(each, words) for each in USUAL_SUBJECTS} - {""}) == 6
