"""Smallest relaxations against brute force: drop every set of needs and look who comes in."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import make_profile
from support.rankings import make_ranking
from support.strategies import CELLS, VALUES, directories, hiding, responses

from matcher.directory.profile import Profile
from matcher.questionnaire.item import Importance
from matcher.questionnaire.response import Money, Place, Response, Times
from matcher.ranking.relaxation import RELAXABLE, Relaxation, smallest_relaxations
from matcher.scoring.evaluation import Evaluation
from matcher.scoring.result import Group

Asked = dict[str, Response]

FEE = Money(Decimal(60), "USD")
PLACE = Place(latitude=45.52, longitude=-122.68, max_km=Decimal(5))
PRICED = {"currency": "USD", "reduced_fee": "no"}
_STEP = {"fee": Decimal("0.01"), "place": Decimal("0.1")}


def _must(**values: object) -> Asked:
    return {
        item: Response(value, importance=Importance.MUST)  # type: ignore[arg-type]
        for item, value in values.items()
    }


def _evaluate(people: Iterable[Profile], asked: Asked) -> Evaluation:
    return make_ranking(people, asked).evaluation


def _relaxed(people: Iterable[Profile], asked: Asked) -> tuple[Relaxation, ...]:
    return smallest_relaxations(_evaluate(people, asked))


def _person(number: int, **cells: str) -> Profile:
    return make_profile(f"p-{number}", **{"accepting": "yes", **cells})


def _relaxation(*drop: str, adds: int = 1, **to: str) -> Relaxation:
    return Relaxation(drop, adds, {item: Decimal(amount) for item, amount in to.items()})


def test_relaxations_when_a_little_more_money_helps_then_the_amount_is_the_least() -> None:
    people = [_person(n, fee_max=fee, **PRICED) for n, fee in enumerate(["90", "70", "80", "70"])]

    assert _relaxed(people, _must(fee=FEE)) == (_relaxation("fee", adds=2, fee="70"),)


def test_relaxations_when_there_is_a_reduced_fee_then_it_is_the_amount() -> None:
    """Whether the second has one is not stated: it may be 65.5, so from there they may be asked."""
    people = [
        _person(1, fee_max="120", fee_min="70", currency="USD", reduced_fee="yes"),
        _person(2, fee_max="120", fee_min="65.5", currency="USD"),
        _person(3, fee_max="64", fee_min="10", **PRICED | {"currency": "EUR"}),
    ]

    assert _relaxed(people, _must(fee=FEE)) == (_relaxation("fee", fee="65.50"),)
    assert _relaxed(people[:1], _must(fee=FEE)) == (_relaxation("fee", fee="70"),)


def test_relaxations_when_somebody_is_a_little_farther_then_the_distance_is_the_least() -> None:
    """0.1 of a degree to the north is 11.1 km; who works by video is near already."""
    people = [
        _person(1, latitude="45.72", longitude="-122.68"),
        _person(2, latitude="45.62", longitude="-122.68", formats="in_person"),
        _person(3, latitude="46.9", longitude="-122.68", formats="video"),
    ]
    asked = _must(place=PLACE) | {"formats": Response(("video",), importance=Importance.A_LITTLE)}

    (relaxation,) = _relaxed(people, asked)

    # Of the first nobody knows whether they work by video, so they are a matter of asking.
    assert relaxation == _relaxation("place", place="11.1")


def test_relaxations_when_two_numbers_are_missed_together_then_both_are_named() -> None:
    """The cheapest come first, and of these the nearest."""
    north = {"longitude": "-122.68", **PRICED}
    people = [
        _person(1, fee_max="70", latitude="45.92", **north),
        _person(2, fee_max="70", latitude="45.72", **north),
        _person(3, fee_max="80", latitude="45.62", **north),
    ]

    assert _relaxed(people, _must(fee=FEE, place=PLACE)) == (
        _relaxation("fee", "place", fee="70", place="22.2"),
    )


def test_relaxations_when_there_are_several_then_by_size_and_then_in_order_of_mention() -> None:
    late, dear, far = {"times": "mon-late"}, {"fee_max": "90"}, {"formats": "phone"}
    fits = {"times": "tue-late", "fee_max": "50", "formats": "video", **PRICED}
    people = [
        _person(1, **fits | far),
        _person(2, **fits | late),
        _person(3, **fits | late),
        _person(4, **fits | dear | late),
        _person(5, **fits | dear | {"payers": "medicaid"}),
    ]
    asked = _must(fee=FEE, times=Times(("tue-late",)), formats=("video",), payers=("medicare",))

    assert _relaxed(people, asked) == (
        _relaxation("times", adds=2),
        _relaxation("formats"),
        _relaxation("fee", "payers", fee="90"),
    )


@pytest.mark.parametrize(
    ("cells", "asked"),
    [
        pytest.param({"gender": "man"}, {"therapist_gender": ("woman",)}, id="an identity need"),
        pytest.param({"access": "-"}, {"access": ("lift",)}, id="access"),
        pytest.param({"languages": "es"}, {"languages": ("ase",)}, id="language"),
        pytest.param({"communities": "-"}, {"communities": ("deaf",)}, id="culture"),
        pytest.param(
            {"fee_max": "90", "gender": "man"},
            {"fee": FEE, "therapist_gender": ("woman",)},
            id="money and an identity need",
        ),
        pytest.param({"fee_max": "90", "accepting": "no"}, {"fee": FEE}, id="not accepting"),
        pytest.param({"fee_max": "90", "register": "-"}, {"fee": FEE}, id="not registered"),
        pytest.param({"fee_max": "50"}, {"fee": FEE}, id="nothing missed"),
        pytest.param({"fee_max": "-"}, {"fee": FEE}, id="not stated"),
    ],
)
def test_relaxations_when_letting_go_cannot_help_then_nothing_is_suggested(
    cells: dict[str, str], asked: dict[str, object]
) -> None:
    assert _relaxed([_person(1, **PRICED | cells)], _must(**asked)) == ()


def test_relaxations_when_somebody_is_hidden_then_they_do_not_count() -> None:
    people = [_person(1, fee_max="70", **PRICED), _person(2, fee_max="80", **PRICED)]
    hidden = {"hide_people": Response(("p-1",))}

    assert _relaxed(people, _must(fee=FEE) | hidden) == (_relaxation("fee", fee="80"),)


def _fitting(people: list[Profile], asked: Asked) -> set[int]:
    requirements = _evaluate(people, asked).requirements
    return {int(r) for g in (Group.MEETS_ALL, Group.TO_CHECK) for r in requirements.rows(g)}


def _without(asked: Asked, drop: Iterable[str]) -> Asked:
    """Drop needs; a format or a distance stays a wish, as online depends on it."""
    return {
        item: replace(answer, importance=Importance.A_LITTLE) if item in drop else answer
        for item, answer in asked.items()
    }


def _with_limits(asked: Asked, to: Mapping[str, Decimal]) -> Asked:
    limits = {"fee": "limit", "place": "max_km"}
    return asked | {
        item: replace(asked[item], value=replace(asked[item].value, **{limits[item]: amount}))  # type: ignore[type-var]
        for item, amount in to.items()
    }


def _check_all_subsets(people: list[Profile], asked: Asked) -> None:
    evaluation = _evaluate(people, asked)
    needs = [item for item in RELAXABLE if item in evaluation.requirements.items]
    before = _fitting(people, asked)
    gains = {
        drop: len(_fitting(people, _without(asked, drop)) - before)
        for size in range(1, len(needs) + 1)
        for drop in combinations(needs, size)
    }
    smallest = [
        drop
        for drop, gain in gains.items()
        if gain and not any(gains[part] for part in gains if {*part} < {*drop})
    ]

    found = smallest_relaxations(evaluation)

    assert [relaxation.drop for relaxation in found] == smallest
    for relaxation in found:
        _check_amounts(people, asked, relaxation, before)


def _check_amounts(
    people: list[Profile], asked: Asked, relaxation: Relaxation, before: set[int]
) -> None:
    def gained(to: Mapping[str, Decimal]) -> int:
        dropped = _without(asked, {*relaxation.drop} - {*to})
        return len(_fitting(people, _with_limits(dropped, to)) - before)

    assert {*relaxation.to} == {*relaxation.drop} & {*_STEP}
    assert gained(relaxation.to) == relaxation.adds >= 1
    for item, amount in relaxation.to.items():
        assert gained({**relaxation.to, item: amount - _STEP[item]}) == 0


@given(directories, responses(), hiding)
def test_relaxations_when_compared_with_all_subsets_then_these_are_the_smallest(
    people: list[Profile], asked: Asked, hidden: Asked
) -> None:
    _check_all_subsets(people, asked | hidden)


@st.composite
def _needy(draw: st.DrawFn) -> tuple[list[Profile], Asked]:
    """Draw people who differ on what may be relaxed, and several needs of that kind."""
    fields = ("times", "fee_max", "fee_min", "reduced_fee", "payers", "next_opening", "formats")
    places = st.sampled_from(["45.52", "45.6", "45.7", "46.5"])
    people = []
    for number in range(draw(st.integers(1, 6))):
        cells = {field: draw(CELLS[field]) for field in fields}
        cells |= {"currency": "USD", "latitude": draw(places), "longitude": "-122.68"}
        people.append(_person(number, **cells, gender=draw(st.sampled_from(["", "woman", "man"]))))
    items = draw(st.sets(st.sampled_from([*RELAXABLE, "therapist_gender"]), min_size=2))
    drawn = {item: draw(VALUES[item]) for item in sorted(items)}
    values = drawn | ({"place": PLACE} if "place" in drawn else {})
    return people, _must(**{i: v for i, v in values.items() if v != "can_wait"})


@given(_needy())
def test_relaxations_when_much_is_needed_then_compared_with_all_subsets_the_same(
    drawn: tuple[list[Profile], Asked],
) -> None:
    _check_all_subsets(*drawn)
