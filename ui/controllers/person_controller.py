"""One profile under the hands of the staff: what is stated, what is being changed, and saving."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from matcher.directory.profile import Fact, Profile, Source
from matcher.errors import MatcherError, Message
from matcher.services.upkeep.overtaken import Edit, OvertakenError, seen_on
from ui.controllers.kept_drafts import KeptDrafts
from ui.controllers.person_draft import PersonDraft, held_cell
from ui.controllers.person_jobs import (
    EditorServices,
    EditOutcome,
    Reading,
    Voice,
    add,
    confirm,
    publish,
    read,
    save,
    undo,
)
from ui.controllers.refusal import Refusal, day_refused, refusal_of
from ui.tasks import LatestJob

if TYPE_CHECKING:
    from matcher.directory.fact_age import FactAge
    from matcher.directory.trail import Act
    from ui.controllers.staff_session import StaffSession


class PersonController(QObject):
    """Owner of the draft of one profile; nothing of it is lost before it is saved or let go.

    Parameters
    ----------
    services
        What it works with.
    session
        Who changes the directory.
    today
        The day it is.

    Signals
    -------
    loaded
        The profile was read anew.
    draft_changed
        With the field whose draft changed.
    done
        With a `EditOutcome`.
    refused
        With a `Refusal`; the draft is as it was.
    kept_aside
        With the name of whoever wrote the draft that was open: somebody else signed in.
    failed
        With the `MatcherError` that says why there is no profile.
    """

    loaded = Signal()
    draft_changed = Signal(str)
    done = Signal(object)
    refused = Signal(object)
    kept_aside = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        services: EditorServices,
        session: StaffSession,
        today: Callable[[], date] = date.today,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._today = today
        self._sent = Edit({}, {})
        self.kept = KeptDrafts()
        self._loading, self._working = LatestJob(self), LatestJob(self)
        self.open("")
        self._loading.done.connect(self._take)
        self._loading.failed.connect(self.failed)
        self._working.done.connect(self._finish)
        self._working.failed.connect(self._refuse)
        self._working.failed.connect(session.heed)
        session.changed.connect(self._heed_session)

    @property
    def profile_id(self) -> str:
        """Whose profile is open; ``""`` for somebody who is not there yet."""
        return self._draft.profile_id

    @property
    def source(self) -> Source:
        """Whose word the changes are."""
        return self._draft.source

    @source.setter
    def source(self, source: Source) -> None:
        self._draft.source = source

    @property
    def day(self) -> str:
        """Of which day they are, as it was written."""
        return self._draft.day

    @day.setter
    def day(self, day: str) -> None:
        self._draft.day = day

    @property
    def profile(self) -> Profile:
        """What the directory says, as it was last read."""
        return self._profile

    @property
    def is_loaded(self) -> bool:
        """Whether the profile that is open has been read."""
        return self._profile.id == self.profile_id

    @property
    def busy(self) -> bool:
        """Whether something is being done."""
        return self._working.busy

    @property
    def changed(self) -> tuple[str, ...]:
        """The fields with a draft that is not saved."""
        return self._draft.fields

    def open(self, profile_id: str) -> None:
        """Turn to a profile, or to a new one with ``""``; a draft of another is let go."""
        self._loading.drop()
        self._working.drop()
        self._profile = Profile("", {})
        self._draft = PersonDraft(profile_id, Source.CLINIC, self._today().isoformat())

    def let_go(self) -> None:
        """Forget the draft."""
        self._draft.clear()

    def put_aside(self, then: str = "") -> None:
        """Keep the draft for whoever wrote it, and turn to another profile, or to nobody."""
        self.kept.keep(self._draft)
        self.open(then)

    def take_up(self) -> bool:
        """Go on with what was put aside for whoever is signed in; tell whether there was any."""
        draft = None if self.changed else self.kept.take(self._session.who.name)
        if draft is not None:
            self.open(draft.profile_id)
            self._draft = draft
        return draft is not None

    def _heed_session(self) -> None:
        """Let nobody who signs in go on with what another wrote: that waits for who wrote it."""
        draft, who = self._draft, self._session.who.name
        if who and draft.fields and not draft.belong_to(who):
            self.put_aside(draft.profile_id)
            self.kept_aside.emit(draft.who)
            self.request()

    def request(self) -> None:
        """Read the profile; told by `loaded` or `failed`."""
        if self.profile_id:
            self._loading.start(read, self._services, self.profile_id)
        else:
            self.loaded.emit()

    def fact(self, field: str) -> Fact | None:
        """Return what holds for a field."""
        return self._profile.facts.get(field)

    def others(self, field: str) -> tuple[Fact, ...]:
        """Return what other sources say of a field, all of it kept."""
        return tuple(fact for name, fact in self._profile.superseded if name == field)

    def age(self, fact: Fact) -> FactAge:
        """Return how old a fact is today."""
        return self._services.directory.age_limits.age_of(fact, self._today())

    def is_ahead(self, fact: Fact) -> bool:
        """Tell whether a fact is of a day that has yet to come: some clock ran ahead."""
        return fact.confirmed_on is not None and fact.confirmed_on > self._today()

    def cell(self, field: str) -> str:
        """Return what the editor shows for a field: the draft, or what holds."""
        cell = self._draft.cell(field)
        return held_cell(self._profile, field) if cell is None else cell

    def set_cell(self, field: str, cell: str) -> None:
        """Change the draft of a field."""
        self._draft.write(field, cell, self._profile, self._session.who.name)
        self.draft_changed.emit(field)

    @property
    def overtaken(self) -> Mapping[str, Act | None]:
        """By field that somebody else changed too, and that is undecided, what did it if known."""
        return self._draft.overtaken

    def keep_mine(self, field: str) -> None:
        """Decide that what is written here goes before what somebody else said meanwhile."""
        self._draft.keep(field, self._profile)
        self.draft_changed.emit(field)

    def take_theirs(self, field: str) -> None:
        """Decide the other way round."""
        self._draft.forget(field)
        self.draft_changed.emit(field)

    def outweighed_by(self, field: str) -> Fact | None:
        """Return the word of another source that would hold after all when the draft is saved."""
        return self._draft.outweighed_by(field, self._profile)

    def save(self) -> None:
        """Keep the draft as one act; told by `done` or `refused`."""
        if not self._may_begin():
            return
        day = self._draft.date
        if day is None or day > self._today():
            self.refused.emit(day_refused(day))
            return
        if not (self.profile_id or self.cell("name")):
            self.refused.emit(Refusal({"name": (Message("error.store.no_name"),)}))
            return
        if not self.changed:
            self.done.emit(EditOutcome("nothing", self._profile))
            return
        self._sent = self._draft.edit()
        voice = Voice(self.source, day, self._session.who)
        work = save if self.profile_id else add
        self._working.start(work, self._services, self.profile_id, self._sent, voice)

    def publish(self, *, shown: bool) -> None:
        """Let clients see the profile, or no longer."""
        if self._may_begin():
            voice = Voice(Source.CLINIC, self._today(), self._session.who)
            self._working.start(publish, self._services, self.profile_id, voice, shown)

    def confirm_all(self) -> None:
        """Note that all that is shown is so today, by the source that is chosen."""
        if self.changed:
            self.refused.emit(Refusal(others=(Message("editor.save_first"),)))
        elif self.is_loaded and self._may_begin():
            seen = {name: seen_on(self._profile, name) for name in self._profile.facts}
            voice = Voice(self.source, self._today(), self._session.who)
            self._working.start(confirm, self._services, self.profile_id, seen, voice)

    def undo(self, act_id: int) -> None:
        """Take back what was just done."""
        if self._may_begin():
            self._working.start(undo, self._services, self.profile_id, act_id, self._session.who)

    def _may_begin(self) -> bool:
        """Tell whether something may be done now; ask for somebody who may when nobody may."""
        return self._session.ask_to_change() and not self.busy

    def _take(self, reading: Reading) -> None:
        self._profile, self._draft.newest = reading
        self._draft.follow(self._profile)
        self.loaded.emit()

    def _finish(self, done: EditOutcome) -> None:
        self._draft.newest = done.newest
        if done.what in {"saved", "added", "nothing"}:  # what was written since stays
            self._draft.follow_saved(self._sent, done.profile)
        self._draft.profile_id = done.profile.id
        self._take(Reading(done.profile, done.newest))
        self.done.emit(done)

    def _refuse(self, error: MatcherError) -> None:
        if not isinstance(error, OvertakenError):
            self.refused.emit(refusal_of(error, self._draft, self._profile))
            return
        self._draft.note_overtaken(error)
        self._take(Reading(error.profile, error.newest))
        if found := self._draft.overtaken:
            self.refused.emit(Refusal(dict.fromkeys(found, (Message("editor.overtaken.choose"),))))
        else:  # they wrote the same
            self.save()
