"""What is published is whole, is well formed, and is what the shipped files hold."""

from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from matcher.bundled import bundled_toml
from matcher.errors import ResourceError
from matcher.i18n import Catalogue
from matcher.scoring.criteria import load_criteria
from matcher.scoring.published import build_published, load_published

CRITERIA = load_criteria()
PUBLISHED = load_published()


def _raw() -> dict[str, Any]:
    return bundled_toml("scoring", "published.toml")


def test_published_when_compared_with_the_model_then_the_numbers_are_the_same() -> None:
    assert PUBLISHED.version == CRITERIA.version
    assert PUBLISHED.groups == {group.id: group.points for group in CRITERIA.groups}
    assert PUBLISHED.shares == {each.id: each.share for each in CRITERIA.criteria}
    assert PUBLISHED.group_of == {each.id: each.group for each in CRITERIA.criteria}
    assert PUBLISHED.presets == CRITERIA.presets


def test_examples_when_counted_then_every_criterion_fits_fails_and_is_silent_once() -> None:
    """Boundaries, goals and the like have more; these three every criterion has."""
    seen = Counter((each.criterion, each.low, each.high) for each in PUBLISHED.examples)

    for criterion in CRITERIA.criteria:
        for value in [(1000, 1000), (0, 0), (0, 1000)]:
            assert seen[criterion.id, *value], (criterion.id, value)


def test_examples_when_compared_then_none_is_there_twice() -> None:
    seen = Counter(
        repr((each.criterion, each.asked, each.starred, each.offered, each.others))
        for each in PUBLISHED.examples
    )

    assert [text for text, times in seen.items() if times > 1] == []


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("criterion", "stars"),
        ("starred", "pain"),
        ("with", ["video"]),
        ("today", "yesterday"),
        ("offered", "worry:focus"),
        ("offered", {"issues": "worry:often"}),
        ("offered", {"stars": "5"}),
        ("offered", {"issues": 5}),
        ("offered", {"confirmed_on": "soon"}),
        ("value", 1001),
        ("value", -1),
        ("value", True),
        ("value", [500]),
        ("value", [1000, 0]),
        ("colour", "red"),
    ],
)
def test_build_published_when_an_example_is_wrong_then_the_message_names_it(
    key: str, value: object
) -> None:
    raw = _raw()
    raw["example"][0] = {
        "criterion": "issues",
        "asked": ["worry"],
        "offered": {},
        "value": [0, 1000],
        key: value,
    }

    with pytest.raises(ResourceError) as caught:
        build_published(raw)

    (message,) = caught.value.messages
    assert (message.params["entry"], message.params["key"]) == ("example 1", key)
    assert Catalogue("en").render(message)


def test_build_published_when_several_things_are_wrong_then_all_are_told() -> None:
    raw = _raw()
    del raw["model"]
    raw["groups"]["style"] = "much"
    raw["presets"]["equal"] = {"style": 1}
    raw["example"][0] = "worry"
    del raw["example"][1]["value"]

    with pytest.raises(ResourceError) as caught:
        build_published(raw)

    assert [message.key.rpartition(".")[2] for message in caught.value.messages] == [
        "needs_key",
        "entry",
        "preset",
        "entry",
        "needs_key",
    ]


def test_build_published_when_it_is_empty_then_every_part_is_missed() -> None:
    with pytest.raises(ResourceError) as caught:
        build_published({})

    missed = [message.params["key"] for message in caught.value.messages]
    assert missed == ["model", "today", "groups", "shares", "presets", "example"]


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (lambda shares: shares.update(nobody={"goals": 3}), "error.resource.entry"),
        (lambda shares: shares.update(format=3), "error.resource.entry"),
        (lambda shares: shares["format"].update(goals=3), "error.resource.repeated"),
        (lambda shares: shares["format"].update(formats=-1), "error.resource.entry"),
    ],
    ids=["unknown group", "no table", "twice", "negative"],
)
def test_shares_when_they_do_not_hold_together_then_it_is_told(
    change: Callable[[dict[str, Any]], object], key: str
) -> None:
    raw = deepcopy(_raw())
    change(raw["shares"])

    with pytest.raises(ResourceError) as caught:
        build_published(raw)

    assert key in {message.key for message in caught.value.messages}
