"""What staff has begun and must not be broken off, and how it ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:  # neither the readers nor the database before somebody needs them
    from ui.controllers.files_controller import FilesController
    from ui.controllers.import_controller import ImportController
    from ui.controllers.import_jobs import ImportOutcome


class StaffWork(QObject):
    """Looks on while files are brought in, taken back, saved and put back.

    Signals
    -------
    ended
        With whether something that was under way did what was wanted of it, and left out nothing
        that somebody should see; what was stopped did.
    moved
        With the rows read so far of a file that is being brought in.
    """

    ended = Signal(bool)
    moved = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._importing: ImportController | None = None
        self._files: FilesController | None = None

    @property
    def under_way(self) -> str:
        """What is under way, as ``staff.work`` calls it; ``""`` when nothing is."""
        found = [each.under_way for each in (self._importing, self._files) if each is not None]
        return next(filter(None, found), "")

    @property
    def can_stop(self) -> bool:
        """Whether it can be stopped, and the directory is then as it was."""
        return self.under_way == "import"

    def stop(self) -> None:
        """Stop what can be stopped."""
        if self._importing is not None:
            self._importing.stop()

    def watch_import(self, importing: ImportController) -> None:
        """Look on while a file is brought in or taken back."""
        self._importing = importing
        importing.moved.connect(self.moved)
        importing.brought_in.connect(self._tell_brought_in)
        for well in (importing.stopped, importing.undone):
            well.connect(self._tell_well)
        # A file that is no longer the one tried out is only tried out, anew.
        for ill in (importing.tried, importing.failed):
            ill.connect(self._tell_ill)

    def watch_files(self, files: FilesController) -> None:
        """Look on while files are saved and put back."""
        self._files = files
        for well in (files.backed_up, files.restored, files.exported, files.areas_taken):
            well.connect(self._tell_well)
        files.failed.connect(self._tell_ill)

    def _tell_brought_in(self, done: ImportOutcome) -> None:
        self.ended.emit(done.report.readable and not done.report.skipped)

    def _tell_well(self) -> None:
        self.ended.emit(True)

    def _tell_ill(self) -> None:
        self.ended.emit(False)
