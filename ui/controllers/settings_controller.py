"""What can be set: what holds, what was changed and is not saved, and which printers there are."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from matcher.errors import MatcherError
from matcher.services.settings.options import Value
from matcher.services.settings.settings_file import Reading
from ui.controllers.staff_session import StaffSession
from ui.tasks import LatestJob

if TYPE_CHECKING:  # the database comes with it
    from matcher.services.settings.settings_service import SettingsService

FindPrinters = Callable[[], tuple[str, ...]]


def usual_printers() -> tuple[str, ...]:
    """Return the names of this computer's printers, asking the window's way where CUPS is not."""
    from matcher.services.sheets.printers import printer_names

    names = printer_names()
    if names is None:
        from ui.printing import THIS_COMPUTER

        names = tuple(each.name for each in THIS_COMPUTER.find())
    return names


class SettingsController(QObject):
    """Owner of what was changed; it stays as long as the staff window is open.

    Parameters
    ----------
    service
        What it is done with.
    session
        Who does it, and whether they may.
    find_printers
        Called off the GUI thread.

    Attributes
    ----------
    draft
        What was changed and is not saved, by key.
    fault
        Why the file cannot be read, if so.
    printers
        The names of the printers; ``None`` until they were looked for.

    Signals
    -------
    known
        The file was read.
    changed
        Something was changed, or is as it was.
    saved
        What was changed holds.
    failed
        With the `MatcherError` that says why not; what was changed stays.
    found
        The printers are known.
    """

    known = Signal()
    changed = Signal()
    saved = Signal()
    failed = Signal(object)
    found = Signal()

    def __init__(
        self,
        service: SettingsService,
        session: StaffSession,
        find_printers: FindPrinters = usual_printers,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.draft: dict[str, Value] = {}
        self.fault: MatcherError | None = None
        self.printers: tuple[str, ...] | None = None
        self._service = service
        self._find_printers = find_printers
        self._reading: Reading | None = None
        self._looking, self._saving, self._finding = (LatestJob(self) for _ in range(3))
        self._looking.done.connect(self._keep)
        self._looking.failed.connect(self._keep_fault)
        self._saving.done.connect(self._keep_saved)
        self._saving.failed.connect(self.failed)
        self._saving.failed.connect(session.heed)
        self._finding.done.connect(self._keep_printers)
        self._finding.failed.connect(self._keep_printers)

    @property
    def path(self) -> str:
        """Where the settings are kept."""
        return str(self._service.file.path)

    @property
    def is_known(self) -> bool:
        """Whether the file was read, and can be."""
        return self._reading is not None and self.fault is None

    @property
    def busy(self) -> bool:
        """Whether something is being saved."""
        return self._saving.busy

    def value(self, key: str) -> Value:
        """Return what an option is set to, as it will be once the draft is saved."""
        return self.draft[key] if key in self.draft else self._held(key)

    def look(self) -> None:
        """Read the file, and see which printers there are."""
        self._looking.start(self._service.read)
        self._finding.start(self._find_printers)

    def set(self, key: str, value: Value) -> None:
        """Change an option in the draft."""
        if value == self._held(key):
            self.draft.pop(key, None)
        else:
            self.draft[key] = value
        self.changed.emit()

    def leave(self) -> None:
        """Let everything be as it was."""
        self.draft = {}
        self.changed.emit()

    def save(self) -> None:
        """Save the draft, if somebody is there who may; else wish that they sign in."""
        if not self.draft or self.busy or self._reading is None:
            return
        if self.session.ask_to_change():
            draft, mark = dict(self.draft), self._reading.mark
            self._saving.start(self._service.save, draft, mark, self.session.who)

    def _held(self, key: str) -> Value:
        assert self._reading is not None
        held: Value = getattr(self._reading.values, key)
        return held

    def _keep(self, reading: Reading) -> None:
        self._reading, self.fault = reading, None
        self.draft = {key: value for key, value in self.draft.items() if value != self._held(key)}
        self.known.emit()

    def _keep_fault(self, error: MatcherError) -> None:
        self.fault = error
        self.known.emit()

    def _keep_saved(self, reading: Reading) -> None:
        self._keep(reading)
        self.saved.emit()

    def _keep_printers(self, names: object) -> None:
        self.printers = names if isinstance(names, tuple) else ()
        self.found.emit()
