import pytest
from support.staff import quick_hash

from matcher.services.staff.secret_hash import LANES, MEMORY_KIB, TIME_COST, SecretHash


def test_hash_when_made_then_it_is_argon2id_with_the_work_that_is_promised() -> None:
    hash_ = SecretHash().make("violet")

    assert hash_.startswith(f"$argon2id$v=19$m={MEMORY_KIB},t={TIME_COST},p={LANES}$")
    assert (MEMORY_KIB, TIME_COST) >= (19 * 1024, 2)  # the least of OWASP


def test_hash_when_compared_then_only_the_secret_fits() -> None:
    hashing = quick_hash()
    hash_ = hashing.make("violet")

    assert hash_ != hashing.make("violet")
    assert hashing.fits(hash_, "violet")
    assert not hashing.fits(hash_, "Violet")
    assert not hashing.fits_nothing("violet")


@pytest.mark.parametrize("damaged", ["", "x", "$argon2id$v=19$m=8,t=1,p=1$AAAA$", "🦉"])
def test_hash_when_damaged_then_nothing_fits(damaged: str) -> None:
    assert not quick_hash().fits(damaged, "violet")


def test_hash_when_it_took_less_work_then_it_is_outdated() -> None:
    hash_ = quick_hash().make("violet")

    assert not quick_hash().is_outdated(hash_)
    assert SecretHash().is_outdated(hash_)
