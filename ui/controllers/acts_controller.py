"""What was done to the directory, or to one profile, and taking it back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.tasks import LatestJob

if TYPE_CHECKING:
    from matcher.directory.trail import Act, Change
    from matcher.services.staff.signed_in import SignedIn
    from matcher.services.upkeep.history import HistoryService
    from ui.controllers.staff_session import StaffSession

ACTS_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Deeds:
    """Some acts, the newest first.

    Attributes
    ----------
    acts
        Each act.
    subjects
        Id and name of whom it concerned, by the act's number, where those are one or two.
    changes
        What it did to the one profile asked for, by the act's number; empty for the directory.
    is_all
        Whether there are no older ones.
    """

    acts: tuple[Act, ...]
    subjects: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    changes: Mapping[int, tuple[Change, ...]] = field(default_factory=dict)
    is_all: bool = True


class ActsController(QObject):
    """What the pages about the trail know.

    Parameters
    ----------
    history
        The trail.
    session
        Who takes something back.

    Attributes
    ----------
    profile_id
        Whose history is asked for; ``""`` for the whole directory.

    Signals
    -------
    listed
        With `Deeds`.
    previewed
        With the `UndoPreview` of an act.
    undone
        With the `Undone`.
    refused
        With the number of an act and the `MatcherError` that says why it cannot be taken back.
    failed
        With the `MatcherError` that says why there is no list.
    """

    listed = Signal(object)
    previewed = Signal(object)
    undone = Signal(object)
    refused = Signal(int, object)
    failed = Signal(object)

    def __init__(
        self, history: HistoryService, session: StaffSession, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._history = history
        self._session = session
        self.profile_id = ""
        self._limit = ACTS_AT_ONCE
        self._act = 0
        self._listing, self._looking = LatestJob(self), LatestJob(self)
        self._undoing = LatestJob(self)
        self._listing.done.connect(self.listed)
        self._listing.failed.connect(self.failed)
        self._looking.done.connect(self.previewed)
        self._undoing.done.connect(self.undone)
        for job in (self._looking, self._undoing):
            job.failed.connect(self._refuse)
        self._undoing.failed.connect(session.heed)

    @property
    def busy(self) -> bool:
        """Whether something is being taken back."""
        return self._undoing.busy

    def open(self, profile_id: str = "") -> None:
        """Turn to the history of a profile, or with ``""`` to that of the directory."""
        self.profile_id = profile_id
        self._limit = ACTS_AT_ONCE

    def request(self) -> None:
        """Read what was done; told by `listed` or `failed`."""
        if self.profile_id:
            self._listing.start(_of_profile, self._history, self.profile_id)
        else:
            self._listing.start(_of_directory, self._history, self._limit)

    def request_more(self) -> None:
        """Read older acts too."""
        self._limit += ACTS_AT_ONCE
        self.request()

    def preview(self, act_id: int) -> None:
        """Ask what undoing an act would change; told by `previewed` or `refused`."""
        self._act = act_id
        self._looking.start(_preview, self._history, act_id)

    def undo(self, act_id: int) -> None:
        """Take an act back; told by `undone` or `refused`."""
        if self._session.ask_to_change() and not self.busy:
            self._act = act_id
            self._undoing.start(_undo, self._history, act_id, self._session.who)

    def _refuse(self, error: object) -> None:
        self.refused.emit(self._act, error)


def _of_directory(history: HistoryService, limit: int) -> Deeds:
    acts = history.acts(limit + 1)
    shown = acts[:limit]
    return Deeds((*shown,), history.subjects(shown), is_all=len(acts) <= limit)


def _of_profile(history: HistoryService, profile_id: str) -> Deeds:
    found = history.history(profile_id)
    return Deeds(tuple(act for act, _ in found), changes={act.id: some for act, some in found})


def _preview(history: HistoryService, act_id: int) -> object:
    return history.preview(act_id)


def _undo(history: HistoryService, act_id: int, who: SignedIn) -> object:
    return history.undo(act_id, who)
