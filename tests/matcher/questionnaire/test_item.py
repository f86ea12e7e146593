import dataclasses

import pytest

from matcher.questionnaire.item import AXIS_STEPS, Importance, Item, ItemKind


def test_item_when_only_the_needed_is_said_then_the_rest_is_the_plain_case() -> None:
    item = Item("tools", "approach", ItemKind.CHOICES)

    assert item.importance is Importance.MATTERS
    assert item.scored
    assert not any([item.may_be_must, item.private, item.ranked, item.starred, item.own_words])


def test_item_when_made_then_it_cannot_be_changed() -> None:
    item = Item("tools", "approach", ItemKind.CHOICES)

    with pytest.raises(dataclasses.FrozenInstanceError):
        item.private = True  # type: ignore[misc]


def test_axis_when_walked_from_left_to_right_then_it_has_five_named_steps() -> None:
    assert list(AXIS_STEPS) == [-2, -1, 0, 1, 2]
    assert len({*AXIS_STEPS.values()}) == 5
