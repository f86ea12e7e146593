from typing import Any

import pytest

from matcher.errors import Message
from matcher.questionnaire.shape import shape_faults

GOOD: dict[str, Any] = {
    "id": "preferences/1",
    "weights": {"groups": ["style"], "presets": ["balanced"]},
    "pause": {"before": "times"},
    "section": [{"id": "practical", "private": True}],
    "item": [{"id": "times", "section": "practical", "kind": "text", "limit": 3}],
    "page": [{"id": "times", "items": ["times"]}],
}


def test_shape_when_every_key_fits_then_there_is_no_fault() -> None:
    assert [*shape_faults(GOOD, "p.toml")] == []


@pytest.mark.parametrize(
    ("change", "key", "item", "fault"),
    [
        ({"id": 3}, "id", "p.toml", "wrong_type"),
        ({"colour": 1}, "colour", "p.toml", "unknown_key"),
        ({"item": "x"}, "item", "p.toml", "wrong_type"),
        ({"item": ["x"]}, "1", "item", "wrong_type"),
        ({"item": [{"id": "a", "kind": "text"}]}, "section", "item.a", "needs_key"),
        ({"page": [{"items": []}]}, "id", "page.1", "needs_key"),
        ({"page": [{"id": "a", "items": [1]}]}, "items", "page.a", "wrong_type"),
        ({"section": [{"id": "a", "private": 1}]}, "private", "section.a", "wrong_type"),
        ({"pause": {}}, "before", "pause", "needs_key"),
        ({"weights": {"groups": [], "presets": [], "x": 1}}, "x", "weights", "unknown_key"),
    ],
)
def test_shape_when_a_key_does_not_fit_then_file_place_and_key_are_named(
    change: dict[str, Any], key: str, item: str, fault: str
) -> None:
    (message,) = shape_faults(GOOD | change, "p.toml")

    assert message.key == f"error.resource.{fault}"
    assert (message.params["file"], message.params["item"]) == ("p.toml", item)
    assert message.params["key"] == key


def test_shape_when_true_stands_for_a_number_then_it_is_a_fault() -> None:
    entry = {"id": "times", "section": "practical", "kind": "text", "limit": True}

    (message,) = shape_faults(GOOD | {"item": [entry]}, "p.toml")

    assert message.params["expected"] == Message("error.type.int")


def test_shape_when_a_table_is_missing_then_every_missing_one_is_named() -> None:
    faults = [*shape_faults({}, "p.toml")]

    assert {fault.params["key"] for fault in faults} == {*GOOD}
