import pytest
from support.staff import NAME, PIN, type_in
from support.window import focused, settle

from matcher.services.staff.signed_in import LoggedIn
from ui.staff.account_row import AccountRow
from ui.staff.accounts_page import AccountsPage
from ui.staff_app import StaffWiring
from ui.widgets.button import Button


@pytest.fixture
def page(staff: StaffWiring) -> AccountsPage:
    staff.window.let_in()
    staff.window.go("accounts")
    settle()
    page = staff.window.page
    assert isinstance(page, AccountsPage)
    return page


def _press(page: AccountsPage, name: str) -> None:
    button = page.findChild(Button, name)
    assert button is not None
    button.click()
    settle()


def _names(page: AccountsPage) -> list[str]:
    return [row.account for row in page.findChildren(AccountRow) if row.isVisible()]


@pytest.mark.parametrize("name", ["add_account", "change_pin", "renew_code", "account_0_remove"])
def test_accounts_when_only_read_then_a_change_asks_to_sign_in(
    page: AccountsPage, staff: StaffWiring, name: str
) -> None:
    assert _names(page) == [NAME]
    assert page._reading.words[0].startswith("You can read this page.")
    _press(page, name)

    assert staff.window.page_id == "sign_in_account"


def test_accounts_when_one_is_added_and_removed_then_the_list_shows_it(
    page: AccountsPage, staff: StaffWiring
) -> None:
    staff.parts.session.sign_in(LoggedIn(NAME))
    assert page._reading.isHidden()
    _press(page, "add_account")
    assert focused() == "account_name"
    for field, text in (("name", "Bo"), ("passphrase", "four green owls sleeping")):
        getattr(page._tasks.form, field).field.setText(text)
    page._tasks.form.again.field.setText("four green owls sleeping")
    page.next_button.click()
    settle()
    assert _names(page) == [NAME, "Bo"]
    assert "Bo can sign in now" in page._done.plain

    _press(page, "account_1_remove")
    page.next_button.click()
    settle()
    assert _names(page) == [NAME]
    _press(page, "account_0_remove")
    page.next_button.click()
    settle()
    assert "the only account" in page._tasks._error.plain


def test_accounts_when_the_pin_and_the_code_are_changed_then_the_new_ones_hold(
    page: AccountsPage, staff: StaffWiring
) -> None:
    staff.parts.session.sign_in(LoggedIn(NAME))
    _press(page, "change_pin")
    for _ in range(2):
        type_in("739264")
        page.next_button.click()
    settle()
    staff.parts.services.staff.open_with_pin("739264")

    _press(page, "renew_code")
    page.next_button.click()
    settle()
    code = page._tasks.card._code
    type_in(code[-4:])
    page.next_button.click()
    assert not page._tasks.isVisible()
    staff.parts.services.staff.reset(code)
    assert PIN != "739264"
