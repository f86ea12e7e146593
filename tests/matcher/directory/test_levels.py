"""The small numbers by which a profile says nothing, no, or yes."""

import numpy as np

from matcher.directory.levels import (
    DENIED,
    FIRST_LEVEL,
    NAMED,
    NOT_STATED,
    is_denied,
    is_named,
    is_silent,
    reaches,
)

LEVELS = np.array([NOT_STATED, DENIED, NAMED, FIRST_LEVEL, FIRST_LEVEL + 1], dtype=np.uint8)


def test_levels_when_asked_then_nothing_no_and_yes_are_told_apart() -> None:
    assert is_silent(LEVELS).tolist() == [True, False, False, False, False]
    assert is_denied(LEVELS).tolist() == [False, True, False, False, False]
    assert is_named(LEVELS).tolist() == [False, False, True, True, True]


def test_reaches_when_a_level_is_wanted_then_being_named_without_one_is_not_enough() -> None:
    assert reaches(LEVELS, 0).tolist() == [False, False, False, True, True]
    assert reaches(LEVELS, 1).tolist() == [False, False, False, False, True]
