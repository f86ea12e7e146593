"""One thing of a profile in words: what it is called, and all that is stated of it."""

from matcher.directory.field import FIELDS, FieldKind
from matcher.directory.profile import Profile, split_token
from matcher.followup.difference import has_changed
from matcher.followup.first_talk import TalkNote
from matcher.followup.stated_then import profile_then, stated_now
from matcher.i18n import Catalogue
from matcher.services.people.wording import (
    clipped,
    describe_name,
    describe_offered,
    fact_of,
    fields_of,
)


def subject_name(subject: str, words: Catalogue) -> str:
    """Name a thing; ``""`` for one that this version does not know."""
    keys = (f"item.{subject}.name", f"fact.name.{subject}")
    return describe_name(subject, words) if any(map(words.has, keys)) else ""


def stated_in_full(subject: str, profile: Profile, words: Catalogue) -> str:
    """Say what a profile states; of a list everything, *Not stated* where it says nothing."""
    fact = fact_of(subject, profile)
    field = FIELDS.get(fields_of(subject)[0])
    is_list = field is not None and field.kind is FieldKind.CODES
    if fact is None or not is_list or not isinstance(fact.value, tuple):
        return describe_offered(subject, profile, words)
    codes = [split_token(str(token))[0] for token in fact.value]
    return describe_offered(subject, profile, words, codes or None)


def stated_text(note: TalkNote, profile: Profile | None, words: Catalogue) -> str:
    """Say what a profile states of a thing that was noted, and what it stated then.

    Parameters
    ----------
    profile
        What is stated now; ``None`` for somebody who left the directory, of whom only what was
        stated then is said.
    """
    if profile is None:
        return _then(note, None, words) if note.stated else ""
    if has_changed(note, profile):
        return f"{_then(note, profile, words)} {_now(note.subject, profile, words)}"
    stated = clipped(stated_in_full(note.subject, profile, words))
    return words.text("followup.paper.talks.said", stated=stated)


def stated_then_in_full(note: TalkNote, profile: Profile | None, words: Catalogue) -> str:
    """Say what a profile stated when something was noted; ``""`` for nothing."""
    if not note.stated:
        return ""
    return stated_in_full(note.subject, profile_then(note.subject, note.stated, profile), words)


def _then(note: TalkNote, profile: Profile | None, words: Catalogue) -> str:
    stated = clipped(stated_then_in_full(note, profile, words))
    key = "then" if stated else "then_nothing"
    return words.text(f"followup.paper.talks.{key}", stated=stated)


def _now(subject: str, profile: Profile, words: Catalogue) -> str:
    stated = clipped(stated_in_full(subject, profile, words))
    key = "now" if stated_now(subject, profile) else "now_nothing"
    return words.text(f"followup.paper.talks.{key}", stated=stated)
