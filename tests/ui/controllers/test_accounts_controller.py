from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.staff import NAME, PASSPHRASE, PIN, make_staff

from matcher.services.staff.accounts import StaffService
from matcher.services.staff.signed_in import LoggedIn
from ui.controllers.accounts_controller import (
    AccountsController,
    check_name,
    check_passphrase,
    check_pin,
)
from ui.controllers.staff_session import StaffSession


@pytest.fixture
def staff(tmp_path: Path) -> StaffService:
    service = make_staff(tmp_path)
    service.set_up(PIN, NAME, PASSPHRASE)
    return service


@pytest.fixture
def accounts(staff: StaffService, qapp: object) -> AccountsController:
    session = StaffSession()
    session.sign_in(LoggedIn(NAME))
    return AccountsController(lambda: staff, session, session)


def test_accounts_when_looked_then_they_are_known(
    accounts: AccountsController, qtbot: QtBot
) -> None:
    assert accounts.accounts == ()
    with qtbot.waitSignal(accounts.changed):
        accounts.look()

    assert [account.name for account in accounts.accounts] == [NAME]
    assert accounts.has_pin


@pytest.mark.parametrize(
    ("work", "how", "said"),
    [
        ("add", ("Bo", "four green owls sleeping"), "added"),
        ("change_passphrase", (NAME, "four green owls sleeping"), "changed"),
        ("set_pin", ("739264",), "pin"),
    ],
)
def test_accounts_when_changed_then_what_was_done_is_said(
    accounts: AccountsController, qtbot: QtBot, work: str, how: tuple[str, ...], said: str
) -> None:
    with qtbot.waitSignal(accounts.changed), qtbot.waitSignal(accounts.done) as told:
        getattr(accounts, work)(*how)

    assert told.args[0].key == f"staff.accounts.done.{said}"


@pytest.mark.parametrize("whose", [NAME, "Bo"])
def test_passphrase_when_changed_then_only_the_own_one_lets_one_go_on_with_it(
    accounts: AccountsController, staff: StaffService, qtbot: QtBot, whose: str
) -> None:
    staff.add("Bo", PASSPHRASE)
    before = staff.sign_in(NAME, PASSPHRASE)
    accounts.session.sign_in(before)
    with qtbot.waitSignal(accounts.done):
        accounts.change_passphrase(whose, "four green owls sleeping")

    now = accounts.session.who
    assert now.name == NAME
    assert (now == before) is (whose != NAME)
    with qtbot.waitSignal(accounts.done):
        accounts.set_pin("739264")


def test_accounts_when_the_code_is_renewed_then_it_is_told(
    accounts: AccountsController, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(accounts.code_made) as told:
        accounts.renew_code()

    assert len(told.args[0].split("-")) == 7


def test_accounts_when_it_cannot_be_done_then_why_is_said(
    accounts: AccountsController, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(accounts.failed) as told:
        accounts.remove(NAME)

    assert told.args[0].messages[0].key == "staff.error.last_account"


def test_accounts_when_nobody_is_signed_in_then_that_is_asked_for_and_nothing_done(
    accounts: AccountsController, qtbot: QtBot
) -> None:
    accounts.session.sign_out()
    with qtbot.waitSignal(accounts.session.sign_in_requested):
        accounts.set_pin("739264")

    assert not accounts.busy


def test_checks_when_asked_then_they_give_a_reason_or_none() -> None:
    assert check_pin(PIN) is check_name(NAME) is check_passphrase(PASSPHRASE, NAME) is None
    for error in (check_pin("123456"), check_name(""), check_passphrase("short", NAME)):
        assert error is not None
