"""What is being changed of one profile, and what was said there when that was begun."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from matcher.directory.cells import write_cell
from matcher.directory.field import FIELDS
from matcher.directory.profile import Fact, Profile, Source
from matcher.services.upkeep.overtaken import Edit, Seen, seen_on

if TYPE_CHECKING:
    from matcher.directory.trail import Act
    from matcher.services.upkeep.overtaken import OvertakenError


@dataclass(slots=True)
class PersonDraft:
    """The cells that are written and not saved.

    Attributes
    ----------
    profile_id
        Whose profile it is; ``""`` for somebody who is not there yet.
    source, day
        Whose word the changes are, and of which day, as it was written.
    who
        The name of the account it belongs to: of who wrote the first of it, or signed in first
        thereafter; ``""`` as long as there is nobody.
    overtaken
        By field that somebody else changed too, what did it, where that is known: which of the
        two stays has yet to be decided.
    newest
        The newest act there was when the profile was last read, where that is known.
    """

    profile_id: str
    source: Source
    day: str
    who: str = ""
    overtaken: dict[str, Act | None] = field(default_factory=dict)
    newest: int | None = None
    _cells: dict[str, str] = field(default_factory=dict)
    _seen: dict[str, Seen] = field(default_factory=dict)

    @property
    def fields(self) -> tuple[str, ...]:
        """Those that are changed."""
        return tuple(name for name in FIELDS if name in self._cells)

    @property
    def date(self) -> date | None:
        """The day; ``None`` when what is written is none."""
        try:
            return date.fromisoformat(self.day.strip())
        except ValueError:
            return None

    def cell(self, name: str) -> str | None:
        """Return what is written; ``None`` where nothing is changed."""
        return self._cells.get(name)

    def write(self, name: str, cell: str, profile: Profile, who: str = "") -> None:
        """Change a field; it is no change when it is what holds.

        What was not anybody's yet is theirs who write.
        """
        if cell == held_cell(profile, name):
            self.forget(name)
        else:
            self._cells[name] = cell
            self._seen.setdefault(name, seen_on(profile, name, self.newest))
            self.belong_to(who)

    def belong_to(self, who: str) -> bool:
        """Let what is written be somebody's, if it was nobody's; tell whether it is theirs."""
        self.who = self.who or who
        return self.who == who

    def forget(self, name: str) -> None:
        """Let what holds stay."""
        for kept in (self._cells, self._seen, self.overtaken):
            kept.pop(name, None)
        if not self._cells:
            self.who = ""

    def keep(self, name: str, profile: Profile) -> None:
        """Let what is written stay, whatever was said meanwhile."""
        self.overtaken.pop(name, None)
        self._seen[name] = seen_on(profile, name, self.newest)

    def clear(self) -> None:
        """Forget all of it."""
        for name in self.fields:
            self.forget(name)

    def outweighed_by(self, name: str, profile: Profile) -> Fact | None:
        """Return the word of another source that would hold after all once it is saved."""
        day = self.date
        if name not in self._cells or day is None:
            return None
        rest = [fact for fact in profile.said(name) if fact.source is not self.source]
        mine = Fact("", self.source, day)
        is_withdrawn = not self._cells[name]
        over = [fact for fact in rest if is_withdrawn or fact.precedence > mine.precedence]
        return max(over, key=lambda fact: fact.precedence, default=None)

    def edit(self) -> Edit:
        """Return it as it is to be saved."""
        return Edit(dict(self._cells), dict(self._seen))

    def follow(self, profile: Profile) -> None:
        """Forget what holds by now."""
        for name in self.fields:
            if self._cells[name] == held_cell(profile, name):
                self.forget(name)

    def follow_saved(self, saved: Edit, profile: Profile) -> None:
        """Forget what was saved; what was written since stays, as a change of that."""
        for name, cell in saved.cells.items():
            if self._cells.get(name) == cell:
                self.forget(name)
            elif name in self._cells:
                self.keep(name, profile)

    def note_overtaken(self, error: OvertakenError) -> None:
        """Note what has to be decided."""
        self.overtaken |= {name: act for name, act in error.acts.items() if name in self._cells}


def held_cell(profile: Profile, name: str) -> str:
    """Return the cell of what holds on a field."""
    fact = profile.facts.get(name)
    return "" if fact is None else write_cell(fact.value)
