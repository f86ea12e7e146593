"""Opens the directory off the GUI thread, once, and answers about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from matcher.letters import name_order
from ui.controllers.directory_source import DirectorySource
from ui.tasks import LatestJob

if TYPE_CHECKING:  # numpy comes with it: not before the first page is painted
    from matcher.services.people.locality import Locality


class Person(NamedTuple):
    """Somebody of the directory.

    Attributes
    ----------
    id
        Of the profile.
    name
        As they want to be called.
    """

    id: str
    name: str


class DirectoryController(QObject):
    """What the window knows of the directory.

    Signals
    -------
    opened
        When the directory is there.
    failed
        With the `MatcherError` that says why it is not.
    """

    opened = Signal()
    failed = Signal(object)

    def __init__(self, source: DirectorySource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._locality: Locality | None = None
        self._people: tuple[Person, ...] = ()
        self._is_sample = False
        self._job = LatestJob(self)
        self._job.done.connect(self._keep)
        self._job.failed.connect(self.failed)

    @property
    def locality(self) -> Locality:
        """What is usual in the directory; nothing until it is opened."""
        from matcher.services.people.locality import Locality

        return self._locality or Locality()

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody in the directory by name; empty until it is opened."""
        return self._people

    @property
    def is_sample(self) -> bool:
        """Whether its people are invented; not known until it is opened."""
        return self._is_sample

    def open(self) -> None:
        """Open it off the GUI thread, which also imports what is heavy."""
        self._job.start(_look_around, self._source)

    def _keep(self, found: tuple[Locality, tuple[Person, ...], bool]) -> None:
        self._locality, self._people, self._is_sample = found
        self.opened.emit()


def _look_around(source: DirectorySource) -> tuple[Locality, tuple[Person, ...], bool]:
    """Return what is usual, the names of people, and whether they are invented."""
    from matcher.checklist.wording import clipped
    from matcher.directory.geography import locate_postcode

    locate_postcode("", "US")  # the table is read here, not when somebody writes a postcode
    directory = source.open()
    names = zip(directory.snapshot.ids, directory.snapshot.names, strict=True)
    people = [Person(profile_id, clipped(name)) for profile_id, name in names]
    people.sort(key=lambda person: name_order(person.name))
    return directory.locality(), tuple(people), directory.is_sample
