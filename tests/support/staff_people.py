"""A few people with all that the staff's table tells apart."""

from datetime import date
from pathlib import Path

from support.builders import make_statement
from support.kept_directories import kept_directory

from matcher.directory.profile import Source
from matcher.services.directory.stored_directory import DirectoryService

TODAY = date(2026, 11, 21)
FRESH, AGING, OLD = date(2026, 11, 1), date(2026, 8, 1), date(2026, 1, 1)


def staff_directory(folder: Path) -> DirectoryService:
    """Make a directory of five; the caller closes it."""
    say = make_statement
    people = [
        say("p-1", name="Zoë O’Hara", city="Aue", postcode="97201", accepting="yes",
            register_number="LC-77", confirmed_on=FRESH, source=Source.THERAPIST),
        say("p-1", name="Zoe O’Hara", confirmed_on=OLD, source=Source.REGISTER),
        say("p-2", name="Ana Muñoz", city="Ems", accepting="waitlist", confirmed_on=AGING,
            source=Source.CLINIC),
        say("p-3", name="ben adler", credential="LCSW", accepting="no", confirmed_on=OLD,
            source=Source.CLINIC),
        say("p-4", name="Ángel Bo", city="Aue", fee_min="40", confirmed_on=None,
            source=Source.THERAPIST),
        say("p-5", credential="PhD", confirmed_on=FRESH, source=Source.REGISTER, published=False),
    ]  # fmt: skip
    return kept_directory(folder, people)
