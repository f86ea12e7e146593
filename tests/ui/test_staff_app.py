"""The whole way of staff, by keys alone, and what becomes of a window that somebody left."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from support.builders import make_statement
from support.intake_window import tab_to
from support.staff import NAME, PASSPHRASE, PIN, Clock, open_staff, quick_services, type_in
from support.staff_people import staff_directory
from support.window import focused, open_window, press, settle

from matcher.bootstrap import Services
from matcher.services.staff.signed_in import LoggedIn
from ui import staff_app
from ui.app import Wiring
from ui.staff.code_card import CodeCard
from ui.staff.people_page import PeoplePage
from ui.staff.person_page import SECTIONS, PersonPage
from ui.staff_app import StaffWiring, own_services
from ui.widgets.button import Button
from ui.widgets.text import Text

_RETURN, _TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab
_PLACE = next(number for number, fields in enumerate(SECTIONS.values()) if "city" in fields)
_LIST = "id,name,accepting\np-001,Ana Example,yes\n"


def _leave_for(staff: StaffWiring, clock: Clock, seconds: float) -> None:
    clock.now += seconds
    staff.idle.look()
    settle()


def _fill_in() -> None:
    """Choose a PIN and make an account, by keys."""
    for _ in range(2):
        type_in(PIN)
        press(_RETURN)
    assert focused() == "first_name"
    type_in(NAME)
    press(_TAB)
    type_in(PASSPHRASE)
    press(_TAB)
    press(_TAB)
    type_in(PASSPHRASE)
    press(_RETURN)
    settle()


def test_staff_when_they_set_up_and_leave_then_the_pin_lets_them_read_again(
    tmp_path: Path, qapp: object
) -> None:
    clock = Clock()
    with open_staff(quick_services(tmp_path / "data"), clock=clock) as staff:
        window, session = staff.window, staff.parts.session
        assert (window.page_id, focused()) == ("staff_setup", "new_pin_keypad")
        _fill_in()
        card = window.page.findChild(CodeCard)
        assert card is not None
        assert (session.who.name, window.is_open, focused()) == (NAME, False, "recovery_last")
        type_in("----")
        press(_RETURN)
        assert not window.is_open
        card.last.field.selectAll()
        type_in(card._code[-4:].lower())
        press(_RETURN)
        settle()
        assert (window.page_id, session.who.name) == ("people", NAME)

        _leave_for(staff, clock, 9 * 60 + 1)
        assert window.stage.top is staff.question.warning
        assert session.may_change
        _leave_for(staff, clock, 61)
        assert (window.page_id, focused(), session.who.name) == ("staff_sign_in", "pin", "")

        type_in(PIN)
        press(_RETURN)
        settle()
        assert (window.page_id, session.may_change) == ("people", False)
        tab_to("sign")
        press(_RETURN)
        settle()
        assert window.page_id == "sign_in_account"


def test_staff_when_they_answer_the_warning_then_they_stay_signed_in(
    tmp_path: Path, qapp: object
) -> None:
    clock = Clock()
    services = quick_services(tmp_path / "data")
    services.staff.set_up(PIN, NAME, PASSPHRASE)
    with open_staff(services, clock=clock) as staff:
        type_in(PIN)
        press(_RETURN)
        settle()
        staff.parts.session.sign_in(LoggedIn(NAME))
        _leave_for(staff, clock, 9 * 60 + 1)
        staff.question.warning.answered.emit()
        _leave_for(staff, clock, 60)

        assert staff.parts.session.may_change
        assert staff.window.page_id == "people"
        assert staff.window.stage.top is not staff.question.warning


def test_door_when_left_alone_then_nobody_is_warned(tmp_path: Path, qapp: object) -> None:
    clock = Clock()
    services = quick_services(tmp_path / "data")
    services.staff.set_pin(PIN)
    with open_staff(services, clock=clock) as staff:
        _leave_for(staff, clock, 3600)

        assert staff.window.stage.top is not staff.question.warning


def test_client_window_when_staff_changed_the_directory_then_it_is_read_anew(
    data_dir: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(_LIST)
    monkeypatch.setattr(staff_app, "own_services", lambda _database: quick_services(data_dir))
    with open_window() as wiring:
        button = wiring.window.page.findChild(Button, "staff")
        assert button is not None
        button.click()
        settle()
        staff = wiring.staff
        assert staff is not None
        button.click()
        assert wiring.staff is staff
        staff.parts.services.directory.import_files([path])

        with qtbot.waitSignal(wiring.directory.opened):
            staff.window.close()

        assert wiring.staff is None


def test_client_window_when_staff_changed_the_areas_then_it_is_read_anew(
    data_dir: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "areas.csv"
    path.write_text("name,latitude,longitude\nMitte,52.52,13.4\n")
    monkeypatch.setattr(staff_app, "own_services", lambda _database: quick_services(data_dir))
    with open_window() as wiring:
        wiring.open_staff()
        settle()
        assert wiring.staff is not None
        services = wiring.staff.parts.services
        services.areas.take(path, services.directory)

        with qtbot.waitSignal(wiring.directory.opened):
            wiring.staff.window.close()


def test_client_window_when_staff_only_looked_then_nothing_is_read_anew(
    wiring: Wiring, qtbot: QtBot
) -> None:
    wiring.open_staff()
    settle()
    assert wiring.staff is not None

    with qtbot.assertNotEmitted(wiring.directory.opened, wait=50):
        wiring.staff.window.close()
        settle()


@pytest.fixture
def staffed(tmp_path: Path) -> Services:
    """Return the services of a directory with one person, and two accounts."""
    services = quick_services(tmp_path / "data")
    services.staff.set_up(PIN, NAME, PASSPHRASE)
    services.staff.add("Bo", PASSPHRASE)
    with services.directory.changing() as work:
        work.profiles.apply([make_statement("p-1", name="Cy Dahl", city="Aue")])
    return services


def _sign_in(name: str) -> None:
    type_in(name)
    press(_TAB)
    type_in(PASSPHRASE)
    press(_RETURN)
    settle()


def _write_town(staff: StaffWiring, town: str) -> PersonPage:
    """Write another town in the editor, by keys."""
    staff.parts.person.open("p-1")
    staff.window.open("person")
    settle()
    page = staff.window.page
    assert isinstance(page, PersonPage)
    page.sections[_PLACE].box("city").first().setFocus()
    QApplication.focusWidget().selectAll()  # type: ignore[union-attr]
    type_in(town)
    return page


def test_editor_when_somebody_is_signed_out_then_only_they_find_what_they_wrote(
    staffed: Services, qapp: object
) -> None:
    clock = Clock()
    with open_staff(staffed, clock=clock) as staff:
        window, person = staff.window, staff.parts.person
        staff.parts.access.sign_in(NAME, PASSPHRASE)
        settle()
        _write_town(staff, "Ulm")
        _leave_for(staff, clock, 9 * 60 + 1)
        _leave_for(staff, clock, 61)
        assert window.page_id == "staff_sign_in"
        (kept,) = [text.plain for text in window.page.findChildren(Text) if NAME in text.plain]
        assert kept.startswith(f"{NAME} wrote something")

        type_in(PIN)
        press(_RETURN)
        settle()
        assert (window.page_id, person.changed) == ("people", ())
        tab_to("sign")
        press(_RETURN)
        settle()
        _sign_in("Bo")
        assert (window.page_id, staff.parts.session.who.name) == ("people", "Bo")
        staff.parts.session.sign_out()
        tab_to("sign")
        press(_RETURN)
        settle()
        _sign_in(NAME)

        assert (window.page_id, focused()) == ("person", "field_city")
        page = window.page
        assert isinstance(page, PersonPage)
        assert page.told.plain.startswith("You were signed out. What you wrote is here again.")
        page.next_button.click()
        settle()
        assert staffed.directory.profile("p-1").text("city") == "Ulm"


def test_editor_when_the_account_is_removed_then_what_was_written_is_kept_from_others_and_said(
    staffed: Services, qapp: object
) -> None:
    with open_staff(staffed) as staff:
        staff.parts.access.sign_in(NAME, PASSPHRASE)
        settle()
        _write_town(staff, "Ulm")
        staffed.staff.remove(NAME)
        staff.window.page.next_button.click()
        settle()

        assert (staff.window.page_id, staff.parts.session.who.name) == ("sign_in_account", "")
        assert staffed.directory.profile("p-1").text("city") == "Aue"
        _sign_in("Bo")
        page = staff.window.page
        assert isinstance(page, PersonPage)
        assert page.told.plain.startswith(f"{NAME} wrote something here and did not save it")
        field = page.sections[_PLACE].box("city").first()
        assert isinstance(field, QLineEdit)
        assert field.text() == "Aue"
        page.next_button.click()
        settle()
        assert staffed.directory.profile("p-1").text("city") == "Aue"

        staff.window.shut()
        settle()
        said = [text.plain for text in staff.window.page.findChildren(Text) if NAME in text.plain]
        assert [each for each in said if "has no account here any more" in each]


def test_staff_when_a_setting_is_wrong_then_they_come_in_and_a_page_says_which(
    tmp_path: Path, qapp: object
) -> None:
    services = quick_services(tmp_path)
    services.staff.set_up(PIN, NAME, PASSPHRASE)
    (tmp_path / "settings.toml").write_text("[staff]\nsign_out_after_minutes = 0\n")
    clock = Clock()
    with open_staff(services, clock=clock) as staff:
        staff.window.let_in()
        settle()
        assert any(
            "sign_out_after_minutes" in text.plain for text in staff.window.findChildren(Text)
        )
        staff.window.go("settings")
        settle()

        assert any("from 2 to 240" in text.plain for text in staff.window.page.findChildren(Text))
        _leave_for(staff, clock, 9 * 60 + 1)
        assert staff.window.stage.top is staff.question.warning


def test_staff_when_the_settings_cannot_be_read_then_people_are_shown_and_it_is_said(
    data_dir: Path, qapp: object
) -> None:
    data_dir.mkdir()
    with closing(staff_directory(data_dir)):
        (data_dir / "settings.toml").write_text("garbage = [\n")
    with open_staff(own_services()) as staff:
        staff.window.let_in()
        settle()
        page = staff.window.page
        assert isinstance(page, PeoplePage)

        assert page.model.rowCount() == 5
        assert page.notice.isHidden()
        assert [line for line in page.room.changed.words if "settings.toml, line 1" in line]
        (data_dir / "settings.toml").write_text("")
        page.enter()
        settle()
        assert page.room.changed.isHidden()
