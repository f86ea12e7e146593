"""My search, talks and check-ins in a person's file: kept, refused with a sentence, cleared."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from support.personal import PASSPHRASE, key_of, names_in, quick_personal

from matcher.checklist.statements import Step
from matcher.followup.check_in import Answer, CheckIn, CheckInBook
from matcher.followup.first_talk import Met, Talk, TalkBook, TalkNote
from matcher.followup.search_log import Candidate, Contact, SearchLog
from matcher.services.followup.followup import DOCUMENTS, FollowupService
from matcher.services.personal.kept_documents import KeptDocuments
from matcher.services.personal.personal import PersonalService
from matcher.store.personal import Document, PersonalFile

_AT = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
_DAY = date(2026, 3, 2)
_LOG = SearchLog((Candidate("p-1", "Ana", (Contact(_DAY, line="así"),), "kind"),))
_TALKS = TalkBook((Talk("p-1", "Ana", _DAY, (TalkNote("fee", Met.OTHERWISE, "more"),)),))
_CHECK_INS = CheckInBook((CheckIn(_DAY, "p-1", "Ana", (Answer("heard", Step.PARTLY, "so"),)),))


@pytest.fixture
def file(tmp_path: Path) -> Iterator[PersonalFile]:
    made = PersonalFile(tmp_path / "personal.sqlite", bytes(32), create=True)
    yield made
    made.close()


@pytest.fixture
def followup(file: PersonalFile) -> FollowupService:
    return FollowupService(KeptDocuments(lambda: file, lambda: _AT))


def _fill(followup: FollowupService) -> None:
    followup.keep_search(_LOG)
    followup.keep_talks(_TALKS)
    followup.keep_check_ins(_CHECK_INS)


def _all(followup: FollowupService) -> tuple[SearchLog, TalkBook, CheckInBook]:
    return followup.search(), followup.talks(), followup.check_ins()


def _ways(followup: FollowupService) -> dict[str, tuple[Callable[[], object], ...]]:
    """Return what reads and what writes each document."""
    return {
        "search": (followup.search, lambda: followup.keep_search(_LOG)),
        "talks": (followup.talks, lambda: followup.keep_talks(_TALKS)),
        "check_ins": (followup.check_ins, lambda: followup.keep_check_ins(_CHECK_INS)),
    }


def test_documents_when_nothing_was_kept_then_all_are_empty(followup: FollowupService) -> None:
    assert _all(followup) == (SearchLog(), TalkBook(), CheckInBook())


def test_documents_when_kept_then_they_come_back_another_day(tmp_path: Path) -> None:
    first = quick_personal(tmp_path)
    first.create(PASSPHRASE)
    _fill(FollowupService(first.documents))
    first.close()

    second = quick_personal(tmp_path)
    second.open(PASSPHRASE)

    assert _all(FollowupService(second.documents)) == (_LOG, _TALKS, _CHECK_INS)
    second.close()


def test_documents_when_cleared_then_only_they_are_gone(
    followup: FollowupService, file: PersonalFile
) -> None:
    KeptDocuments(lambda: file, lambda: _AT).keep("window", {})
    _fill(followup)
    assert names_in(file) == tuple(sorted((*DOCUMENTS, "window")))

    followup.clear()

    assert names_in(file) == ("window",)
    assert _all(followup) == (SearchLog(), TalkBook(), CheckInBook())


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize(("found", "why"), [((9, "{}"), "newer"), ((1, "no JSON"), "not_readable")])
def test_document_when_it_cannot_be_read_then_it_is_said_and_not_written_over(
    followup: FollowupService, file: PersonalFile, name: str, found: tuple[int, str], why: str
) -> None:
    version, body = found
    document = Document(name, version, _AT.isoformat(), body)
    file.put(document)
    ways = _ways(followup)

    assert [key_of(way) for way in ways[name]] == [why, why]
    assert file.get(name) == document
    for other in {*DOCUMENTS} - {name}:
        assert [key_of(way) for way in ways[other]] == ["", ""]
    followup.clear()
    assert [key_of(way) for way in ways[name]] == ["", ""]


def test_document_when_an_entry_is_damaged_then_the_rest_is_read_and_it_stays(
    followup: FollowupService, file: PersonalFile
) -> None:
    body = '{"people": [7, {"profile": "p-1", "name": "Ana", "contacts": "x"}], "found": [1]}'
    file.put(Document("search", 1, _AT.isoformat(), body))

    log = followup.search()
    followup.keep_search(log.with_people({"p-2": "Ben"}))

    assert [each.name for each in followup.search().people] == ["Ana", "Ben"]
    assert followup.search().unread == ("7",)
    assert followup.search().people[0].unread == ('"x"',)


def test_documents_when_the_file_is_closed_then_each_way_says_so(tmp_path: Path) -> None:
    personal: PersonalService = quick_personal(tmp_path)
    followup = FollowupService(personal.documents)

    assert {key_of(way) for ways in _ways(followup).values() for way in ways} == {"closed"}
    assert key_of(followup.clear) == "closed"
    assert not [*tmp_path.iterdir()]
