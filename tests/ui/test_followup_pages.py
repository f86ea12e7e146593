import pytest
from support.window import open_window

from ui.followup_pages import makers_of
from ui.pages.page import Page
from ui.settings import Settings

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(
    "name",
    ["search", "talk", "check_in", "reading", "ending", "preview_notes", "print_notes"],
)
def test_page_when_made_then_it_is_the_one_of_that_name(name: str) -> None:
    with open_window() as wiring:
        page = makers_of(wiring)[name]()
        assert isinstance(page, Page)
        assert page.objectName() == f"page_{name}"
        page.deleteLater()


def test_pages_when_strangers_follow_then_there_is_none_of_them() -> None:
    with open_window(Settings(is_kiosk=True, own_words=False)) as wiring:
        assert wiring.followup is None
        assert not makers_of(wiring)
