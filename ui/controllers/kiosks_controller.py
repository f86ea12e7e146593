"""What kiosks elsewhere told of themselves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from matcher.errors import MatcherError
from ui.tasks import LatestJob

if TYPE_CHECKING:
    from matcher.directory.kiosk_event import KioskStanding
    from matcher.services.kiosks.kiosks_service import KiosksService


class KiosksController(QObject):
    """Asks for it off the GUI thread.

    Parameters
    ----------
    service
        Who knows.

    Attributes
    ----------
    kiosks
        What was known last, by name; empty where no kiosk ever told anything, and at a kiosk,
        which may not know of others.
    fault
        Why nothing is known now, if so.

    Signals
    -------
    known
        After the server answered, or did not.
    """

    known = Signal()

    def __init__(self, service: KiosksService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kiosks: Sequence[KioskStanding] = ()
        self.fault: MatcherError | None = None
        self._job = LatestJob(self)
        self._service = service
        self._job.done.connect(self._keep)
        self._job.failed.connect(self._keep_fault)

    @property
    def busy(self) -> bool:
        """Whether an answer has yet to come."""
        return self._job.busy

    def request(self) -> None:
        """Ask; told by `known`."""
        self._job.start(self._service.standing)

    def _keep(self, kiosks: Sequence[KioskStanding]) -> None:
        self.kiosks, self.fault = kiosks, None
        self.known.emit()

    def _keep_fault(self, error: MatcherError) -> None:
        self.fault = error
        self.known.emit()
