from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QThread, QThreadPool
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from support.held_work import HeldWork, begin_import
from support.window import english, focused, press, settle

from matcher.bootstrap import Places
from matcher.errors import StoreError
from ui import kiosk_staff
from ui.application import make_application
from ui.kiosk_staff import KioskStaff, run_kiosk_staff, staff_in_public
from ui.kiosk_start import StaffStart
from ui.settings import Settings
from ui.staff_app import StaffWiring
from ui.supervisor.words import Word
from ui.theme.appearance import Appearance
from ui.theme.tokens import PaletteName

_DOOR = 60.0


class _Line(QObject):
    """Remembers what is said to the supervisor."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def say(self, word: Word, code: str = "") -> None:
        self.said.append(f"{word} {code}".strip())


@pytest.fixture
def line(qapp: QApplication) -> Iterator[_Line]:
    line = _Line()
    yield line
    line.deleteLater()


@pytest.fixture
def left(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Give the exit codes with which the process would have ended."""
    codes: list[int] = []
    monkeypatch.setattr(kiosk_staff.os, "_exit", codes.append)
    return codes


@pytest.fixture
def staff(line: _Line, left: list[int], tmp_path: Path) -> Iterator[StaffWiring]:
    """Give a staff window that covers the screen."""
    words = english()
    appearance = Appearance(make_application(), PaletteName.LIGHT)
    staff = staff_in_public(words, appearance, Places(tmp_path))
    kiosk = KioskStaff(line, staff, _DOOR)  # type: ignore[arg-type]
    kiosk.show()
    settle()
    yield staff
    if isValid(staff.window):
        staff.window.close()  # else it asks for the keys again, in the next test
    settle()


@pytest.fixture
def held(staff: StaffWiring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[HeldWork]:
    """Hold what is begun, on a database that a kiosk finds."""
    held = HeldWork(monkeypatch)
    (tmp_path / "directory.sqlite").touch()
    yield held
    held.let_go()


def _door(line: _Line) -> int:
    """Return the milliseconds the door still waits; -1 when it does not."""
    kiosk = line.findChild(KioskStaff)
    assert kiosk is not None
    return kiosk._door.remainingTime()


def _leave_button(staff: StaffWiring) -> QPushButton:
    return staff.window.header.findChild(QPushButton, "leave")


def test_staff_when_shown_then_it_covers_the_screen_and_waits_at_the_door(
    staff: StaffWiring, line: _Line
) -> None:
    assert staff.window.isFullScreen()
    assert line.said == ["ready"]
    assert 0 < _door(line) <= 1050 * _DOOR  # Qt may let a timer wait a twentieth longer
    assert not _leave_button(staff).isVisible()
    close = staff.window.header.findChild(QPushButton, "close")
    assert close.text() == staff.parts.words.text("staff.window.close_in_kiosk")


def test_staff_when_nothing_is_there_then_it_offers_no_setup_and_makes_no_database(
    staff: StaffWiring, tmp_path: Path
) -> None:
    assert staff.window.page_id == "staff_sign_in"

    with pytest.raises(StoreError, match=r"error\.store\.none_made_here"):
        staff.parts.services.staff.set_up("482913", "Ana", "violet tram under rain")

    assert list(tmp_path.iterdir()) == []


def test_door_when_nobody_gives_a_sign_then_the_window_ends_itself(
    staff: StaffWiring, line: _Line, left: list[int]
) -> None:
    kiosk = line.findChild(KioskStaff)
    assert kiosk is not None

    kiosk._door.timeout.emit()

    assert line.said == ["ready", "ended"]
    assert left == [0]


def test_door_when_unsaved_words_would_go_with_it_then_it_waits_longer(
    staff: StaffWiring, line: _Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(staff.parts), "kept_for", ("Ana",))

    staff.idle.touched.emit()

    assert _door(line) > 5000 * _DOOR


def test_door_when_it_was_shut_before_leaving_was_chosen_then_nothing_is_left(
    staff: StaffWiring, line: _Line
) -> None:
    kiosk = line.findChild(KioskStaff)
    assert kiosk is not None

    kiosk._question.leave_chosen.emit()

    assert line.said == ["ready"]


def test_door_when_somebody_came_in_then_it_waits_no_longer(
    staff: StaffWiring, line: _Line, left: list[int]
) -> None:
    staff.parts.access.opened.emit()
    settle()
    assert line.said == ["ready", "begun"]
    assert _door(line) == -1

    staff.window.shut()
    settle()

    assert _door(line) > 0
    assert left == []


def test_kiosk_when_staff_leaves_it_then_the_supervisor_hears(
    staff: StaffWiring, line: _Line
) -> None:
    staff.parts.access.opened.emit()
    settle()

    _leave_button(staff).click()
    settle()
    assert focused() == "leaving_stay"
    press(Qt.Key.Key_Return)
    settle()
    assert "leave" not in line.said
    assert _leave_button(staff).isVisible()

    _leave_button(staff).click()
    staff.window.stage.top.findChild(QPushButton, "leaving_leave").click()

    assert line.said[-1] == "leave"


def test_kiosk_when_nobody_answers_whether_to_leave_it_then_it_stays_and_the_door_is_shut(
    staff: StaffWiring, line: _Line
) -> None:
    staff.parts.access.opened.emit()
    _leave_button(staff).click()
    settle()

    staff.idle.expired.emit()
    settle()

    assert not staff.window.is_open
    assert staff.window.page.isVisible()
    assert "leave" not in line.said


def test_staff_when_somebody_came_in_then_what_others_changed_beside_it_is_read_anew(
    staff: StaffWiring, line: _Line
) -> None:
    staff.parts.access.opened.emit()

    staff.ended.emit(False)

    assert line.said[-2:] == ["changed", "ended"]


@pytest.mark.parametrize(("is_changed", "said"), [(True, ["changed", "ended"]), (False, ["ended"])])
def test_staff_when_it_ends_then_a_change_is_told_first(
    staff: StaffWiring, line: _Line, is_changed: bool, said: list[str]
) -> None:
    staff.ended.emit(is_changed)

    assert line.said[1:] == said


def test_staff_when_work_is_under_way_then_it_is_done_before_the_supervisor_hears_of_the_end(
    staff: StaffWiring, line: _Line
) -> None:
    said_before: list[list[str]] = []

    def save() -> None:
        # Long enough that whoever does not wait is heard before.
        QThread.msleep(200)
        said_before.append([*line.said])

    QThreadPool.globalInstance().start(save)
    staff.ended.emit(False)

    settle()
    assert said_before == [["ready"]]
    assert line.said == ["ready", "ended"]


def test_kiosk_when_staff_leaves_it_while_a_file_is_brought_in_then_it_is_brought_in_first(
    staff: StaffWiring,
    line: _Line,
    held: HeldWork,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    staff.parts.access.opened.emit()
    settle()
    begin_import(staff.parts, tmp_path, qtbot)

    _leave_button(staff).click()
    assert staff.window.stage.top is staff.guard.layer

    with qtbot.waitSignal(staff.parts.work.ended):
        held.let_go()
    settle()
    assert staff.window.stage.top.objectName() == "leaving_question"
    assert staff.parts.services.directory.count() == 1
    staff.window.stage.top.findChild(QPushButton, "leaving_leave").click()
    assert line.said[-1] == "leave"


def test_door_when_something_is_still_brought_in_behind_it_then_the_window_ends_after_that(
    staff: StaffWiring, line: _Line, held: HeldWork, tmp_path: Path, qtbot: QtBot
) -> None:
    staff.parts.access.opened.emit()
    begin_import(staff.parts, tmp_path, qtbot)
    directory = staff.parts.services.directory
    staff.window.shut()
    kiosk = line.findChild(KioskStaff)
    assert kiosk is not None

    kiosk._door.timeout.emit()
    assert staff.window.stage.top is staff.guard.layer
    assert "ended" not in line.said

    with qtbot.waitSignal(staff.ended):
        held.let_go()
    assert line.said[-2:] == ["changed", "ended"]
    assert directory.count() == 1


def test_staff_when_begun_then_what_qt_says_is_noted_and_not_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    def make() -> None:
        done.append("application")
        raise OSError

    monkeypatch.setattr(kiosk_staff, "note_qt_messages", lambda: done.append("messages"))
    monkeypatch.setattr(kiosk_staff, "make_application", make)
    start = StaffStart(Places(tmp_path), Settings(is_kiosk=True))

    with pytest.raises(OSError):  # noqa: PT011 - our own
        run_kiosk_staff(None, start)  # type: ignore[arg-type]

    assert done == ["messages", "application"]
