from decimal import Decimal

import pytest

from matcher.importers.json_value import as_dict, as_dicts, as_list, as_text


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param(" Ana ", "Ana", id="text"),
        pytest.param(1568946812, "1568946812", id="number"),
        pytest.param(Decimal("1.50"), "1.50", id="decimal"),
        pytest.param(10**5000, "", id="endless number"),
        pytest.param(True, "true", id="truth"),
        pytest.param(None, "", id="nothing"),
        pytest.param({"a": 1}, "", id="object"),
    ],
)
def test_text_when_wanted_then_numbers_are_text_too(value: object, expected: str) -> None:
    assert as_text(value) == expected


def test_list_when_wanted_then_one_alone_is_a_list_too() -> None:
    assert as_list([1]) == [1]
    assert as_list("a") == ["a"]
    assert as_list(None) == []


def test_object_when_something_else_stands_there_then_it_counts_as_absent() -> None:
    assert as_dict(["a"]) == {}
    assert as_dicts([{"a": 1}, "b", None]) == [{"a": 1}]
