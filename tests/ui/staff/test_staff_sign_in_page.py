from PySide6.QtCore import Qt
from support.staff import PIN, type_in
from support.window import focused, press, settle

from ui.staff_app import StaffWiring
from ui.widgets.keypad import Keypad
from ui.widgets.text import Text


def _said(staff: StaffWiring, name: str) -> str:
    text = staff.window.page.findChild(Text, name)
    assert text is not None
    return text.plain


def test_door_when_the_pin_is_wrong_then_the_tries_left_are_told(staff: StaffWiring) -> None:
    type_in("739264")
    press(Qt.Key.Key_Return)
    settle()

    assert "9 tries left" in _said(staff, "pin_error")
    assert (staff.window.page_id, focused()) == ("staff_sign_in", "pin")


def test_door_when_nothing_is_typed_then_it_asks_for_it(staff: StaffWiring) -> None:
    press(Qt.Key.Key_Return)

    assert _said(staff, "pin_error") == staff.parts.words.text("staff.door.empty")


def test_door_when_the_pin_is_locked_then_the_other_ways_are_offered(staff: StaffWiring) -> None:
    service = staff.parts.services.staff
    with service._directory.database().writing() as work:
        (pin,) = [each for each in work.staff.all() if each.kind == "pin"]
        for _ in range(10):
            work.staff.count_try(pin)
        work.commit()
    staff.parts.access.look()
    settle()

    keypad = staff.window.page.findChild(Keypad)
    assert keypad is not None
    assert not keypad.isVisible()
    assert "locked" in _said(staff, "pin_state")
    assert focused() == "to_account"


def test_door_when_digits_are_pressed_with_the_pointer_then_the_button_opens(
    staff: StaffWiring,
) -> None:
    keypad = staff.window.page.findChild(Keypad)
    assert keypad is not None
    for digit in PIN:
        keypad._buttons[digit].click()
    staff.window.page.next_button.click()
    settle()

    assert staff.window.is_open
