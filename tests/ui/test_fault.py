import logging
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from support.staff import PIN, Clock, open_staff, quick_services, type_in
from support.walking import open_filled
from support.window import focused, press, settle

from ui.app import Wiring
from ui.fault import FaultCover, Faults
from ui.settings import Settings
from ui.staff_app import StaffWiring
from ui.widgets.button import Button
from ui.widgets.fault_layer import FaultLayer

_SECRET = "Quokka 97201"


class _Presser(QObject):
    """Says that something was pressed."""

    pressed = Signal()


def _stumble(*_: object) -> None:
    raise ValueError(_SECRET)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def window(qapp: object, clock: Clock, caplog: pytest.LogCaptureFixture) -> Iterator[Wiring]:
    """Give a window with everything answered, whose faults are heard."""
    with open_filled() as wiring:
        wiring.fault_cover._clock = clock
        wiring.faults._clock = clock
        wiring.faults.listen()
        yield wiring
        wiring.faults.stop()
    caplog.get_records("call").clear()


def _fail_in_a_slot() -> None:
    presser = _Presser()
    presser.pressed.connect(_stumble)
    presser.pressed.emit()
    settle()


def _layer(wiring: Wiring | StaffWiring) -> FaultLayer:
    layer = wiring.window.findChild(FaultLayer)
    assert layer is not None
    return layer


def _has_way_on(wiring: Wiring) -> bool:
    go_on = _layer(wiring).findChild(Button, "fault_go_on")
    assert go_on is not None
    return go_on.isVisible()


def _is_noted(caplog: pytest.LogCaptureFixture) -> int:
    assert "Quokka" not in caplog.text
    return sum("a fault: ValueError at " in one.getMessage() for one in caplog.records)


def test_fault_when_a_slot_fails_then_a_layer_says_so_and_keeps_the_answers(
    window: Wiring, caplog: pytest.LogCaptureFixture
) -> None:
    window.window.go("fee")
    field = window.window.page.findChild(QLineEdit)
    assert field is not None
    field.setText("61")
    field.setFocus()
    before = window.sitting.answers
    told: list[str] = []
    window.faults.met.connect(told.append)

    _fail_in_a_slot()

    assert window.window.stage.top is _layer(window)
    assert not window.window.page.isVisible()
    assert focused() == "fault_go_on"
    assert _is_noted(caplog) == 1
    assert [bool(re.fullmatch(r"ValueError:[\w.]+:\d+", code)) for code in told] == [True]
    press(Qt.Key.Key_Return)
    assert window.window.page.isVisible()
    assert field.text() == "61"
    assert QApplication.focusWidget() is field
    assert window.sitting.answers == before


def test_fault_when_it_comes_while_one_is_said_then_it_is_said_once(
    window: Wiring, caplog: pytest.LogCaptureFixture, clock: Clock
) -> None:
    for _ in range(5):
        _fail_in_a_slot()
    assert _is_noted(caplog) == 1

    clock.now += 11
    _fail_in_a_slot()

    assert _is_noted(caplog) == 2
    press(Qt.Key.Key_Return)
    assert not window.fault_cover.is_shown


def test_fault_when_it_comes_again_and_again_then_only_starting_again_is_left(
    window: Wiring,
) -> None:
    for _ in range(2):
        _fail_in_a_slot()
        assert _has_way_on(window)
        press(Qt.Key.Key_Return)
    _fail_in_a_slot()

    assert not _has_way_on(window)
    assert focused() == "fault_sure"
    press(Qt.Key.Key_Return)
    settle()
    assert window.window.page.objectName() == "page_welcome"
    assert not window.sitting.has_answers
    assert not window.fault_cover.is_shown


def test_fault_when_the_last_ones_are_long_past_then_one_can_go_on(
    window: Wiring, clock: Clock
) -> None:
    for _ in range(4):
        _fail_in_a_slot()
        assert _has_way_on(window)
        press(Qt.Key.Key_Return)
        clock.now += 61


def test_fault_when_the_person_starts_again_then_the_count_begins_anew(window: Wiring) -> None:
    for _ in range(3):
        _fail_in_a_slot()
        press(Qt.Key.Key_Return)
    settle()

    _fail_in_a_slot()

    assert _has_way_on(window)


@pytest.mark.parametrize("step", ["enter", "begin", "set_covered"])
def test_fault_when_a_page_cannot_be_entered_then_one_stays_and_can_go_elsewhere(
    window: Wiring, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.window.go("fee")
    page = window.window.page
    following = window.window._pages.page("access")
    monkeypatch.setattr(following, step, _stumble)

    for _ in range(2):
        page.next_requested.emit()
        settle()
        assert window.fault_cover.is_shown
        press(Qt.Key.Key_Return)
        settle()
        assert window.window.page is page
        assert page.isVisible()
        assert not window.fault_cover.is_shown

    window.window.go_back()
    settle()
    assert window.window.page is not page
    monkeypatch.undo()
    window.window.go("access")
    assert window.window.page is following


def test_fault_when_a_page_cannot_be_made_then_one_stays(
    window: Wiring, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.window.go("review")
    page = window.window.page
    monkeypatch.setattr(window.window._pages, "_make_page", _stumble)

    page.page_requested.emit("more")
    settle()

    assert window.fault_cover.is_shown
    press(Qt.Key.Key_Return)
    settle()
    assert window.window.page is page
    assert page.isVisible()


def test_fault_when_the_window_is_hidden_then_it_stays_hidden_and_is_said_afterwards(
    window: Wiring,
) -> None:
    window.window.go("fee")
    window.window.hide_away()
    curtain = window.window.stage.top

    _fail_in_a_slot()

    assert window.window.stage.top is curtain
    assert window.fault_cover.is_shown
    assert window.window.is_hidden_away
    window.window.take_off(curtain)
    assert window.window.stage.top is _layer(window)
    assert focused() == "fault_go_on"
    press(Qt.Key.Key_Return)
    assert window.window.page.isVisible()


def test_fault_when_the_person_begins_anew_at_the_curtain_then_it_is_gone(window: Wiring) -> None:
    window.window.hide_away()
    _fail_in_a_slot()

    window.clear()

    assert not window.fault_cover.is_shown
    assert window.window.page.isVisible()


def test_fault_when_the_window_is_a_kiosk_then_one_can_ask_staff(
    qapp: object, caplog: pytest.LogCaptureFixture
) -> None:
    with open_filled(Settings(is_kiosk=True)) as wiring:
        wiring.faults.listen()
        try:
            _fail_in_a_slot()
        finally:
            wiring.faults.stop()

        assert "ask staff" in _layer(wiring).accessibleName()


def test_fault_when_in_a_thread_of_qt_then_it_is_covered_on_the_thread_of_the_windows(
    window: Wiring,
) -> None:
    def fail() -> None:
        try:
            _stumble()
        except ValueError as error:
            window.faults.take(type(error), error, error.__traceback__)

    thread = Thread(target=fail)
    thread.start()
    thread.join()
    assert not window.fault_cover.is_shown

    settle()

    assert window.fault_cover.is_shown


def test_fault_when_the_layer_itself_fails_then_it_ends_there(
    window: Wiring, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(window.fault_cover, "_make_layer", _stumble)

    _fail_in_a_slot()

    assert not window.fault_cover.is_shown
    assert _is_noted(caplog) == 2
    assert window.window.page.isVisible()


def test_fault_when_stopped_from_the_keyboard_then_the_program_ends(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes: list[int] = []
    monkeypatch.setattr(QCoreApplication, "exit", codes.append)

    Faults().take(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert codes == [130]


def test_faults_when_no_longer_listened_to_then_python_has_its_hook_back(qapp: object) -> None:
    faults, before = Faults(), sys.excepthook

    faults.listen()
    faults.listen()
    assert sys.excepthook == faults.take
    faults.stop()
    faults.stop()

    assert sys.excepthook is before


def test_staff_when_something_fails_then_what_they_wrote_stays_and_again_signs_them_out(
    qapp: object, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    services = quick_services(tmp_path)
    services.staff.set_up(PIN, "Ana Vidal", "violet tram under rain")
    with open_staff(services) as wiring:
        faults = Faults()
        faults.watch(wiring.fault_cover)
        wiring.window.page.begin()
        type_in(PIN)
        press(Qt.Key.Key_Return)
        settle()
        assert wiring.window.is_open
        faults.listen()
        try:
            _fail_in_a_slot()
        finally:
            faults.stop()

        layer = _layer(wiring)
        assert "What you wrote is still here." in layer.accessibleName()
        assert wiring.window.stage.top is layer
        for name in ("fault_start_again", "fault_sure"):
            button = layer.findChild(Button, name)
            assert button is not None
            button.click()
        settle()
        assert not wiring.window.is_open
        assert not wiring.fault_cover.is_shown
    assert logging.getLevelName(caplog.records[0].levelno) == "ERROR"


def test_faults_when_two_windows_are_there_then_the_one_worked_with_is_covered(
    window: Wiring, tmp_path: Path
) -> None:
    with open_staff(quick_services(tmp_path)) as staff:
        window.faults.watch(staff.fault_cover)
        for one, other in ((staff, window), (window, staff)):
            one.window.activateWindow()
            settle()
            _fail_in_a_slot()

            assert isinstance(one.fault_cover, FaultCover)
            assert one.fault_cover.is_shown
            assert not other.fault_cover.is_shown
            one.window.take_off(_layer(one))
    settle()
    assert window.faults._covers == [window.fault_cover]


def test_window_when_closed_while_a_fault_is_said_then_it_closes(window: Wiring) -> None:
    assert window.would_lose()

    _fail_in_a_slot()

    assert not window.would_lose()
