"""Work of staff that lasts until a test lets go of it."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot
from support.importing import write
from support.staff import NAME

from matcher.services.intake.importing import ImportOptions
from matcher.services.staff.signed_in import LoggedIn
from ui.controllers import files_controller, import_controller
from ui.controllers.import_jobs import ImportOutcome, Onto, bring_in
from ui.staff.staff_parts import StaffParts

_LIST = "id,name\np-1,Ana Vidal\n"
_MOST_SECONDS = 20


class HeldWork:
    """An import and a backup that wait to be let go of, or, in an import, to be stopped."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._free = Event()
        self._back_up = files_controller._back_up
        monkeypatch.setattr(import_controller, "bring_in", self._import)
        monkeypatch.setattr(files_controller, "_back_up", self._save)

    def let_go(self) -> None:
        """Let it go on to its end."""
        self._free.set()

    def _import(
        self,
        tell: Callable[[int], None],
        onto: Onto,
        path: Path,
        options: ImportOptions,
        stop: Event,
    ) -> ImportOutcome:
        while not (stop.is_set() or self._free.wait(0.01)):
            pass
        return bring_in(tell, onto, path, options, stop)

    def _save(self, services: files_controller.FileServices, path: Path) -> object:
        assert self._free.wait(_MOST_SECONDS)
        return self._back_up(services, path)


def begin_import(parts: StaffParts, folder: Path, qtbot: QtBot, content: str = _LIST) -> None:
    """Sign somebody in and bring a file in."""
    parts.session.sign_in(LoggedIn(NAME))
    with qtbot.waitSignal(parts.importing.found, timeout=1000 * _MOST_SECONDS):
        parts.importing.choose(write(folder, content))
    parts.importing.bring_in()
