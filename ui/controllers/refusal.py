"""Why something was not done to a profile, said beside what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from matcher.errors import MatcherError, Message

if TYPE_CHECKING:
    from matcher.directory.profile import Profile
    from ui.controllers.person_draft import PersonDraft

_CELL, _OUTDATED = "error.store.cell", "error.store.outdated"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why something was not done: what is wrong by field, and what concerns none alone.

    Under ``""`` is what is wrong with the day.
    """

    by_field: Mapping[str, tuple[Message, ...]] = field(default_factory=dict)
    others: tuple[Message, ...] = ()


def refusal_of(error: MatcherError, draft: PersonDraft, profile: Profile) -> Refusal:
    """Say what an error means for a draft that was to be saved."""
    by_field: dict[str, tuple[Message, ...]] = {}
    others: list[Message] = []
    for message in error.messages:
        name, why = message.params.get("field"), message.params.get("why")
        if message.key == _CELL and isinstance(name, str) and isinstance(why, Message):
            by_field[name] = (*by_field.get(name, ()), why)
        else:
            others.append(message)
        if message.key == _OUTDATED:
            by_field |= _spoken_since(draft, profile)
    return Refusal(by_field, tuple(others))


def day_refused(day: date | None) -> Refusal:
    """Say why no word can be of a day: it has yet to come, or what is written is none."""
    return Refusal({"": (Message(f"editor.{'day_to_come' if day else 'no_day'}"),)})


def _spoken_since(draft: PersonDraft, profile: Profile) -> dict[str, tuple[Message, ...]]:
    """Say of each changed field when this source spoke of it after the day that is written."""
    found: dict[str, tuple[Message, ...]] = {}
    day = draft.date or date.min
    for name in draft.fields:
        for fact in profile.said(name):
            since = fact.confirmed_on
            if fact.source is draft.source and since is not None and since > day:
                found[name] = (Message("editor.newer", date=since),)
    return found
