from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from support.staff import NAME, PIN, type_in
from support.window import focused, press, settle

from ui.staff.staff_setup_page import SetupStep, StaffSetupPage
from ui.staff_app import StaffWiring


def _page(staff: StaffWiring) -> StaffSetupPage:
    page = staff.window.page
    assert isinstance(page, StaffSetupPage)
    return page


def _choose_pin() -> None:
    for _ in range(2):
        type_in(PIN)
        press(Qt.Key.Key_Return)


def test_setup_when_begun_then_nothing_is_kept_before_the_account_is_there(
    new_staff: StaffWiring,
) -> None:
    assert _page(new_staff).step is SetupStep.PIN
    _choose_pin()

    assert _page(new_staff).step is SetupStep.ACCOUNT
    assert not new_staff.parts.services.directory.exists


def test_setup_when_a_step_is_done_then_it_tells_that_it_went_on(
    new_staff: StaffWiring, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(_page(new_staff).moved_on):
        _choose_pin()


def test_setup_when_gone_back_then_another_pin_is_chosen(new_staff: StaffWiring) -> None:
    _choose_pin()
    _page(new_staff).back_button.click()

    assert (_page(new_staff).step, focused()) == (SetupStep.PIN, "new_pin_keypad")


def test_setup_when_the_looks_are_changed_in_between_then_it_goes_on_where_it_was(
    new_staff: StaffWiring,
) -> None:
    _choose_pin()
    type_in(NAME)
    new_staff.window.header.looks_requested.emit()
    settle()
    assert new_staff.window.page_id == "looks"
    press(Qt.Key.Key_Escape)

    assert _page(new_staff).step is SetupStep.ACCOUNT
    assert _page(new_staff)._form.name.text == NAME
    assert _page(new_staff).back_button.isVisible()
