import pytest
from pytestqt.qtbot import QtBot
from support.keeping import another_day, answer
from support.window import open_window, settle

from ui.language import Language
from ui.pages.page import Page
from ui.pages.search_way import SearchWay
from ui.settings import Settings

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("is_short", [False, True])
def test_way_when_pressed_then_it_leads_to_my_search(is_short: bool, qtbot: QtBot) -> None:
    words = Language("en")
    way = SearchWay(words, is_short=is_short)
    qtbot.addWidget(way)
    with qtbot.waitSignal(way.wanted) as wanted:
        way.button.click()
    assert wanted.args == ["search"]
    words.set_code("es")
    assert way.button.accessibleName() == words.text("search.heading")


@pytest.mark.parametrize("page", ["results", "checklist", "finish"])
def test_way_when_on_a_laptop_then_it_is_on_each_page_where_one_may_think_of_it(
    page: str, tmp_path: object
) -> None:
    with another_day(tmp_path) as wiring:  # type: ignore[arg-type]
        answer(wiring)
        wiring.window.go(page)
        settle()
        _press(wiring.window.page)
        settle()
        assert wiring.window.page.objectName() == "page_search"


def test_way_when_strangers_follow_then_there_is_none() -> None:
    with open_window(Settings(is_kiosk=True, own_words=False)) as wiring:
        for page in ("results", "checklist", "finish", "profile"):
            made = wiring.pages.make(page)
            assert made.findChild(SearchWay) is None
            assert made.findChild(object, "search_add") is None  # type: ignore[type-var]
            made.deleteLater()


def _press(page: Page) -> None:
    way = page.findChild(SearchWay)
    assert way is not None
    way.button.click()
