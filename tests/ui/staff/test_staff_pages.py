import pytest

from ui.pages.page import Page
from ui.staff.staff_pages import SECTIONS, StaffPages
from ui.staff_app import StaffWiring


def test_sections_when_there_is_a_page_then_they_are_offered_in_order(staff: StaffWiring) -> None:
    pages = StaffPages(staff.parts)
    assert pages.sections == ("accounts",)
    pages.makers |= dict.fromkeys(("twice", "people"), pages.makers["accounts"])

    assert pages.sections == ("people", "twice", "accounts")
    assert {*pages.sections} <= {*SECTIONS}


@pytest.mark.parametrize(
    "name",
    ["staff_sign_in", "sign_in_account", "staff_setup", "staff_recovery", "looks", "accounts"],
)
def test_page_when_made_then_it_is_called_by_its_id(staff: StaffWiring, name: str) -> None:
    page = StaffPages(staff.parts).make(name)

    assert isinstance(page, Page)
    assert page.objectName() == f"page_{name}"
    assert page.title
    page.deleteLater()
