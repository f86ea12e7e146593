import pytest
from PySide6.QtCore import SIGNAL, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from support.window import settle

from ui.kiosk.full_screen import FullScreen


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Give a window that has been put over the screen."""
    window = QWidget()
    qtbot.addWidget(window)
    FullScreen(window).show()
    settle()
    return window


def test_window_when_shown_then_it_covers_the_screen_without_a_frame(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    shell = FullScreen(window)
    assert not window.isVisible()

    shell.show()

    assert window.geometry() == window.screen().geometry()
    assert window.isFullScreen()
    flags = window.windowFlags()
    assert flags & Qt.WindowType.FramelessWindowHint
    assert flags & Qt.WindowType.WindowStaysOnTopHint


def test_window_when_it_is_made_small_then_it_covers_the_screen_again(window: QWidget) -> None:
    for state in (Qt.WindowState.WindowMinimized, Qt.WindowState.WindowNoState):
        window.setWindowState(state)
        settle()

        assert window.isFullScreen()


def test_window_when_the_screen_changes_then_it_covers_all_of_it(window: QWidget) -> None:
    screen = QGuiApplication.primaryScreen()
    window.resize(10, 10)

    screen.geometryChanged.emit(screen.geometry())

    assert window.geometry() == screen.geometry()


def test_window_when_another_screen_is_the_first_one_then_it_covers_that(
    window: QWidget, qapp: QApplication
) -> None:
    screen = QGuiApplication.primaryScreen()
    window.resize(10, 10)

    qapp.primaryScreenChanged.emit(screen)

    assert window.geometry() == screen.geometry()


def test_window_when_screens_come_and_go_then_it_follows_only_the_first_one(
    window: QWidget, qapp: QApplication
) -> None:
    screen = QGuiApplication.primaryScreen()
    changed = SIGNAL("geometryChanged(QRect)")
    before = screen.receivers(changed)

    for _ in range(3):
        qapp.primaryScreenChanged.emit(screen)

    assert screen.receivers(changed) == before > 0


def test_window_when_it_has_lost_the_keys_then_a_press_brings_them_back(
    window: QWidget, qtbot: QtBot
) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    settle()
    assert not window.isActiveWindow()

    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    settle()

    assert window.isActiveWindow()


def test_window_when_somebody_else_is_given_the_keys_at_first_then_it_asks_again(
    qtbot: QtBot,
) -> None:
    window, other = QWidget(), QWidget()
    for each in (window, other):
        qtbot.addWidget(each)
    shell = FullScreen(window)
    shell._again.setInterval(10)
    shell.show()
    other.show()
    other.activateWindow()

    qtbot.waitUntil(window.isActiveWindow, timeout=2000)


def test_window_when_a_dialog_of_its_own_is_open_then_that_keeps_the_keys(
    window: QWidget, qtbot: QtBot
) -> None:
    shell = window.findChild(FullScreen)
    assert shell is not None
    dialog = QDialog(window)
    dialog.open()
    settle()
    assert QApplication.activeModalWidget() is dialog

    shell._take_keys()
    settle()

    assert dialog.isActiveWindow()
    dialog.close()
