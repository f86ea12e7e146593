"""Order inside a group: whole points, shared ranks, and chance among equals."""

from hypothesis import given
from support.builders import make_profile
from support.directories import MemoryDirectory, make_answers
from support.strategies import directories, responses

from matcher.directory.profile import Profile
from matcher.questionnaire.response import Response
from matcher.ranking.ties import chance
from matcher.scoring.result import Group
from matcher.services.matching import match

LEVELS = [
    make_profile("p-1", accepting="yes", style_steer="2"),
    make_profile("p-2", accepting="yes", style_steer="1"),
    make_profile("p-3", accepting="yes", style_steer="2"),
    make_profile("p-4", accepting="yes"),
]


def test_rank_when_two_are_level_then_ranks_are_1_1_3() -> None:
    found = match(MemoryDirectory(LEVELS), make_answers(style_steer=2), seed=7)

    ranks = [found.ranking.rank(row) for row in found.order(Group.MEETS_ALL)]

    assert ranks == [1, 1, 3, 4]
    assert found.result_for("p-1").level_with == ("p-3",)
    assert found.result_for("p-1").level == 1
    assert found.result_for("p-2").level_with == ()


@given(directories, responses())
def test_rows_when_in_order_then_by_whole_points_and_then_by_chance(
    people: list[Profile], asked: dict[str, Response]
) -> None:
    found = match(MemoryDirectory(people), make_answers(asked), seed=3)
    ids = found.evaluation.snapshot.ids

    for group in Group:
        by_points = [
            (-((int(found.evaluation.score[row]) + 50_000) // 100_000), chance(3, ids[row]))
            for row in found.order(group)
        ]
        assert by_points == sorted(by_points)


@given(directories, responses())
def test_first_rows_when_a_few_are_asked_for_then_they_are_the_first_of_all(
    people: list[Profile], asked: dict[str, Response]
) -> None:
    found = match(MemoryDirectory(people), make_answers(asked), seed=3)

    for group in Group:
        assert list(found.order(group, 2)) == list(found.order(group))[:2]
        assert found.ranking.count(group) == found.counts[group]
