"""The directory as ``rapport-directory/1`` CSV: the facts that hold, each under its source and day.

A profile takes one row for each source and day of its facts. The column ``speaks_of`` names the
fields a row states: of any other field it says nothing, so that reading the file again changes
nothing, while a cell that somebody emptied takes back what that source stated: in a practitioner's
own row for everybody who spoke before, else for that source alone.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import BinaryIO

from matcher.directory.cells import NONE, SEPARATOR, write_cell
from matcher.directory.field import FIELDS, FieldKind
from matcher.directory.profile import Fact, Source
from matcher.directory.record import ProfileRecord, Voice, by_voice

HEADER = ("id", "published", "confirmed_by", "confirmed_on", *FIELDS, "speaks_of")

_FORMULA = re.compile("'*[=+@-]")


def write_directory_csv(records: Iterable[ProfileRecord], file: BinaryIO) -> int:
    """Write profiles in the order given, every cell in quotation marks.

    Parameters
    ----------
    records
        Read once, one at a time. What is superseded or withdrawn is left out.
    file
        Takes UTF-8.

    Returns
    -------
    int
        How many profiles there were.
    """
    text = io.TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(HEADER)
    number = 0
    for record in records:
        writer.writerows(_rows(record))
        number += 1
    text.flush()
    text.detach()
    return number


def _rows(record: ProfileRecord) -> Iterator[list[str]]:
    profile = record.profile
    voices = by_voice((field, profile.facts[field]) for field in FIELDS if field in profile.facts)
    published, speaker = _published(record, voices)
    if speaker not in voices and (published or not voices):
        voices = {speaker: {}, **voices}
    for voice, facts in voices.items():
        yield _row(profile.id, voice, facts, published if voice == speaker else "")


def _published(record: ProfileRecord, voices: Mapping[Voice, object]) -> tuple[str, Voice]:
    """Return the cell ``published`` and the row it belongs to; ``""`` where nobody ever said so."""
    day = record.published_on
    if record.profile.published and day is None:
        return "", next(iter(voices), (Source.CLINIC, None))
    if record.is_asked_for:
        return "no", (Source.THERAPIST, day)
    if not record.profile.published:
        # Whoever else hid the profile: in the row of a practitioner it would be their wish.
        others = (voice for voice in voices if voice[1] == day and voice[0] != Source.THERAPIST)
        return "no", next(others, (Source.CLINIC, day))
    same_day = (voice for voice in voices if voice[1] == day)
    return "yes", next(same_day, (next(iter(voices), (Source.CLINIC, None))[0], day))


def _row(profile_id: str, voice: Voice, facts: Mapping[str, Fact], published: str) -> list[str]:
    source, day = voice
    cells = (_cell(field, facts[field]) if field in facts else "" for field in FIELDS)
    return [
        profile_id,
        published,
        source.value,
        _day(day),
        *cells,
        SEPARATOR.join(facts) or NONE,
    ]


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _cell(field: str, fact: Fact) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    text = write_cell(fact.value)
    is_text = FIELDS[field].kind is FieldKind.TEXT
    return f"'{text}" if is_text and text != NONE and _FORMULA.match(text) else text
