import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete
from support.window import settle, show

from ui.widgets.button import Button
from ui.widgets.focus_ring import HAS_RING, FocusRing


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.setContentsMargins(40, 40, 40, 40)
    for name in ("one", "two"):
        column.addWidget(Button("quiet", name))
    FocusRing(window)
    show(window, 300, 300)
    return window


def _button(window: QWidget, name: str) -> Button:
    button = window.findChild(Button, name)
    assert button is not None
    return button


def test_ring_when_the_focus_moves_then_it_lies_around_what_has_it(window: QWidget) -> None:
    ring = window.findChild(FocusRing)
    assert ring is not None
    for name in ("one", "two"):
        button = _button(window, name)
        button.setFocus()
        settle()

        assert ring.isVisible()
        assert ring.geometry().contains(button.geometry())
        assert button.geometry().top() - ring.geometry().top() >= 5


def test_ring_when_shown_then_it_is_seen_in_the_picture(window: QWidget) -> None:
    button = _button(window, "two")
    _button(window, "one").setFocus()
    settle()
    before = window.grab().toImage()

    button.setFocus()
    settle()

    assert window.grab().toImage() != before


def test_ring_when_the_widget_moves_or_hides_then_it_follows(window: QWidget) -> None:
    button, ring = _button(window, "one"), window.findChild(FocusRing)
    assert ring is not None
    button.setFocus()
    settle()

    button.move(60, 120)
    assert ring.geometry().contains(button.geometry())
    button.hide()

    assert not ring.isVisible() or ring.geometry().contains(_button(window, "two").geometry())


def test_ring_when_pressed_through_then_the_button_below_is_pressed(
    window: QWidget, qtbot: QtBot
) -> None:
    ring = window.findChild(FocusRing)
    assert ring is not None

    assert ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert ring.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_ring_when_the_widget_scrolls_then_it_lies_on_what_scrolls(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    area, content, button = QScrollArea(), QWidget(), Button("quiet", "inside")
    QVBoxLayout(content).addWidget(button)
    area.setWidget(content)
    area.setWidgetResizable(True)
    QVBoxLayout(window).addWidget(area)
    ring = FocusRing(window)
    show(window)

    button.setFocus()
    settle()

    assert ring.parentWidget() is content


def test_ring_when_its_window_has_gone_then_it_follows_nothing(
    window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As at the end of the program, when Qt takes the focus from a window it takes apart."""
    ring = window.findChild(FocusRing)
    assert ring is not None
    button = _button(window, "one")
    button.setFocus()
    gone = QWidget()
    delete(gone)
    monkeypatch.setattr(ring, "_window", gone)

    ring._follow(button, None)

    assert ring.parentWidget() is not None


def test_ring_when_something_is_pressed_with_a_pointer_then_it_waits_for_a_key(
    window: QWidget,
) -> None:
    ring, handle = window.findChild(FocusRing), window.windowHandle()
    assert ring is not None
    _button(window, "one").setFocus()
    settle()

    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    _button(window, "two").setFocus()
    settle()
    assert not ring.isVisible()

    QTest.keyClick(handle, Qt.Key.Key_Shift)
    assert ring.isVisible()
    assert ring.geometry().contains(_button(window, "two").geometry())


def test_ring_when_an_area_is_a_stop_of_its_own_then_it_has_one_too(window: QWidget) -> None:
    area = QScrollArea()
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    layout, ring = window.layout(), window.findChild(FocusRing)
    assert layout is not None
    assert ring is not None
    layout.addWidget(area)
    area.setFocus()
    settle()
    assert not ring.isVisible()
    _button(window, "one").setFocus()

    area.setProperty(HAS_RING, True)
    area.setFocus()
    settle()

    assert ring.isVisible()
