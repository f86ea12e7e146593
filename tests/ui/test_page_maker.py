import pytest
from pytestqt.qtbot import QtBot

from ui.app import Wiring
from ui.navigation import PageFlow
from ui.page_maker import PageMaker
from ui.pages.youth_page import YouthPage


@pytest.fixture
def pages(wiring: Wiring) -> PageMaker:
    return PageMaker(wiring, PageFlow("welcome", lambda: ["welcome"]))


def test_maker_when_asked_then_it_makes_every_page_there_is(
    pages: PageMaker, wiring: Wiring, qtbot: QtBot
) -> None:
    asides = ["help", "looks", "paper", "profile", "compare", "how", "finish"]
    sheets = ["checklist", "preview", "print", "copy_card"]
    paper = ["preview_blank", "print_blank", "print_card"]
    kept = ["keep", "reopen", "kept", "print_code"]
    for name in ["welcome", *wiring.pages_on_the_way(), *sheets, *paper, *asides, *kept]:
        page = pages.make(name)
        qtbot.addWidget(page)

        assert page.objectName() == f"page_{name}"


def test_maker_when_a_page_wishes_for_a_clear_screen_then_it_is_told(
    pages: PageMaker, qtbot: QtBot
) -> None:
    page = pages.make("youth")
    qtbot.addWidget(page)
    assert isinstance(page, YouthPage)

    with qtbot.waitSignal(pages.clear_requested):
        page.cleared.emit()
