"""The documents that can be read in the program; opened off the GUI thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from matcher.i18n import Catalogue
from ui.tasks import LatestJob

if TYPE_CHECKING:
    from matcher.services.documents.opened import OpenedDocument


class DocumentsController(QObject):
    """What a page of documents knows.

    Signals
    -------
    opened
        With the `OpenedDocument` asked for last.
    failed
        With the `MatcherError` that says why there is none.
    """

    opened = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opening = LatestJob(self)
        self._opening.done.connect(self.opened)
        self._opening.failed.connect(self.failed)

    def request(self, id_: str, catalogue: Catalogue) -> None:
        """Ask for a document by its id, in a language; told by `opened`."""
        self._opening.start(_open, id_, catalogue)


# What reads Markdown and packages is imported where it runs: off the GUI thread.


def _open(id_: str, catalogue: Catalogue) -> OpenedDocument:
    from matcher.services.documents.library import open_document

    return open_document(id_, catalogue)
