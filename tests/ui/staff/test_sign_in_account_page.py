from PySide6.QtCore import Qt
from support.staff import NAME, PASSPHRASE, type_in
from support.window import focused, press, settle

from ui.staff_app import StaffWiring
from ui.widgets.form_field import FormField


def _fields(staff: StaffWiring) -> list[FormField]:
    return staff.window.page.findChildren(FormField)


def test_account_when_something_is_missing_then_it_is_asked_for(staff: StaffWiring) -> None:
    staff.window.open("sign_in_account")
    press(Qt.Key.Key_Return)
    assert (focused(), bool(_fields(staff)[0].error.plain)) == ("account_name", True)
    type_in(NAME)
    press(Qt.Key.Key_Return)

    assert (focused(), bool(_fields(staff)[1].error.plain)) == ("account_passphrase", True)


def test_account_when_wrong_then_the_name_stays_and_the_passphrase_goes(
    staff: StaffWiring,
) -> None:
    staff.window.open("sign_in_account")
    type_in(NAME)
    press(Qt.Key.Key_Tab)
    type_in("not the passphrase")
    press(Qt.Key.Key_Return)
    settle()

    name, passphrase = _fields(staff)
    assert (name.text, passphrase.text, focused()) == (NAME, "", "account_passphrase")
    assert "do not go together" in passphrase.error.plain


def test_account_when_signed_in_at_the_door_then_the_window_opens_and_nothing_is_kept(
    staff: StaffWiring,
) -> None:
    staff.window.open("sign_in_account")
    type_in(NAME)
    press(Qt.Key.Key_Tab)
    type_in(PASSPHRASE)
    press(Qt.Key.Key_Return)
    settle()

    assert (staff.window.page_id, staff.parts.session.who.name) == ("people", NAME)
    staff.window.open("sign_in_account")
    assert [field.text for field in _fields(staff)] == ["", ""]
