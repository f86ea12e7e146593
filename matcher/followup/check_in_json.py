"""Check-ins as JSON: the document ``check_ins`` of a person's file, version 1."""

from collections.abc import Mapping
from typing import Any

from matcher.checklist.statements import Step, WhatNow
from matcher.followup.check_in import Answer, CheckIn, CheckInBook
from matcher.followup.json_form import (
    entries_of,
    id_of,
    once_each,
    sure_day_of,
    table_of,
    text_of,
    written,
    written_day,
    written_text,
)

VERSION = 1


def check_ins_to_json(book: CheckInBook) -> dict[str, Any]:
    """Return check-ins as what JSON can say."""
    return {
        "check_ins": [_check_in_to_json(each) for each in book.check_ins],
        "unread": written(book.unread),
    }


def check_ins_from_json(document: Mapping[str, Any]) -> CheckInBook:
    """Return what JSON says.

    Never fails: an entry without a day, and a second one of a day with the same person, is kept
    in `unread`; a statement nobody asks any more stays; a step nobody knows counts as not
    answered.
    """
    entries, unread = entries_of(
        document.get("check_ins"), _check_in_from_json, document.get("unread")
    )
    once, again = once_each(entries, lambda each: (each.profile_id, each.day), _check_in_to_json)
    in_order = sorted(once, key=lambda each: each.day)
    return CheckInBook(tuple(in_order), (*unread, *again))


def _check_in_to_json(check_in: CheckIn) -> dict[str, Any]:
    return {
        "day": written_day(check_in.day),
        "profile": written_text(check_in.profile_id),
        "name": written_text(check_in.name),
        "answers": [_answer_to_json(each) for each in check_in.answers],
        "what_now": check_in.what_now,
        "outside": written_text(check_in.outside),
        "unread": written(check_in.unread),
    }


def _check_in_from_json(entry: object) -> CheckIn:
    table = table_of(entry)
    entries, unread = entries_of(table.get("answers"), _answer_from_json, table.get("unread"))
    answers, again = once_each(entries, lambda each: each.statement, _answer_to_json)
    return CheckIn(
        sure_day_of(table.get("day")),
        text_of(table.get("profile")),
        text_of(table.get("name")),
        answers,
        next((each for each in WhatNow if each == table.get("what_now")), None),
        text_of(table.get("outside")),
        (*unread, *again),
    )


def _answer_to_json(answer: Answer) -> dict[str, Any]:
    return {
        "statement": written_text(answer.statement),
        "step": answer.step,
        "line": written_text(answer.line),
    }


def _answer_from_json(entry: object) -> Answer:
    table = table_of(entry)
    return Answer(
        id_of(table.get("statement")),
        next((each for each in Step if each == table.get("step")), None),
        text_of(table.get("line")),
    )
