"""Stated against met: what was otherwise, and whether the profile says another thing by now."""

from support.builders import make_profile

from matcher.followup.difference import differences, noted
from matcher.followup.first_talk import Met, Talk, TalkNote

_THEN = make_profile("p-1", fee_min="60", fee_max="90", languages="en")
_NOW = make_profile("p-1", fee_min="60", fee_max="120", languages="en")


def _talk(*notes: TalkNote) -> Talk:
    return Talk("p-1", "Ana", notes=notes)


def test_differences_when_made_then_only_what_was_otherwise_in_the_order_asked_for() -> None:
    talk = _talk(
        noted("fee", Met.OTHERWISE, "It is 120", _THEN),
        noted("languages", Met.AS_STATED, "", _THEN),
        noted("goals", Met.OTHERWISE, "We write them down", _THEN),
        noted("times", Met.NOT_TALKED, "next time", _THEN),
    )

    found = differences(talk, _THEN, ("goals", "languages", "fee"))

    assert [each.note.subject for each in found] == ["goals", "fee"]
    assert [each.fact is None for each in found] == [True, False]
    assert [each.is_correction for each in found] == [False, True]


def test_difference_when_the_profile_was_changed_since_then_it_is_no_correction() -> None:
    (found,) = differences(_talk(noted("fee", Met.OTHERWISE, "It is 120", _THEN)), _NOW)

    assert found.has_changed
    assert not found.is_correction


def test_difference_when_nothing_was_stated_and_is_now_then_it_has_changed() -> None:
    silent = make_profile("p-1")
    (found,) = differences(_talk(noted("fee", Met.OTHERWISE, "60", silent)), _NOW)

    assert found.has_changed


def test_difference_when_the_person_left_the_directory_then_it_is_there_all_the_same() -> None:
    (found,) = differences(_talk(noted("fee", Met.OTHERWISE, "It is 120", _THEN)), None)

    assert (found.fact, found.has_changed) == (None, False)
    assert noted("fee", Met.OTHERWISE).stated == ""
