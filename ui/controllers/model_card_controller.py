"""How this works: the model's own account of itself; read, saved and printed off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from matcher.directory.field import AGE_LIMIT_DAYS
from matcher.region import load_region
from ui.controllers.documents_folder import free_path
from ui.controllers.region_controller import RegionController
from ui.printing import print_pdf
from ui.tasks import LatestJob

if TYPE_CHECKING:
    from matcher.document import Section
    from matcher.i18n import Catalogue
    from matcher.region import Paper

FILE_NAME = "how-this-works.pdf"
"""Offered for the file."""


class ModelCardController(QObject):
    """What the page *How this works* knows.

    Parameters
    ----------
    region
        Says which paper is usual.
    print_file
        Prints a PDF and returns the name of the printer; raises `OutputError`.
    limit_days
        Gives the age in days up to which a dated fact counts; called off the GUI thread.

    Signals
    -------
    written
        With the `Section`s of the card in the language asked for.
    saved, printed
        With the path of the file, or the name of the printer.
    failed
        With the `MatcherError` that says why not.
    """

    written = Signal(object)
    saved = Signal(object)
    printed = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        region: RegionController,
        print_file: Callable[[bytes], str] = print_pdf,
        limit_days: Callable[[], int] = lambda: AGE_LIMIT_DAYS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._region = region
        self._print_file = print_file
        self._limit_days = limit_days
        self._writing, self._saving, self._printing = (LatestJob(self) for _ in range(3))
        self._writing.done.connect(self.written)
        self._saving.done.connect(self.saved)
        self._printing.done.connect(self.printed)
        for job in (self._writing, self._saving, self._printing):
            job.failed.connect(self.failed)

    @property
    def paper(self) -> Paper:
        """The paper that is usual in the region."""
        return load_region(self._region.region).paper

    def request(self, catalogue: Catalogue) -> None:
        """Ask for the card in a language; told by `written`."""
        self._writing.start(_sections, self._limit_days, catalogue)

    def usual_path(self) -> Path:
        """Return a free place for the file, where people look for documents."""
        return free_path(FILE_NAME)

    def save(self, path: Path, catalogue: Catalogue) -> None:
        """Write the card as PDF to a file; told by `saved` or `failed`."""
        self._saving.start(_save, path, self._limit_days, catalogue, self.paper)

    def print(self, catalogue: Catalogue) -> None:
        """Print the card; told by `printed` or `failed`."""
        self._printing.start(_print, self._print_file, self._limit_days, catalogue, self.paper)


# What makes the card and the PDF is imported where it runs: off the GUI thread.


def _sections(limit_days: Callable[[], int], catalogue: Catalogue) -> tuple[Section, ...]:
    from matcher.services.model_card import load_model_card
    from matcher.services.model_card_words import model_card_sections

    return model_card_sections(load_model_card(limit_days()), catalogue)


def _pdf(limit_days: Callable[[], int], catalogue: Catalogue, paper: Paper) -> bytes:
    from matcher.services.model_card import load_model_card
    from matcher.services.model_card_files import model_card_pdf
    from matcher.services.model_card_words import model_card_document

    return model_card_pdf(
        model_card_document(load_model_card(limit_days()), catalogue), paper=paper
    )


def _save(path: Path, limit_days: Callable[[], int], catalogue: Catalogue, paper: Paper) -> Path:
    from matcher.services.output_file import PDF_BEGINS, OutputKind, write_file

    kind = OutputKind(FILE_NAME, PDF_BEGINS)
    return write_file(path, _pdf(limit_days, catalogue, paper), kind)


def _print(
    print_file: Callable[[bytes], str],
    limit_days: Callable[[], int],
    catalogue: Catalogue,
    paper: Paper,
) -> str:
    return print_file(_pdf(limit_days, catalogue, paper))
