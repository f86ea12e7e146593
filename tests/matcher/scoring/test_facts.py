"""Dated facts about availability and money count for 180 days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import make_profile
from support.directories import TODAY, MemoryDirectory

from matcher.directory.levels import NAMED, NOT_STATED
from matcher.directory.snapshot_builder import build_snapshot
from matcher.scoring.facts import Facts


def _facts(days_ago: int | None, **cells: str) -> Facts:
    confirmed_on = None if days_ago is None else TODAY - timedelta(days_ago)
    person = make_profile("p", confirmed_on=confirmed_on, **cells)
    return Facts(MemoryDirectory([person]).snapshot, TODAY)


@pytest.mark.parametrize(
    ("days_ago", "counts"), [(0, True), (180, True), (181, False), (None, True), (-3, True)]
)
def test_facts_when_they_are_dated_then_they_count_up_to_the_limit(
    days_ago: int | None, counts: bool
) -> None:
    facts = _facts(
        days_ago, accepting="yes", fee_max="60", times="mon-late", next_opening="2026-12-01"
    )

    assert facts.levels("accepting", "yes").tolist() == [NAMED if counts else NOT_STATED]
    assert facts.number("fee_max").tolist() == [6000 if counts else -1]
    assert (facts.day("next_opening")[0] > 0) == counts
    assert facts.times()[1].tolist() == [counts]


def test_facts_when_they_do_not_age_then_their_date_does_not_matter() -> None:
    facts = _facts(4000, formats="video", years="9")

    assert facts.levels("formats", "video").tolist() == [NAMED]
    assert facts.number("years").tolist() == [900]


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 400))
def test_facts_when_a_profile_is_looked_at_alone_then_it_says_the_same(
    confirmed_on: date, limit_days: int
) -> None:
    profile = make_profile("p", accepting="yes", confirmed_on=confirmed_on)

    aged = Facts(build_snapshot([profile]), TODAY, limit_days).is_aged("accepting")

    assert aged is not None
    assert aged.tolist() == [profile.counting("accepting", limit_days, TODAY) is None]


def test_times_when_not_wholly_understood_then_what_is_known_counts_until_it_is_old() -> None:
    cells = {"times": "mon-late", "unsorted": "times: Sat by appointment"}

    fresh, old = _facts(0, **cells).times(), _facts(181, **cells).times()

    assert (fresh[0].any(), fresh[1].tolist()) == (True, [False])
    assert (old[0].any(), old[1].tolist()) == (False, [False])
