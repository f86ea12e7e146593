"""Chance is seeded, and depends on nothing but the seed and the id."""

import hashlib
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from matcher.ranking.ties import by_chance, chance, daily_seed


def test_chance_when_computed_by_hand_then_sha256_of_seed_and_id() -> None:
    assert chance(7, "p-001") == hashlib.sha256(b"7:p-001").digest()


@given(st.sets(st.text(max_size=8), max_size=12), st.integers())
def test_by_chance_when_somebody_leaves_then_the_others_keep_their_order(
    ids: set[str], seed: int
) -> None:
    known = tuple(sorted(ids))
    everybody = by_chance(seed, range(len(known)), known)

    for gone in range(len(known)):
        rest = by_chance(seed, [row for row in range(len(known)) if row != gone], known)
        assert rest == [row for row in everybody if row != gone]


def test_daily_seed_when_the_day_or_the_directory_changes_then_it_does_too() -> None:
    seeds = {
        daily_seed(date(2026, 11, 21), "a"),
        daily_seed(date(2026, 11, 22), "a"),
        daily_seed(date(2026, 11, 21), "b"),
    }

    assert len(seeds) == 3
    assert daily_seed(date(2026, 11, 21), "a") in seeds
