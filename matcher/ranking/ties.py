"""The one rule for level profiles: a shared rank, and a seeded chance for who is listed first."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date


def chance(seed: int, profile_id: str) -> bytes:
    """Return the key by which level profiles are listed.

    The SHA-256 of ``seed:id`` depends on nothing but the two, so that another profile more or less
    never reorders two others.
    """
    return _with_id(_with_seed(seed), profile_id)


def by_chance(seed: int, rows: Iterable[int], ids: Sequence[str]) -> list[int]:
    """Order rows of level profiles by their chance."""
    begun = _with_seed(seed)
    return sorted(rows, key=lambda row: _with_id(begun, ids[row]))


def daily_seed(today: date, revision: str) -> int:
    """Return the seed of a day and a directory, so that chance turns every day."""
    digest = hashlib.sha256(f"{today.isoformat()}:{revision}".encode()).digest()
    return int.from_bytes(digest[:4])


def _with_seed(seed: int) -> "hashlib._Hash":
    return hashlib.sha256(f"{seed}:".encode())


def _with_id(begun: "hashlib._Hash", profile_id: str) -> bytes:
    turn = begun.copy()
    turn.update(profile_id.encode("utf-8", "surrogatepass"))
    return turn.digest()
