"""Hashes of secrets that people keep in mind: slow to make, so that guessing is slow too."""

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from argon2.low_level import Type

TIME_COST, MEMORY_KIB, LANES = 3, 64 * 1024, 4
"""Argon2id with 3 passes over 64 MiB in 4 lanes: the second choice of RFC 9106, and more than
what OWASP asks for at least (2 passes over 19 MiB)."""


class SecretHash:
    """Makes hashes, and tells whether a secret is the one of a hash.

    Parameters
    ----------
    time_cost, memory_kib, lanes
        How much work one hash is.
    """

    def __init__(
        self, time_cost: int = TIME_COST, memory_kib: int = MEMORY_KIB, lanes: int = LANES
    ) -> None:
        self._hasher = PasswordHasher(time_cost, memory_kib, lanes, type=Type.ID)

    def make(self, secret: str) -> str:
        """Return a hash, with the salt and the work it took."""
        return self._hasher.hash(secret)

    def fits(self, hash_: str, secret: str) -> bool:
        """Tell whether this is the secret; a hash that is damaged fits none."""
        try:
            return self._hasher.verify(hash_, secret)
        except (ValueError, VerificationError):
            return False

    def fits_nothing(self, secret: str) -> bool:
        """Take as long as `fits` where there is nothing to compare with."""
        self.make(secret)
        return False

    def is_outdated(self, hash_: str) -> bool:
        """Tell whether a hash took another amount of work than is asked for now."""
        return self._hasher.check_needs_rehash(hash_)
