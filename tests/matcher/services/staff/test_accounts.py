import logging
import traceback
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import cast

import pytest
from support.staff import NAME, PASSPHRASE, PIN, Clock, make_staff, quick_hash

from matcher.errors import SecretError
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.staff.accounts import StaffService
from matcher.services.staff.door import MOST_TRIES, WAITS
from matcher.services.staff.secret_hash import SecretHash
from matcher.services.staff.signed_in import LoggedIn
from matcher.services.upkeep.history import HistoryService

_CANARIES = {
    "pin": "482913",
    "other_pin": "739264",
    "passphrase": "violet canary under rain",
    "wrong": "wrong canary beside hills",
    "short": "canary12",
}


def _refusal(work: object, *how: str) -> str:
    with pytest.raises(SecretError) as caught:
        work(*how)  # type: ignore[operator]
    return caught.value.messages[0].key.rpartition(".error.")[2]


class _SlowHash:
    """Makes hashes; somebody at another window is quicker than one of them."""

    def __init__(self, meanwhile: Callable[[], object], before: int = 1) -> None:
        self._meanwhile, self._left, self._hashing = meanwhile, before, quick_hash()

    def make(self, secret: str) -> str:
        self._left -= 1
        if self._left == 0:
            self._meanwhile()
        return self._hashing.make(secret)


def _slow_staff(folder: Path, hashing: _SlowHash) -> StaffService:
    directory = DirectoryService(str(folder / "directory.sqlite"))
    return StaffService(directory, cast(SecretHash, hashing), Clock())


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def staff(tmp_path: Path, clock: Clock) -> StaffService:
    service = make_staff(tmp_path, clock)
    service.set_up(PIN, NAME, PASSPHRASE)
    return service


def test_standing_when_there_is_no_database_then_nothing_is_set_up_or_made(tmp_path: Path) -> None:
    assert not make_staff(tmp_path).standing().is_set_up
    assert [*tmp_path.iterdir()] == []


def test_standing_when_there_is_no_database_then_only_one_kept_with_the_directory_lacks_it(
    tmp_path: Path,
) -> None:
    directory = DirectoryService(str(tmp_path / "directory.sqlite"))

    assert StaffService(directory).standing().lacks_directory
    assert not StaffService(directory, is_apart=True).standing().lacks_directory
    directory.database(create=True).close()
    assert not StaffService(directory).standing().lacks_directory


def test_staff_when_set_up_then_pin_and_account_let_in(staff: StaffService) -> None:
    staff.open_with_pin(PIN)

    assert staff.sign_in("  ANA vidal ", PASSPHRASE).name == NAME
    assert staff.standing().has_pin
    assert [account.name for account in staff.standing().accounts] == [NAME]


def test_staff_when_set_up_twice_then_the_second_time_is_refused(staff: StaffService) -> None:
    assert _refusal(staff.set_up, "739264", "Bo", "four green owls sleeping") == "set_up_already"
    staff.open_with_pin(PIN)


@pytest.mark.parametrize(
    ("name", "passphrase"),
    [(NAME, "another tram under rain"), ("Nobody", PASSPHRASE), ("", "")],
    ids=["passphrase", "name", "nothing"],
)
def test_account_when_something_is_wrong_then_it_is_not_told_what(
    staff: StaffService, name: str, passphrase: str
) -> None:
    assert _refusal(staff.sign_in, name, passphrase) == "wrong.account"


def test_account_when_tried_too_often_then_a_new_passphrase_unlocks_it(
    staff: StaffService, clock: Clock
) -> None:
    for _ in range(MOST_TRIES):
        _refusal(staff.sign_in, NAME, "another tram under rain")
        clock.now += max(WAITS)
    assert _refusal(staff.sign_in, NAME, PASSPHRASE) == "locked.account"
    assert staff.standing().accounts[0].is_locked

    staff.change_passphrase(NAME, "four green owls sleeping", LoggedIn("Bo"))

    assert staff.sign_in(NAME, "four green owls sleeping").name == NAME


def test_pin_when_locked_then_an_account_unlocks_it(staff: StaffService, clock: Clock) -> None:
    for _ in range(MOST_TRIES):
        _refusal(staff.open_with_pin, "739264")
        clock.now += max(WAITS)
    assert staff.standing().is_pin_locked

    staff.sign_in(NAME, PASSPHRASE)

    staff.open_with_pin(PIN)


def test_account_when_added_twice_then_the_name_is_taken(staff: StaffService) -> None:
    assert staff.add("Bo", "four green owls sleeping", LoggedIn(NAME)) == ""

    assert _refusal(staff.add, "bo", "four green owls sleeping") == "name_taken"
    assert _refusal(staff.add, "Cy", "short") == "passphrase_short"
    assert [account.name for account in staff.standing().accounts] == [NAME, "Bo"]


def test_account_when_another_window_added_one_of_that_name_then_its_passphrase_stays(
    staff: StaffService, tmp_path: Path
) -> None:
    hashing = _SlowHash(lambda: staff.add("Sam", "four green owls sleeping"))

    slow = _slow_staff(tmp_path, hashing)
    assert _refusal(slow.add, "sam", "five green owls sleeping") == "name_taken"

    assert staff.sign_in("Sam", "four green owls sleeping").name == "Sam"


def test_account_when_another_window_removed_it_then_a_new_passphrase_does_not_bring_it_back(
    staff: StaffService, tmp_path: Path
) -> None:
    staff.add("Sam", "four green owls sleeping")
    slow = _slow_staff(tmp_path, _SlowHash(lambda: staff.remove("Sam")))

    refused = _refusal(slow.change_passphrase, "sam", "five green owls sleeping")

    assert refused == "no_account"
    assert [account.name for account in staff.standing().accounts] == [NAME]


def test_account_when_another_window_removed_it_then_it_is_not_removed_again(
    staff: StaffService, monkeypatch: pytest.MonkeyPatch
) -> None:
    staff.add("Sam", "four green owls sleeping")
    found = staff._find("sam")
    staff.remove("Sam")
    monkeypatch.setattr(staff, "_find", lambda _folded: found)

    assert _refusal(staff.remove, "Sam") == "no_account"


def test_account_when_removed_then_it_lets_nobody_in_and_the_last_one_stays(
    staff: StaffService,
) -> None:
    staff.add("Bo", "four green owls sleeping", LoggedIn(NAME))

    assert staff.remove("BO", LoggedIn(NAME)) == "Bo"
    assert _refusal(staff.sign_in, "Bo", "four green owls sleeping") == "wrong.account"
    assert _refusal(staff.remove, "Bo") == "no_account"
    assert _refusal(staff.remove, NAME) == "last_account"


def test_code_when_typed_in_then_everything_is_set_up_anew(tmp_path: Path) -> None:
    staff = make_staff(tmp_path)
    code, _ = staff.set_up(PIN, NAME, PASSPHRASE)
    other = staff.renew_code(LoggedIn(NAME))

    assert _refusal(staff.reset, code) == "wrong.recovery"
    staff.reset(other.lower())

    assert not staff.standing().is_set_up
    assert _refusal(staff.open_with_pin, PIN) == "no_pin"
    assert staff.set_up("739264", "Bo", "four green owls sleeping")


def test_code_when_typed_wrong_a_hundred_times_then_the_right_one_still_opens(
    tmp_path: Path,
) -> None:
    staff = make_staff(tmp_path)
    code = staff.set_pin(PIN)
    other = staff.renew_code()
    for _ in range(3 * MOST_TRIES):
        _refusal(staff.reset, code)

    staff.reset(other)


def test_pin_when_set_first_then_a_code_is_made_and_never_again(tmp_path: Path) -> None:
    staff = make_staff(tmp_path)

    assert staff.set_pin(PIN)
    assert staff.set_pin("739264") == ""
    assert staff.add("Bo", "four green owls sleeping") == ""
    staff.open_with_pin("739264")


def test_code_when_another_window_makes_one_too_then_only_one_is_made_and_opens(
    tmp_path: Path,
) -> None:
    other, codes = make_staff(tmp_path), []
    other.set_pin("739264")
    with other._directory.changing() as work:
        work.staff.clear()
    adding = Thread(target=lambda: codes.append(other.add("Bo", "four green owls sleeping")))

    def meanwhile() -> None:
        adding.start()
        adding.join(0.5)  # it waits until the code of this window is written

    codes.append(_slow_staff(tmp_path, _SlowHash(meanwhile, before=2)).set_pin(PIN))
    adding.join()

    assert sorted(map(bool, codes)) == [False, True]
    other.reset("".join(codes))


def test_acts_when_listed_then_they_tell_who_did_what(staff: StaffService) -> None:
    staff.add("Bo", "four green owls sleeping", LoggedIn(NAME))
    staff.change_passphrase("Bo", "five green owls sleeping", LoggedIn(NAME))
    staff.set_pin("739264", LoggedIn(NAME))
    staff.renew_code(LoggedIn(NAME))
    staff.remove("Bo", LoggedIn(NAME))
    acts = HistoryService(staff._directory).acts()

    told = [(act.deed.kind.value, act.deed.who, act.deed.detail) for act in reversed(acts)]
    assert told == [
        ("account_added", NAME, NAME),
        ("account_added", NAME, "Bo"),
        ("account_changed", NAME, "Bo"),
        ("pin_set", NAME, ""),
        ("code_made", NAME, ""),
        ("account_removed", NAME, "Bo"),
    ]


def test_secrets_when_used_in_every_way_then_none_is_in_a_file_the_log_or_an_error(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    clock, canary, said = Clock(), _CANARIES, []
    staff = make_staff(tmp_path, clock)
    code, _ = staff.set_up(canary["pin"], NAME, canary["passphrase"])
    for work, how in (
        (staff.open_with_pin, [canary["other_pin"]]),
        (staff.sign_in, [NAME, canary["wrong"]]),
        (staff.sign_in, [canary["wrong"][:20], canary["wrong"]]),
        (staff.add, ["Bo", canary["short"]]),
        (staff.set_pin, ["123456"]),
        (staff.reset, [code[:-1]]),
        (staff.reset, [code[:-1] + ("0" if code[-1] != "0" else "2")]),
    ):
        try:
            work(*how)
        except SecretError as error:
            said.append(f"{error!r} {error}")
            said += traceback.format_exception(error)
    clock.now += max(WAITS)
    staff.open_with_pin(canary["pin"])
    staff.sign_in(NAME, canary["passphrase"])
    staff.set_pin(canary["other_pin"], LoggedIn(NAME))
    staff.reset(code)
    written = [path.read_bytes().decode("latin-1") for path in tmp_path.iterdir()]
    acts = [repr(act) for act in HistoryService(staff._directory).acts()]

    assert len(said) > 7
    for text in (*written, *said, *acts, caplog.text):
        for secret in (*canary.values(), code, code.replace("-", "")):
            assert secret not in text
