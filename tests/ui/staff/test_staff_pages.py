import pytest

from ui.pages.documents_page import DocumentsPage
from ui.pages.page import Page
from ui.staff.staff_pages import SECTIONS, StaffPages
from ui.staff_app import StaffWiring


def test_sections_when_made_then_each_has_a_page(staff: StaffWiring) -> None:
    pages = StaffPages(staff.parts)

    assert pages.sections == SECTIONS
    assert {*SECTIONS} <= {*pages.makers}


@pytest.mark.parametrize(
    "name",
    [
        *("staff_sign_in", "sign_in_account", "staff_setup", "staff_recovery", "looks", "accounts"),
        *("people", "person", "person_history", "person_seen", "confirm", "twice"),
        *("import", "import_map", "import_review", "import_done", "acts", "files"),
    ],
)
def test_page_when_made_then_it_is_called_by_its_id(staff: StaffWiring, name: str) -> None:
    page = StaffPages(staff.parts).make(name)

    assert isinstance(page, Page)
    assert page.objectName() == f"page_{name}"
    assert page.title or name == "import_done"  # called by what came of the import
    page.deleteLater()


@pytest.mark.parametrize("in_public", [True, False])
def test_documents_when_anybody_may_be_next_at_the_screen_then_nothing_is_copied(
    staff: StaffWiring, in_public: bool
) -> None:
    staff.parts.session.in_public = in_public

    page = StaffPages(staff.parts).make("documents")

    assert isinstance(page, DocumentsPage)
    assert page.can_copy is not in_public
    page.deleteLater()
