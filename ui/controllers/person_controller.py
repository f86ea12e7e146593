"""One profile under the hands of the staff: what is stated, what is being changed, and saving."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from matcher.directory.cells import write_cell
from matcher.directory.field import FIELDS
from matcher.directory.profile import Fact, Profile, Source
from matcher.errors import Message, StoreError
from ui.controllers.person_jobs import (
    EditorServices,
    EditOutcome,
    Voice,
    add,
    confirm,
    publish,
    read,
    save,
    undo,
)
from ui.tasks import LatestJob

if TYPE_CHECKING:
    from matcher.directory.fact_age import FactAge
    from ui.controllers.staff_session import StaffSession

_CELL, _OUTDATED = "error.store.cell", "error.store.outdated"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why something was not done: what is wrong by field, and what concerns none alone.

    Under ``""`` is what is wrong with the day.
    """

    by_field: Mapping[str, tuple[Message, ...]]
    others: tuple[Message, ...] = ()


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

    Attributes
    ----------
    source, day
        Whose word the changes are, and of which day, as it was written.

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
    failed
        With the `MatcherError` that says why there is no profile.
    """

    loaded = Signal()
    draft_changed = Signal(str)
    done = Signal(object)
    refused = Signal(object)
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
        self._profile = Profile("", {})
        self._id = ""
        self._draft: dict[str, str] = {}
        self._sent: Mapping[str, str] = {}
        self.source, self.day = Source.CLINIC, today().isoformat()
        self._loading, self._working = LatestJob(self), LatestJob(self)
        self._loading.done.connect(self._take)
        self._loading.failed.connect(self.failed)
        self._working.done.connect(self._finish)
        self._working.failed.connect(self._refuse)

    @property
    def profile_id(self) -> str:
        """Whose profile is open; ``""`` for somebody who is not there yet."""
        return self._id

    @property
    def profile(self) -> Profile:
        """What the directory says, as it was last read."""
        return self._profile

    @property
    def is_loaded(self) -> bool:
        """Whether the profile that is open has been read."""
        return self._profile.id == self._id

    @property
    def busy(self) -> bool:
        """Whether something is being done."""
        return self._working.busy

    @property
    def changed(self) -> tuple[str, ...]:
        """The fields with a draft that is not saved."""
        return tuple(field for field in FIELDS if field in self._draft)

    def open(self, profile_id: str) -> None:
        """Turn to a profile, or to a new one with ``""``; a draft of another is let go."""
        self.let_go()
        self._loading.drop()
        self._working.drop()
        self._id, self._profile = profile_id, Profile("", {})
        self.source, self.day = Source.CLINIC, self._today().isoformat()

    def let_go(self) -> None:
        """Forget the draft."""
        self._draft.clear()

    def request(self) -> None:
        """Read the profile; told by `loaded` or `failed`."""
        if self._id:
            self._loading.start(read, self._services, self._id)
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

    def cell(self, field: str) -> str:
        """Return what the editor shows for a field: the draft, or what holds."""
        return self._draft.get(field, self._held(field))

    def set_cell(self, field: str, cell: str) -> None:
        """Change the draft of a field."""
        if cell == self._held(field):
            self._draft.pop(field, None)
        else:
            self._draft[field] = cell
        self.draft_changed.emit(field)

    def outweighed_by(self, field: str) -> Fact | None:
        """Return the word of another source that would hold after all when the draft is saved."""
        day = self._day()
        if field not in self._draft or day is None:
            return None
        facts = filter(None, (self.fact(field), *self.others(field)))
        rest = [fact for fact in facts if fact.source is not self.source]
        mine = Fact("", self.source, day)
        is_withdrawn = not self._draft[field]
        over = [fact for fact in rest if is_withdrawn or fact.precedence > mine.precedence]
        return max(over, key=lambda fact: fact.precedence, default=None)

    def save(self) -> None:
        """Keep the draft as one act; told by `done` or `refused`."""
        day = self._good_day() if self._may_begin() else None
        if day is None:
            return
        if not self._draft:
            self.done.emit(EditOutcome("nothing", self._profile))
            return
        self._sent = dict(self._draft)
        voice = Voice(self.source, day, self._session.who)
        work = save if self._id else add
        self._working.start(work, self._services, self._id, self._sent, voice)

    def publish(self, *, shown: bool) -> None:
        """Let clients see the profile, or no longer."""
        if self._may_begin():
            voice = Voice(Source.CLINIC, self._today(), self._session.who)
            self._working.start(publish, self._services, self._id, voice, shown)

    def confirm_all(self) -> None:
        """Note that all that is stated is so today, by the source that is chosen."""
        if self._draft:
            self._tell_refused(others=(Message("editor.save_first"),))
        elif self._may_begin():
            voice = Voice(self.source, self._today(), self._session.who)
            self._working.start(confirm, self._services, self._id, voice)

    def undo(self, act_id: int) -> None:
        """Take back what was just done."""
        if self._may_begin():
            self._working.start(undo, self._services, self._id, act_id, self._session.who)

    def _held(self, field: str) -> str:
        fact = self.fact(field)
        return "" if fact is None else write_cell(fact.value)

    def _may_begin(self) -> bool:
        """Tell whether something may be done now; ask for somebody who may when nobody may."""
        return self._session.ask_to_change() and not self.busy

    def _good_day(self) -> date | None:
        """Return the day that was written when a word can be of it; else say what is wrong."""
        day = self._day()
        if day is None or day > self._today():
            what = "day_to_come" if day else "no_day"
            self._tell_refused({"": (Message(f"editor.{what}"),)})
            return None
        return day

    def _day(self) -> date | None:
        try:
            return date.fromisoformat(self.day.strip())
        except ValueError:
            return None

    def _take(self, profile: Profile) -> None:
        self._profile = profile
        self._draft = {
            field: cell for field, cell in self._draft.items() if cell != self._held(field)
        }
        self.loaded.emit()

    def _finish(self, done: EditOutcome) -> None:
        if done.what in {"saved", "added", "nothing"}:  # what was written since stays
            for field, cell in self._sent.items():
                if self._draft.get(field) == cell:
                    del self._draft[field]
        self._id = done.profile.id
        self._take(done.profile)
        self.done.emit(done)

    def _refuse(self, error: StoreError) -> None:
        by_field: dict[str, tuple[Message, ...]] = {}
        others: list[Message] = []
        for message in error.messages:
            field, why = message.params.get("field"), message.params.get("why")
            if message.key == _CELL and isinstance(field, str) and isinstance(why, Message):
                by_field[field] = (*by_field.get(field, ()), why)
            else:
                others.append(message)
            if message.key == _OUTDATED:
                by_field |= self._spoken_since()
        self._tell_refused(by_field, tuple(others))

    def _spoken_since(self) -> dict[str, tuple[Message, ...]]:
        """Say of each changed field when this source spoke of it after the day that is written."""
        found: dict[str, tuple[Message, ...]] = {}
        day = self._day() or date.min
        for field in self._sent:
            for fact in filter(None, (self.fact(field), *self.others(field))):
                since = fact.confirmed_on
                if fact.source is self.source and since is not None and since > day:
                    found[field] = (Message("editor.newer", date=since),)
        return found

    def _tell_refused(
        self,
        by_field: Mapping[str, tuple[Message, ...]] | None = None,
        others: tuple[Message, ...] = (),
    ) -> None:
        self.refused.emit(Refusal(by_field or {}, others))
