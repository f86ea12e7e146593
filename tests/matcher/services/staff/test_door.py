"""How often the door may be tried; what kills do to that is tried in `tests/assurance`."""

from pathlib import Path

import pytest
from argon2 import PasswordHasher
from support.staff import NAME, PASSPHRASE, PIN, Clock, make_staff

from matcher.errors import StaffError
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.staff.accounts import StaffService
from matcher.services.staff.door import MOST_TRIES, WAITS
from matcher.services.staff.secret_hash import SecretHash


def _key(staff: object, pin: str = "739264") -> str:
    with pytest.raises(StaffError) as caught:
        staff.open_with_pin(pin)  # type: ignore[attr-defined]
    return caught.value.messages[0].key.removeprefix("staff.error.")


def test_pin_when_tried_ten_times_in_vain_then_not_even_the_right_one_opens(
    tmp_path: Path,
) -> None:
    clock = Clock()
    staff = make_staff(tmp_path, clock)
    staff.set_pin(PIN)
    said = []
    for _ in range(MOST_TRIES):
        said.append(_key(staff))
        clock.now += max(WAITS)

    assert said == ["wrong.pin"] * (MOST_TRIES - 1) + ["locked.pin"]
    assert _key(staff, PIN) == "locked.pin"
    assert staff.standing().is_pin_locked


def test_pin_when_tried_too_early_then_it_is_neither_looked_at_nor_counted(tmp_path: Path) -> None:
    clock = Clock()
    staff = make_staff(tmp_path, clock)
    staff.set_pin(PIN)
    _key(staff)

    assert [_key(staff, PIN) for _ in range(20)] == ["wait"] * 20
    clock.now += WAITS[1]
    staff.open_with_pin(PIN)


def test_wait_when_the_program_starts_again_then_it_begins_anew(tmp_path: Path) -> None:
    clock = Clock()
    staff = make_staff(tmp_path, clock)
    staff.set_pin(PIN)
    for wait in (0, *WAITS[1:5]):
        clock.now += wait
        assert _key(staff) == "wrong.pin"
    clock.now += 1_000_000
    again = make_staff(tmp_path, clock)

    assert _key(again, PIN) == "wait"
    clock.now += WAITS[5]
    again.open_with_pin(PIN)


def test_try_when_there_is_nothing_to_try_then_it_takes_the_same_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    staff = make_staff(tmp_path)
    staff.set_up(PIN, NAME, PASSPHRASE)
    worked: list[str] = []
    hash_, verify = PasswordHasher.hash, PasswordHasher.verify

    def make(hasher: PasswordHasher, secret: str) -> str:
        worked.append(secret)
        return hash_(hasher, secret)

    def compare(hasher: PasswordHasher, kept: str, secret: str) -> bool:
        worked.append(secret)
        return verify(hasher, kept, secret)

    monkeypatch.setattr(PasswordHasher, "hash", make)
    monkeypatch.setattr(PasswordHasher, "verify", compare)
    for name in (NAME, "Nobody At All"):
        with pytest.raises(StaffError) as caught:
            staff.sign_in(name, "four green owls sleeping")
        assert caught.value.messages[0].key == "staff.error.wrong.account"

    assert worked == ["four green owls sleeping"] * 2


@pytest.mark.parametrize("meanwhile", ["changed", "removed"])
def test_secret_when_another_is_there_by_the_time_it_opens_then_it_does_not_come_back(
    tmp_path: Path, meanwhile: str
) -> None:
    class Slow(SecretHash):
        def fits(self, hash_: str, secret: str) -> bool:
            if meanwhile == "changed":
                make_staff(tmp_path).set_pin("739264")
            else:
                make_staff(tmp_path).reset(code)
            return super().fits(hash_, secret)

    code = make_staff(tmp_path).set_pin(PIN)
    directory = DirectoryService(str(tmp_path / "directory.sqlite"))
    StaffService(directory, Slow(2, 8, 1), Clock()).open_with_pin(PIN)

    staff = make_staff(tmp_path)
    assert staff.standing().has_pin is (meanwhile == "changed")
    assert _key(staff, PIN) == ("wrong.pin" if meanwhile == "changed" else "no_pin")


def test_waits_when_listed_then_they_grow_to_half_an_hour() -> None:
    assert [*WAITS] == sorted(WAITS)
    assert (len(WAITS), WAITS[-1]) == (MOST_TRIES, 1800)
