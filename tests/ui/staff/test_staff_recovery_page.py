from PySide6.QtCore import Qt
from support.staff import PIN, type_in
from support.window import focused, press, settle

from ui.staff.staff_recovery_page import StaffRecoveryPage
from ui.staff.staff_setup_page import SetupStep
from ui.staff_app import StaffWiring


def test_recovery_when_the_code_is_right_then_all_is_set_up_anew(staff: StaffWiring) -> None:
    code = staff.parts.services.staff.renew_code()
    staff.window.open("staff_recovery")
    assert focused() == "recovery_code"
    type_in(code.lower())
    press(Qt.Key.Key_Return)
    settle()

    assert (staff.window.page_id, focused()) == ("staff_setup", "new_pin_keypad")
    assert not staff.parts.services.staff.standing().is_set_up


def test_recovery_when_there_is_a_slip_then_it_says_so_and_keeps_what_is_typed(
    staff: StaffWiring,
) -> None:
    staff.window.open("staff_recovery")
    type_in("ABCD")
    press(Qt.Key.Key_Return)
    settle()

    page = staff.window.page
    assert "28 letters" in page._code.error.plain  # type: ignore[attr-defined]
    assert page._code.text == "ABCD"  # type: ignore[attr-defined]
    assert staff.parts.services.staff.standing().is_set_up


def test_recovery_when_refused_out_of_sight_then_why_is_shown(staff: StaffWiring) -> None:
    staff.parts.appearance.set_text_size(200)
    staff.window.resize(1024, 640)
    staff.window.open("staff_recovery")
    settle()
    page = staff.window.page
    assert isinstance(page, StaffRecoveryPage)
    assert page._code.field.visibleRegion().isEmpty()

    press(Qt.Key.Key_Return)
    settle()

    assert not page._code.error.visibleRegion().isEmpty()


def test_recovery_in_public_when_the_code_is_right_then_the_same_window_sets_all_up_anew(
    public_staff: StaffWiring,
) -> None:
    code = public_staff.parts.services.staff.renew_code()
    public_staff.window.open("staff_recovery")
    type_in(code)
    press(Qt.Key.Key_Return)
    settle()

    assert public_staff.window.page_id == "staff_setup"
    for _ in range(2):
        type_in(PIN)
        press(Qt.Key.Key_Return)
        settle()
    assert public_staff.window.page.step is SetupStep.ACCOUNT  # type: ignore[attr-defined]
