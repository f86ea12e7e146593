"""What a word weighs against what the directory holds."""

from collections.abc import Mapping
from datetime import date

from matcher.directory.cells import NONE, SEPARATOR
from matcher.directory.profile import Source
from matcher.directory.trail import Word
from matcher.store.decided import Key
from matcher.store.tally import Standing

_OF_ONE_PERSON = ("name", "register_number")
"""By these staff know who is meant, whatever id stands beside them."""


def weighed_standing(
    standing: Standing, published: bool, day: date | None, today: date
) -> Standing:
    """Return how a profile stands after a word on it.

    Whoever withdraws without a day, or with one that cannot be read, is withdrawn all the same.
    """
    if not published and day is None:
        return (False, standing[1])
    is_outdated = (day or date.min) < min(standing[1] or date.min, today)
    return standing if is_outdated else (published, day)


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
