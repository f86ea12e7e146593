"""Smallest relaxations against brute force: drop every set of needs and look who comes in."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from hypothesis import given
from support.builders import make_profile
from support.directories import MemoryDirectory, make_answers
from support.strategies import directories, responses

from matcher.directory.profile import Profile
from matcher.questionnaire.item import Importance
from matcher.questionnaire.response import Money, Response
from matcher.ranking.relaxation import RELAXABLE
from matcher.scoring.result import Group
from matcher.services.matching import Match, match

FEE = Response(Money(Decimal(60), "USD"), importance=Importance.MUST)
VIDEO = Response(("video",), importance=Importance.MUST)


def _match(people: list[Profile], asked: dict[str, Response]) -> Match:
    return match(MemoryDirectory(people), make_answers(asked), seed=1)


def _fitting(people: list[Profile], asked: dict[str, Response]) -> set[str]:
    found = _match(people, asked)
    rows = [*found.order(Group.MEETS_ALL), *found.order(Group.TO_CHECK)]
    return {found.evaluation.snapshot.ids[row] for row in rows}


def _without(asked: dict[str, Response], drop: Iterable[str]) -> dict[str, Response]:
    """Drop needs; a format or a distance stays a wish, as online depends on it."""
    return {
        item: replace(answer, importance=Importance.A_LITTLE) if item in drop else answer
        for item, answer in asked.items()
    }


def test_relaxations_when_a_little_more_money_helps_then_the_amount_is_the_least() -> None:
    people = [
        make_profile(
            f"p-{fee}", accepting="yes", fee_max=str(fee), currency="USD", reduced_fee="no"
        )
        for fee in (90, 70, 80)
    ] + [make_profile("p-70b", accepting="yes", fee_max="70", currency="USD", reduced_fee="no")]

    (relaxation,) = _match(people, {"fee": FEE}).relaxations

    assert (relaxation.drop, relaxation.adds) == (("fee",), 2)
    assert dict(relaxation.to) == {"fee": Decimal(70)}


def test_relaxations_when_an_identity_need_is_missed_then_nothing_is_suggested() -> None:
    asked = {"therapist_gender": Response(("woman",), importance=Importance.MUST)}

    assert _match([make_profile("p", accepting="yes", gender="man")], asked).relaxations == ()


def test_relaxations_when_two_needs_are_missed_together_then_both_are_named() -> None:
    person = make_profile(
        "p", accepting="yes", formats="phone", fee_max="90", currency="USD", reduced_fee="no"
    )

    (relaxation,) = _match([person], {"fee": FEE, "formats": VIDEO}).relaxations

    assert relaxation.drop == ("fee", "formats")
    assert dict(relaxation.to) == {"fee": Decimal(90)}


@given(directories, responses())
def test_relaxations_when_compared_with_brute_force_then_the_sets_are_the_smallest(
    people: list[Profile], asked: dict[str, Response]
) -> None:
    found = _match(people, asked)
    needs = [item for item in RELAXABLE if item in found.evaluation.requirement_items]
    before = _fitting(people, asked)

    gains = {
        drop: len(_fitting(people, _without(asked, drop)) - before)
        for size in range(1, len(needs) + 1)
        for drop in combinations(needs, size)
    }
    smallest = {
        drop
        for drop, gain in gains.items()
        if gain and not any(gains[part] for part in gains if set(part) < set(drop))
    }

    assert {relaxation.drop for relaxation in found.relaxations} == smallest
    for relaxation in found.relaxations:
        assert 1 <= relaxation.adds <= gains[relaxation.drop]
