import pytest
from support.window import open_window

from ui.keeping_pages import makers_of
from ui.pages.page import Page
from ui.settings import Settings

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("name", ["keep", "reopen", "kept", "print_code"])
def test_page_when_made_then_it_is_the_one_of_that_name_and_has_words(name: str) -> None:
    with open_window() as wiring:
        page = makers_of(wiring)[name]()

        assert isinstance(page, Page)
        assert page.objectName() == f"page_{name}"
        page.deleteLater()


def test_pages_when_on_a_kiosk_then_none_that_keeps_can_be_made() -> None:
    with open_window(Settings(is_kiosk=True, own_words=False)) as wiring:
        for name in ("keep", "reopen", "kept"):
            with pytest.raises(AssertionError):
                makers_of(wiring)[name]()
