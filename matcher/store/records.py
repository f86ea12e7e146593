"""Everything the database keeps of the profiles, for copies of the directory."""

from matcher.directory.field import FIELDS
from matcher.directory.profile import Source
from matcher.directory.record import ProfileRecord, Withdrawal
from matcher.directory.trail import PUBLISHED
from matcher.store.rows import profile_of
from matcher.store.stored import Stored

_PLACES = {name: place for place, name in enumerate((*FIELDS, PUBLISHED))}


def record_of(stored: Stored) -> ProfileRecord:
    """Return a profile with what was withdrawn."""
    withdrawn = [
        Withdrawal(field, Source(source), word.day)
        for field, source, word in stored.words
        if word.value is None and field in _PLACES and word.day is not None
    ]
    withdrawn.sort(key=_place)
    return ProfileRecord(profile_of(stored), tuple(withdrawn), stored.published_on)


def _place(withdrawal: Withdrawal) -> tuple[int, int]:
    return _PLACES[withdrawal.field], -withdrawal.source.closeness
