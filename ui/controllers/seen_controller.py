"""A practitioner's page as clients see it, for staff: read and saved off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from matcher.document import Edition
from matcher.i18n import Catalogue
from matcher.region import load_region
from matcher.services.practitioner.files import (
    FORMS,
    PractitionerForm,
    file_name,
    form_of,
    write_codes,
    write_practitioner,
)
from ui.controllers.documents_folder import free_path
from ui.tasks import LatestJob

if TYPE_CHECKING:
    from matcher.document import Section
    from matcher.region import Paper
    from matcher.services.directory.stored_directory import DirectoryService
    from matcher.services.practitioner.page import PractitionerPage


@dataclass(frozen=True, slots=True)
class Seen:
    """What is shown of one profile.

    Attributes
    ----------
    page
        The profile as clients meet it.
    costs
        What its silence and its age cost, in the language asked for.
    """

    page: PractitionerPage
    costs: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class SeenOrder:
    """All that the pages of one profile are made from.

    Attributes
    ----------
    is_full
        Whether paper holds each fact with a row of its own, or the short edition.
    """

    directory: DirectoryService
    profile_id: str
    today: date
    language: str
    region: str
    paper: Paper
    is_full: bool = False

    def make(self) -> bytes:
        """Return the page, its costs and the form as PDF."""
        return self.make_as("pdf")

    def make_as(self, form: PractitionerForm) -> bytes:
        """Return the same as a file of another kind."""
        from matcher.services.practitioner import files
        from matcher.services.practitioner.words import PractitionerWords

        if form != "pdf":
            make = files.practitioner_csv if form == "csv" else files.practitioner_json
            return make(self.directory.profile(self.profile_id), self.today)
        words = Catalogue(self.language, self.region)
        document = PractitionerWords(self.page(words), words).document(is_full=self.is_full)
        return files.practitioner_pdf(document, paper=self.paper, edition=Edition())

    def page(self, words: Catalogue) -> PractitionerPage:
        """Return the profile as clients meet it."""
        from matcher.services.practitioner.page import practitioner_page

        profile = self.directory.profile(self.profile_id)
        return practitioner_page(profile, self.today, self.directory.age_limits, words)


class SeenController(QObject):
    """Owner of whose page is looked at.

    Parameters
    ----------
    directory
        The directory in the database.
    today
        Gives the day that ages are counted to.

    Signals
    -------
    opened
        It is somebody else's page now.
    written
        With the `Seen` page in the language asked for.
    saved
        With the path of the file.
    failed
        With the `MatcherError` that says why not.
    """

    opened = Signal()
    written = Signal(object)
    saved = Signal(object)
    failed = Signal(object)

    kind = "seen"
    is_private = False
    is_outdated = False

    def __init__(
        self,
        directory: DirectoryService,
        today: Callable[[], date] = date.today,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._directory = directory
        self._today = today
        self._profile_id = ""
        self._paper: Paper | None = None
        self._is_full = False
        self._reading, self._saving = LatestJob(self), LatestJob(self)
        self._reading.done.connect(self.written)
        self._saving.done.connect(self.saved)
        for job in (self._reading, self._saving):
            job.failed.connect(self.failed)

    @property
    def profile_id(self) -> str:
        """Whose page is looked at; ``""`` for nobody's."""
        return self._profile_id

    @property
    def lacks(self) -> str:
        """Key of the sentence that says why there is nothing to print; ``""`` when there is."""
        return "" if self._profile_id else "practitioner.screen.nobody"

    def show(self, profile_id: str) -> None:
        """Look at somebody's page; on paper it is the short edition again."""
        self._profile_id = profile_id
        self._is_full = False
        self.opened.emit()

    def request(self, catalogue: Catalogue) -> None:
        """Ask for the page in a language; told by `written` or `failed`."""
        self._reading.start(_read, self.order(catalogue), catalogue)

    def set_paper(self, paper: Paper) -> None:
        """Say which paper is in the printer."""
        self._paper = paper

    @property
    def is_full(self) -> bool:
        """Whether paper holds the full edition; the short one until somebody asks for more."""
        return self._is_full

    def set_full(self, *, is_full: bool) -> None:
        """Choose between the full edition and the short one."""
        self._is_full = is_full

    def reading(self) -> AbstractContextManager[None]:
        """Let the page be read."""
        return nullcontext()

    def order(self, catalogue: Catalogue) -> SeenOrder:
        """Return what the pages are made from; the catalogue is that of the screen."""
        return SeenOrder(
            self._directory,
            self._profile_id,
            self._today(),
            catalogue.language,
            catalogue.region,
            self._paper or load_region(catalogue.region).paper,
            self._is_full,
        )

    def usual_path(self, form: PractitionerForm = FORMS[0]) -> Path:
        """Return a free place for the file, where people look for documents."""
        return free_path(file_name(form))

    def save(self, path: Path, catalogue: Catalogue) -> None:
        """Write the kind of file that a name's ending tells; told by `saved` or `failed`."""
        self._saving.start(_save, path, self.order(catalogue))

    def forget(self) -> None:
        """Look at nobody's page any more."""
        for job in (self._reading, self._saving):
            job.drop()
        self._profile_id, self._paper, self._is_full = "", None, False


def _read(order: SeenOrder, words: Catalogue) -> Seen:
    from matcher.services.practitioner.silence_words import SilenceWords

    page = order.page(words)
    return Seen(page, SilenceWords(page, words).sections())


def _save(path: Path, order: SeenOrder) -> Path:
    form = form_of(path) or FORMS[0]
    if form == "csv":
        write_codes(path, Catalogue(order.language, order.region))
    return write_practitioner(path, order.make_as(form), form)
