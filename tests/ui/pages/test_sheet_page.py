import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot
from support.window import press, settle, show

from ui.language import Language
from ui.pages.sheet_page import SheetPage
from ui.widgets.button import Button


class LongPage(SheetPage):
    """A page with more buttons than there is room for."""

    def __init__(self, words: Language) -> None:
        super().__init__(words, "long")
        self.compose()

    def retranslate(self) -> None:
        super().retranslate()
        self.set_heading("A heading", "One line why.", "Times, 5 of 14")

    def _build(self) -> None:
        self.buttons = [Button("quiet", f"button_{number}") for number in range(30)]
        for button in self.buttons:
            button.set_words("Press")
            self.column.addWidget(button)


@pytest.fixture
def page(qtbot: QtBot, words: Language) -> LongPage:
    page = LongPage(words)
    qtbot.addWidget(page)
    show(page, 1280, 700)
    return page


def test_page_when_it_has_a_heading_then_that_is_its_title(page: LongPage) -> None:
    assert page.title == "A heading"
    assert page.eyebrow.plain == "Times, 5 of 14"


def test_page_when_something_below_gets_the_focus_then_it_is_scrolled_into_sight(
    page: LongPage,
) -> None:
    last = page.buttons[-1]
    assert last.visibleRegion().isEmpty()

    last.setFocus()
    settle()

    assert last.visibleRegion().boundingRect().size() == last.size()


def test_page_when_entered_again_then_it_begins_at_the_top(page: LongPage) -> None:
    page.buttons[-1].setFocus()
    settle()

    page.enter()

    assert not page.heading.visibleRegion().isEmpty()


def test_column_when_the_window_is_wide_then_it_is_as_wide_as_a_line_may_be(
    page: LongPage,
) -> None:
    metrics = page.why.fontMetrics()
    letters = page.why.width() / metrics.averageCharWidth()
    assert 50 <= letters <= 66

    page.resize(500, 700)
    settle()

    assert page.why.width() < 500


def test_bar_when_the_sheet_stands_in_the_middle_then_its_buttons_stand_below_it(
    page: LongPage,
) -> None:
    settle()
    sheet = page._sheet
    left = sheet.mapTo(page, sheet.rect().topLeft()).x()
    right = sheet.mapTo(page, sheet.rect().topRight()).x()

    button = page.next_button
    assert abs(button.mapTo(page, button.rect().topRight()).x() - right) <= 1
    assert abs(page.back_button.mapTo(page, page.back_button.rect().topLeft()).x() - left) <= 1


@pytest.mark.parametrize(
    ("key", "start", "end"),
    [
        (Qt.Key.Key_End, 0, 1),
        (Qt.Key.Key_Home, 1, 0),
    ],
)
def test_page_when_a_key_for_it_is_pressed_in_the_bar_then_the_sheet_scrolls(
    page: LongPage, key: Qt.Key, start: int, end: int
) -> None:
    most = page.scroll_bar.maximum()
    page.next_button.setFocus()
    page.scroll_bar.setValue(start * most)

    press(key)

    assert most > 0
    assert page.scroll_bar.value() == end * most


def test_page_when_shown_from_a_widget_then_that_stands_at_the_top(page: LongPage) -> None:
    page.show_from(page.buttons[12])

    assert 0 <= page.buttons[12].mapTo(page, QPoint(0, 0)).y() < 60
