import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from support.window import open_window, press, settle, show

from ui.language import Language
from ui.pages.sheet_page import SheetPage
from ui.settings import Settings
from ui.theme.palette import ACCENT
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


class ShortPage(SheetPage):
    """A page of one line, and one more that can be shown."""

    def __init__(self, words: Language) -> None:
        super().__init__(words, "short")
        self.compose()

    def retranslate(self) -> None:
        super().retranslate()
        self.set_heading("A heading", "One line why.")

    def _build(self) -> None:
        self.more = Button("quiet", "more")
        self.more.set_words("More")
        self.more.hide()
        self.column.addWidget(self.more)


def _short(qtbot: QtBot, words: Language, width: int, height: int) -> ShortPage:
    page = ShortPage(words)
    qtbot.addWidget(page)
    show(page, width, height)
    settle()
    return page


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


def test_sheet_when_it_is_short_then_it_ends_below_its_content(
    qtbot: QtBot, words: Language
) -> None:
    page = _short(qtbot, words, 1280, 800)
    sheet = page._sheet

    assert sheet.mapTo(page, QPoint()).y() == 0
    end = page.why.mapTo(sheet, page.why.rect().bottomLeft()).y()
    assert 48 <= sheet.height() - end <= 48 + 24
    assert sheet.height() == sheet.heightForWidth(sheet.width())


def test_sheet_when_the_window_is_upright_then_a_short_one_begins_lower(
    qtbot: QtBot, words: Language
) -> None:
    page = _short(qtbot, words, 1080, 1920)
    sheet = page._sheet
    page._arriving.stop()
    above = sheet.mapTo(page, QPoint()).y()
    free = page._area.viewport().height() - sheet.height()
    assert above == free // 3 > 100

    page.more.show()
    settle()

    assert page.more.isVisible()
    assert sheet.mapTo(page, QPoint()).y() == above
    page.resize(1080, 1900)
    settle()
    assert sheet.mapTo(page, QPoint()).y() < above


def test_sheet_when_the_window_is_upright_and_it_is_long_then_it_begins_at_the_top(
    qtbot: QtBot, words: Language
) -> None:
    page = LongPage(words)
    qtbot.addWidget(page)
    show(page, 800, 1000)
    settle()

    assert page._sheet.mapTo(page, QPoint()).y() == 0


@pytest.mark.parametrize(
    ("size", "has_ground", "least"),
    [
        pytest.param((1280, 800), True, 64, id="wide"),
        pytest.param((640, 480), False, 32, id="narrow"),
        pytest.param((640, 900), False, 48, id="upright"),
    ],
)
def test_sheet_when_there_is_no_ground_beside_it_then_it_has_no_line_and_a_smaller_margin(
    qtbot: QtBot, words: Language, size: tuple[int, int], has_ground: bool, least: int
) -> None:
    page = _short(qtbot, words, *size)
    sheet = page._sheet

    assert (sheet.width() < page._area.viewport().width()) is has_ground
    assert page.column.contentsMargins().left() == least
    accent = sheet.palette().color(ACCENT).name()
    picture = sheet.grab().toImage()
    edge = {picture.pixelColor(x, 4).name() for x in range(least)}
    assert (accent in edge) is has_ground


def test_column_when_letters_are_large_for_the_window_then_there_is_less_air_above_it(
    qtbot: QtBot, words: Language
) -> None:
    page = _short(qtbot, words, 1280, 800)
    usual = page.column.contentsMargins().top()

    page.resize(1280, 400)
    settle()

    assert page.column.contentsMargins().top() < usual == 40


def test_sheet_when_it_gets_what_is_on_it_only_after_it_was_shown_then_it_begins_anew(
    qtbot: QtBot, words: Language
) -> None:
    page = _short(qtbot, words, 800, 1000)
    assert page._sheet.mapTo(page, QPoint()).y() > 0

    page.more.setMinimumHeight(2000)
    page.more.show()
    settle()

    assert page._sheet.mapTo(page, QPoint()).y() == 0


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(
    ("page", "answer"), [("languages", "languages_en"), ("times", "times_mon-early")]
)
def test_page_when_letters_are_twice_as_large_on_a_low_kiosk_then_an_answer_is_in_sight(
    qapp: object, language: str, page: str, answer: str
) -> None:
    with open_window(Settings(language, text_size=200, is_kiosk=True, own_words=False)) as wiring:
        wiring.window.resize(1280, 800)
        wiring.window.go(page)
        settle()

        found = wiring.window.page.findChild(QWidget, answer)
        assert found is not None
        assert found.visibleRegion().boundingRect() == found.rect()
        assert wiring.window.page.scroll_bar.value() == 0


def test_page_when_there_is_room_again_then_its_heading_is_large_again(qtbot: QtBot) -> None:
    page = ShortPage(Language("en"))
    qtbot.addWidget(page)
    show(page, 1280, 800)
    height = page.heading.fontMetrics().height()

    page.resize(1280, 260)
    settle()
    assert page.heading.fontMetrics().height() < height

    page.resize(1280, 800)
    settle()
    assert page.heading.fontMetrics().height() == height


def test_sheet_when_something_stands_beside_the_page_then_it_begins_where_that_does(
    qtbot: QtBot, words: Language
) -> None:
    page = _short(qtbot, words, 900, 1920)
    assert page._sheet.mapTo(page, QPoint()).y() > 100
    window = QWidget()
    qtbot.addWidget(window)
    across = QHBoxLayout(window)
    across.setContentsMargins(0, 0, 0, 0)
    rail = QWidget()
    rail.setFixedWidth(180)
    for widget in (rail, page):
        across.addWidget(widget)

    show(window, 1080, 1920)
    settle()

    assert page.isVisible()
    assert page._sheet.mapTo(page, QPoint()).y() == 0


def test_sheet_when_what_was_waited_for_is_there_then_it_begins_lower_again(
    qtbot: QtBot, words: Language
) -> None:
    page = _short(qtbot, words, 1080, 1920)
    sheet = page._sheet
    page._arriving.start()
    page.more.show()
    settle()
    assert sheet.mapTo(page, QPoint()).y() == 0

    page.lower_anew()
    settle()

    free = page._area.viewport().height() - sheet.height()
    assert sheet.mapTo(page, QPoint()).y() == free // 3 > 100
