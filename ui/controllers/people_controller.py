"""The table of all people: read, searched and sorted off the GUI thread."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from matcher.errors import MatcherError
from matcher.services.kiosks.copy_standing import CopyStanding
from matcher.services.people.people_wish import PeopleWish
from ui.tasks import LatestJob

if TYPE_CHECKING:  # numpy comes with them
    from matcher.services.directory.stored_directory import DirectoryService
    from matcher.services.people.people_search import Rows
    from matcher.services.people.people_table import PeopleTable

_BREATH = 0.0005
"""Seconds in which the window has the interpreter to itself, every few people read."""

_TOLD_EVERY = 0.25


@dataclass(frozen=True, slots=True, eq=False)
class FoundPeople:
    """Who was found.

    Attributes
    ----------
    rows
        Of the table, in the wanted order.
    wish
        What was looked for.
    """

    table: PeopleTable
    rows: Rows
    wish: PeopleWish

    @property
    def size(self) -> int:
        """How many were found."""
        return len(self.rows)


class PeopleController(QObject):
    """What the page of all people knows.

    Parameters
    ----------
    directory
        The directory in the database.
    today
        Gives the day as of which facts are old.
    copy
        Tells what clients see at the kiosk of this computer, if one runs.
    settings_fault
        Tells why the settings cannot be read, if they cannot.

    Signals
    -------
    reading
        With how many people have been read so far; 0 when it begins.
    found
        After `people` changed: others are there, or something else was looked for.
    failed
        With the `MatcherError` that says why there is no answer.
    """

    reading = Signal(object)
    found = Signal()
    failed = Signal(object)

    def __init__(
        self,
        directory: DirectoryService,
        today: Callable[[], date] = date.today,
        copy: Callable[[], CopyStanding] = CopyStanding,
        settings_fault: Callable[[], MatcherError | None] = lambda: None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.copy, self.settings_fault = copy, settings_fault
        self._directory = directory
        self._today = today
        self._wish = PeopleWish()
        self._table: PeopleTable | None = None
        self._people: FoundPeople | None = None
        self._reader, self._finder = LatestJob(self), LatestJob(self)
        self._reader.moved.connect(self.reading)
        self._reader.done.connect(self._take)
        self._finder.done.connect(self._show)
        for job in (self._reader, self._finder):
            job.failed.connect(self.failed)

    @property
    def people(self) -> FoundPeople | None:
        """Who was found last; ``None`` until the directory is read."""
        return self._people

    @property
    def wish(self) -> PeopleWish:
        """What is looked for."""
        return self._wish

    @property
    def busy(self) -> bool:
        """Whether `people` are about to change."""
        return self._reader.busy or self._finder.busy

    def read_again(self) -> None:
        """Read the directory; that takes no time unless it was changed since."""
        if self._table is None:
            self.reading.emit(0)
        self._reader.start_telling(_read, self._directory, self._today(), self._table)

    def set_wish(self, wish: PeopleWish) -> None:
        """Look for others, or for the same in another order."""
        if wish != self._wish:
            self._wish = wish
            self._find()

    def _take(self, table: PeopleTable) -> None:
        if table is not self._table or self._people is None:
            self._table = table
            self._find()

    def _find(self) -> None:
        if self._table is not None:
            self._finder.start(_find, self._table, self._wish)

    def _show(self, people: FoundPeople) -> None:
        self._people = people
        self.found.emit()


def _read(
    tell: Callable[[int], None],
    directory: DirectoryService,
    today: date,
    known: PeopleTable | None,
) -> PeopleTable:
    from matcher.services.people.people_table import read_people

    told_at = time.monotonic()

    def breathe(count: int) -> None:
        nonlocal told_at
        # Painting asks this interpreter for every cell; without a pause each would be waited for.
        time.sleep(_BREATH)
        if time.monotonic() - told_at > _TOLD_EVERY:
            told_at = time.monotonic()
            tell(count)

    return read_people(directory, today, known, breathe)


def _find(table: PeopleTable, wish: PeopleWish) -> FoundPeople:
    from matcher.services.people.people_search import find_people

    return FoundPeople(table, find_people(table, wish), wish)
