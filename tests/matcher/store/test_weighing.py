from datetime import date

import pytest

from matcher.directory.field import UNSORTED
from matcher.directory.trail import Word
from matcher.store.decided import Decided
from matcher.store.tally import Tally
from matcher.store.weighing import Weighing

_DAY = date(2026, 11, 1)
_HELD, _SAID = Word("times: late", _DAY), Word("access: ramp", _DAY)
_BOTH = Word("times: late\naccess: ramp", _DAY)


@pytest.mark.parametrize(
    ("field", "held", "columns", "after"),
    [
        (UNSORTED, None, frozenset({"access"}), _SAID),
        (UNSORTED, _HELD, frozenset({"access"}), _BOTH),
        (UNSORTED, _BOTH, frozenset({"access"}), Word(_BOTH.value, _DAY)),
        (UNSORTED, _HELD, None, _SAID),
        ("bio", _HELD, frozenset({"access"}), _SAID),
    ],
)
def test_word_when_a_list_says_it_then_only_words_no_field_takes_stand_beside_others(
    field: str, held: Word | None, columns: frozenset[str] | None, after: Word
) -> None:
    weighing = Weighing(Tally(), Decided({}, {}))

    settled = weighing.settled(("p-1", field, "clinic"), _SAID, held, "", columns)

    assert settled == (None if after == held else after)


def test_word_when_of_somebody_who_went_into_another_then_it_only_adds_and_is_told() -> None:
    tally = Tally()
    weighing = Weighing(tally, Decided({}, {}))
    key = ("keep", UNSORTED, "clinic")

    added = weighing.settled(key, _SAID, _HELD, "gone", frozenset({"times", "access"}))
    other = weighing.settled(key, Word("times: early", _DAY), _HELD, "gone", frozenset({"times"}))

    assert (added, other) == (_BOTH, None)
    assert tally.counts().unheard == (("gone", "keep", UNSORTED),)
