"""A clock for how long nobody has been there: it goes on while the computer sleeps.

Python's usual clock stands still then on Linux and macOS. A computer that is closed with somebody's
answers on the screen, and opened by somebody else an hour later, would take them for the same.
What only concerns processes, such as how long one has been silent, goes by the usual clock: they
sleep with the computer, and none of them has been silent.
"""

import sys
import time

_GOES_ON = {"linux": "CLOCK_BOOTTIME", "darwin": "CLOCK_MONOTONIC"}
"""What the system calls it; on Windows the usual clock does not stand still."""


def idle_clock() -> float:
    """Return the seconds since some moment; what is done to the computer's date changes nothing."""
    number = getattr(time, _GOES_ON.get(sys.platform, ""), None)
    return time.monotonic() if number is None else time.clock_gettime(number)
