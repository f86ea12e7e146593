"""My search as JSON: the document ``search`` of a person's file, version 2.

In version 1 it was noted of a person and not of a try that they are full or do not answer, and of
a try only whether it was answered.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from matcher.followup.json_form import (
    code_of,
    day_of,
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
from matcher.followup.search_log import (
    OF_A_TALK,
    Candidate,
    Contact,
    Found,
    NextStep,
    Outcome,
    Reply,
    SearchLog,
    Way,
)

VERSION = 2


def search_to_json(log: SearchLog) -> dict[str, Any]:
    """Return a search as what JSON can say."""
    found = log.found
    return {
        "people": [_candidate_to_json(each) for each in log.people],
        "found": None
        if found is None
        else {"profile": written_text(found.profile_id), "day": written_day(found.day)},
        "unread": written(log.unread),
    }


def search_from_json(document: Mapping[str, Any]) -> SearchLog:
    """Return what JSON says.

    Never fails: an entry that cannot be read is kept in `unread`, a code nobody knows is the
    one that says least, a day that is none is left out, and of one id the first entry holds.
    """
    entries, unread = entries_of(
        document.get("people"), _candidate_from_json, document.get("unread")
    )
    people, again = once_each(entries, lambda each: each.profile_id, _candidate_to_json)
    return SearchLog(people, _found(document.get("found")), (*unread, *again))


def _candidate_to_json(candidate: Candidate) -> dict[str, Any]:
    return {
        "profile": written_text(candidate.profile_id),
        "name": written_text(candidate.name),
        "contacts": [_contact_to_json(each) for each in candidate.contacts],
        "note": written_text(candidate.note),
        "outcome": candidate.outcome.value,
        "unread": written(candidate.unread),
    }


def _candidate_from_json(entry: object) -> Candidate:
    table = table_of(entry)
    contacts, unread = entries_of(table.get("contacts"), _contact_from_json, table.get("unread"))
    one = Candidate(
        id_of(table.get("profile")),
        text_of(table.get("name")),
        contacts,
        text_of(table.get("note")),
        code_of(Outcome, table.get("outcome"), Outcome.NOT_YET),
        unread,
    )
    return one if _says_replies(table.get("contacts")) else _with_reply_of_its_try(one)


def _says_replies(contacts: object) -> bool:
    """Tell whether a version wrote them that notes of each try what came of it."""
    entries = contacts if isinstance(contacts, list) else [contacts]
    return any(isinstance(each, Mapping) and "reply" in each for each in entries)


def _with_reply_of_its_try(one: Candidate) -> Candidate:
    """Return somebody with what was noted of them noted of their last try, where there is one."""
    last = one.last_contact
    if last is None or one.outcome in OF_A_TALK:
        return one
    place = max(n for n, each in enumerate(one.contacts) if each == last)
    return one.with_contact(replace(last, reply=Reply(one.outcome.value)), place)


def _contact_to_json(contact: Contact) -> dict[str, Any]:
    return {
        "tried_on": written_day(contact.tried_on),
        "way": contact.way.value,
        "answer_by": written_day(contact.answer_by),
        "reply": contact.reply.value,
        "next_step": contact.next_step.value,
        "next_on": written_day(contact.next_on),
        "line": written_text(contact.line),
    }


def _contact_from_json(entry: object) -> Contact:
    table = table_of(entry)
    answered = Reply.ANSWERED if table.get("answered") is True else Reply.NOT_YET
    return Contact(
        sure_day_of(table.get("tried_on")),
        code_of(Way, table.get("way"), Way.OTHER),
        day_of(table.get("answer_by")),
        code_of(Reply, table.get("reply"), answered),
        code_of(NextStep, table.get("next_step"), NextStep.NONE),
        day_of(table.get("next_on")),
        text_of(table.get("line")),
    )


def _found(entry: object) -> Found | None:
    if not isinstance(entry, Mapping):
        return None
    day = day_of(entry.get("day"))
    return None if day is None else Found(text_of(entry.get("profile")), day)
