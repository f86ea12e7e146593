"""Firmness: repeatable, in range, certain where nothing can change, and exact for its draws."""

import numpy as np
import pytest
from support.builders import make_profile
from support.directories import MemoryDirectory, make_answers

from matcher.ranking import acceptability as module
from matcher.ranking.acceptability import Acceptability, Firmness, acceptability, draw_weights
from matcher.scoring.result import Group
from matcher.services.matching.match import Match, match

PEOPLE = [
    make_profile("p-1", accepting="yes", style_steer="2", goals="emerge"),
    make_profile("p-2", accepting="yes", style_steer="1", goals="talked_over"),
    make_profile("p-3", accepting="yes", style_steer="-2", goals="talked_over"),
    make_profile("p-4", accepting="yes", style_steer="-2", goals="in_writing"),
    make_profile("p-5", accepting="yes", style_steer="-2"),
]


def _match(people: list = PEOPLE, **asked: object) -> Match:  # type: ignore[type-arg]
    asked = asked or {"style_steer": 2, "goals": "emerge"}
    return match(MemoryDirectory(people), make_answers(**asked), seed=5)


def _firm(found: Match) -> Acceptability:
    firm = acceptability(found.ranking, Group.MEETS_ALL)
    assert firm is not None
    return firm


def test_acceptability_when_one_is_ahead_on_everything_then_first_in_every_draw() -> None:
    firm = _firm(_match())

    assert firm.of(0) == Firmness(1.0, 1.0)
    assert firm.of(1).first == 0
    assert firm.first.sum() == pytest.approx(firm.draws)
    assert firm.top_three.sum() == pytest.approx(3 * firm.draws)


def test_acceptability_when_something_is_not_known_then_it_is_drawn() -> None:
    assert 0 < _firm(_match()).of(4).top_three < 1


def test_acceptability_when_repeated_then_the_same() -> None:
    one, other = _firm(_match()), _firm(_match())

    assert one.first.tobytes() == other.first.tobytes()
    assert one.top_three.tobytes() == other.top_three.tobytes()


def test_acceptability_when_people_are_level_then_they_share_the_places() -> None:
    twins = [make_profile(f"p-{n}", accepting="yes", style_steer="2") for n in range(5)]

    firm = _firm(_match(twins, style_steer=2))

    assert [firm.of(row).first for row in range(5)] == pytest.approx([0.2] * 5)
    assert [firm.of(row).top_three for row in range(5)] == pytest.approx([0.6] * 5)


def test_acceptability_when_there_are_two_then_both_are_among_the_first_three() -> None:
    firm = _firm(_match(PEOPLE[:2]))

    assert [firm.of(row).top_three for row in (0, 1)] == [1, 1]


def test_acceptability_when_the_seed_is_negative_then_it_is_a_seed_like_others() -> None:
    found = match(MemoryDirectory(PEOPLE), make_answers(style_steer=2), seed=-7)

    assert acceptability(found.ranking, Group.MEETS_ALL) is not None


def test_acceptability_when_nothing_is_asked_or_nobody_is_there_then_nothing_is_said() -> None:
    found = match(MemoryDirectory(PEOPLE), make_answers(), seed=1)

    assert acceptability(found.ranking, Group.MEETS_ALL) is None
    assert acceptability(_match().ranking, Group.HIDDEN) is None


def test_weights_when_drawn_then_whole_and_ten_thousand_in_all() -> None:
    drawn = draw_weights(np.random.default_rng(1), np.array([6000, 3999, 1]), 500)

    assert (drawn.sum(axis=1) == 10_000).all()
    assert (drawn == np.floor(drawn)).all()
    assert (drawn >= 0).all()
    assert drawn[:, 0].mean() == pytest.approx(6000, rel=0.02)


def _crowd(count: int) -> Match:
    """Make a group in which much is not known, and much is only partly known."""
    random = np.random.default_rng(count)
    steps = ["", "-2", "-1..0", "1", "2"]
    people = [
        make_profile(
            f"p-{number:04}",
            accepting="yes",
            style_steer=str(random.choice(steps)),
            style_plan=str(random.choice(steps)),
            issues=str(random.choice(["", "worry", "worry:focus", "sleep:some", "worry:regular"])),
            contact=str(random.choice(["", "none", "bookings_only", "calls_in_need"])),
        )
        for number in range(count)
    ]
    return _match(
        people,
        style_steer=2,
        style_plan=-1,
        issues=("worry", "sleep"),
        contact="bookings_only",
    )


@pytest.mark.parametrize(("count", "lead", "chunk"), [(60, 8, 16), (200, 3, 64), (40, 512, 2048)])
def test_acceptability_when_nobody_is_left_out_early_then_the_same_to_the_last_count(
    monkeypatch: pytest.MonkeyPatch, count: int, lead: int, chunk: int
) -> None:
    found = _crowd(count)
    monkeypatch.setattr(module, "_LEAD", lead)
    monkeypatch.setattr(module, "_CHUNK", chunk)
    firm = _firm(found)

    first, top_three = _brute_force(found, lead, chunk, firm.draws)

    assert firm.first.tolist() == pytest.approx(first.tolist())
    assert firm.top_three.tolist() == pytest.approx(top_three.tolist())


def _brute_force(found: Match, lead: int, chunk: int, draws: int) -> tuple[np.ndarray, np.ndarray]:
    """Draw for everybody: those left out early keep what they could be at their very best."""
    evaluation = found.evaluation
    asked = np.array([criterion.row for criterion in evaluation.criteria])
    weights = evaluation.weights[asked]
    low, high = evaluation.low[asked], evaluation.high[asked]
    drawing = module._Drawing(found.seed, weights, draws)
    order = np.argsort(-(weights @ (low + high)), kind="stable")
    ahead, rest = order[:lead], order[lead:]
    third = np.sort(drawing.scores(low[:, ahead], high[:, ahead], slice(0, draws)), axis=1)[:, -3]
    kept = drawing.may_reach(third, high[:, rest])
    candidates = np.concatenate([ahead, rest[kept]])
    scores = drawing._weights @ high
    scores[:, candidates] = drawing.scores(low[:, candidates], high[:, candidates], slice(0, draws))
    first, top_three = np.zeros(len(order)), np.zeros(len(order))
    for row in scores:
        for places, shares in ((1, first), (3, top_three)):
            last = sorted(row, reverse=True)[places - 1]
            above, level = row > last, row == last
            shares += above
            shares += level * min(1, (places - above.sum()) / level.sum())
    return first, top_three


def test_acceptability_when_draws_are_made_without_any_short_cut_then_it_is_near() -> None:
    found = _crowd(12)
    evaluation = found.evaluation
    random = np.random.default_rng(99)
    weights = np.array([criterion.weight for criterion in evaluation.criteria])
    rows = [criterion.row for criterion in evaluation.criteria]
    counts = np.zeros(12)
    for drawn in random.dirichlet(200 * weights / 10_000, 4000):
        values = random.integers(evaluation.low[rows].astype(int), evaluation.high[rows] + 1)
        counts[np.argmax(drawn @ values)] += 1

    firm = _firm(found)

    assert np.abs(firm.first / firm.draws - counts / 4000).max() < 0.06
