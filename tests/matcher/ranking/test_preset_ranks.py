"""Ranks under every preset are those of a ranking made from scratch."""

from hypothesis import given
from support.builders import make_profile
from support.rankings import MODEL, competitions, make_ranking

from matcher.directory.profile import Profile
from matcher.questionnaire.response import Response, Times, WeightWishes
from matcher.ranking.preset_ranks import PresetRanks, preset_ranks
from matcher.ranking.ranking import Ranking

PEOPLE = [
    make_profile("p-1", accepting="yes", style_steer="2", times="-"),
    make_profile("p-2", accepting="yes", style_steer="-2", times="mon-late"),
    make_profile("p-3", accepting="yes"),
]


def _ranks(found: Ranking) -> dict[str, tuple[int, ...]]:
    rows = range(found.evaluation.snapshot.size)
    return {each.preset: each.ranks for each in preset_ranks(found, rows, MODEL)}


def _made_for(weights: WeightWishes) -> Ranking:
    return make_ranking(PEOPLE, weights=weights, style_steer=2, times=Times(good=("mon-late",)))


def test_preset_ranks_when_presets_weigh_differently_then_the_first_changes() -> None:
    """Style to scheduling is 24 : 14, 1 : 1 (shared rank), 15 : 30 and 35 : 5."""
    assert _ranks(_made_for(WeightWishes())) == {
        "balanced": (1, 2, 3),
        "equal": (1, 1, 3),
        "practical_first": (2, 1, 3),
        "relationship_first": (1, 2, 3),
    }


def test_preset_ranks_when_a_group_counts_double_then_it_does_under_every_preset() -> None:
    """Style to scheduling is 24 : 28, 1 : 2, 15 : 60 and 35 : 10."""
    assert _ranks(_made_for(WeightWishes(double=("scheduling",)))) == {
        "balanced": (2, 1, 3),
        "equal": (2, 1, 3),
        "practical_first": (2, 1, 3),
        "relationship_first": (1, 2, 3),
    }


def test_preset_ranks_when_the_client_gave_own_points_then_they_do_not_matter() -> None:
    own = _made_for(WeightWishes(points={"style": 1, "scheduling": 99}))

    assert [own.rank(row) for row in range(3)] == [2, 1, 3]
    assert _ranks(own) == _ranks(_made_for(WeightWishes()))


def test_preset_ranks_when_asked_for_some_then_only_theirs_in_that_order() -> None:
    found = preset_ranks(_made_for(WeightWishes()), [2, 0], MODEL)

    assert found[0] == PresetRanks("balanced", (3, 1))
    assert [each.preset for each in found] == [*MODEL.presets]


def test_preset_ranks_when_nothing_was_asked_then_all_are_level() -> None:
    assert {*_ranks(make_ranking(PEOPLE)).values()} == {(1, 1, 1)}


@given(competitions())
def test_preset_ranks_when_compared_with_a_ranking_from_scratch_then_the_same(
    drawn: tuple[list[Profile], dict[str, Response], WeightWishes],
) -> None:
    people, asked, weights = drawn

    for preset, ranks in _ranks(make_ranking(people, asked, weights=weights)).items():
        wishes = WeightWishes(preset=preset, double=weights.double)
        scratch = make_ranking(people, asked, weights=wishes)
        assert ranks == tuple(scratch.rank(row) for row in range(len(people)))
