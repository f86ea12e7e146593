"""JSON that is strange: each reader gives something, or says that an entry cannot be read."""

from collections.abc import Callable
from datetime import date

import pytest

from matcher.followup.json_form import (
    UnreadError,
    code_of,
    day_of,
    entries_of,
    id_of,
    once_each,
    sure_day_of,
    table_of,
    text_of,
    written,
    written_text,
)
from matcher.followup.search_log import Way


@pytest.mark.parametrize("strange", [None, 3, [], {}, "", "2026-02-30", True])
def test_values_when_strange_then_something_harmless_stands_for_them(strange: object) -> None:
    assert text_of(strange) == (strange if isinstance(strange, str) else "")
    assert day_of(strange) is None
    assert code_of(Way, strange, Way.OTHER) is Way.OTHER


@pytest.mark.parametrize(
    ("read", "strange"), [(id_of, ""), (id_of, 3), (sure_day_of, "soon"), (table_of, ["x"])]
)
def test_values_when_an_entry_needs_them_then_it_cannot_be_read(
    read: Callable[[object], object], strange: object
) -> None:
    with pytest.raises(UnreadError):
        read(strange)


def test_values_when_as_written_then_they_are_read() -> None:
    assert sure_day_of("2026-03-02") == date(2026, 3, 2)
    assert code_of(Way, "email", Way.OTHER) is Way.EMAIL
    assert id_of("p-1") == "p-1"


def test_entries_when_a_later_version_can_read_them_then_they_come_back() -> None:
    assert entries_of(["a", 3], id_of, ["b", 4]) == (("a", "b"), ("3", "4"))
    assert entries_of("a", id_of) == (("a",), ())
    assert entries_of(None, id_of) == ((), ())


def test_unread_when_written_then_as_found_as_far_as_a_file_can_hold_it() -> None:
    assert written(("[1]", "NaN", '"\ud83d"')) == [[1], "NaN", "?"]
    assert written_text("así") == "así"


def test_entries_when_of_one_key_then_the_first_holds_and_the_rest_is_not_lost() -> None:
    assert once_each([3, 5, 4], lambda each: each % 2, str) == ((3, 4), ('"5"',))
