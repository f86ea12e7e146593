"""Every page can be used without seeing it, without a mouse, and with large text.

The pages are those of the whole window, filled with the sample answers; each check walks all of
them and fails with what it found.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)
from support.window import open_window, settle

from ui.app import Wiring
from ui.demo import sample_answers
from ui.pages.model_card_page import ModelCardPage
from ui.settings import Settings
from ui.theme.tokens import tokens
from ui.widgets.focus_ring import FocusRing

_ASIDES = ("welcome", "looks", "help", "paper", "helper", "youth")
_OWN_WORDS = "worry, preocupación"
_AFTER = ("profile", "like", "checklist", "how")


@pytest.fixture(scope="module", params=["en", "es"])
def wiring(request: pytest.FixtureRequest, qapp: object) -> Iterator[Wiring]:
    with open_window(Settings(language=request.param)) as opened:
        opened.sitting.take(sample_answers())
        opened.sitting.set_language(request.param)
        yield opened


@pytest.fixture(scope="module", params=["en", "es"])
def large(request: pytest.FixtureRequest, qapp: object) -> Iterator[Wiring]:
    with open_window(Settings(language=request.param, text_size=200)) as opened:
        opened.window.resize(1024, 768)
        opened.sitting.take(sample_answers())
        opened.sitting.set_language(request.param)
        yield opened


def _pages(wiring: Wiring) -> Iterator[str]:
    """Show one page after the other and give its id."""
    for page in (*_ASIDES, *wiring.pages_on_the_way(), *_AFTER):
        if page == "profile":
            settle()
            match = wiring.results.match
            assert match is not None
            wiring.results.choose(match.evaluation.snapshot.ids[0])
            wiring.results.open(match.evaluation.snapshot.ids[0])
        if page == "like":
            _show_similar(wiring)
        else:
            wiring.window.go(page)
        settle()
        _open_up(wiring)
        yield page


def _show_similar(wiring: Wiring) -> None:
    """Show, on the profile's page, people like that one and what would change their place."""
    for name in ("place_fold_open", "similar_show"):
        _press(wiring, name)
    settle()
    _press(wiring, "place_numbers_open")


def _open_up(wiring: Wiring) -> None:
    """Open what pages hold closed; wait for what is made in steps."""
    if wiring.window.page.objectName() == "page_issues":
        _press(wiring, "own_words_fold_open")
        field = wiring.window.page.findChild(QPlainTextEdit)
        assert field is not None
        field.setPlainText(_OWN_WORDS)
        _press(wiring, "own_words_find")
        settle()
        assert wiring.window.page.findChild(QAbstractButton, "own_words_worry") is not None
    while isinstance(wiring.window.page, ModelCardPage) and not wiring.window.page.is_complete:
        settle()
    settle()


def _press(wiring: Wiring, name: str) -> None:
    button = wiring.window.page.findChild(QAbstractButton, name)
    assert button is not None, name
    if not button.isChecked():
        button.click()
    QApplication.processEvents()


def _controls(window: QWidget) -> Iterator[QWidget]:
    """Give everything that can be seen and worked with."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not widget.isEnabled():
            continue
        by_keys = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
        if by_keys or isinstance(widget, QAbstractButton | QLineEdit | QPlainTextEdit):
            yield widget


def _faults(wiring: Wiring, fault: Callable[[QWidget], bool]) -> set[str]:
    return {
        f"{page}: {type(widget).__name__} {widget.objectName()}"
        for page in _pages(wiring)
        for widget in _controls(wiring.window)
        if fault(widget)
    }


def test_controls_when_looked_for_then_every_page_has_some(wiring: Wiring) -> None:
    """Without any, every other test here would pass."""
    for page in _pages(wiring):
        assert len([*_controls(wiring.window)]) >= 4, page


def test_controls_when_a_screen_reader_asks_then_each_says_name_and_role(wiring: Wiring) -> None:
    def is_mute(widget: QWidget) -> bool:
        interface = QAccessible.queryAccessibleInterface(widget)
        role = QAccessible.Role
        name = interface.text(QAccessible.Text.Name).strip()
        return not name or interface.role() in (role.NoRole, role.Client)

    assert _faults(wiring, is_mute) == set()


def test_controls_when_a_test_or_a_tool_looks_for_them_then_each_has_a_name(
    wiring: Wiring,
) -> None:
    assert _faults(wiring, lambda widget: not widget.objectName()) == set()


def test_controls_when_a_finger_presses_them_then_each_is_large_enough(wiring: Wiring) -> None:
    least = tokens(wiring.appearance.palette).target

    def is_small(widget: QWidget) -> bool:
        return min(widget.width(), widget.height()) < least

    assert _faults(wiring, is_small) == set()


def test_pages_when_entered_then_each_has_one_way_on_that_stands_out(wiring: Wiring) -> None:
    for page in _pages(wiring):
        primary = [
            button
            for button in wiring.window.findChildren(QPushButton)
            if button.isVisible() and button.property("kind") == "primary"
        ]
        assert len(primary) <= 1, page


def test_pages_when_entered_then_each_has_a_title_of_its_own(wiring: Wiring) -> None:
    without = [page for page in _pages(wiring) if not wiring.window.page.title]

    assert without == []


def _stops(window: QWidget) -> list[QWidget]:
    """Return what Tab stops at, beginning and ending with what has the focus."""
    first = QApplication.focusWidget()
    assert first is not None
    stops, widget = [first], first
    while True:
        window.focusNextPrevChild(True)
        widget = QApplication.focusWidget() or first
        if widget is first or len(stops) > 300:
            return stops
        stops.append(widget)


def _scrolls_in(widget: QWidget) -> QWidget | None:
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    return area


def _compared(one: QWidget, other: QWidget, window: QWidget) -> tuple[QRect, QRect]:
    """Return where both stand; what scrolls apart is compared by what it scrolls in."""
    areas = _scrolls_in(one), _scrolls_in(other)
    if areas[0] is not areas[1]:
        one, other = areas[0] or one, areas[1] or other
    first, second = (
        QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()) for widget in (one, other)
    )
    return first, second


def _is_before(one: QRect, other: QRect) -> bool:
    """Tell whether `one` is read before `other`: it ends above it, or stands left of it."""
    return one.bottom() <= other.top() + 8 or one.right() <= other.left() + 8


def test_tab_when_pressed_round_a_page_then_it_follows_the_order_of_reading(
    wiring: Wiring,
) -> None:
    window, faults = wiring.window, []
    for page in _pages(wiring):
        stops = _stops(window)
        inside = [stop for stop in stops if window.page.isAncestorOf(stop)]
        # Round from the header: what stands first on the page comes first.
        start = next(n for n, stop in enumerate(stops) if stop.objectName() == "help")
        inside.sort(key=lambda stop: (stops.index(stop) - start) % len(stops))
        for one, other in pairwise(inside):
            if not _is_before(*_compared(one, other, window)):
                faults.append(f"{page}: {one.objectName()} before {other.objectName()}")

    assert faults == []


def test_focus_when_it_moves_then_it_is_never_without_its_ring(wiring: Wiring) -> None:
    window = wiring.window
    ring = window.findChild(FocusRing)
    assert ring is not None
    for page in _pages(wiring):
        for stop in _stops(window)[:12]:
            stop.setFocus()
            settle()
            if isinstance(stop, QAbstractScrollArea) and not isinstance(stop, QPlainTextEdit):
                continue
            assert ring.isVisible(), f"{page}: {stop.objectName()}"
            assert not ring.visibleRegion().isEmpty(), f"{page}: {stop.objectName()}"


def _is_clipped(label: QWidget) -> bool:
    if isinstance(label, QLabel):
        needed = label.heightForWidth(label.width()) if label.wordWrap() else -1
        width = 0 if label.wordWrap() else label.sizeHint().width()
        return label.height() < needed or label.width() < width
    if label.hasHeightForWidth():
        return label.height() < label.heightForWidth(label.width())
    return isinstance(label, QPushButton) and label.width() < label.sizeHint().width()


def test_words_when_twice_as_large_then_none_is_clipped(large: Wiring) -> None:
    window, faults = large.window, set()
    for page in _pages(large):
        for widget in window.findChildren(QWidget):
            if widget.isVisible() and isinstance(widget, QLabel | QAbstractButton):
                inside = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
                too_wide = inside.left() < 0 or inside.right() > window.width()
                if too_wide or _is_clipped(widget):
                    faults.add(f"{page}: {widget.objectName() or widget.accessibleName()}")

    assert faults == set()
