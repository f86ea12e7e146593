"""What was done to the directory, in words."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from matcher.checklist.hours import clock_words
from matcher.directory.cells import read_cell
from matcher.directory.field import FIELDS
from matcher.directory.profile import Fact, Source
from matcher.directory.trail import (
    APART,
    MERGED,
    NOTHING,
    PUBLISHED,
    Act,
    Change,
    DeedKind,
    Place,
    Word,
)
from matcher.i18n import Catalogue
from matcher.services.people.fact_words import field_name, field_value
from matcher.services.people.wording import describe_source
from matcher.services.settings.settings_words import noted_words


class ChangeWords(NamedTuple):
    """What an act did in one place: to what, and what stood there before and after."""

    subject: str
    before: str
    after: str


def act_words(act: Act, names: Sequence[str], catalogue: Catalogue) -> str:
    """Say what was done, and to whom where those are few: *Changed: Ana Vidal*."""
    detail = act.deed.detail
    if act.deed.kind is DeedKind.SETTINGS:
        detail = noted_words(detail, catalogue)
    what = catalogue.text(f"acts.what.{act.deed.kind}", detail=detail)
    return catalogue.text("acts.of", what=what, name=catalogue.list(names)) if names else what


def act_details(act: Act, catalogue: Catalogue, here: Sequence[Change] = ()) -> str:
    """Say which number an act has, who did it, when, and how much it changed, if anything.

    Parameters
    ----------
    here
        What it changed of the one person it is told of; left out, it is told of the directory.
    """
    details = catalogue.text(
        "acts.details",
        act=act.id,
        who=act.deed.who or catalogue.text("acts.nobody"),
        moment=moment_words(act, catalogue),
    )
    changes = catalogue.text("acts.changes", n=act.changes) if act.changes else ""
    return f"{details} {changes_here(here, catalogue) if here else changes}".rstrip()


def moment_words(act: Act, catalogue: Catalogue) -> str:
    """Say when something was done."""
    at = act.at.astimezone()
    return catalogue.text(
        "acts.moment",
        date=catalogue.date(at.date()),
        time=clock_words(at.hour * 60 + at.minute, catalogue),
    )


def changes_here(changes: Sequence[Change], catalogue: Catalogue) -> str:
    """Say what an act did to one person: that it brought them, or how much it changed."""
    is_new = any(not each.place.field and each.before == NOTHING for each in changes)
    return catalogue.text("acts.brought" if is_new else "acts.changes_here", n=len(changes))


def change_words(
    change: Change, catalogue: Catalogue, names: Mapping[str, str] | None = None
) -> ChangeWords:
    """Say a change.

    Parameters
    ----------
    names
        Of the people it may concern, by id; left out, it is clear who is meant.
    """
    place = change.place
    if place.field == APART:
        subject = catalogue.text("acts.profile")
        before, after = (
            catalogue.text(f"acts.apart.{'no' if word == NOTHING else 'yes'}", id=place.source)
            for word in (change.before, change.after)
        )
    elif place.field == PUBLISHED:
        subject = catalogue.text("acts.profile")
        before, after = (_asked(place, word, catalogue) for word in (change.before, change.after))
    elif place.field:
        subject = field_name(place.field, catalogue) if place.field in FIELDS else place.field
        before = _said(place, change.before, catalogue, change.before_by)
        after = _said(place, change.after, catalogue, change.after_by)
    else:
        subject = catalogue.text("acts.profile")
        before, after = (_standing(word, catalogue) for word in (change.before, change.after))
    if names is not None:
        name = names.get(place.profile_id, place.profile_id)
        subject = catalogue.text("acts.place_of", name=name, what=subject)
    return ChangeWords(subject, before, after)


def holding_words(field: str, fact: Fact, catalogue: Catalogue) -> str:
    """Say what holds of a field, and who said it."""
    source = describe_source(fact.source, fact.confirmed_on, catalogue)
    return catalogue.text("acts.said", value=field_value(field, fact, catalogue), source=source)


def _standing(word: Word, catalogue: Catalogue) -> str:
    value = word.value or "absent"
    if value.startswith(MERGED):
        return catalogue.text("acts.standing.merged", id=value.removeprefix(MERGED))
    return catalogue.text(f"acts.standing.{value}")


def _asked(place: Place, word: Word, catalogue: Catalogue) -> str:
    if word == NOTHING:
        return catalogue.text("fact.not_stated")
    return catalogue.text("acts.asked", source=describe_source(place.source, word.day, catalogue))


def _said(place: Place, word: Word, catalogue: Catalogue, withdrawn_by: str = "") -> str:
    if word == NOTHING:
        return catalogue.text("fact.not_stated")
    source = describe_source(withdrawn_by or place.source, word.day, catalogue)
    if word.value is None:
        is_own = Source.THERAPIST in {withdrawn_by, place.source}
        return catalogue.text(f"acts.{'withdrawn' if is_own else 'silent'}", source=source)
    value = read_cell(FIELDS[place.field], word.value).value if place.field in FIELDS else None
    if value is not None:
        fact = Fact(value, Source(place.source), word.day)
        return holding_words(place.field, fact, catalogue)
    return catalogue.text("acts.said", value=word.value, source=source)
