import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from support.window import focused, press, settle

from ui.app import Wiring
from ui.main_window import MainWindow
from ui.pages.sheet_page import SheetPage
from ui.widgets.group_line import GroupLine

_AT_ONCE_S = 0.2


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


@pytest.mark.parametrize("name", ["help", "hide", "comfort", "language"])
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

    assert window.page.title == "¿Qué horarios suelen servirle?"
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


@pytest.mark.parametrize("page", ["style_steer", "style_us", "times", "pause", "looks"])
def test_page_when_entered_in_large_text_then_it_begins_with_its_heading_and_tab_finds_the_focus(
    window: MainWindow, wiring: Wiring, page: str
) -> None:
    wiring.appearance.set_text_size(200)
    window.resize(1024, 768)
    window.go(page)
    settle()
    shown = window.page
    assert isinstance(shown, SheetPage)
    assert shown.scroll_bar.value() == 0
    assert not shown.heading.visibleRegion().isEmpty()

    for _ in range(2):
        press(Qt.Key.Key_Tab)
        settle()
        widget = QApplication.focusWidget()
        assert widget is not None
        assert not widget.visibleRegion().isEmpty()


def _press_button(widget: QWidget, name: str) -> None:
    button = widget.findChild(QPushButton, name)
    assert button is not None, name
    assert button.isVisible(), name
    button.click()
    settle()


@pytest.mark.parametrize("way", ["button", "f9", "ctrl_h"])
def test_hide_when_asked_for_then_nothing_of_the_page_is_left_in_the_window(
    window: MainWindow, way: str
) -> None:
    window.go("issues")
    page = window.page
    assert isinstance(page, SheetPage)
    if way == "button":
        _press_button(window.header, "hide")
    elif way == "f9":
        press(Qt.Key.Key_F9)
    else:
        QTest.keyClick(page.first_focus(), Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    settle()

    assert window.is_hidden_away
    assert not page.isVisible()
    assert not window.header.isVisible()
    assert [w.objectName() for w in page.findChildren(QWidget) if w.isVisible()] == []
    interface = QAccessible.queryAccessibleInterface(page.heading)
    assert interface.state().invisible


@pytest.mark.parametrize("key", [Qt.Key.Key_F9, Qt.Key.Key_H])
def test_hide_when_a_dialog_is_open_then_its_keys_close_that_too(
    window: MainWindow, key: Qt.Key
) -> None:
    window.go("how")
    settle()
    _press_button(window.page, "save")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    field = QApplication.focusWidget()
    assert field is not None
    modifier = Qt.KeyboardModifier
    held = modifier.ControlModifier if key == Qt.Key.Key_H else modifier.NoModifier

    QTest.keyClick(field, key, held)
    settle()

    assert window.is_hidden_away
    assert QApplication.activeModalWidget() is None
    assert focused() == "hold"


def test_hide_when_many_pages_were_made_then_the_curtain_is_there_at_once(
    window: MainWindow, wiring: Wiring
) -> None:
    """Held loosely: other work shares this machine."""
    for page in (*wiring.pages_on_the_way(), "more"):
        window.go(page)
        settle()
    window.hide_away()
    window.take_off(window.stage.top)
    settle()

    start = time.process_time()
    window.hide_away()
    QApplication.processEvents()

    assert time.process_time() - start < _AT_ONCE_S


def test_hide_when_it_ends_then_focus_place_and_words_are_as_before(window: MainWindow) -> None:
    window.resize(700, 500)
    window.go("issues")
    settle()
    page = window.page
    assert isinstance(page, SheetPage)
    field = page.findChild(QLineEdit)
    assert field is not None
    field.setText("gri")
    field.setFocus()
    settle()
    page.scroll_bar.setValue(page.scroll_bar.maximum())
    settle()
    place = page.scroll_bar.value()
    assert place > 0

    window.hide_away()
    settle()
    press(Qt.Key.Key_Space)
    _press_button(window, "show")

    assert window.page is page
    assert focused() == field.objectName()
    assert field.text() == "gri"
    assert page.scroll_bar.value() == place


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_F1, Qt.Key.Key_Escape, Qt.Key.Key_X, Qt.Key.Key_PageDown]
)
def test_hide_when_keys_are_typed_then_they_go_nowhere(window: MainWindow, key: Qt.Key) -> None:
    window.go("issues")
    field = window.page.findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    window.hide_away()
    settle()

    for _ in range(6):
        press(key)
        press(Qt.Key.Key_Tab)

    assert window.is_hidden_away
    assert field.text() == ""
    assert window.page.objectName() == "page_issues"


def test_hide_when_there_is_a_code_then_it_alone_opens(window: MainWindow, wiring: Wiring) -> None:
    wiring.code.choose("1234")
    window.hide_away()
    settle()

    for digit in "43211234":
        assert window.is_hidden_away
        press(getattr(Qt.Key, f"Key_{digit}"))
    assert focused() == "show"
    press(Qt.Key.Key_Space)

    assert not window.is_hidden_away


def test_hide_when_a_digit_too_many_is_typed_then_it_is_not_written_into_the_page(
    window: MainWindow, wiring: Wiring
) -> None:
    wiring.code.choose("1234")
    window.go("fee")
    amount = window.page.findChild(QLineEdit, "fee_amount")
    assert amount is not None
    amount.setText("120")
    amount.setFocus()
    window.hide_away()
    settle()

    for digit in "12348":
        press(getattr(Qt.Key, f"Key_{digit}"))
    press(Qt.Key.Key_Space)

    assert not window.is_hidden_away
    assert amount.text() == "120"


def test_hide_when_the_code_is_lost_then_beginning_anew_forgets_everything(
    window: MainWindow, wiring: Wiring
) -> None:
    wiring.code.choose("1234")
    wiring.sitting.respond("formats", ("video",))
    window.go("times")
    window.hide_away()
    settle()

    _press_button(window, "start_again")
    _press_button(window, "sure")

    assert not window.is_hidden_away
    assert window.page.objectName() == "page_welcome"
    assert window.page.isVisible()
    assert not wiring.sitting.answers.responses
    assert not wiring.code.is_set


def test_cover_when_it_holds_then_each_page_with_answers_says_so_instead(
    window: MainWindow, wiring: Wiring
) -> None:
    wiring.sitting.respond("formats", ("video",))
    window.go("review")
    settle()

    wiring.cover.set_covered(True)
    settle()
    for name in ("review", "results", "checklist"):
        window.go(name)
        settle()
        covered = window.page.findChild(QWidget, "covered")
        assert covered is not None
        assert covered.isVisible(), name
        assert window.page.title == covered.accessibleName()
        assert _is_focus_on_page(window), name
    _press_button(window, "show_answers")

    assert not wiring.cover.is_covered
    assert not covered.isVisible()


def _is_focus_on_page(window: MainWindow) -> bool:
    widget = QApplication.focusWidget()
    return widget is not None and window.page.isAncestorOf(widget) and widget.isVisible()


@pytest.mark.parametrize("page", ["results", "review", "checklist", "issues"])
def test_cover_when_turned_on_and_off_then_the_focus_stays_on_the_page(
    window: MainWindow, wiring: Wiring, page: str
) -> None:
    wiring.sitting.respond("formats", ("video",))
    window.go(page)
    settle()

    for covered in (True, False):
        wiring.cover.set_covered(covered)
        settle()
        assert _is_focus_on_page(window), covered


def test_cover_when_the_page_shows_no_answers_then_it_stays(
    window: MainWindow, wiring: Wiring
) -> None:
    window.go("help")
    wiring.cover.set_covered(True)
    settle()

    covered = window.page.findChild(QWidget, "covered")
    assert covered is not None
    assert not covered.isVisible()


def test_page_down_when_the_focus_is_in_the_header_then_the_page_scrolls(
    window: MainWindow,
) -> None:
    window.resize(700, 500)
    window.go("help")
    settle()
    page = window.page
    assert isinstance(page, SheetPage)
    button = window.header.findChild(QPushButton, "help")
    assert button is not None
    button.setFocus()

    press(Qt.Key.Key_PageDown)
    assert page.scroll_bar.value() > 0
    press(Qt.Key.Key_PageUp)
    assert page.scroll_bar.value() == 0


def test_make_anew_when_pages_were_made_then_only_those_under_way_are_left(
    window: MainWindow, wiring: Wiring
) -> None:
    window.go("comfort")
    gone = window.page
    window.go("times")
    below = window.page
    window.open("looks")
    shown = window.page

    wiring.appearance.set_text_size(150)

    assert window.page is shown
    assert not isValid(gone)
    window.go_back()
    assert window.page is below


def test_field_when_half_written_and_the_text_grows_meanwhile_then_it_is_kept(
    window: MainWindow, wiring: Wiring
) -> None:
    window.go("place")
    field = window.page.findChild(QLineEdit)
    assert field is not None
    field.setText("9720")
    window.open("looks")

    wiring.appearance.set_text_size(150)
    window.go_back()

    again = window.page.findChild(QLineEdit)
    assert again is not None
    assert again.text() == "9720"


def test_field_when_covered_and_shown_again_then_what_was_half_written_is_there(
    window: MainWindow, wiring: Wiring
) -> None:
    window.go("place")
    field = window.page.findChild(QLineEdit)
    assert field is not None
    field.setText("972")

    wiring.cover.set_covered(True)
    assert field.text() == ""

    wiring.cover.set_covered(False)
    assert field.text() == "972"


def test_search_when_covered_then_neither_its_words_nor_an_open_group_are_seen(
    window: MainWindow, wiring: Wiring
) -> None:
    window.go("communities")
    line = window.page.findChild(GroupLine)
    search = window.page.findChild(QLineEdit)
    assert line is not None
    assert search is not None
    line.setChecked(True)
    search.setText("faith")

    wiring.cover.set_covered(True)
    assert search.text() == ""
    assert not line.isChecked()

    wiring.cover.set_covered(False)
    assert search.text() == "faith"
    assert line.isChecked()
