"""The directory for work done off the GUI thread, and which one it is."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # numpy comes with it: not before the first page is painted
    from matcher.questionnaire.response import ResponseSet
    from matcher.services.directory.directory import Directory
    from matcher.services.matching.match import Match


class DirectorySource:
    """Gives the directory to work done off the GUI thread; the first to ask opens it.

    Parameters
    ----------
    opener
        Opens it: `open_sample`, or `open_own` with an address.
    """

    def __init__(self, opener: Callable[[], Directory]) -> None:
        self._opener = opener
        self._lock = Lock()
        self._directory: Directory | None = None

    def open(self) -> Directory:
        """Return the directory with its snapshot ready."""
        with self._lock:
            if self._directory is None:
                self._directory = self._opener()
                self._directory.snapshot  # noqa: B018 - built here, not in the window
            return self._directory

    def renew(self) -> None:
        """Let whoever asks next open it anew: it was changed."""
        with self._lock:
            self._directory = None

    def match(self, answers: ResponseSet) -> Match:
        """Return what the directory says to these answers."""
        from matcher.services.matching.match import match

        return match(self.open(), answers)

    def limit_days(self) -> int:
        """Return the age in days up to which a dated fact counts."""
        return self.open().limit_days


def open_own(database: str = "") -> Directory:
    """Open the person's own directory; the invented one when nobody is in it yet.

    Parameters
    ----------
    database
        Its address; with one, nothing else will do.
    """
    from matcher.bootstrap import Places, build_services
    from matcher.services.directory.sample_directory import sample_directory

    directory = build_services(Places.from_environment(database=database)).directory
    if database or (directory.exists and directory.count()):
        return directory
    return sample_directory()


def open_sample() -> Directory:
    """Return the invented directory."""
    from matcher.services.directory.sample_directory import sample_directory

    return sample_directory()
