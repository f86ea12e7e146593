from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QShortcut,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QTextEdit,
    QWidget,
)
from support.walking import open_filled, walk
from support.window import open_window, settle

from ui.kiosk.entry_fields import ENTRY_FIELDS, SILENT
from ui.kiosk.shell import KioskShell, stops
from ui.kiosk_window import KioskWiring
from ui.settings import Settings

_KIOSK = Settings(is_kiosk=True, own_words=False)
_LEFT = Qt.MouseButton.LeftButton
_K = Qt.Key
_M = Qt.KeyboardModifier


@pytest.fixture
def kiosk(qapp: object) -> Iterator[KioskWiring]:
    with open_window(_KIOSK) as wiring:
        KioskShell(wiring.window).show()
        settle()
        yield wiring


@pytest.fixture
def field(kiosk: KioskWiring) -> QLineEdit:
    """Give a field somebody writes in."""
    kiosk.window.go("place")
    settle()
    field = kiosk.window.page.findChild(QLineEdit, "place_postcode")
    assert field is not None
    field.setFocus()
    return field


def test_shell_when_shown_then_the_window_covers_the_screen_and_has_the_keys(
    kiosk: KioskWiring,
) -> None:
    window = kiosk.window
    flags = window.windowFlags()

    assert window.isFullScreen()
    assert window.geometry() == QGuiApplication.primaryScreen().geometry()
    assert flags & Qt.WindowType.FramelessWindowHint
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert window.isActiveWindow()


def test_shell_when_made_then_nothing_is_shown_yet(qapp: object) -> None:
    with open_window(_KIOSK) as wiring:
        wiring.window.hide()
        shell = KioskShell(wiring.window)
        settle()
        assert not wiring.window.isVisible()

        shell.show()

        assert wiring.window.isVisible()


@pytest.mark.parametrize("way", ["the window", "the system"])
def test_shell_when_the_window_is_to_be_closed_then_it_stays(kiosk: KioskWiring, way: str) -> None:
    target = kiosk.window if way == "the window" else kiosk.window.windowHandle()
    before = kiosk.window.page

    target.close()
    settle()

    assert kiosk.window.isVisible()
    assert kiosk.window.page is before


def test_shell_when_the_window_is_made_small_then_it_covers_the_screen_again(
    kiosk: KioskWiring,
) -> None:
    for state in (Qt.WindowState.WindowMinimized, Qt.WindowState.WindowNoState):
        kiosk.window.setWindowState(state)
        settle()

        assert kiosk.window.isFullScreen()
        assert kiosk.window.geometry() == QGuiApplication.primaryScreen().geometry()


def test_shell_when_the_window_has_lost_the_keys_then_a_press_brings_them_back(
    kiosk: KioskWiring, qtbot: object
) -> None:
    other = QWidget()
    other.show()
    other.activateWindow()
    settle()
    assert not kiosk.window.isActiveWindow()

    QTest.mouseClick(kiosk.window.windowHandle(), _LEFT, pos=QPoint(1, 1))
    settle()

    assert kiosk.window.isActiveWindow()
    other.close()


def test_field_when_somebody_writes_then_it_holds_what_was_written(field: QLineEdit) -> None:
    handle = field.window().windowHandle()

    for letter in "97x758":
        QTest.keyClick(handle, letter)
    for key in (_K.Key_Home, _K.Key_Right, _K.Key_Right, _K.Key_Delete):
        QTest.keyClick(handle, key)
    QTest.keyClick(handle, _K.Key_End)
    QTest.keyClick(handle, _K.Key_Backspace)

    assert field.text() == "9775"


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (_K.Key_Z, _M.ControlModifier),
        (_K.Key_A, _M.ControlModifier),
        (_K.Key_V, _M.ControlModifier),
        (_K.Key_Insert, _M.ShiftModifier),
        (_K.Key_Delete, _M.ShiftModifier),
        (_K.Key_D, _M.MetaModifier),
        (_K.Key_Menu, _M.NoModifier),
        (_K.Key_F10, _M.ShiftModifier),
        (_K.Key_F4, _M.AltModifier),
    ],
)
def test_field_when_a_command_is_given_then_nothing_happens(
    field: QLineEdit, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    QGuiApplication.clipboard().setText("somebody else's")
    handle = field.window().windowHandle()
    for letter in "97":
        QTest.keyClick(handle, letter)
    field.setSelection(0, 1)

    QTest.keyClick(handle, key, held)
    settle()

    assert field.text() == "97"
    assert field.selectedText() == "9"
    assert QApplication.activePopupWidget() is None


def test_shell_when_there_are_shortcuts_then_only_those_of_the_window_itself_are_heard(
    kiosk: KioskWiring,
) -> None:
    heard: list[str] = []
    for keys in ("Ctrl+K", "Alt+K", "F5", "K"):
        shortcut = QShortcut(QKeySequence(keys), kiosk.window)
        shortcut.activated.connect(lambda keys=keys: heard.append(keys))
    handle = kiosk.window.windowHandle()

    QTest.keyClick(handle, _K.Key_K, _M.ControlModifier)
    QTest.keyClick(handle, _K.Key_K, _M.AltModifier)
    QTest.keyClick(handle, _K.Key_F5)
    QTest.keyClick(handle, _K.Key_K)

    assert heard == ["K"]


@pytest.mark.parametrize(
    ("key", "held"), [(_K.Key_F9, _M.NoModifier), (_K.Key_H, _M.ControlModifier)]
)
def test_shell_when_the_keys_that_hide_are_pressed_then_everything_is_hidden(
    kiosk: KioskWiring, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    QTest.keyClick(kiosk.window.windowHandle(), key, held)

    assert kiosk.window.is_hidden_away


@pytest.mark.parametrize(
    "button",
    [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.BackButton],
)
def test_field_when_another_button_is_pressed_then_no_menu_opens_and_nothing_is_pasted(
    field: QLineEdit, button: Qt.MouseButton
) -> None:
    at = field.mapTo(field.window(), field.rect().center())

    QTest.mouseClick(field.window().windowHandle(), button, pos=at)
    settle()

    assert QApplication.activePopupWidget() is None
    assert field.text() == ""


class _Taker(QWidget):
    """Takes whatever is dragged over it, and remembers that it came."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.resize(parent.size())
        self.came: list[QEvent.Type] = []

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QDropEvent):
            self.came.append(event.type())
            event.accept()
        return super().event(event)


def _drag(window: QWidget, kind: QEvent.Type) -> None:
    """Let the system drag some words over the window, or let go of them there."""
    make = {
        QEvent.Type.DragEnter: QDragEnterEvent,
        QEvent.Type.DragMove: QDragMoveEvent,
        QEvent.Type.Drop: QDropEvent,
    }[kind]
    data = QMimeData()
    data.setText("from elsewhere")
    place = QPointF(50, 50) if make is QDropEvent else QPoint(50, 50)
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = make(place, Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(window.windowHandle(), event)


def test_shell_when_something_is_dragged_over_it_then_nobody_in_it_hears(
    kiosk: KioskWiring,
) -> None:
    taker = _Taker(kiosk.window)
    taker.show()
    taker.raise_()

    for kind in (QEvent.Type.DragMove, QEvent.Type.DragEnter, QEvent.Type.Drop):
        _drag(kiosk.window, kind)

    assert taker.came == []


@pytest.mark.parametrize("kind", [QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop])
def test_shell_when_dragging_is_heard_of_then_it_is_stopped(kind: QEvent.Type) -> None:
    event = QEvent(kind)

    assert stops(event)
    assert not event.isAccepted()


def test_field_when_a_screen_reader_asks_for_a_menu_then_there_is_none(field: QLineEdit) -> None:
    assert field.contextMenuPolicy() == Qt.ContextMenuPolicy.NoContextMenu
    assert field.window().contextMenuPolicy() == Qt.ContextMenuPolicy.PreventContextMenu


def test_field_when_made_later_than_its_page_then_it_is_silent_once_one_can_write(
    kiosk: KioskWiring,
) -> None:
    late = QLineEdit(kiosk.window.page)
    late.show()
    late.setFocus()

    assert late.inputMethodHints() & SILENT == SILENT


def _dialogs() -> list[str]:
    """Name the dialogs of Qt's that there are, seen or not."""
    return [type(each).__name__ for each in QApplication.allWidgets() if isinstance(each, QDialog)]


def _offends(wiring: KioskWiring) -> Iterator[str]:
    """Name what should not be on the page that is shown."""
    window = wiring.window
    for kind in ENTRY_FIELDS:
        for field in window.page.findChildren(kind):
            if field.inputMethodHints() & SILENT != SILENT:
                yield f"{field.objectName()} is learned from"
            if field.acceptDrops():
                yield f"{field.objectName()} takes what is dragged"
    for text in window.page.findChildren(QTextEdit):
        yield f"{text.objectName()} takes text with looks"
    for label in window.page.findChildren(QLabel):
        if label.openExternalLinks() or label.textInteractionFlags() & _MARKED:
            yield f"{label.objectName()} can be followed or marked"
    if window.windowTitle() != "Rapport":
        yield f"the window is called {window.windowTitle()}"


_MARKED = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


def _pages(wiring: KioskWiring) -> list[str]:
    """Name the pages one comes by, those with a list of people after it is there."""
    before = ("welcome", "looks", "help", "paper", "helper", "youth", "pause", "priorities")
    asked = (*wiring.pages_on_the_way(), "more")
    after = ("results", "compare", "checklist", "preview", "print", "copy_card", "how", "finish")
    return [*dict.fromkeys((*before, *asked, "review", *after))]


def test_pages_when_gone_through_then_none_leads_out_or_is_learned_from(qapp: object) -> None:
    with open_filled(Settings(language="es", is_kiosk=True, own_words=False)) as wiring:
        KioskShell(wiring.window).show()
        fields = 0
        for page in _pages(wiring):
            wiring.window.go(page)
            assert [*_offends(wiring), *_dialogs()] == [], page
            fields += len(wiring.window.page.findChildren(QLineEdit))

        assert fields > 3


@pytest.mark.long
def test_pages_when_walked_in_every_state_then_none_leads_out_or_is_learned_from(
    qapp: object,
) -> None:
    with open_filled(Settings(is_kiosk=True, own_words=False)) as wiring:
        KioskShell(wiring.window).show()
        for state in walk(wiring):
            assert [*_offends(wiring), *_dialogs()] == [], state


def test_pages_when_every_button_is_pressed_then_no_dialog_is_ever_made(
    qapp: object,
) -> None:
    others = set(QApplication.topLevelWidgets())
    with open_filled(_KIOSK) as wiring:
        KioskShell(wiring.window).show()
        for page in ("paper", "how", "checklist", "preview", "print", "copy_card", "finish"):
            wiring.window.go("results")
            settle()
            assert wiring.results.match is not None
            wiring.results.choose(wiring.results.match.evaluation.snapshot.ids[0])
            wiring.window.go(page)
            settle()
            for button in wiring.window.page.findChildren(QAbstractButton):
                if button.isVisible() and button.isEnabled():
                    button.click()
                    QApplication.processEvents()
                    assert _dialogs() == []
                    assert wiring.window.isVisible()
            for window in set(QApplication.topLevelWidgets()) - others:
                assert window is wiring.window or isinstance(window, QMenu) or window.isHidden()
