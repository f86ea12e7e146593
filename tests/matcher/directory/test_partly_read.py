from datetime import date

import pytest
from support.builders import make_profile

from matcher.directory.field import UNSORTED
from matcher.directory.partly_read import lists_kept, lists_read_in_part, still_open, words_of_both
from matcher.directory.profile import Fact, Profile, Source, settle

_MONDAY, _TUESDAY = date(2026, 11, 2), date(2026, 11, 3)


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("times: Sat by appointment", {"times"}),
        ("formats (Video): some\npayers: Aetna?", {"formats", "payers"}),
        ("languages (Other (spoken)): Elvish", {"languages"}),
        ("place: TBD\nfees: ask\nWaitlist: N", set()),
        ("Notes: no times: none", set()),
        ("", set()),
        (None, set()),
    ],
)
def test_lists_when_words_are_kept_of_them_then_they_are_named(
    text: str | None, fields: set[str]
) -> None:
    assert lists_kept(text) == fields


def _profile(
    said: tuple[Source, date | None], kept: tuple[Source, date | None], text: str
) -> Profile:
    facts = {
        "times": (Fact(("mon-morning",), *said),),
        UNSORTED: (Fact(text, *kept),),
    }
    return Profile("p", *settle(facts))


@pytest.mark.parametrize(
    ("said", "beside", "is_open"),
    [
        ((Source.CLINIC, _MONDAY), (Source.CLINIC, _MONDAY), True),
        ((Source.CLINIC, None), (Source.CLINIC, None), True),
        ((Source.CLINIC, _MONDAY), (Source.CLINIC, _TUESDAY), True),
        ((Source.CLINIC, _TUESDAY), (Source.CLINIC, _MONDAY), False),
        ((Source.CLINIC, _MONDAY), (Source.CLINIC, None), False),
        ((Source.CLINIC, _MONDAY), (Source.THERAPIST, _MONDAY), True),
        ((Source.THERAPIST, _MONDAY), (Source.CLINIC, _TUESDAY), False),
    ],
)
def test_list_when_nobody_nearer_or_later_said_it_then_it_goes_on_with_the_kept_words(
    said: tuple[Source, date | None], beside: tuple[Source, date | None], is_open: bool
) -> None:
    profile = _profile(said, beside, "times: Sat by appointment")

    assert lists_read_in_part(profile) == ({"times"} if is_open else set())


def test_list_when_the_words_of_another_source_hold_then_it_is_open_all_the_same() -> None:
    facts = {
        "times": (Fact(("mon-morning",), Source.CLINIC, _MONDAY),),
        UNSORTED: (
            Fact("times: Sat by appointment", Source.CLINIC, _MONDAY),
            Fact("fees: ask", Source.THERAPIST, _TUESDAY),
        ),
    }

    assert lists_read_in_part(Profile("p", *settle(facts))) == {"times"}


def test_list_when_nothing_is_stated_or_kept_of_it_then_it_is_not_open() -> None:
    assert lists_read_in_part(make_profile(unsorted="times: soon")) == set()
    assert lists_read_in_part(make_profile(times="mon-late", unsorted="Notes: kind")) == set()
    assert lists_read_in_part(make_profile(times="mon-late")) == set()


@pytest.mark.parametrize(
    ("day", "said", "is_open"),
    [
        (_MONDAY, _TUESDAY, False),
        (_MONDAY, _MONDAY, True),
        (_TUESDAY, _MONDAY, True),
        (None, _MONDAY, False),
        (None, None, True),
    ],
)
def test_words_when_their_list_was_said_after_them_then_they_are_settled(
    day: date | None, said: date | None, is_open: bool
) -> None:
    text = "times: Sat by appointment\nfees: ask"

    after = still_open((text, day), [("times", said), ("fees", said)])

    assert after == (text if is_open else "fees: ask")


def test_words_when_two_are_one_person_then_newer_words_do_not_open_a_settled_list() -> None:
    older, newer = ("times: Sat\naccess: ramp", _MONDAY), ("fees: ask", _TUESDAY)
    lists = [("times", _TUESDAY)]

    both = "times: Sat\naccess: ramp\nfees: ask"
    assert words_of_both(older, newer, []) == (both, _TUESDAY)
    assert words_of_both(older, newer, lists) == ("access: ramp\nfees: ask", _TUESDAY)
    assert words_of_both(newer, older, lists) == ("fees: ask\naccess: ramp", _TUESDAY)
