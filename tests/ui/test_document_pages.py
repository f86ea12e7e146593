import pytest
from support.window import open_window

from ui.document_pages import makers_of
from ui.settings import Settings


@pytest.mark.parametrize("is_kiosk", [False, True])
def test_pages_when_made_then_a_kiosk_has_the_same_as_a_laptop(
    qapp: object, is_kiosk: bool
) -> None:
    with open_window(Settings(is_kiosk=is_kiosk)) as wiring:
        pages = {name: make() for name, make in makers_of(wiring).items()}
        try:
            assert {name: page.objectName() for name, page in pages.items()} == {
                "how": "page_how",
                "documents": "page_documents",
            }
        finally:
            for page in pages.values():
                page.deleteLater()
