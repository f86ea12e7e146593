"""Brings a file in: looked at, tried out, taken over when somebody says so, and taken back."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from matcher.errors import MatcherError
from ui.controllers.documents_folder import free_path
from ui.controllers.import_jobs import ImportOutcome, bring_in, look, try_out
from ui.controllers.staff_session import StaffSession
from ui.tasks import LatestJob

if TYPE_CHECKING:  # neither the readers nor the database before somebody needs them
    from matcher.directory.trail import Undone
    from matcher.i18n import Catalogue
    from matcher.services.directory.stored_directory import DirectoryService
    from matcher.services.intake.chosen_file import FileFound
    from matcher.services.intake.file_mark import FileMark
    from matcher.services.intake.importing import ImportOptions, ImportReport
    from matcher.services.intake.mapping_choice import ListMapping
    from matcher.services.upkeep.history import HistoryService


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody says about a file.

    Attributes
    ----------
    source
        One of `matcher.directory.profile.Source`, or ``""`` for what the file or its kind says.
    day
        When it was known to be so; ``None`` when nobody said.
    state, taxonomy, postcode
        Which part of the national register is wanted; ``""`` for all.
    """

    source: str = ""
    day: date | None = None
    state: str = ""
    taxonomy: str = ""
    postcode: str = ""


@dataclass(slots=True)
class _Run:
    """The last reading, which may be under way.

    Attributes
    ----------
    is_followed
        Whether a trial is to begin as soon as this one, which was stopped, has ended.
    """

    is_trial: bool = True
    stop: Event = field(default_factory=Event)
    is_followed: bool = False


class ImportController(QObject):
    """Owner of the file that is being brought in.

    Parameters
    ----------
    directory
        Takes it over.
    history
        Takes an import back.
    session
        Who is here; nobody else changes the directory.

    Signals
    -------
    found
        The file was looked at.
    refused
        With the `MatcherError` that says why it cannot be brought in.
    moved
        With the rows read so far.
    tried
        With the report of a trial that changed nothing.
    stopped
        Somebody stopped it; the directory is as it was.
    brought_in
        With what became of it, `ImportOutcome`.
    failed
        With the `MatcherError` that says why something could not be done.
    undone
        With what became of taking it back.
    saved
        With the path of the list of findings.
    """

    found = Signal()
    refused = Signal(object)
    moved = Signal(object)
    tried = Signal(object)
    stopped = Signal()
    brought_in = Signal(object)
    failed = Signal(object)
    undone = Signal(object)
    saved = Signal(object)

    def __init__(
        self,
        directory: DirectoryService,
        history: HistoryService,
        session: StaffSession,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.said = Said()
        self.file: FileFound | None = None
        self.mapping: ListMapping | None = None
        self.trial: ImportReport | None = None
        self.is_other = False
        """Whether the last trial was one anew, of a file that had changed since."""
        self.done: ImportOutcome | None = None
        self._mark: FileMark | None = None
        self._directory = directory
        self._history = history
        self._run = _Run()
        self._looking, self._reading = LatestJob(self), LatestJob(self)
        self._undoing, self._saving = LatestJob(self), LatestJob(self)
        self._looking.done.connect(self._keep_found)
        self._looking.failed.connect(self.refused)
        self._reading.moved.connect(self.moved)
        self._reading.done.connect(self._keep_read)
        self._reading.failed.connect(self._fail)
        self._reading.failed.connect(session.heed)
        self._undoing.done.connect(self._keep_undone)
        self._undoing.failed.connect(self.failed)
        self._undoing.failed.connect(session.heed)
        self._saving.done.connect(self.saved)
        self._saving.failed.connect(self.failed)

    @property
    def is_busy(self) -> bool:
        """Whether a file is being read."""
        return self._reading.busy

    @property
    def under_way(self) -> str:
        """What changes the directory just now: ``import``, ``undo`` or ``""``."""
        if self._reading.busy and not self._run.is_trial:
            return "import"
        return "undo" if self._undoing.busy else ""

    @property
    def is_looking(self) -> bool:
        """Whether a file is being looked at."""
        return self._looking.busy

    def choose(self, path: Path) -> None:
        """Look at a file; what was found out about another one is forgotten."""
        self.forget()
        self._looking.start(look, path)

    def forget(self) -> None:
        """Begin anew."""
        self.stop()
        self._looking.drop()
        self.file = self.mapping = self.trial = self.done = self._mark = None
        self.is_other = False

    def try_out(self) -> None:
        """Read the file and change nothing; what was stopped and is still ending ends first."""
        if self.is_busy and self._run.stop.is_set():
            self._run.is_followed = True
        else:
            self._read(is_trial=True)

    def bring_in(self) -> None:
        """Take the file over, if somebody is there who may; else wish that they sign in."""
        if self.session.ask_to_change():
            self._read(is_trial=False)

    def stop(self) -> None:
        """Stop reading; the directory stays as it was."""
        self._run.stop.set()
        self._run.is_followed = False

    def undo(self) -> None:
        """Take the import back, if somebody is there who may."""
        done = self.done
        if self.session.ask_to_change() and done and done.act_id and not self._undoing.busy:
            self._undoing.start(self._history.undo, done.act_id, self.session.who)

    def usual_path(self) -> Path:
        """Return where the list of findings is usually saved."""
        stem = self.file.path.stem if self.file else ""
        return free_path(f"{stem}-findings.csv")

    def save_findings(self, path: Path, words: Catalogue) -> None:
        """Save what the trial found as a table."""
        from matcher.services.intake.field_words import FieldWords
        from matcher.services.intake.finding_list import write_findings

        if self.trial is not None:
            said = FieldWords(words, self.mapping)
            self._saving.start(write_findings, path, self.trial.findings, said)

    def _read(self, *, is_trial: bool) -> None:
        if self.file is None or self._reading.busy:
            return
        self._run = _Run(is_trial)
        options = replace(self._options(self.file), dry_run=is_trial)
        self._reading.start_telling(
            try_out if is_trial else bring_in,
            (self._directory, self._mark),
            self.file.path,
            options,
            self._run.stop,
        )

    def _options(self, file: FileFound) -> ImportOptions:
        from matcher.directory.profile import Source
        from matcher.services.intake.importing import ImportOptions

        said, mapping = self.said, self.mapping
        return ImportOptions(
            source=Source(said.source) if said.source else None,
            state=said.state,
            taxonomy=said.taxonomy,
            postcode=said.postcode,
            confirmed_on=said.day,
            mappings={} if mapping is None else {file.path: mapping},
            who=self.session.who,
        )

    def _keep_found(self, found: FileFound) -> None:
        self.file = found
        self.found.emit()

    def _keep_read(self, done: ImportOutcome) -> None:
        run = self._run
        if done.report.cancelled or (run.is_trial and run.stop.is_set()):
            self._end_stopped()
        elif run.is_trial or done.is_other:
            self.trial, self._mark, self.is_other = done.report, done.mark, done.is_other
            self.tried.emit(done.report)
        else:
            self.done = done
            self.brought_in.emit(done)

    def _end_stopped(self) -> None:
        if self._run.is_followed:
            self._read(is_trial=True)
        else:
            self.stopped.emit()

    def _keep_undone(self, undone: Undone) -> None:
        if self.done is not None:
            self.done = replace(self.done, act_id=0)
        self.undone.emit(undone)

    def _fail(self, error: MatcherError) -> None:
        if self._run.is_followed:
            self._read(is_trial=True)
        else:
            self.failed.emit(error)
