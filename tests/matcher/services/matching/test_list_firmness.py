import pytest
from support.builders import make_profile
from support.directories import MemoryDirectory, make_answers
from support.sittings import sample_match

from matcher.scoring.result import Group
from matcher.services.matching.list_firmness import ListFirmness, list_firmness
from matcher.services.matching.match import Match, match


def _people(*axes: str, **answers: object) -> Match:
    profiles = [
        make_profile(f"p-{n}", accepting="yes", style_steer=axis) for n, axis in enumerate(axes)
    ]
    return match(MemoryDirectory(profiles), make_answers(**answers), seed=1)


def test_firmness_when_one_is_ahead_then_it_is_steady_with_its_share() -> None:
    found = sample_match()
    first = found.order(Group.MEETS_ALL, 1)[0]
    shares = found.firmness(Group.MEETS_ALL)
    assert shares is not None

    said = list_firmness(found)

    share = round(100 * shares.of(first).top_three)
    assert said == ListFirmness(found.evaluation.snapshot.ids[first], share)


def test_firmness_when_four_are_level_then_they_are_close() -> None:
    found = _people("-2", "-2", "-2", "-2", "2", "2", style_steer=-2)

    said = list_firmness(found)

    assert said is not None
    assert {*said.close} == {"p-0", "p-1", "p-2", "p-3"}
    assert not said.steady


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(_people("-2", "2", "2", style_steer=-2), id="three people"),
        pytest.param(_people("-2", "2", "2", "2"), id="nothing asked"),
        pytest.param(_people(*["-2"] * 12, style_steer=-2), id="a dozen level"),
        pytest.param(_people(), id="nobody"),
    ],
)
def test_firmness_when_it_says_nothing_then_there_is_none(found: Match) -> None:
    assert list_firmness(found) is None
