from datetime import date

import pytest
from support.builders import make_profile

from matcher.directory.field import UNSORTED
from matcher.directory.partly_read import lists_kept, lists_read_in_part
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
