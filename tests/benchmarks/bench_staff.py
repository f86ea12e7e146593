"""How long one PIN or passphrase takes to be compared, and what guessing all PINs costs.

Run by ``make bench``; prints figures and asserts nothing on time.
"""

import time

from matcher.services.staff.secret_hash import LANES, MEMORY_KIB, TIME_COST, SecretHash

_TIMES = 5
_PINS = 10**6


def bench_secret_hash() -> None:
    hashing = SecretHash()
    hash_ = hashing.make("482913")
    wall, core = time.perf_counter(), time.process_time()
    for _ in range(_TIMES):
        assert hashing.fits(hash_, "482913")
    wall, core = (time.perf_counter() - wall) / _TIMES, (time.process_time() - core) / _TIMES
    print(
        f"Argon2id, {MEMORY_KIB // 1024} MiB, {TIME_COST} passes, {LANES} lanes: "
        f"{wall * 1000:.0f} ms, {core * 1000:.0f} ms of one core; "
        f"all PINs of six digits {_PINS * core / 3600:.0f} core-hours"
    )
