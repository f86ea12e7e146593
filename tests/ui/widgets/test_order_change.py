from support.builders import make_profile
from support.directories import MemoryDirectory, make_answers

from matcher.questionnaire.response import WeightWishes
from matcher.services.matching.match import Match, match
from ui.language import Language
from ui.widgets.order_change import order_change

_ENGLISH = Language("en")
_PEOPLE = [
    ("Ana", "-2", "2026-12-31"),
    ("Ben", "-1", "2026-12-10"),
    ("Cleo", "0", "2026-11-30"),
    ("Dora", "2", "2026-11-22"),
]


def _match(style: int, accepting: str = "yes", other: str = "") -> Match:
    profiles = [
        make_profile(
            f"p-{n}", name=name, accepting=accepting, style_steer=axis, next_opening=opening
        )
        for n, (name, axis, opening) in enumerate(_PEOPLE)
    ]
    if other:
        profiles.append(make_profile("p-9", name="Eve", accepting=other))
    answers = make_answers(
        style_steer=-2,
        start="this_week",
        weights=WeightWishes(points={"style": style, "scheduling": 100 - style}),
    )
    return match(MemoryDirectory(profiles), answers, seed=1)


def test_change_when_the_order_stays_then_it_says_so() -> None:
    assert order_change(_match(100), _match(100), _ENGLISH) == "The order stays."


def test_change_when_the_order_turns_then_the_new_first_and_the_farthest_are_named() -> None:
    said = order_change(_match(100), _match(0), _ENGLISH)

    assert said == "Dora is first now. Ana went from 1 to 4."


def test_change_when_it_is_under_a_later_heading_then_that_is_named() -> None:
    before, after = (_match(style, accepting="", other="yes") for style in (100, 0))

    said = order_change(before, after, _ENGLISH)

    assert said.startswith("Under “Ask first”: ")
