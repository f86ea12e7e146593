"""Words that nobody else says, made by who says them: no code and no other process holds them."""

import hashlib
import os
import time
from collections.abc import Iterable


def words_of_this_process(names: Iterable[str], mark: str = "") -> tuple[str, ...]:
    """Return a word for each name, which no other process makes.

    Parameters
    ----------
    mark
        What they begin with.
    """
    seed = f"{os.getpid()} {time.time_ns()} "
    return tuple(mark + _word(seed + name) for name in names)


def mark_of_many() -> str:
    """Return what words of thousands of sittings begin with: with it all of them are found."""
    return _word("thousands")


def _word(seed: str) -> str:
    number = hashlib.sha256(seed.encode()).digest()
    return "q" + "".join(chr(97 + each % 26) for each in number[:13])
