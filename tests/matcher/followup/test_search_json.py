"""My search as JSON: the same again, and what is damaged costs only itself."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.followup import JSON, SEARCH_CHANGES, after

from matcher.followup.search_json import search_from_json, search_to_json
from matcher.followup.search_log import Candidate, Contact, NextStep, Outcome, Reply, SearchLog, Way

_ANA = Candidate("p-ana", "Ana", (Contact(date(2026, 3, 2), Way.EMAIL),), "kind", Outcome.UNSURE)
_WHOLE = search_to_json(SearchLog((_ANA,)))


def _again(document: object) -> dict[str, object]:
    found: dict[str, object] = json.loads(json.dumps(document, allow_nan=False))
    return found


@given(st.lists(SEARCH_CHANGES, max_size=12))
def test_log_when_written_and_read_then_it_is_the_same(changes: list[object]) -> None:
    log = after(SearchLog(), changes)  # type: ignore[arg-type]

    assert search_from_json(_again(search_to_json(log))) == log


@given(st.dictionaries(st.sampled_from(("people", "found", "unread", "else")), JSON))
def test_log_when_json_is_anything_then_it_is_read_and_written_and_stays_so(
    document: dict[str, object],
) -> None:
    log = search_from_json(document)

    assert search_from_json(_again(search_to_json(log))) == log


@given(JSON)
def test_entry_when_it_cannot_be_read_then_all_others_can(damaged: object) -> None:
    document = {"people": [damaged, *_WHOLE["people"]], "found": damaged}

    assert _ANA in search_from_json(document).people


def test_entry_when_it_cannot_be_read_then_it_is_written_back_as_it_was() -> None:
    strange = [3, {"name": "without an id"}, {"profile": "p-ana", "name": "another Ana"}]
    log = search_from_json({"people": [*_WHOLE["people"], *strange]})
    written = search_to_json(log)

    assert log.people == (_ANA,)
    assert written["unread"][:2] == strange[:2]
    assert written["unread"][2]["name"] == "another Ana"
    assert search_from_json(written) == log


def test_contact_when_it_cannot_be_read_then_the_person_stays() -> None:
    person = {**_WHOLE["people"][0], "contacts": [{"tried_on": "soon"}, {"tried_on": "2026-03-02"}]}
    (read,) = search_from_json({"people": [person]}).people

    assert read.contacts == (Contact(date(2026, 3, 2), Way.OTHER, next_step=NextStep.NONE),)
    assert search_to_json(SearchLog((read,)))["people"][0]["unread"] == [{"tried_on": "soon"}]


def test_code_when_nobody_knows_it_then_the_rest_of_the_entry_stays() -> None:
    person = {**_WHOLE["people"][0], "outcome": "enchanted"}
    (read,) = search_from_json({"people": [person]}).people

    assert (read.outcome, read.note, read.contacts) == (Outcome.NOT_YET, "kind", _ANA.contacts)


@pytest.mark.parametrize(
    ("outcome", "answered", "reply"),
    [
        ("not_yet", False, Reply.NOT_YET),
        ("not_yet", True, Reply.ANSWERED),
        ("full", True, Reply.FULL),
        ("full", False, Reply.FULL),
        ("no_answer", False, Reply.NO_ANSWER),
    ],
)
def test_document_when_of_version_1_then_what_came_of_it_is_noted_of_the_last_try(
    outcome: str, answered: bool, reply: Reply
) -> None:
    contacts = [
        {"tried_on": "2026-03-09", "way": "phone", "answered": answered, "line": "Mine"},
        {"tried_on": "2026-03-02", "way": "email", "answered": False},
    ]
    person = {"profile": "p-1", "name": "Ana", "contacts": contacts, "outcome": outcome}
    log = search_from_json({"people": [person]})

    (one,) = log.people
    assert one.contacts == (
        Contact(date(2026, 3, 9), Way.PHONE, reply=reply, line="Mine"),
        Contact(date(2026, 3, 2), Way.EMAIL),
    )
    assert one.outcome is Outcome.NOT_YET
    assert search_from_json(_again(search_to_json(log))) == log


def test_document_when_of_version_1_and_nobody_was_tried_then_what_was_noted_stays() -> None:
    person = {"profile": "p-1", "name": "Ana", "contacts": [], "outcome": "full"}
    log = search_from_json({"people": [person]})

    assert log.people == (Candidate("p-1", "Ana", outcome=Outcome.FULL),)
    assert search_from_json(_again(search_to_json(log))) == log


def test_text_when_it_holds_half_a_letter_then_a_file_can_hold_it_all_the_same() -> None:
    log = SearchLog((Candidate("p-1", "A\ud83d"),))

    assert search_to_json(log)["people"][0]["name"] == "A?"
