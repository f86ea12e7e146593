from datetime import date

import pytest

from matcher.directory.trail import NOTHING, Word

_DAY = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("word", "other", "newer"),
    [
        pytest.param(Word("a", _DAY), Word("b", None), True, id="dated and undated"),
        pytest.param(Word("a", None), Word("b", _DAY), False, id="undated and dated"),
        pytest.param(Word("a", _DAY), Word("b", _DAY), False, id="same day"),
        pytest.param(Word("a", None), NOTHING, False, id="undated and nothing"),
    ],
)
def test_word_when_compared_then_the_later_date_is_newer(
    word: Word, other: Word, newer: bool
) -> None:
    assert word.is_newer_than(other) is newer
