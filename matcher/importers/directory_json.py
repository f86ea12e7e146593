"""The project's own directory, ``rapport-directory/1`` as JSON: each fact with source and date."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from matcher.directory.cells import NONE, SEPARATOR
from matcher.directory.field import FIELDS, FieldKind
from matcher.directory.profile import FactValue, Source
from matcher.directory.profile_json import FORMAT
from matcher.directory.record import Voice
from matcher.directory.trail import PUBLISHED
from matcher.errors import ImportFileError, Message
from matcher.importers.checked_text import read_checked
from matcher.importers.foreign_text import clean_text
from matcher.importers.json_stream import read_members
from matcher.importers.json_value import as_dict, as_list, as_text
from matcher.importers.row import ReadOptions, Row
from matcher.importers.row_builder import RowBuilder, shortened

_ID = re.compile(r"\w[\w.:+@-]{0,119}")
_PROFILE_KEYS = frozenset({"id", "published", "published_on", "facts", "superseded", "withdrawn"})


def read_directory_json(path: Path, options: ReadOptions) -> Iterator[Row]:
    """Read a ``rapport-directory/1`` JSON file, one profile in memory at a time.

    Parameters
    ----------
    path
        The file.
    options
        What the importing person said about it; the source and date stand for facts that have none.

    Yields
    ------
    Row
        For each profile one row for each source and day of its facts, all with the number of the
        profile, counted from 1. An id that comes again is skipped.

    Raises
    ------
    ImportFileError
        When it cannot be read on, or says that it is something else.
    """
    numbers: dict[str, int] = {}
    number, said = 0, ""
    for key, value in read_members(path, "profiles"):
        if key == "format":
            said = _checked_format(value, path.name)
        elif key == "profiles":
            number += 1
            reading = _Reading(path.name, number, options)
            yield from _read_profile(as_dict(value), reading, numbers)
    if not said:
        raise ImportFileError(Message("error.import.not_directory_json", file=path.name))


def _checked_format(value: object, file: str) -> str:
    if value != FORMAT:
        found = shortened(as_text(value))
        raise ImportFileError(
            Message("error.import.other_format", file=file, found=found, expected=FORMAT)
        )
    return FORMAT


def _read_profile(
    document: dict[str, object], reading: "_Reading", numbers: dict[str, int]
) -> Iterator[Row]:
    builder = reading.builder
    given = as_text(document.get("id"))
    profile_id = clean_text(given)
    if not _ID.fullmatch(profile_id):
        reason = "finding.row.wrong_id" if given else "finding.row.no_id"
        yield builder.skip(Message(reason, id=shortened(given)), field="id")
        return
    if (first := numbers.setdefault(profile_id, reading.number)) != reading.number:
        yield builder.skip(Message("finding.row.repeated_id", row=first), field="id")
        return
    for key in sorted(document.keys() - _PROFILE_KEYS):
        builder.warn(Message("finding.directory.unknown_key", key=shortened(key)))
    reading.read(document)
    published = _published(document.get("published"), builder)
    told_on = _published_on(document, reading)
    yield from _rows(profile_id, reading, published, told_on)


def _rows(
    profile_id: str, reading: "_Reading", published: bool | None, told_on: date | None
) -> Iterator[Row]:
    """Yield a statement for each source and day; the first says whether clients see the profile."""
    voices = reading.voices
    first = _first(reading, published, told_on)
    builder = reading.builder
    if first is not None:
        voices.setdefault(first, {})
        yield reading.fill(builder, first).row(profile_id, *first, published=published)
        builder = reading.another_builder()
    for voice in voices:
        if voice != first:
            yield reading.fill(builder, voice).row(profile_id, *voice)
            builder = reading.another_builder()


def _first(reading: "_Reading", published: bool | None, told_on: date | None) -> Voice | None:
    """Return the voice that says whether clients see the profile; ``None`` where none does.

    That a profile is hidden says a practitioner only where the file tells that they asked for it.
    """
    voices = reading.voices
    if published is False:
        source = Source.THERAPIST if reading.is_asked_for else Source.CLINIC
        same = ((each, day) for each, day in voices if day == told_on)
        others = (voice for voice in same if voice[0] is not Source.THERAPIST)
        return (source, told_on) if reading.is_asked_for else next(others, (source, told_on))
    first = next((voice for voice in voices if voice[1] == told_on), None)
    if first is None and (published is not None or not voices):
        first = (next(iter(voices), (Source.CLINIC, None))[0], told_on)
    return first


class _Reading:
    """The facts of one profile, put together by who said them and when."""

    def __init__(self, file: str, number: int, options: ReadOptions) -> None:
        self.number = number
        self.is_asked_for = False
        self.voices: dict[Voice, dict[str, FactValue | None]] = {}
        self._file = file
        self._options = options
        self._spoken: set[tuple[str, Source]] = set()
        self._kept: dict[Voice, list[tuple[str, str]]] = {}
        self.builder = self.another_builder()

    def another_builder(self) -> RowBuilder:
        return RowBuilder(self._file, self.number, self._options)

    def fill(self, builder: RowBuilder, voice: Voice) -> RowBuilder:
        """Put what one voice says into a row."""
        builder.values = self.voices[voice]
        for field, words in self._kept.get(voice, ()):
            builder.keep(field, words)
        return builder

    def read(self, document: dict[str, object]) -> None:
        for name, fact in as_dict(document.get("facts")).items():
            self._fact(name, as_dict(fact))
        for entry in as_list(document.get("superseded")):
            self._fact(as_text(as_dict(entry).get("field")), as_dict(entry))
        for entry in as_list(document.get("withdrawn")):
            if as_text(as_dict(entry).get("field")) == PUBLISHED:
                self.is_asked_for = True
            else:
                self._fact(as_text(as_dict(entry).get("field")), as_dict(entry), is_withdrawn=True)

    def _fact(self, name: str, fact: dict[str, object], *, is_withdrawn: bool = False) -> None:
        builder = self.builder
        if name not in FIELDS:
            builder.warn(Message("finding.directory.unknown_key", key=shortened(name)))
            return
        voice = self._source(name, fact), self._day(name, fact)
        if (name, voice[0]) in self._spoken:
            builder.warn(Message("finding.directory.said_twice", field=name), name)
            return
        value = None if is_withdrawn else self._value(name, fact)
        if kept := builder.take_kept():
            self._kept.setdefault(voice, []).extend(kept)
            self.voices.setdefault(voice, {})
        if value is not None or is_withdrawn:
            self._spoken.add((name, voice[0]))
            self.voices.setdefault(voice, {})[name] = value

    def _value(self, name: str, fact: dict[str, object]) -> FactValue | None:
        builder = self.builder
        text = _cell(name, fact.get("value"))
        if text is None:
            builder.error(Message("finding.directory.shape", field=name), name)
            return None
        builder.values.pop(name, None)
        read_checked(builder, name, builder.clean(name, text))
        return builder.values.pop(name, None)

    def _source(self, name: str, fact: dict[str, object]) -> Source:
        text = as_text(fact.get("source"))
        if text in [*Source]:
            return Source(text)
        if text:
            self.builder.error(Message("finding.row.confirmed_by", text=shortened(text)), name)
        return self._options.source or Source.CLINIC

    def _day(self, name: str, fact: dict[str, object]) -> date | None:
        text = as_text(fact.get("confirmed_on"))
        return self.builder.day(text, name) if text.strip() else self._options.confirmed_on


def _cell(name: str, value: object) -> str | None:
    """Return a value as the cell of a directory list; ``None`` for one of another shape."""
    kind = FIELDS[name].kind
    if isinstance(value, list):
        if not value:
            return NONE
        if kind is FieldKind.STEPS and len(value) == 2:
            return "..".join(map(as_text, value))
        is_list = kind in {FieldKind.CODES, FieldKind.TIMES}
        if not is_list or not all(isinstance(entry, str) for entry in value):
            return None
        return SEPARATOR.join(map(as_text, value))
    if value is None or isinstance(value, dict | bool):
        return None
    text = as_text(value)
    return NONE if value == "" else text


def _published(said: object, builder: RowBuilder) -> bool | None:
    """Return whether clients see the profile; what cannot be read hides it, to be safe."""
    if said is None or isinstance(said, bool):
        return said
    builder.error(Message("finding.row.published", text=shortened(as_text(said))), "published")
    return False


def _published_on(document: dict[str, object], reading: _Reading) -> date | None:
    """Return the day of the word on `published`; of a file that has none, its newest day."""
    if "published_on" in document:
        return reading.builder.day(as_text(document["published_on"]), "published")
    days = [day for _, day in reading.voices if day is not None]
    return max(days, default=reading.builder.options.confirmed_on)
