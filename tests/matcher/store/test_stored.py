"""What is stored of a profile is taken apart as it was written, or as far as it can be read."""

from datetime import date
from typing import Any

import pytest

from matcher.directory.trail import Word
from matcher.store.stored import as_it_is, is_readable

_GOOD = (
    "p-1\x1f1\x1f'2026-09-01'\x1e"
    "city\x1fclinic\x1f2026-09-01\x1fAue\x1e"
    "phone\x1fregister\x1f\x1f\x15\x1e"
    "2\x1f1\x1ftexttexttexttext"
)


def _row(stored: str | bytes | None) -> Any:
    return b"p-1", stored.encode() if isinstance(stored, str) else stored, b""


def test_stored_when_all_of_it_can_be_read_then_it_is_read() -> None:
    found = as_it_is(_row(_GOOD))

    assert is_readable(_row(_GOOD))
    assert found[:3] == ("p-1", True, date(2026, 9, 1))
    assert [*found.words] == [
        ("city", "clinic", Word("Aue", date(2026, 9, 1))),
        ("phone", "register", Word(None, None)),
    ]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        pytest.param("clinic", "cl\x00nic", 1, id="source"),
        pytest.param("city\x1f", "city", 1, id="parts"),
        pytest.param("\x1f2026-09-01", "\x1f2026-99-01", 2, id="day"),
        pytest.param("'2026-09-01'", "x'ff'", 2, id="since"),
        pytest.param("1\x1f'", "7\x1f'", 2, id="published"),
        pytest.param("texttexttexttext", "texttextblobtext", 2, id="type"),
    ],
)
def test_stored_when_a_part_cannot_be_read_then_the_rest_is(old: str, new: str, words: int) -> None:
    row = _row(_GOOD.replace(old, new, 1))

    assert not is_readable(row)
    assert len(as_it_is(row).words) == words


@pytest.mark.parametrize("stored", [None, b"", b"\xff\xfe", b"p-1", b"\x1e\x1e\x1e"], ids=repr)
def test_stored_when_nothing_can_be_read_then_the_id_is_told(stored: bytes | None) -> None:
    found = as_it_is(_row(stored))

    assert (found.profile_id, found.published, [*found.words]) == ("p-1", False, [])
    assert not is_readable(_row(stored))
