from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from matcher.store import Database, UnitOfWork
from matcher.store.staff import SecretKind, StaffSecret

_ANA = StaffSecret(SecretKind.ACCOUNT, "hash", "ana", "Ana")
_PIN = StaffSecret(SecretKind.PIN, "other")


@pytest.fixture
def work(tmp_path: Path) -> Iterator[UnitOfWork]:
    with (
        closing(Database(str(tmp_path / "a.sqlite"), create=True)) as database,
        database.writing() as work,
    ):
        yield work


def test_secrets_when_kept_then_they_come_back_in_order(work: UnitOfWork) -> None:
    for secret in (_PIN, replace(_ANA, folded="bo", name="Bo"), _ANA):
        work.staff.put(secret)

    assert [each.folded for each in work.staff.all()] == ["ana", "bo", ""]
    assert work.staff.get(SecretKind.ACCOUNT, "ana") == _ANA
    assert work.staff.get(SecretKind.RECOVERY) is None


def test_secret_when_put_again_then_the_newer_one_holds(work: UnitOfWork) -> None:
    work.staff.put(replace(_PIN, tries=7))
    work.staff.put(_PIN)

    assert work.staff.all() == [_PIN]


def test_tries_when_counted_and_forgotten_then_only_those_of_one_secret_are(
    work: UnitOfWork,
) -> None:
    work.staff.put(_PIN)
    work.staff.put(_ANA)
    for _ in range(3):
        work.staff.count_try(_PIN)
    assert work.staff.get(SecretKind.PIN) == replace(_PIN, tries=3)
    assert work.staff.get(SecretKind.ACCOUNT, "ana") == _ANA

    work.staff.forget_tries(replace(_PIN, hash="an older one"))
    assert work.staff.get(SecretKind.PIN) == replace(_PIN, tries=3)
    work.staff.forget_tries(_PIN)
    assert work.staff.get(SecretKind.PIN) == _PIN


def test_secrets_when_removed_then_they_are_gone(work: UnitOfWork) -> None:
    work.staff.put(_PIN)
    work.staff.put(_ANA)
    work.staff.remove(_ANA)
    assert work.staff.all() == [_PIN]

    work.staff.clear()
    assert work.staff.all() == []
