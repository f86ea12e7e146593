from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton
from support.staff import PIN, open_staff, type_in
from support.window import focused, press, settle

from matcher.bootstrap import Services
from ui.pages.sheet_page import SheetPage
from ui.staff_app import PublicStaffWiring, StaffWiring
from ui.widgets.keypad import Keypad
from ui.widgets.reading_order import tab_stops
from ui.widgets.text import Text


def _said(staff: StaffWiring, name: str) -> str:
    text = staff.window.page.findChild(Text, name)
    assert text is not None
    return text.plain


def _seen(staff: StaffWiring) -> str:
    texts = staff.window.page.findChildren(Text)
    return " ".join(text.plain for text in texts if text.isVisible())


def test_door_when_a_pin_opens_it_then_it_asks_for_it(staff: StaffWiring) -> None:
    assert staff.parts.words.text("staff.door.why") in _seen(staff)


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
    assert "Type the PIN" not in _seen(staff)
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


def _offered(staff: StaffWiring) -> list[str]:
    return [stop.objectName() for stop in tab_stops(staff.window.page)]


def test_door_in_public_when_the_directory_is_gone_then_that_is_said_and_none_is_made(
    services: Services, qapp: object
) -> None:
    with open_staff(services, kind=PublicStaffWiring) as staff:
        assert staff.window.page_id == "staff_sign_in"
        assert _offered(staff) == []
        assert "directory of this kiosk is missing" in _said(staff, "pin_state")
        assert "rapport staff" not in _said(staff, "pin_state")
        assert "Type the PIN" not in _seen(staff)
        assert staff.window.header.findChild(QPushButton, "close").isVisible()
        assert focused() == "close"
    assert not services.directory.exists


def test_door_in_public_when_all_was_reset_elsewhere_then_nobody_can_set_it_up(
    public_staff: StaffWiring,
) -> None:
    service = public_staff.parts.services.staff
    service.reset(service.renew_code())
    public_staff.parts.access.look()
    settle()

    assert public_staff.window.page_id == "staff_sign_in"
    assert _offered(public_staff) == []
    assert "rapport staff" in _said(public_staff, "pin_state")


def test_door_in_public_when_the_directory_cannot_be_read_then_no_path_is_told(
    services: Services, tmp_path: Path, qapp: object
) -> None:
    path = services.directory.path
    assert path is not None
    path.parent.mkdir(parents=True)
    path.write_bytes(b"no database " * 500)
    with open_staff(services, kind=PublicStaffWiring) as staff:
        staff.window.page.retranslate()
        seen = " ".join(text.plain for text in staff.window.page.findChildren(Text))
        assert _offered(staff) == []
        assert staff.parts.words.text("staff.door.unreadable") in seen
        assert staff.parts.words.text("staff.door.wait") not in seen
        assert str(tmp_path) not in seen


def test_door_when_the_window_is_upright_then_the_card_stands_lower_from_the_first(
    staff: StaffWiring,
) -> None:
    window = staff.window
    window.resize(1080, 1920)
    settle()
    page = window.page
    assert isinstance(page, SheetPage)
    page._show(None)
    settle()
    page._arriving.start()

    staff.parts.access.look()
    settle()

    keypad = page.findChild(Keypad)
    assert keypad is not None
    assert keypad.isVisible()
    assert page._sheet.mapTo(page, QPoint()).y() > 200
