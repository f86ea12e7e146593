from datetime import date

import pytest

from matcher.directory.trail import Word
from matcher.store.unsorted import heard

_OCTOBER, _NOVEMBER = date(2026, 10, 1), date(2026, 11, 1)
_HELD = Word("times: late", _OCTOBER)


@pytest.mark.parametrize(
    ("said", "columns", "after"),
    [
        (None, ("access",), _HELD),
        (None, ("times",), Word(None, _NOVEMBER)),
        ("times: late", ("times",), Word("times: late", _NOVEMBER)),
        ("access: ramp", ("access",), Word("times: late\naccess: ramp", _NOVEMBER)),
    ],
)
def test_words_when_a_list_has_no_word_on_what_is_held_then_its_day_stays(
    said: str | None, columns: tuple[str, ...], after: Word
) -> None:
    assert heard(Word(said, _NOVEMBER), _HELD, columns, over=True) == after
