"""The one rule for level profiles: a shared rank, and a seeded chance for who is listed first."""

import hashlib
from collections.abc import Iterable
from datetime import date


def chance(seed: int, profile_id: str) -> bytes:
    """Return the key by which level profiles are listed.

    The SHA-256 of ``seed:id`` depends on nothing but the two, so that another profile more or less
    never reorders two others.
    """
    return hashlib.sha256(f"{seed}:{profile_id}".encode("utf-8", "surrogatepass")).digest()


def by_chance(seed: int, rows: Iterable[int], ids: tuple[str, ...]) -> list[int]:
    """Order rows of level profiles by their chance."""
    return sorted(rows, key=lambda row: chance(seed, ids[row]))


def daily_seed(today: date, revision: str) -> int:
    """Return the seed of a day and a directory, so that chance turns every day."""
    digest = hashlib.sha256(f"{today.isoformat()}:{revision}".encode()).digest()
    return int.from_bytes(digest[:4])
