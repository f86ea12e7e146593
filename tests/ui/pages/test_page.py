import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from support.window import press, settle, show

from ui.language import Language
from ui.pages.page import Page


class OnePage(Page):
    """A page with a field."""

    def __init__(self, words: Language) -> None:
        super().__init__(words, "one")
        self.compose()

    def _build(self) -> None:
        self.field = QLineEdit()
        self.body.addWidget(self.field)

    def first_focus(self) -> QWidget:
        return self.field


@pytest.fixture
def page(qtbot: QtBot, words: Language) -> OnePage:
    page = OnePage(words)
    qtbot.addWidget(page)
    show(page)
    return page


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_page_when_return_is_pressed_in_a_field_then_it_goes_on(
    page: OnePage, qtbot: QtBot, key: Qt.Key
) -> None:
    page.first_focus().setFocus()

    with qtbot.waitSignal(page.next_requested):
        press(key)


def test_page_when_it_cannot_go_on_then_return_does_nothing(page: OnePage, qtbot: QtBot) -> None:
    page.next_button.setEnabled(False)
    page.field.setFocus()

    with qtbot.assertNotEmitted(page.next_requested):
        press(Qt.Key.Key_Return)


def test_page_when_back_is_pressed_then_only_that_is_wished(page: OnePage, qtbot: QtBot) -> None:
    page.back_button.setFocus()

    with qtbot.assertNotEmitted(page.next_requested), qtbot.waitSignal(page.back_requested):
        press(Qt.Key.Key_Return)


def test_page_when_the_language_changes_then_its_buttons_speak_it(
    page: OnePage, words: Language
) -> None:
    words.set_code("es")

    page.retranslate()

    assert page.next_button.text() == words.text("screen.common.next")
    assert page.objectName() == "page_one"


class LongPage(Page):
    """A page that scrolls, with a field so far below its heading."""

    def __init__(self, words: Language, above: int) -> None:
        self._above = above
        super().__init__(words, "long")
        self.compose()

    def _build(self) -> None:
        inside = QWidget()
        inside.setMinimumHeight(3000)
        column = QVBoxLayout(inside)
        heading = QLabel("Heading")
        heading.setFixedHeight(self._above)
        self.field = QLineEdit()
        column.addWidget(heading)
        column.addWidget(self.field)
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setWidget(inside)
        self.body.addWidget(self.area)

    def first_focus(self) -> QWidget:
        return self.field


@pytest.fixture
def long_page(qtbot: QtBot, words: Language) -> LongPage:
    page = LongPage(words, above=2000)
    qtbot.addWidget(page)
    page.resize(800, 400)
    show(page)
    page.begin()
    settle()
    return page


def test_page_when_entered_then_its_heading_is_in_sight_wherever_the_focus_is(
    long_page: LongPage,
) -> None:
    assert QApplication.focusWidget() is long_page.field
    assert long_page.area.verticalScrollBar().value() == 0


def test_page_when_the_focus_moves_later_then_it_is_scrolled_to(long_page: LongPage) -> None:
    long_page.next_button.setFocus()
    long_page.field.setFocus()
    settle()

    assert not long_page.field.visibleRegion().isEmpty()


def test_page_when_it_begins_out_of_sight_then_that_is_shown_once_before_the_focus_moves_on(
    long_page: LongPage,
) -> None:
    assert long_page.show_beginning()

    assert not long_page.field.visibleRegion().isEmpty()
    assert not long_page.show_beginning()


def test_page_when_somebody_writes_where_it_begins_out_of_sight_then_that_is_shown(
    long_page: LongPage,
) -> None:
    bar = long_page.area.verticalScrollBar()
    for _ in range(2):
        bar.setValue(0)
        long_page.begin()  # each time it is entered
        settle()
        assert long_page.field.visibleRegion().isEmpty()

        QTest.keyClicks(long_page.field, "a")

        assert not long_page.field.visibleRegion().isEmpty()


def test_page_when_what_it_says_grows_then_it_is_scrolled_to_once_there_is_room(
    long_page: LongPage,
) -> None:
    long_page.reveal_soon(long_page.field)
    settle()

    assert not long_page.field.visibleRegion().isEmpty()


def test_page_when_it_begins_in_sight_then_the_focus_moves_on_at_once(
    page: OnePage,
) -> None:
    page.begin()

    assert not page.show_beginning()


def test_page_when_another_was_opened_over_it_then_it_returns_once_to_what_had_the_focus(
    page: OnePage, qtbot: QtBot
) -> None:
    page.back_button.show()
    page.back_button.setFocus()

    with qtbot.waitSignal(page.detour_requested) as told:
        page.open_over("how")

    assert told.args == ["how"]
    assert page.is_returned_to
    assert page.take_return() is page.back_button
    assert not page.is_returned_to
    assert page.take_return() is None


def test_page_when_what_had_the_focus_is_gone_then_it_begins_as_usual(page: OnePage) -> None:
    page.back_button.show()
    page.back_button.setFocus()
    page.open_over("how")
    page.back_button.hide()

    assert page.take_return() is None
