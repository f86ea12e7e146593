from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from shiboken6 import isValid
from support.window import english, settle

from matcher.bootstrap import Places
from ui.application import make_application
from ui.kiosk.door_shell import DoorShell
from ui.kiosk.entry_fields import SILENT
from ui.kiosk_staff import staff_in_public
from ui.staff.staff_window import StaffWindow
from ui.theme.appearance import Appearance
from ui.theme.tokens import PaletteName


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Iterator[StaffWindow]:
    """Give a staff window that nobody has come in by."""
    appearance = Appearance(make_application(), PaletteName.LIGHT)
    staff = staff_in_public(english(), appearance, Places(tmp_path))
    DoorShell(staff.window, lambda: staff.window.is_open).show()
    settle()
    yield staff.window
    if popup := QApplication.activePopupWidget():
        popup.close()
    if isValid(staff.window):
        staff.window.close()
    settle()


def _field(window: StaffWindow) -> QLineEdit:
    """Return a field that was made later than its page."""
    field = QLineEdit("Ana", window.page)
    field.show()
    field.setFocus()
    return field


def _click_other_button(field: QLineEdit) -> None:
    window = field.window()
    place = field.mapTo(window, field.rect().center())
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.RightButton, pos=place)
    QApplication.processEvents()


def _paste(field: QLineEdit) -> None:
    QGuiApplication.clipboard().setText("pasted")
    handle = field.window().windowHandle()
    QTest.keyClick(handle, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_door_when_the_other_button_is_pressed_then_no_menu_opens(window: StaffWindow) -> None:
    assert window.isFullScreen()

    _click_other_button(_field(window))

    assert QApplication.activePopupWidget() is None


def test_door_when_a_key_asks_for_a_menu_then_none_opens(window: StaffWindow) -> None:
    field = _field(window)
    place = field.mapTo(window, field.rect().center())
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, window.mapToGlobal(place))

    QApplication.sendEvent(window.windowHandle(), event)
    QApplication.processEvents()

    assert QApplication.activePopupWidget() is None


def test_door_when_a_command_is_typed_then_the_field_stays_as_it_is(window: StaffWindow) -> None:
    field = _field(window)

    _paste(field)

    assert field.text() == "Ana"


def test_door_when_its_page_is_shown_again_then_nothing_learns_what_is_written(
    window: StaffWindow,
) -> None:
    field = _field(window)

    window.page_entered.emit("staff_sign_in")

    assert field.inputMethodHints() & SILENT == SILENT


def test_door_when_closed_then_it_closes(window: StaffWindow) -> None:
    window.close()

    assert not window.isVisible()


def test_staff_when_they_have_come_in_then_fields_are_as_anywhere(window: StaffWindow) -> None:
    window.let_in()
    settle()
    field = _field(window)

    _paste(field)

    assert "pasted" in field.text()
    assert field.contextMenuPolicy() == Qt.ContextMenuPolicy.DefaultContextMenu
