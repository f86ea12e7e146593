import hashlib
import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import make_profile
from support.strategies import directories

from matcher.directory.profile import Fact, FactValue, Profile, Source
from matcher.directory.profile_json import (
    FORMAT,
    RevisionDigest,
    profile_to_json,
    revision_of,
    value_to_json,
)

_ANA = make_profile("p-1", name="Ana Vidal", formats="video", confirmed_on=date(2026, 10, 1))
_BO = make_profile("p-2", name="Bo ñ", fee_max="60.50")
_HIDDEN = make_profile("p-3", name="Cy", published=False)


def test_profile_when_written_then_every_fact_has_source_and_date() -> None:
    old = ("name", Fact("Ana", Source.REGISTER))
    profile = Profile("p-1", _ANA.facts, superseded=(old,))

    assert profile_to_json(profile) == {
        "id": "p-1",
        "published": True,
        "facts": {
            "name": {"value": "Ana Vidal", "source": "therapist", "confirmed_on": "2026-10-01"},
            "formats": {"value": ["video"], "source": "therapist", "confirmed_on": "2026-10-01"},
        },
        "superseded": [
            {"field": "name", "value": "Ana", "source": "register", "confirmed_on": None}
        ],
    }


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param((), "[]", id="none"),
        pytest.param(("a", "b"), '["a", "b"]', id="codes"),
        pytest.param((-2, 1), "[-2, 1]", id="steps"),
        pytest.param(Decimal(60), "60", id="whole"),
        pytest.param(Decimal("60.5"), "60.5", id="part"),
        pytest.param("", '""', id="no text"),
        pytest.param(date(2026, 10, 1), '"2026-10-01"', id="day"),
    ],
)
def test_value_when_written_then_it_is_plain_json(value: FactValue, expected: str) -> None:
    assert json.dumps(value_to_json(value)) == expected


@given(st.decimals(-180, 10**8, places=6))
def test_number_when_written_then_nothing_of_it_is_lost(number: Decimal) -> None:
    assert Decimal(json.dumps(value_to_json(number))) == number


def _digest(profiles: list[Profile]) -> str:
    """Return the digest of the whole document, made in the plainest way."""
    ordered = sorted(profiles, key=lambda profile: profile.id)
    document = {"format": FORMAT, "profiles": [profile_to_json(one) for one in ordered]}
    text = json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize("profiles", [[], [_ANA], [_BO, _ANA]], ids=["none", "one", "two"])
def test_revision_when_computed_then_it_is_the_digest_of_the_document(
    profiles: list[Profile],
) -> None:

    assert revision_of(profiles) == _digest(profiles)


@given(directories)
def test_revision_when_profiles_state_anything_then_it_is_the_digest_of_the_document(
    profiles: list[Profile],
) -> None:
    older = [("name", Fact('An "A"', Source.REGISTER))]
    profiles = [Profile(one.id, one.facts, tuple(older)) for one in profiles]

    assert revision_of(profiles) == _digest(profiles)


def test_digest_when_asked_on_the_way_then_it_tells_the_profiles_so_far() -> None:
    digest = RevisionDigest()
    for count, profile in enumerate([_ANA, _BO]):
        assert digest.revision == revision_of([_ANA, _BO][:count])
        digest.add(profile)

    assert digest.revision == revision_of([_ANA, _BO])


def test_revision_when_only_order_or_hidden_profiles_change_then_it_stays() -> None:
    assert revision_of([_ANA, _BO]) == revision_of([_HIDDEN, _BO, _ANA])


def test_revision_when_a_fact_changes_then_it_changes() -> None:
    others = [
        make_profile("p-1", name="Ana Vidal", formats="video", confirmed_on=date(2026, 10, 2)),
        make_profile("p-1", name="Ana Vidal", formats="-", confirmed_on=date(2026, 10, 1)),
        make_profile("p-9", name="Ana Vidal", formats="video", confirmed_on=date(2026, 10, 1)),
    ]

    assert len({revision_of([profile]) for profile in (_ANA, *others)}) == 4
