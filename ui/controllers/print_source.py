"""What can be printed: pages in the making, whoever knows what goes on them."""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import SignalInstance

from matcher.i18n import Catalogue
from matcher.region import Paper

_USUAL = "sheets"
"""What most of the printing is about."""


class PrintOrder(Protocol):
    """All that pages are made from: frozen; equal orders make equal pages."""

    @property
    def paper(self) -> Paper:
        """What they are printed on."""

    def make(self) -> bytes:
        """Return the pages as PDF; called off the GUI thread."""


class PrintSource(Protocol):
    """Knows what is to be printed now.

    Attributes
    ----------
    kind
        Which it is: ``sheets``, ``blank`` or ``card``.
    is_private
        Whether the pages say what a person answered.
    saved
        Told with the path of the file.
    failed
        Told with the `MatcherError` that says why there is no file.
    """

    kind: str
    is_private: bool

    @property
    def saved(self) -> SignalInstance:
        """See above."""

    @property
    def failed(self) -> SignalInstance:
        """See above."""

    @property
    def lacks(self) -> str:
        """Key of the sentence that says why there is nothing to print; ``""`` when there is."""

    @property
    def is_outdated(self) -> bool:
        """Whether what it comes from is no longer there."""

    def reading(self) -> AbstractContextManager[None]:
        """Let what it comes from be read; where that is gone, its owner tells so."""

    def set_paper(self, paper: Paper) -> None:
        """Say which paper is in the printer."""

    def order(self, catalogue: Catalogue) -> PrintOrder:
        """Return what the pages are made from; the catalogue is that of the screen."""

    def usual_path(self) -> Path:
        """Return a free place for the file, where people look for documents."""

    def save(self, path: Path, catalogue: Catalogue) -> None:
        """Write the pages to a file; told by `saved` or `failed`."""


def page_for(page: str, source: PrintSource) -> str:
    """Return the id of the page that does with one source what `page` does with the sheets."""
    return page if source.kind == _USUAL else f"{page}_{source.kind}"
