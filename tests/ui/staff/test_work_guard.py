"""A staff window that is closed while something is brought in or saved."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from support.held_work import HeldWork, begin_import
from support.window import settle

from matcher.errors import MatcherError, Message
from ui.controllers.files_controller import Work
from ui.staff_app import StaffWiring


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch, staff: StaffWiring) -> Iterator[HeldWork]:
    held = HeldWork(monkeypatch)
    yield held
    held.let_go()


def _close(staff: StaffWiring) -> None:
    """Close the window while the work lasts: nothing that waits for its end may be done here."""
    staff.window.close()


def test_window_when_closed_while_a_file_is_brought_in_then_it_closes_once_that_is_done(
    staff: StaffWiring, held: HeldWork, tmp_path: Path, qtbot: QtBot
) -> None:
    staff.parts.access.opened.emit()
    begin_import(staff.parts, tmp_path, qtbot)
    directory = staff.parts.services.directory

    _close(staff)
    assert staff.window.isVisible()
    assert staff.window.stage.top is staff.guard.layer

    with qtbot.waitSignal(staff.window.closed):
        held.let_go()
    assert directory.count() == 1


def test_window_when_the_import_is_stopped_there_then_it_closes_and_nothing_was_changed(
    staff: StaffWiring, held: HeldWork, tmp_path: Path, qtbot: QtBot
) -> None:
    staff.parts.access.opened.emit()
    begin_import(staff.parts, tmp_path, qtbot)
    directory = staff.parts.services.directory
    _close(staff)

    with qtbot.waitSignal(staff.window.closed):
        staff.guard.layer.stop_chosen.emit()

    assert directory.count() == 0


def test_window_when_somebody_wishes_to_stay_then_it_stays_and_the_work_goes_on(
    staff: StaffWiring, held: HeldWork, tmp_path: Path, qtbot: QtBot
) -> None:
    staff.parts.access.opened.emit()
    begin_import(staff.parts, tmp_path, qtbot)
    _close(staff)

    staff.guard.layer.stay_chosen.emit()
    held.let_go()
    settle()

    assert staff.window.isVisible()
    assert staff.window.stage.top is not staff.guard.layer
    assert staff.parts.importing.done is not None


@pytest.mark.parametrize("is_open", [True, False])
def test_window_when_it_went_wrong_meanwhile_then_it_stays_for_who_is_there_to_read_of_it(
    staff: StaffWiring, held: HeldWork, tmp_path: Path, is_open: bool
) -> None:
    if is_open:
        staff.parts.access.opened.emit()
    window, files = staff.window, staff.parts.files
    files.back_up(tmp_path / "copy.sqlite")
    _close(staff)
    assert staff.window.stage.top is staff.guard.layer

    files.failed.emit(Work.BACKUP, MatcherError(Message("error.unexpected")))
    assert staff.window.stage.top is not staff.guard.layer

    held.let_go()
    settle()
    assert isValid(window) is is_open


def test_window_when_rows_were_left_out_meanwhile_then_it_stays_so_that_somebody_sees_it(
    staff: StaffWiring, held: HeldWork, tmp_path: Path, qtbot: QtBot
) -> None:
    staff.parts.access.opened.emit()
    begin_import(staff.parts, tmp_path, qtbot, "id,name\np-1,Ana Vidal\n-!,\n")
    _close(staff)

    with qtbot.waitSignal(staff.parts.work.ended):
        held.let_go()
    settle()

    assert staff.window.isVisible()
    assert staff.window.stage.top is not staff.guard.layer
    assert staff.parts.services.directory.count() == 1


def test_window_when_two_things_are_under_way_then_it_waits_for_both(
    staff: StaffWiring, held: HeldWork, tmp_path: Path, qtbot: QtBot
) -> None:
    staff.parts.access.opened.emit()
    begin_import(staff.parts, tmp_path, qtbot)
    staff.parts.files.back_up(tmp_path / "copy.sqlite")
    _close(staff)

    with qtbot.waitSignal(staff.parts.work.ended):
        staff.guard.layer.stop_chosen.emit()
    assert staff.window.stage.top is staff.guard.layer
    assert staff.parts.words.text("staff.work.backup") in staff.guard.layer.accessibleName()

    with qtbot.waitSignal(staff.window.closed):
        held.let_go()


def test_window_when_nothing_is_under_way_then_it_closes_at_once(
    staff: StaffWiring, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(staff.window.closed):
        staff.window.close()
