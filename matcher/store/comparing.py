"""What a word weighs against what the directory holds."""

from collections.abc import Mapping
from datetime import date

from matcher.directory.cells import NONE, SEPARATOR
from matcher.directory.profile import Source
from matcher.directory.statement import Statement
from matcher.directory.telling import TELLING
from matcher.directory.trail import PUBLISHED, Word
from matcher.store.decided import Key
from matcher.store.namesakes import is_somebody_else
from matcher.store.tally import Standing

_OF_ONE_PERSON = ("name", "register_number")
"""By these staff know who is meant, whatever id stands beside them."""


def weighed_standing(standing: Standing | None, statement: Statement, today: date) -> Standing:
    """Return how a profile stands after a statement; ``None`` before it for one that is new.

    Whoever withdraws without a day, or with one that cannot be read, is withdrawn all the same; a
    practitioner from today.
    """
    published, day = statement.published, statement.confirmed_on
    before = standing[1] if standing else None
    if published is None:
        return standing or (True, None)
    if not published and day is None:
        return (False, before or (today if statement.source is Source.THERAPIST else None))
    is_outdated = (day or date.min) < min(before or date.min, today)
    return standing if standing and is_outdated else (published, day)


def asked_of(profile_id: str) -> Key:
    """Return where it stands that a practitioner asked not to be shown."""
    return profile_id, PUBLISHED, Source.THERAPIST.value


def asking_after(standing: Standing, asked: Word | None, statement: Statement) -> Word | None:
    """Return the word of a practitioner who asked not to be shown; ``None`` where they did not.

    It goes as soon as the profile is shown again.
    """
    published, since = standing
    asks = statement.published is False and statement.source is Source.THERAPIST
    return Word(None, since) if not published and since and (asks or asked) else None


def said_of_both(statement: Statement, asked: Word | None) -> bool | None:
    """Return what a word on a profile that went into another says of whether that one is shown.

    That was decided when the two became one. Only practitioners still ask under the old id not to
    be shown, and take that back on a later day.
    """
    if statement.source is not Source.THERAPIST:
        return None
    if statement.published and not (
        asked and Word(None, statement.confirmed_on).is_newer_than(asked)
    ):
        return None
    return statement.published


def takes_away(held: Mapping[Key, Word], key: Key, word: Word) -> bool:
    """Tell whether a list names less than a word that it would outweigh."""
    profile_id, field, own = key
    if word.value is None:
        return key in held
    said = {*word.value.split(SEPARATOR)}
    for source in Source:
        before = held.get((profile_id, field, source.value))
        if before is None or before.value is None or before.value == NONE:
            continue
        is_nearer = source.closeness > Source(own).closeness
        if before.is_newer_than(word) or (is_nearer and before.day == word.day):
            continue
        if not {*before.value.split(SEPARATOR)} <= said:
            return True
    return False


def is_stranger(held: Mapping[Key, Word], profile_id: str, words: Mapping[str, Word]) -> bool:
    """Tell whether all that tells one person from another is new under a known id."""
    for field in _OF_ONE_PERSON:
        said = words[field].value if field in words else None
        known = {
            word.value.casefold()
            for source in Source
            if (word := held.get((profile_id, field, source.value))) and word.value
        }
        if said is None or not known or said.casefold() in known:
            return False
    return True


def may_be_another(
    held: Mapping[Key, Word], statement: Statement, words: Mapping[str, Word], old_id: str
) -> bool:
    """Tell whether only what is known of a person can show that a made id is theirs."""
    if statement.made is None or statement.made.is_shared:
        return statement.made is not None
    known = {
        (field, source.value): word
        for field in TELLING
        for source in Source
        if (word := held.get((statement.profile_id, field, source.value)))
    }
    return not old_id and is_somebody_else(words, known)
