from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from support.personal import PASSPHRASE, quick_personal

from matcher.errors import Message, PersonalError
from matcher.followup.check_in import CheckIn, CheckInBook
from matcher.followup.first_talk import Talk, TalkBook
from matcher.followup.search_log import SearchLog
from matcher.services.personal.kept_documents import KeptDocuments
from matcher.services.personal.personal import PersonalService
from ui.controllers.kept_notes import (
    CHECK_INS,
    NO_NOTES,
    SEARCH,
    TALKS,
    KeptNotes,
    forget_notes,
    read_notes,
    write_notes,
)

_NOTES = KeptNotes(
    SearchLog().with_people({"a": "Ana"}),
    TalkBook((Talk("a", "Ana", date(2026, 3, 2)),)),
    CheckInBook().with_check_in(CheckIn(date(2026, 3, 9), "a", "Ana")),
)


@pytest.fixture
def service(tmp_path: Path) -> Iterator[PersonalService]:
    service = quick_personal(tmp_path)
    service.create(PASSPHRASE)
    yield service
    service.close()


@pytest.fixture
def documents(service: PersonalService) -> KeptDocuments:
    return service.documents


def test_notes_when_written_then_they_are_read_as_they_were(documents: KeptDocuments) -> None:
    assert read_notes(documents) == NO_NOTES
    write_notes(documents, NO_NOTES, _NOTES)
    assert read_notes(documents) == _NOTES


def test_notes_when_nothing_changed_then_nothing_is_written(
    documents: KeptDocuments, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("nothing is to be written")

    monkeypatch.setattr(KeptDocuments, "keep", refuse)
    write_notes(documents, _NOTES, _NOTES)
    write_notes(documents, _NOTES, KeptNotes())


@pytest.mark.parametrize("name", [SEARCH, TALKS, CHECK_INS])
def test_notes_when_a_newer_version_wrote_some_then_only_these_cannot_be_read_and_stay(
    name: str, documents: KeptDocuments
) -> None:
    write_notes(documents, NO_NOTES, _NOTES)
    documents.keep(name, {"later": 1}, 99)
    found = read_notes(documents)
    assert [*found.errors] == [name]
    assert getattr(found, name) is None
    assert sum(each is None for each in (found.search, found.talks, found.check_ins)) == 1
    write_notes(documents, found, found)
    assert documents.kept(name, 99) == {"later": 1}


def test_notes_when_emptied_then_no_trace_of_them_is_in_the_file(
    service: PersonalService, documents: KeptDocuments
) -> None:
    write_notes(documents, NO_NOTES, _NOTES)
    documents.keep(SEARCH, {"later": 1}, 99)
    write_notes(documents, KeptNotes(), NO_NOTES)
    assert read_notes(documents) == NO_NOTES


def test_notes_when_forgotten_then_what_else_is_kept_stays(documents: KeptDocuments) -> None:
    documents.keep("window", {"page": "fee"})
    write_notes(documents, NO_NOTES, _NOTES)
    forget_notes(documents)
    assert read_notes(documents) == NO_NOTES
    assert documents.kept("window") == {"page": "fee"}


def test_notes_when_one_cannot_be_written_then_it_is_said_and_the_others_are_written(
    documents: KeptDocuments, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep, error = KeptDocuments.keep, PersonalError(Message("personal.error.full", file="there"))

    def refuse(self: KeptDocuments, name: str, *rest: Any) -> None:
        if name == TALKS:
            raise error
        keep(self, name, *rest)

    monkeypatch.setattr(KeptDocuments, "keep", refuse)
    written, failed = write_notes(documents, NO_NOTES, _NOTES)
    assert failed is error
    assert written == read_notes(documents) == replace(_NOTES, talks=TalkBook())
    assert write_notes(documents, written, NO_NOTES) == (NO_NOTES, None)
    assert read_notes(documents) == NO_NOTES


def test_notes_when_what_could_not_be_read_is_written_anew_then_it_can_be_read(
    documents: KeptDocuments,
) -> None:
    documents.keep(TALKS, {"later": 1}, 99)
    found = read_notes(documents)
    assert write_notes(documents, found, _NOTES) == (_NOTES, None)
    assert read_notes(documents) == _NOTES
