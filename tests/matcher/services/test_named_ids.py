"""Some of many are named, and that there are more is said."""

import pytest

from matcher.services.named_ids import name_first


@pytest.mark.parametrize(
    ("ids", "named"),
    [
        ((), ""),
        (("p-1",), "p-1"),
        (("p-1", "p-2"), "p-1, p-2"),
        (("p-1", "p-2", "p-3"), "p-1, p-2 …"),
    ],
)
def test_name_first_when_there_are_more_than_are_named_then_it_ends_in_dots(
    ids: tuple[str, ...], named: str
) -> None:
    assert name_first(ids, 2) == named
