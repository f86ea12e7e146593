"""What all have in common who know pages that may be printed: their paper, and their file."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from matcher.i18n import Catalogue
from matcher.region import load_region
from ui.controllers.region_controller import RegionController
from ui.tasks import LatestJob

if TYPE_CHECKING:
    from matcher.region import Paper
    from ui.controllers.print_source import PrintOrder


class PaperController(QObject):
    """The base of each `PrintSource` whose pages stand on nothing that may go away.

    Parameters
    ----------
    region
        Says which paper is usual.

    Signals
    -------
    saved
        With the path of the file.
    failed
        With the `MatcherError` that says why not.
    """

    saved = Signal(object)
    failed = Signal(object)

    kind = ""
    is_private = False
    is_outdated = False

    def __init__(self, region: RegionController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._region = region
        self._paper: Paper | None = None
        self._saving = LatestJob(self)
        self._saving.done.connect(self.saved)
        self._saving.failed.connect(self.failed)

    @property
    def lacks(self) -> str:
        """Key of the sentence that says why there is nothing to print; ``""`` when there is."""
        return ""

    @property
    def paper(self) -> Paper:
        """The paper; at first what is usual in the region."""
        return self._paper or load_region(self._region.region).paper

    def set_paper(self, paper: Paper) -> None:
        """Say which paper is in the printer."""
        self._paper = paper

    def reading(self) -> AbstractContextManager[None]:
        """Let what it stands on be read; it is always there."""
        return nullcontext()

    def order(self, catalogue: Catalogue) -> PrintOrder:
        """Return what the pages are made from; the catalogue is that of the screen."""
        raise NotImplementedError

    @staticmethod
    def write(path: Path, data: bytes) -> Path:
        """Write the pages; called off the GUI thread."""
        raise NotImplementedError

    def save(self, path: Path, catalogue: Catalogue) -> None:
        """Make the pages and write them to a file; told by `saved` or `failed`."""
        self._saving.start(self._save, path, self.order(catalogue))

    def forget(self) -> None:
        """Be as in the beginning, for the next person."""
        self._saving.drop()
        self._paper = None

    @classmethod
    def _save(cls, path: Path, order: PrintOrder) -> Path:
        return cls.write(path, order.make())
