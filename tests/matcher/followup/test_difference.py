"""Stated against met: what was otherwise, and whether the profile says another thing by now."""

from dataclasses import replace

import pytest
from support.builders import make_profile

from matcher.directory.profile import Profile
from matcher.followup.difference import (
    differences,
    has_changed,
    noted,
    noted_again,
    with_stated,
)
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


@pytest.mark.parametrize("now", [_THEN, _NOW, None])
def test_note_when_only_its_line_is_another_then_what_was_met_and_stated_stays(
    now: Profile | None,
) -> None:
    for met in (Met.AS_STATED, Met.OTHERWISE):
        before = noted("fee", met, "", _THEN)

        assert noted_again(before, met, "a", now) == replace(before, line="a")
        assert noted_again(before, met, "a", now, is_known=False) == replace(before, line="a")


@pytest.mark.parametrize("now", [_NOW, None])
def test_note_when_another_thing_is_chosen_then_it_holds_what_was_stated_first(
    now: Profile | None,
) -> None:
    note = noted("fee", Met.AS_STATED, "", _THEN)

    for met in (Met.OTHERWISE, Met.NOT_TALKED, None, Met.AS_STATED):
        note = noted_again(note, met, "a", now)
        assert note == TalkNote("fee", met, "a", noted("fee", None, "", _THEN).stated)


def test_note_when_first_chosen_then_it_holds_what_is_stated_now() -> None:
    before = TalkNote("fee", Met.NOT_TALKED)

    assert noted_again(before, Met.OTHERWISE, "", _NOW) == noted("fee", Met.OTHERWISE, "", _NOW)


def test_note_when_nobody_could_say_what_is_stated_then_it_is_taken_once_somebody_can() -> None:
    note = noted_again(TalkNote("fee"), Met.OTHERWISE, "80", None, is_known=False)
    asked = noted_again(TalkNote("times", Met.NOT_TALKED), Met.AS_STATED, "", None, is_known=False)
    earlier = TalkNote("languages", Met.AS_STATED)
    talk = _talk(note, asked, earlier)

    assert note.stated is None
    assert not has_changed(note, _NOW)
    assert not has_changed(earlier, _NOW)
    taken = with_stated(talk, _THEN)
    assert taken.note("fee") == noted("fee", Met.OTHERWISE, "80", _THEN)
    assert taken.note("languages").stated == "en"
    assert with_stated(taken, _NOW).note("fee") == taken.note("fee")
