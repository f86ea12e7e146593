"""A file that is brought in: tried out, taken over, stopped and taken back."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot
from support.colleagues import busy_colleague, come_between
from support.importing import write

from matcher.directory.profile import Source
from matcher.errors import Message, StoreError
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.staff.signed_in import LoggedIn
from matcher.services.upkeep.history import HistoryService
from ui.controllers.import_controller import ImportController, Said
from ui.controllers.staff_session import StaffSession

_LIST = "id,name,city\np-1,Ana Vidal,Salem\np-2,Bo Lund,Salem\np-3,,\n"
_MOST = 20_000


@pytest.fixture
def directory(tmp_path: Path) -> Iterator[DirectoryService]:
    service = DirectoryService(str(tmp_path / "directory.sqlite"))
    yield service
    service.close()


@pytest.fixture
def controller(directory: DirectoryService, qtbot: QtBot) -> ImportController:
    session = StaffSession()
    session.sign_in(LoggedIn("rosa"))
    return ImportController(directory, HistoryService(directory), session)


def _choose(controller: ImportController, qtbot: QtBot, path: Path) -> None:
    with qtbot.waitSignal(controller.found, timeout=_MOST):
        controller.choose(path)


def test_file_when_tried_out_then_nothing_is_changed(
    controller: ImportController, directory: DirectoryService, qtbot: QtBot, tmp_path: Path
) -> None:
    _choose(controller, qtbot, write(tmp_path, _LIST))

    with qtbot.waitSignal(controller.tried, timeout=_MOST):
        controller.try_out()

    assert controller.trial is not None
    assert (controller.trial.added, controller.trial.rows) == (3, 3)
    assert not directory.exists


def test_file_when_brought_in_then_the_trail_says_who_and_it_can_be_taken_back(
    controller: ImportController, directory: DirectoryService, qtbot: QtBot, tmp_path: Path
) -> None:
    _choose(controller, qtbot, write(tmp_path, _LIST))
    controller.said = Said("register", date(2026, 11, 1))

    with qtbot.waitSignal(controller.brought_in, timeout=_MOST):
        controller.bring_in()

    assert controller.done is not None
    (act,) = HistoryService(directory).acts()
    assert (act.id, act.deed.who) == (controller.done.act_id, "rosa")
    fact = directory.profile("p-1").facts["city"]
    assert (fact.source, fact.confirmed_on) == (Source.REGISTER, date(2026, 11, 1))

    with qtbot.waitSignal(controller.undone, timeout=_MOST):
        controller.undo()

    assert directory.count() == 0
    assert controller.done.act_id == 0


def test_file_when_it_brings_nothing_new_then_there_is_nothing_to_take_back(
    controller: ImportController, qtbot: QtBot, tmp_path: Path
) -> None:
    _choose(controller, qtbot, write(tmp_path, _LIST))
    for _ in range(2):
        with qtbot.waitSignal(controller.brought_in, timeout=_MOST):
            controller.bring_in()

    assert controller.done is not None
    assert (controller.done.report.unchanged, controller.done.act_id) == (3, 0)


def _bring_in_beside_a_colleague(
    controller: ImportController, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, path: Path
) -> None:
    directory = controller._directory
    directory.import_files([path])
    come_between(monkeypatch, directory, "import_files", busy_colleague(directory, "p-1"))
    with qtbot.waitSignal(controller.brought_in, timeout=_MOST):
        controller.bring_in()


def test_file_when_a_colleague_works_meanwhile_then_the_import_alone_is_taken_back(
    controller: ImportController,
    directory: DirectoryService,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    old = tmp_path / "old"
    old.mkdir()
    _choose(controller, qtbot, write(tmp_path, _LIST))
    _bring_in_beside_a_colleague(
        controller, qtbot, monkeypatch, write(old, "id,name\np-1,Ana Vidal\n")
    )

    with qtbot.waitSignal(controller.undone, timeout=_MOST):
        controller.undo()

    assert [profile.id for profile in directory.profiles()] == ["p-1"]
    assert directory.profile("p-1").value("area") == "Area 2"
    assert directory.profile("p-1").value("city") is None


def test_file_when_only_a_colleague_changed_something_then_there_is_nothing_to_take_back(
    controller: ImportController, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, _LIST)
    _choose(controller, qtbot, path)
    _bring_in_beside_a_colleague(controller, qtbot, monkeypatch, path)

    assert controller.done is not None
    assert (controller.done.report.unchanged, controller.done.act_id) == (3, 0)
    with qtbot.assertNotEmitted(controller.undone, wait=50):
        controller.undo()


def test_import_when_nobody_signed_in_then_it_is_asked_for_and_nothing_happens(
    controller: ImportController, directory: DirectoryService, qtbot: QtBot, tmp_path: Path
) -> None:
    _choose(controller, qtbot, write(tmp_path, _LIST))
    controller.session.sign_out()

    with qtbot.waitSignal(controller.session.sign_in_requested):
        controller.bring_in()

    assert not controller.is_busy
    assert not directory.exists


def test_import_when_stopped_then_the_directory_is_as_it_was(
    controller: ImportController, directory: DirectoryService, qtbot: QtBot, tmp_path: Path
) -> None:
    _choose(controller, qtbot, write(tmp_path, _LIST))
    with qtbot.waitSignal(controller.brought_in, timeout=_MOST):
        controller.bring_in()
    rows = "".join(f"q-{number},Name {number},Salem\n" for number in range(20_000))
    more = tmp_path / "more"
    more.mkdir()
    _choose(controller, qtbot, write(more, f"id,name,city\n{rows}"))
    seen: list[object] = []
    controller.moved.connect(seen.append)
    controller.moved.connect(controller.stop)

    with qtbot.waitSignal(controller.stopped, timeout=_MOST):
        controller.bring_in()

    assert seen
    assert directory.count() == 3
    assert len(HistoryService(directory).acts()) == 1


def test_file_when_it_is_refused_then_the_reason_is_told(
    controller: ImportController, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(controller.refused, timeout=_MOST) as told:
        controller.choose(tmp_path / "none.csv")

    assert told.args is not None
    assert told.args[0].messages[0].key == "error.import.missing"
    assert controller.file is None


def test_findings_when_saved_then_where_they_are_is_told(
    controller: ImportController, qtbot: QtBot, tmp_path: Path
) -> None:
    from matcher.i18n import Catalogue

    _choose(controller, qtbot, write(tmp_path, _LIST + "p-1,Ana,Salem\n"))
    with qtbot.waitSignal(controller.tried, timeout=_MOST):
        controller.try_out()

    with qtbot.waitSignal(controller.saved, timeout=_MOST):
        controller.save_findings(tmp_path / "f.csv", Catalogue("en"))

    assert "p-1" not in controller.usual_path().name
    assert controller.usual_path().name.endswith("-findings.csv")
    assert len((tmp_path / "f.csv").read_text().splitlines()) > 1


def test_trial_when_stopped_and_wished_for_again_at_once_then_it_begins_anew(
    controller: ImportController, qtbot: QtBot, tmp_path: Path
) -> None:
    stopped: list[bool] = []
    controller.stopped.connect(lambda: stopped.append(True))
    _choose(controller, qtbot, write(tmp_path, _LIST))
    controller.try_out()
    controller.stop()

    with qtbot.waitSignal(controller.tried, timeout=_MOST):
        controller.try_out()

    assert controller.trial is not None
    assert controller.trial.added == 3
    assert stopped == []
    assert not controller.is_busy


def test_trial_when_wished_for_while_an_import_is_being_stopped_then_it_comes_after_it(
    controller: ImportController, directory: DirectoryService, qtbot: QtBot, tmp_path: Path
) -> None:
    _choose(controller, qtbot, write(tmp_path, _LIST))
    controller.bring_in()
    controller.stop()

    with qtbot.waitSignal(controller.tried, timeout=_MOST):
        controller.try_out()

    assert controller.trial is not None
    assert not directory.exists or directory.count() == 0


def test_trial_when_stopped_too_late_then_it_is_stopped_all_the_same(
    controller: ImportController, qtbot: QtBot, tmp_path: Path
) -> None:
    _choose(controller, qtbot, write(tmp_path, _LIST))
    controller.try_out()
    QThreadPool.globalInstance().waitForDone()

    with qtbot.waitSignal(controller.stopped, timeout=_MOST):
        controller.stop()

    assert controller.trial is None


def test_trial_when_what_was_stopped_fails_then_it_begins_all_the_same(
    controller: ImportController,
    directory: DirectoryService,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_how: object) -> None:
        monkeypatch.undo()
        raise StoreError(Message("error.store.locked", file="f"))

    _choose(controller, qtbot, write(tmp_path, _LIST))
    monkeypatch.setattr(directory, "import_files", fail)
    controller.try_out()
    controller.stop()

    with qtbot.waitSignal(controller.tried, timeout=_MOST):
        controller.try_out()
