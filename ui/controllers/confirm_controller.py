"""Confirm these ten today: who they are, what was said of each, and how to take it back."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from matcher.directory.fact_age import COSTLY_FIRST
from matcher.directory.profile import Profile, Source
from matcher.errors import MatcherError, StoreError
from matcher.services.upkeep.overtaken import OvertakenError, Seen, seen_on
from ui.controllers.asked_person import AskedPerson, asked_person
from ui.controllers.in_turn import InTurn
from ui.controllers.staff_session import StaffSession
from ui.tasks import LatestJob

if TYPE_CHECKING:
    from matcher.services.directory.stored_directory import DirectoryService
    from matcher.services.staff.signed_in import SignedIn
    from matcher.services.upkeep.confirming import ConfirmingService
    from matcher.services.upkeep.history import HistoryService

    _Found = tuple[tuple[AskedPerson, ...], int, bool, date | None]
    """Who is listed, how many have old facts, whether nobody is there, the day of a new list."""

SOURCES = (Source.THERAPIST, Source.CLINIC)
"""Who can say that a fact is still so, the usual one first."""

_SPENT = {f"error.store.{why}" for why in ("no_act", "undone", "nothing_to_undo")}
"""Why nothing of an act is left to be taken back."""


@dataclass(frozen=True, slots=True)
class _Deed:
    """What was done: the profile after it, the act, and the one that was taken back; 0 for none.

    Nothing was, when somebody else changed some of the facts before.
    """

    profile: Profile
    act: int = 0
    undone: int = 0
    overtaken: tuple[str, ...] = ()


class ConfirmController(QObject):
    """What the page *Confirm these ten today* knows.

    The ten stay the same for the day, whatever becomes of them, so that one can see how far one is.

    Parameters
    ----------
    confirming, directory, history
        The services.
    session
        Who confirms.
    today
        Gives the day.

    Attributes
    ----------
    source
        Who says that a fact is still so.
    is_empty
        Whether nobody at all is in the directory.

    Signals
    -------
    listed
        The ten are there, or there anew.
    person_changed
        With the `AskedPerson` of whom something was confirmed or taken back.
    overtaken
        With the `AskedPerson`, as they stand now: somebody else changed what was to be confirmed,
        so nothing was.
    failed
        With the `MatcherError` that says why something could not be done.
    """

    listed = Signal()
    person_changed = Signal(object)
    overtaken = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        confirming: ConfirmingService,
        directory: DirectoryService,
        history: HistoryService,
        session: StaffSession,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__()
        self._services = _Services(confirming, directory, history)
        self._session = session
        self._today = today
        self._day: date | None = None
        self._people: dict[str, AskedPerson] = {}
        self._stale = 0
        self.is_empty = False
        self._unreached: set[str] = set()
        self._done: list[tuple[int, str]] = []
        self._sent: deque[frozenset[tuple[str, str]]] = deque()
        self.source = SOURCES[0]
        self._listing, self._doing = LatestJob(self), InTurn(self)
        self._listing.done.connect(self._keep)
        self._doing.done.connect(self._note)
        self._listing.failed.connect(self.failed)
        self._doing.failed.connect(self._fail)
        self._doing.failed.connect(session.heed)

    @property
    def day(self) -> date:
        """The day the list is of."""
        return self._day or self._today()

    @property
    def people(self) -> tuple[AskedPerson, ...]:
        """The ten, the most urgent first; empty until they are listed."""
        return (*self._people.values(),)

    @property
    def stale(self) -> int:
        """How many have facts that no longer count, without those of the ten who are done."""
        return self._stale - sum(person.is_no_longer_stale for person in self.people)

    @property
    def unreached(self) -> frozenset[str]:
        """The ids of those who could not be reached today."""
        return frozenset(self._unreached)

    @property
    def last(self) -> AskedPerson | None:
        """Of whom something was confirmed last, which can be taken back."""
        return self._people.get(self._done[-1][1]) if self._done else None

    def is_done(self, person: AskedPerson) -> bool:
        """Tell whether nothing is left to do for a person today."""
        return not person.open_fields or person.id in self._unreached

    def request(self) -> None:
        """Ask for the ten of today, or how they stand now; told by `listed`."""
        if self._day == self._today() and self._people:
            self._listing.start(self._services.look_again, self.people, self._stale)
            return
        self._listing.start(self._services.list_today, self._today())

    def confirm(self, profile_id: str, field: str = "") -> None:
        """Note that a fact, or all that is open, is still as it is shown.

        Told by `person_changed`, or else by `overtaken`.
        """
        person = self._people.get(profile_id)
        if person is None or not person.open_fields or not self._session.ask_to_change():
            return
        wanted = {(profile_id, name) for name in ((field,) if field else person.open_fields)}
        sent = frozenset(wanted.difference(*self._sent))
        if sent:
            seen = {name: seen_on(person.profile, name) for _, name in sorted(sent)}
            call = _Call(profile_id, seen, self.source, self._today(), self._session.who)
            self._sent.append(sent)
            self._doing.start(self._services.confirm, call)

    def undo(self) -> None:
        """Take the last confirmation back; told by `person_changed`."""
        if self._done and self._session.ask_to_change() and not self._doing.busy:
            act, profile_id = self._done[-1]
            self._sent.append(frozenset())
            self._doing.start(self._services.undo, act, profile_id, self._session.who)

    def set_unreached(self, profile_id: str, *, is_unreached: bool) -> None:
        """Remember for today that somebody could not be reached; nothing else comes of it."""
        if is_unreached:
            self._unreached.add(profile_id)
        else:
            self._unreached.discard(profile_id)
        if profile_id in self._people:
            self.person_changed.emit(self._people[profile_id])

    def _keep(self, found: _Found) -> None:
        people, self._stale, self.is_empty, day = found
        self._people = {person.id: person for person in people}
        if day is not None:
            self._day = day
            self._unreached.clear()
            self._done.clear()
        self.listed.emit()

    def _note(self, deed: _Deed) -> None:
        self._end_turn()
        self._forget({deed.undone})
        known = self._people.get(deed.profile.id)
        if known is None:
            return
        if deed.overtaken:
            self._show_anew(known, deed)
            return
        if deed.act:
            self._done.append((deed.act, deed.profile.id))
        person = known.standing(deed.profile)
        self._people[person.id] = person
        if not person.open_fields:
            self._unreached.discard(person.id)
        self.person_changed.emit(person)

    def _show_anew(self, known: AskedPerson, deed: _Deed) -> None:
        limits, facts = self._services.directory.age_limits, deed.profile.facts
        ages = {
            name: limits.age_of(facts[name], self._today())
            for name in deed.overtaken
            if name in facts
        }
        person = self._people[known.id] = known.shown_anew(deed.profile, ages)
        self.overtaken.emit(person)

    def _end_turn(self) -> None:
        """Let be sent again what is no longer under way; answers come in the order of the calls."""
        if self._sent:
            self._sent.popleft()

    def _fail(self, error: MatcherError) -> None:
        """Offer no more what is not there to be taken back; what failed for now is, still."""
        self._end_turn()
        self._forget({each.params["act"] for each in error.messages if each.key in _SPENT})
        self.failed.emit(error)

    def _forget(self, acts: Container[object]) -> None:
        self._done = [done for done in self._done if done[0] not in acts]


@dataclass(frozen=True, slots=True)
class _Call:
    """A confirmation to be noted."""

    profile_id: str
    seen: Mapping[str, Seen]
    source: Source
    day: date
    who: SignedIn


@dataclass(frozen=True, slots=True)
class _Services:
    """What runs off the GUI thread."""

    confirming: ConfirmingService
    directory: DirectoryService
    history: HistoryService

    def list_today(self, today: date) -> _Found:
        from matcher.services.people.wording import fields_of

        fields_of(COSTLY_FIRST[0])  # what facts are called is read here, not in the window
        stale = self.confirming.stale(today)
        ten = self.confirming.ten_for_today(today, stale)
        profiles = self._profiles(aged.id for aged in ten)
        people = (asked_person(aged, profiles[aged.id]) for aged in ten if aged.id in profiles)
        is_empty = not stale and not self.directory.count()
        return tuple(people), len(stale), is_empty, today

    def look_again(self, people: Sequence[AskedPerson], stale: int) -> _Found:
        profiles = self._profiles(person.id for person in people)
        known = (person for person in people if person.id in profiles)
        return tuple(person.standing(profiles[person.id]) for person in known), stale, False, None

    def confirm(self, call: _Call) -> _Deed:
        try:
            confirmed = self.confirming.confirm_seen(
                call.profile_id, call.seen, source=call.source, day=call.day, who=call.who
            )
        except OvertakenError as error:
            return _Deed(error.profile, overtaken=(*error.acts,))
        return _Deed(self.directory.profile(call.profile_id), confirmed.act_id)

    def undo(self, act: int, profile_id: str, who: SignedIn) -> _Deed:
        self.history.undo(act, who)
        return _Deed(self.directory.profile(profile_id), undone=act)

    def _profiles(self, ids: Iterable[str]) -> Mapping[str, Profile]:
        found = {}
        for profile_id in ids:
            with suppress(StoreError):  # gone meanwhile, or part of another
                found[profile_id] = self.directory.profile(profile_id)
        return found
