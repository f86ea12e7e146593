"""A process that writes numbered commits and says of each that it is kept, to be traced.

``python -m support.numbered_writer STORE PATH COMMITS [PRAGMA ...]``; a PRAGMA, as in
``synchronous=OFF``, takes the place of what the program asks for.
"""

import os
import sys
from contextlib import closing
from pathlib import Path

from support.numbered_stores import STORES, set_pragmas

_BETWEEN_OPENINGS = 20

SIGN = b"."
"""Said once for each commit, when it is kept."""


def main(store: str, path: str, commits: str, *pragmas: str) -> None:
    """Write, closing and opening the file now and then."""
    set_pragmas(pragmas)
    last = int(commits)
    for first in range(0, last, _BETWEEN_OPENINGS):
        with closing(STORES[store](Path(path))) as opened:
            for number in range(first, min(last, first + _BETWEEN_OPENINGS)):
                opened.commit(number)
                os.write(1, SIGN)


if __name__ == "__main__":
    main(*sys.argv[1:])
