import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from support.window import focused, press, settle

from ui.app import Wiring
from ui.main_window import MainWindow


@pytest.fixture
def window(wiring: Wiring) -> MainWindow:
    return wiring.window


def test_window_when_shown_then_it_says_once_that_it_was_painted(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert window.was_painted
    with qtbot.assertNotEmitted(window.painted):
        window.repaint()


def test_f1_when_pressed_then_help_opens_and_escape_leads_back(window: MainWindow) -> None:
    window.go("times")

    press(Qt.Key.Key_F1)
    assert window.page.objectName() == "page_help"
    press(Qt.Key.Key_Escape)

    assert window.page.objectName() == "page_times"


def test_escape_when_nothing_was_opened_over_the_page_then_it_stays(window: MainWindow) -> None:
    window.go("times")

    press(Qt.Key.Key_Escape)

    assert window.page.objectName() == "page_times"


@pytest.mark.parametrize("name", ["help", "comfort", "language"])
def test_header_when_on_any_page_then_it_is_there(window: MainWindow, name: str) -> None:
    for page in ("welcome", "fee", "pause", "review", "paper"):
        window.go(page)
        button = window.header.findChild(QPushButton, name)
        assert button is not None
        assert button.isVisible()


def test_language_when_chosen_in_the_header_then_every_page_speaks_it(
    window: MainWindow, wiring: Wiring
) -> None:
    window.go("times")
    spanish = next(a for a in window.header.findChildren(QAction) if a.data() == "es")

    spanish.trigger()

    assert window.page.title == "¿Qué horarios le sirven casi todas las semanas?"
    assert wiring.sitting.answers.language == "es"
    window.go("welcome")
    assert window.page.title == wiring.words.text("screen.welcome.heading")


def test_page_when_entered_then_something_on_it_has_the_focus(
    window: MainWindow, wiring: Wiring
) -> None:
    for page in ["welcome", *wiring.pages_on_the_way()]:
        window.go(page)
        settle()
        assert focused(), page


def test_start_again_when_pages_were_made_then_they_are_made_anew(window: MainWindow) -> None:
    window.go("times")
    before = window.page

    window.start_again()
    assert window.page.objectName() == "page_welcome"
    window.go("times")

    assert window.page is not before


def test_entered_when_a_page_is_shown_then_its_id_is_told(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.page_entered) as told:
        window.go("fee")

    assert told.args == ["fee"]
