"""The page of settings as staff meet it."""

import resource
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from support.staff import NAME, PASSPHRASE
from support.window import focused, press, settle

from ui.staff.setting_row import NumberRow
from ui.staff.settings_page import SettingsPage
from ui.staff_app import StaffWiring


@pytest.fixture
def page(staff: StaffWiring) -> SettingsPage:
    staff.parts.settings._find_printers = lambda: ("Desk",)
    staff.window.let_in()
    staff.window.go("settings")
    settle()
    page = staff.window.page
    assert isinstance(page, SettingsPage)
    return page


def _path(staff: StaffWiring) -> Path:
    return staff.parts.services.places.file.path


def _sign_in(staff: StaffWiring) -> None:
    staff.parts.session.sign_in(staff.parts.services.staff.sign_in(NAME, PASSPHRASE))


def _number(page: SettingsPage, key: str) -> NumberRow:
    row = page.rows[key]
    assert isinstance(row, NumberRow)
    return row


def test_settings_when_only_read_then_saving_asks_to_sign_in_and_keeps_what_was_changed(
    page: SettingsPage, staff: StaffWiring
) -> None:
    assert focused() == "count_for_days"
    assert page._reading.words[0].startswith("You can read this page.")
    _number(page, "count_for_days").number.more.click()
    page.next_button.click()
    settle()
    assert staff.window.page_id == "sign_in_account"

    _sign_in(staff)
    staff.window.take_signed_in()
    settle()
    assert _number(page, "count_for_days").number.number == 190
    page.next_button.click()
    settle()

    assert page.told.plain == "Saved. It stands in “What was done”."
    assert "count_for_days = 190" in _path(staff).read_text()
    assert not page.would_lose


def test_settings_when_a_number_cannot_be_then_nothing_is_saved_and_the_focus_goes_there(
    page: SettingsPage, staff: StaffWiring
) -> None:
    _sign_in(staff)
    _number(page, "count_for_days").number.more.click()
    row = _number(page, "clear_after_seconds")
    row.number.field.setText("7")
    page.next_button.click()
    settle()

    assert focused() == "clear_after_seconds"
    assert row.number.error.plain == "Write a whole number from 20 to 300."
    assert not _path(staff).exists()
    page.leave.click()
    assert (row.number.field.text(), page.would_lose) == ("60", False)
    assert page.leave.isHidden()


def test_settings_when_another_section_is_chosen_then_what_is_not_saved_is_said_first(
    page: SettingsPage, staff: StaffWiring
) -> None:
    _number(page, "count_for_days").number.more.click()
    staff.window.go("people")

    assert staff.window.page is page
    assert page.told.plain == "1 change is not saved."
    page.leave.click()
    staff.window.go("people")
    assert staff.window.page_id == "people"


def test_settings_when_staff_is_signed_out_meanwhile_then_the_draft_is_there_again(
    page: SettingsPage, staff: StaffWiring
) -> None:
    _number(page, "count_for_days").number.more.click()
    staff.window.shut()
    settle()
    staff.window.let_in()
    staff.window.go("settings")
    settle()
    again = staff.window.page
    assert isinstance(again, SettingsPage)

    assert again is not page
    assert _number(again, "count_for_days").number.number == 190
    assert again.leave.isVisible()


def test_settings_when_a_hand_changed_the_file_then_it_is_read_again_before_saving(
    page: SettingsPage, staff: StaffWiring
) -> None:
    _sign_in(staff)
    _number(page, "count_for_days").number.more.click()
    _path(staff).write_text("[kiosk]\nregion = 'at'\n")
    page.next_button.click()
    settle()
    assert page.problem.plain.startswith("Somebody changed")
    assert page.told.plain == ""  # the bar keeps its room
    assert page.again.isVisible()

    page.again.click()
    settle()
    assert page.told.plain.startswith("The file was read again.")
    assert page.rows["region"].first().accessibleName() == "Austria"
    assert page.again.isHidden()
    page.next_button.click()
    settle()
    assert "count_for_days = 190" in _path(staff).read_text()


def test_settings_when_the_file_is_broken_then_it_says_where_and_waits_for_the_mending(
    page: SettingsPage, staff: StaffWiring
) -> None:
    staff.window.go("people")
    _path(staff).write_text("[kiosk\n")
    staff.window.go("settings")
    settle()
    assert "line 1" in page.broken.words[0]
    assert page.next_button.isHidden()
    assert not page._groups.isVisible()
    assert focused() == "read_again"

    _path(staff).write_text("")
    press(Qt.Key.Key_Return)
    settle()
    assert page._groups.isVisible()
    assert page.broken.isHidden()
    assert page.again.isHidden()
    assert focused() == "count_for_days"


def test_settings_when_the_disk_is_full_then_a_sentence_says_so_and_the_draft_stays(
    page: SettingsPage, staff: StaffWiring
) -> None:
    _sign_in(staff)
    _number(page, "count_for_days").number.more.click()
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
        page.next_button.click()
        settle()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    assert "so nothing was changed" in page.problem.plain
    assert not _path(staff).exists()
    assert _number(page, "count_for_days").number.number == 190
    assert page.would_lose


def test_settings_when_nothing_is_changed_then_saving_says_so(page: SettingsPage) -> None:
    page.next_button.click()

    assert page.told.plain == "Nothing is changed yet."
