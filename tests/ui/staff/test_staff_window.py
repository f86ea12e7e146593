from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot
from support.page_checks import controls, mute
from support.staff import NAME, PASSPHRASE, PIN, type_in
from support.window import focused, press, settle

from matcher.services.staff.signed_in import LoggedIn
from ui.staff.staff_pages import SECTIONS
from ui.staff_app import StaffWiring
from ui.widgets.button import Button

_RETURN, _TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab


def _enter_pin() -> None:
    type_in(PIN)
    press(_RETURN)
    settle()


def _sign_in() -> None:
    type_in(NAME.lower())
    press(_TAB)
    type_in(PASSPHRASE)
    press(_RETURN)
    settle()


def _button(staff: StaffWiring, name: str) -> Button:
    button = staff.window.findChild(Button, name)
    assert button is not None
    return button


def test_window_when_opened_then_only_the_pin_is_asked_for(staff: StaffWiring) -> None:
    window = staff.window

    assert (window.page_id, focused()) == ("staff_sign_in", "pin")
    assert not window.rail.isVisible()
    assert not _button(staff, "sign").isVisible()
    assert not window.is_open


def test_window_when_the_pin_is_right_then_the_first_section_opens_to_read(
    staff: StaffWiring,
) -> None:
    _enter_pin()

    assert staff.window.page_id == "people"
    assert not staff.parts.session.may_change
    assert staff.window.rail.isVisible()
    assert not staff.window.page.back_button.isVisible()


def test_sections_when_pressed_then_their_pages_are_shown_and_marked(staff: StaffWiring) -> None:
    _enter_pin()
    for section in ("confirm", "accounts", "people"):
        _button(staff, f"section_{section}").click()
        settle()
        assert staff.window.page_id == section
        assert _button(staff, f"section_{section}").isChecked()
    found = [one.objectName() for one in staff.window.rail.findChildren(QPushButton)]
    assert found == [f"section_{section}" for section in SECTIONS]


def test_page_when_it_leads_to_another_then_back_leads_there_again(staff: StaffWiring) -> None:
    _enter_pin()
    staff.window.page.page_requested.emit("person")
    assert staff.window.page_id == "person"
    assert staff.window.page.back_button.isVisible()
    assert _button(staff, "section_people").isChecked()

    press(Qt.Key.Key_Escape)
    assert staff.window.page_id == "people"
    press(Qt.Key.Key_Escape)
    assert staff.window.page_id == "people"


def test_page_when_it_asks_to_sign_in_then_it_is_left_as_it_was(staff: StaffWiring) -> None:
    _enter_pin()
    staff.window.go("person")
    page = staff.window.page
    entered = page.entered  # type: ignore[attr-defined]

    staff.parts.session.sign_in_requested.emit()
    assert staff.window.page_id == "sign_in_account"
    _sign_in()

    assert staff.window.page is page
    assert page.entered == entered  # type: ignore[attr-defined]
    assert staff.parts.session.who.name == NAME
    assert "Ana Vidal" in staff.window.header._who.plain


def test_header_when_somebody_signs_out_then_the_directory_is_only_read(
    staff: StaffWiring,
) -> None:
    _enter_pin()
    _button(staff, "sign").click()
    _sign_in()
    assert staff.parts.session.may_change

    _button(staff, "sign").click()

    assert not staff.parts.session.may_change
    assert staff.window.page_id == "people"
    assert _button(staff, "sign").text() == "Sign in to change"


def test_window_when_the_language_changes_then_all_of_it_does(staff: StaffWiring) -> None:
    _enter_pin()
    staff.parts.words.set_code("es")

    assert staff.window.windowTitle() == "Rapport · Personal"
    assert _button(staff, "section_confirm").text() == "Confirmar hoy"


def test_window_when_shut_then_no_page_is_kept(staff: StaffWiring) -> None:
    _enter_pin()
    page = staff.window.page
    staff.parts.session.sign_in(LoggedIn(NAME))

    staff.window.shut()
    settle()

    assert (staff.window.page_id, staff.parts.session.who.name) == ("staff_sign_in", "")
    _enter_pin()
    assert staff.window.page is not page


def test_window_when_closed_then_nobody_is_signed_in(staff: StaffWiring, qtbot: QtBot) -> None:
    _enter_pin()
    staff.parts.session.sign_in(LoggedIn(NAME))

    with qtbot.waitSignal(staff.window.closed):
        _button(staff, "close").click()

    assert not staff.parts.session.may_change


def test_window_when_walked_by_tab_then_every_control_is_reached_and_named(
    staff: StaffWiring,
) -> None:
    _enter_pin()
    _button(staff, "section_accounts").click()
    settle()
    seen = set()
    for _ in range(40):
        press(_TAB)
        seen.add(focused())

    wanted = {one.objectName() for one in controls(staff.window)}
    assert wanted <= seen
    assert mute(staff.window) == set()


@pytest.mark.parametrize(
    ("section", "button"),
    [("files", "backup_now"), ("files", "export_save"), ("import", "choose"), ("import", "add")],
)
def test_files_in_public_when_only_the_pin_was_given_then_an_account_is_asked_for_first(
    public_staff: StaffWiring, section: str, button: str, tmp_path: Path
) -> None:
    window = public_staff.window
    window.let_in()
    window.go(section)
    settle()
    page = window.page
    if section == "import":
        page.path.field.setText(str(tmp_path / "any.csv"))  # type: ignore[attr-defined]
    pressed = page.path.add_button if button == "add" else page.findChild(QPushButton, button)  # type: ignore[attr-defined]

    pressed.click()
    settle()

    assert window.page_id == "sign_in_account"
    assert window.findChild(QFileDialog) is None
    public_staff.parts.session.sign_in(LoggedIn(NAME))
    public_staff.parts.access.signed_in.emit()
    settle()
    assert window.page is page
    if button != "add":
        pressed.click()
        (dialog,) = window.findChildren(QFileDialog)
        dialog.reject()


def test_escape_when_something_is_open_on_a_page_then_it_closes_that_first(
    staff: StaffWiring, monkeypatch: pytest.MonkeyPatch
) -> None:
    _enter_pin()
    staff.window.open("looks")
    settle()
    is_open = [True, False]
    monkeypatch.setattr(staff.window.page, "close_open", lambda: is_open.pop(0))

    press(Qt.Key.Key_Escape)
    assert staff.window.page_id == "looks"

    press(Qt.Key.Key_Escape)
    assert staff.window.page_id == "people"
