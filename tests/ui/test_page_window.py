from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from support.window import focused, press, press_from_outside, settle, show

from ui.language import Language
from ui.navigation import PageFlow
from ui.page_window import PageWindow, opening_size
from ui.pages.page import Page
from ui.widgets.button import Button

_ORDER = ("first", "second", "third")


class _Plain(Page):
    """A page that counts how often it was entered, and may lead elsewhere at once."""

    def __init__(self, words: Language, name: str) -> None:
        super().__init__(words, name)
        self.entered = 0
        self.keys: list[int] = []
        self.on_entering: Callable[[], None] = lambda: None
        self.compose()

    def enter(self) -> None:
        self.entered += 1
        self.on_entering()

    def first_focus(self) -> QWidget:
        return self.next_button

    def retranslate(self) -> None:
        super().retranslate()
        self.setAccessibleName(f"{self.words.code} {self.objectName()}")

    def _build(self) -> None:
        self.body.addWidget(Button("quiet", "own"))

    def _build_bar(self) -> None:
        self.bar.addWidget(self.back_button)
        self.bar.addWidget(self.next_button)

    def _connect(self) -> None:
        pass

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - named by Qt
        self.keys.append(event.key())


class _Window(PageWindow):
    """One button over the pages."""

    def __init__(self, words: Language) -> None:
        super().__init__(words, PageFlow("first", lambda: _ORDER), lambda n: _Plain(words, n))
        self.above = Button("quiet", "above")
        self.above.set_words("Above")
        self._column.addWidget(self.above)
        self._column.addWidget(self._pages, 1)
        self._compose()


@pytest.fixture
def window(qtbot: QtBot, words: Language) -> _Window:
    window = _Window(words)
    qtbot.addWidget(window)
    show(window)
    return window


def _plain(window: _Window) -> _Plain:
    assert isinstance(window.page, _Plain)
    return window.page


def _name(window: _Window) -> str:
    return window.page.objectName()


def test_window_when_opened_then_its_first_page_is_there_and_has_the_focus(
    window: _Window,
) -> None:
    assert (_name(window), focused()) == ("page_first", "next")
    assert window.page.isVisible()
    assert not window.page.back_button.isVisible()


def test_page_when_it_wishes_for_others_then_they_are_shown_and_told_of(window: _Window) -> None:
    told: list[str] = []
    window.page_entered.connect(told.append)
    for wish in (window.page.next_requested, _plain(window).back_requested):
        wish.emit()
    window.page.page_requested.emit("third")
    window.page.detour_requested.emit("aside")
    assert window.page.back_button.isVisible()
    window.page.back_requested.emit()
    window.page.run_requested.emit(("one", "two"))
    window.page.next_requested.emit()
    window.page.next_requested.emit()

    assert told == ["second", "first", "third", "aside", "third", "one", "two", "third"]


def test_page_when_entering_it_leads_elsewhere_then_it_is_not_shown(window: _Window) -> None:
    told: list[str] = []
    window.go("second")
    _plain(window).on_entering = lambda: window.go("third")
    window.page_entered.connect(told.append)

    window.go("first")
    window.go("second")

    assert (_name(window), told) == ("page_third", ["first", "third"])


def test_words_when_the_language_changes_then_pages_and_direction_follow(
    window: _Window,
) -> None:
    window._words.set_code("es")

    assert window.page.title == "es page_first"
    assert window.locale().name().startswith("es")
    assert window.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_page_when_the_key_that_led_to_it_comes_again_at_once_then_it_is_not_left(
    window: _Window,
) -> None:
    window.page.next_button.setFocus()

    press_from_outside(Qt.Key.Key_Return, 1000)
    press_from_outside(Qt.Key.Key_Return, 1250)

    assert _name(window) == "page_second"


def test_page_when_it_goes_on_by_itself_then_the_same_key_at_once_does_nothing(
    window: _Window,
) -> None:
    own = window.page.findChild(Button, "own")
    assert own is not None
    pressed: list[str] = []
    own.clicked.connect(partial(pressed.append, "own"))
    own.clicked.connect(window.page.moved_on)
    own.setFocus()

    press_from_outside(Qt.Key.Key_Return, 1000)
    press_from_outside(Qt.Key.Key_Return, 1250)

    assert pressed == ["own"]


@pytest.mark.parametrize("change", ["lay_over", "take_off"])
def test_layer_when_it_comes_or_goes_then_the_same_key_at_once_does_nothing(
    window: _Window, change: str
) -> None:
    layer, own = Button("quiet", "layer"), window.page.findChild(Button, "own")
    assert own is not None
    pressed: list[str] = []
    for button in (layer, own):
        button.clicked.connect(partial(pressed.append, button.objectName()))
    first, second = own, layer
    if change == "take_off":
        window.lay_over(layer)
        first, second = layer, own
    first.clicked.connect(partial(getattr(window, change), layer))

    first.setFocus()
    press_from_outside(Qt.Key.Key_Space, 1000)
    second.setFocus()
    press_from_outside(Qt.Key.Key_Space, 1250)

    assert pressed == [first.objectName()]


def test_layer_when_laid_over_then_the_page_waits_below_it_as_it_was(window: _Window) -> None:
    layer = Button("quiet", "layer")
    window.page.next_button.setFocus()

    window.lay_over(layer)
    settle()
    assert window.stage.top is layer
    assert not window.page.isVisible()
    window.go("second")
    assert focused() == "layer"
    window.take_off(layer)

    assert window.page.isVisible()
    assert not window.page.stays


def test_tab_when_pressed_then_the_focus_goes_round_in_the_order_of_reading(
    window: _Window,
) -> None:
    walked = []
    for _ in range(4):
        press(Qt.Key.Key_Tab)
        walked.append(focused())
    assert walked == ["above", "own", "next", "above"]

    press(Qt.Key.Key_Backtab)
    assert focused() == "next"


def test_scroll_keys_when_the_focus_is_outside_the_page_then_the_page_is_given_them(
    window: _Window,
) -> None:
    window.above.setFocus()
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Home):
        press(key)

    assert _plain(window).keys == [Qt.Key.Key_PageDown, Qt.Key.Key_PageUp]


def test_focus_when_what_should_have_it_cannot_be_used_then_the_first_stop_takes_it(
    window: _Window,
) -> None:
    window._focus_something(window.page.next_button)
    assert focused() == "next"

    window.page.next_button.setEnabled(False)
    window._focus_something(window.page.next_button)
    assert focused() == "own"


@pytest.mark.parametrize(
    ("width", "height", "opened"),
    [
        pytest.param(1920, 1040, QSize(1280, 800), id="there_is_room"),
        pytest.param(1280, 840, QSize(1280, 800), id="it_just_fits"),
        pytest.param(1366, 728, None, id="too_low"),
        pytest.param(1080, 1920, None, id="upright"),
    ],
)
def test_opening_size_when_the_screen_is_small_then_the_window_fills_it(
    width: int, height: int, opened: QSize | None
) -> None:
    assert opening_size(QSize(width, height)) == opened


def _stumble() -> None:
    raise ZeroDivisionError


def test_page_when_it_cannot_be_entered_then_the_window_stays_where_it_was(
    window: _Window,
) -> None:
    window.go_on()
    second = _plain(window)
    window.go_on()
    _plain(window).on_entering = _stumble
    window.go_back()

    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            window.go_on()
        assert window.page is second
        assert second.isVisible()

    window.go_back()
    assert _name(window) == "page_first"


def test_page_when_opened_over_another_and_failing_then_the_way_is_as_it_was(
    window: _Window,
) -> None:
    window.go("third")
    _plain(window).on_entering = _stumble
    window.go("first")
    window.open("second")

    with pytest.raises(ZeroDivisionError):
        window.go("third")

    assert _name(window) == "page_second"
    window.go_back()
    assert _name(window) == "page_first"
