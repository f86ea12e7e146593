from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.held_work import HeldWork, begin_import
from support.staff import quick_services
from support.window import settle

from matcher.errors import MatcherError, Message
from ui.application import make_application
from ui.controllers.files_controller import Work
from ui.language import Language
from ui.staff.staff_parts import StaffParts
from ui.theme.appearance import Appearance
from ui.theme.tokens import PaletteName


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[HeldWork]:
    held = HeldWork(monkeypatch)
    yield held
    held.let_go()
    settle()


@pytest.fixture
def parts(tmp_path: Path, words: Language, qtbot: QtBot) -> Iterator[StaffParts]:
    appearance = Appearance(make_application(), PaletteName.LIGHT)
    services = quick_services(tmp_path / "data")
    parts = StaffParts(words, appearance, services)
    yield parts
    settle()
    services.close()
    parts.deleteLater()


def test_work_when_nothing_was_begun_then_none_is_under_way(parts: StaffParts) -> None:
    assert (parts.work.under_way, parts.work.can_stop) == ("", False)


def test_work_when_a_file_is_brought_in_and_taken_back_then_it_is_named_and_ends_well(
    parts: StaffParts, held: HeldWork, tmp_path: Path, qtbot: QtBot
) -> None:
    begin_import(parts, tmp_path, qtbot)
    assert (parts.work.under_way, parts.work.can_stop) == ("import", True)

    with qtbot.waitSignal(parts.work.ended) as ended:
        held.let_go()
    assert ended.args == [True]
    assert parts.work.under_way == ""

    parts.importing.undo()
    assert (parts.work.under_way, parts.work.can_stop) == ("undo", False)
    with qtbot.waitSignal(parts.work.ended) as ended:
        settle()
    assert ended.args == [True]


def test_work_when_an_import_is_stopped_then_it_did_as_wished_and_nothing_is_there(
    parts: StaffParts, held: HeldWork, tmp_path: Path, qtbot: QtBot
) -> None:
    begin_import(parts, tmp_path, qtbot)

    with qtbot.waitSignal(parts.work.ended) as ended:
        parts.work.stop()

    assert ended.args == [True]
    assert not parts.services.directory.exists


def test_work_when_a_file_is_only_tried_out_then_nothing_can_be_broken_off(
    parts: StaffParts, tmp_path: Path, qtbot: QtBot
) -> None:
    begin_import(parts, tmp_path, qtbot)
    settle()

    parts.importing.try_out()

    assert parts.importing.is_busy
    assert parts.work.under_way == ""


def test_work_when_a_backup_is_saved_then_it_is_named_and_ends_well(
    parts: StaffParts, held: HeldWork, tmp_path: Path, qtbot: QtBot
) -> None:
    parts.services.staff.set_pin("482913")
    parts.files.back_up(tmp_path / "copy.sqlite")
    assert (parts.work.under_way, parts.work.can_stop) == ("backup", False)

    with qtbot.waitSignal(parts.work.ended) as ended:
        held.let_go()

    assert ended.args == [True]


@pytest.mark.parametrize("what", ["files", "importing", "other file"])
def test_work_when_it_went_wrong_then_that_is_told(
    parts: StaffParts, qtbot: QtBot, what: str
) -> None:
    error = MatcherError(Message("error.unexpected"))
    with qtbot.waitSignal(parts.work.ended) as ended:
        if what == "files":
            parts.files.failed.emit(Work.EXPORT, error)
        elif what == "importing":
            parts.importing.failed.emit(error)
        else:
            parts.importing.tried.emit(None)

    assert ended.args == [False]
