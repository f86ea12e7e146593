"""A PIN is compared ten times at most, whatever is killed and whichever clock is believed."""

import os
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest
from support.figures import Note
from support.pin_tries import CLOCKS, guess

from matcher.services.staff.door import MOST_TRIES
from matcher.services.staff.secret_hash import MEMORY_KIB, TIME_COST, SecretHash

_CONTROL = 40
_LEAST_CORE_HOURS = 10
_MILLION = 10**6


@pytest.mark.skipif(os.name != "posix", reason="ANOTHER SYSTEM KNOWS NO SIGKILL")
def test_pin_when_guessed_and_killed_again_and_again_then_ten_are_compared_at_most(
    in_memory: Path,
    size: Callable[[int, int], int],
    figure: Note,
) -> None:
    (in_memory / "late").mkdir()
    done = guess(in_memory, size(40, 500))
    late = guess(in_memory / "late", _CONTROL, late=True)
    tried = {"kills": done["kills"], "PINs": done["pins"], "clocks": len(CLOCKS)}
    most = {"tries_of_one_PIN_at_most": done["most_compared"]}
    control = {"kills": _CONTROL, "tries_where_they_are_counted_late": late["most_compared"]}
    figure("T8", "PIN", tried, most, control)

    assert done["most_compared"] == MOST_TRIES
    assert late["most_compared"] > MOST_TRIES


def test_million_guesses_when_the_hashes_are_known_then_they_cost_days(
    figure: Note,
) -> None:
    slow, quick = (_core_hours(hashing) for hashing in (SecretHash(), SecretHash(1, 8, 1)))
    # The work is always the same; how long it takes is this processor's affair.
    tried = {
        "guesses_reckoned": _MILLION,
        "passes_a_guess": TIME_COST,
        "MiB_a_pass": MEMORY_KIB // 1024,
    }
    found = {"hours_of_one_processor_here": round(slow)}
    control = {"seconds_with_the_least_work": round(3600 * quick)}
    figure("T8", "hashes", tried, found, control)

    assert slow > _LEAST_CORE_HOURS > quick


def _core_hours(hashing: SecretHash) -> float:
    """Return how long a processor is busy with every PIN of six digits."""
    kept, begin = hashing.make("482913"), process_time()
    assert not hashing.fits(kept, "900000")
    return (process_time() - begin) * _MILLION / 3600
