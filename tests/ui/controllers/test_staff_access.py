from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.staff import NAME, PASSPHRASE, PIN, Clock, make_staff

from matcher.errors import Message, StoreError
from matcher.i18n import Catalogue
from matcher.services.staff.accounts import StaffService
from matcher.services.staff.door import StaffDoor
from matcher.store import unit_of_work
from ui.controllers.staff_access import StaffAccess
from ui.controllers.staff_session import StaffSession


@pytest.fixture
def staff(tmp_path: Path) -> StaffService:
    return make_staff(tmp_path, Clock())


@pytest.fixture
def access(staff: StaffService, qapp: object) -> StaffAccess:
    session = StaffSession()
    return StaffAccess(lambda: staff, session, session)


def test_access_when_nothing_is_set_up_then_it_is_told(access: StaffAccess, qtbot: QtBot) -> None:
    with qtbot.waitSignal(access.looked) as told:
        access.look()

    assert told.args == [access.standing]
    assert access.standing is not None
    assert not access.standing.is_set_up


def test_access_when_set_up_then_the_code_is_told_and_the_account_signed_in(
    access: StaffAccess, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(access.was_set_up) as told:
        access.set_up(PIN, NAME, PASSPHRASE)

    assert len(told.args[0].split("-")) == 7
    assert access._session.who.name == NAME


def test_access_when_the_directory_breaks_after_it_was_set_up_then_the_code_is_still_told(
    access: StaffAccess, staff: StaffService, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise StoreError(Message("error.store.full", file="directory.sqlite"))

    monkeypatch.setattr(StaffDoor, "let_in", refuse)
    with qtbot.waitSignal(access.was_set_up):
        access.set_up(PIN, NAME, PASSPHRASE)

    who = access._session.who
    assert staff.set_pin("739264", who) == "", "there is a code, and the account may change"


def test_access_when_the_pin_is_right_then_nobody_is_signed_in(
    access: StaffAccess, staff: StaffService, qtbot: QtBot
) -> None:
    staff.set_pin(PIN)
    with qtbot.waitSignal(access.opened):
        access.try_pin(PIN)

    assert not access._session.may_change


def test_access_when_the_pin_is_wrong_then_it_is_said_and_looked_again(
    access: StaffAccess, staff: StaffService, qtbot: QtBot
) -> None:
    staff.set_pin(PIN)
    with qtbot.waitSignals([access.refused, access.looked]), qtbot.assertNotEmitted(access.opened):
        access.try_pin("739264")


def test_access_when_somebody_signs_in_then_the_session_knows_the_name_of_the_account(
    access: StaffAccess, staff: StaffService, qtbot: QtBot
) -> None:
    staff.add(NAME, PASSPHRASE)
    with qtbot.waitSignal(access.signed_in):
        access.sign_in("ana vidal", PASSPHRASE)

    assert access._session.who.name == NAME


def test_access_when_reset_then_it_is_told(
    access: StaffAccess, staff: StaffService, qtbot: QtBot
) -> None:
    code = staff.set_pin(PIN)
    with qtbot.waitSignal(access.was_reset):
        access.reset(code)

    assert not staff.standing().is_set_up


def test_access_when_a_try_is_dropped_then_nobody_hears_of_it(
    access: StaffAccess, staff: StaffService, qtbot: QtBot
) -> None:
    staff.set_pin(PIN)
    with qtbot.assertNotEmitted(access.opened, wait=100):
        access.try_pin(PIN)
        assert access.busy
        access.drop()


@pytest.mark.parametrize(("in_public", "is_told"), [(False, True), (True, False)])
def test_access_when_the_directory_cannot_be_read_then_only_in_private_it_is_told_where_it_lies(
    staff: StaffService, tmp_path: Path, qtbot: QtBot, in_public: bool, is_told: bool
) -> None:
    (tmp_path / "directory.sqlite").write_bytes(b"no database " * 500)
    session = StaffSession(in_public=in_public)
    access = StaffAccess(lambda: staff, session, session)

    for ask in (access.look, lambda: access.sign_in(NAME, PASSPHRASE)):
        with qtbot.waitSignal(access.refused) as told:
            ask()
        assert (str(tmp_path) in Catalogue().render(told.args[0].messages[0])) is is_told


def test_access_in_public_when_no_try_can_be_counted_then_the_disk_is_named_and_no_path(
    staff: StaffService, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    staff.set_pin(PIN)
    monkeypatch.setattr(unit_of_work, "may_write", lambda _: False)
    session = StaffSession(in_public=True)
    access = StaffAccess(lambda: staff, session, session)

    with qtbot.assertNotEmitted(access.opened), qtbot.waitSignal(access.refused) as told:
        access.try_pin(PIN)

    assert told.args[0].messages == (Message("staff.door.full"),)
