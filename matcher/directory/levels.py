"""What a profile says of one term, as a small number: nothing, no, yes, or yes at a level."""

import numpy as np
from numpy.typing import NDArray

NOT_STATED = 0
DENIED = 1
NAMED = 2
"""Offered, without saying at which level."""
FIRST_LEVEL = 3
"""The lowest level of the vocabulary; higher ones follow."""

Levels = NDArray[np.uint8]
"""What every profile says of one term, shape (profiles,)."""


def is_named(levels: Levels) -> NDArray[np.bool_]:
    """Tell where a term is offered, at whatever level."""
    return np.greater_equal(levels, NAMED)


def is_silent(levels: Levels) -> NDArray[np.bool_]:
    """Tell where nothing is said of a term."""
    return np.equal(levels, NOT_STATED)


def is_denied(levels: Levels) -> NDArray[np.bool_]:
    """Tell where a term is not offered."""
    return np.equal(levels, DENIED)


def reaches(levels: Levels, position: int) -> NDArray[np.bool_]:
    """Tell where a term is offered at the level of this position in its vocabulary, or higher."""
    return np.greater_equal(levels, FIRST_LEVEL + position)
