"""First talks as JSON: the document ``talks`` of a person's file, version 1."""

from collections.abc import Mapping
from typing import Any

from matcher.followup.first_talk import Met, Talk, TalkBook, TalkNote
from matcher.followup.json_form import (
    day_of,
    entries_of,
    id_of,
    once_each,
    table_of,
    text_of,
    written,
    written_day,
    written_text,
)

VERSION = 1


def talks_to_json(book: TalkBook) -> dict[str, Any]:
    """Return first talks as what JSON can say."""
    return {
        "talks": [_talk_to_json(each) for each in book.talks],
        "unread": written(book.unread),
    }


def talks_from_json(document: Mapping[str, Any]) -> TalkBook:
    """Return what JSON says.

    Never fails: an entry that cannot be read, and a second one with the same person, is kept in
    `unread`; a subject nobody knows any more stays.
    """
    entries, unread = entries_of(document.get("talks"), _talk_from_json, document.get("unread"))
    talks, again = once_each(entries, lambda each: each.profile_id, _talk_to_json)
    return TalkBook(talks, (*unread, *again))


def _talk_to_json(talk: Talk) -> dict[str, Any]:
    return {
        "profile": written_text(talk.profile_id),
        "name": written_text(talk.name),
        "day": written_day(talk.day),
        "notes": [_note_to_json(each) for each in talk.notes],
        "impressions": {written_text(code): written_text(line) for code, line in talk.impressions},
        "unread": written(talk.unread),
    }


def _talk_from_json(entry: object) -> Talk:
    table = table_of(entry)
    entries, unread = entries_of(table.get("notes"), _note_from_json, table.get("unread"))
    notes, again = once_each(entries, lambda each: each.subject, _note_to_json)
    lines = table.get("impressions")
    said = lines.items() if isinstance(lines, Mapping) else ()
    return Talk(
        id_of(table.get("profile")),
        text_of(table.get("name")),
        day_of(table.get("day")),
        notes,
        tuple((code, line) for code, line in said if isinstance(line, str) and line),
        (*unread, *again),
    )


def _note_to_json(note: TalkNote) -> dict[str, Any]:
    return {
        "subject": written_text(note.subject),
        "met": note.met,
        "line": written_text(note.line),
        "stated": None if note.stated is None else written_text(note.stated),
    }


def _note_from_json(entry: object) -> TalkNote:
    table = table_of(entry)
    return TalkNote(
        id_of(table.get("subject")),
        next((each for each in Met if each == table.get("met")), None),
        text_of(table.get("line")),
        None if table.get("stated", "") is None else text_of(table.get("stated")),
    )
