"""What a person notes after the list is in their own file and on the paper they asked for alone."""

import contextlib
import json
import logging
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from support.canaries import count_in, count_in_file, files_in
from support.commands import ANSWERS, SAMPLE, call
from support.personal import PASSPHRASE, own_answers, quick_personal
from support.reading_sheets import words_of
from support.sittings import sample_match

from matcher import log
from matcher.checklist.statements import AFTER_TALKS, STATEMENTS, Step
from matcher.document import Edition
from matcher.errors import MatcherError
from matcher.followup.check_in import Answer, CheckIn, CheckInBook
from matcher.followup.difference import differences, noted
from matcher.followup.first_talk import Met, Talk, TalkBook
from matcher.followup.search_log import Candidate, Contact, SearchLog
from matcher.i18n import Catalogue
from matcher.services.followup.check_in_sheet import check_in_sheet
from matcher.services.followup.correction_slip import correction_slip
from matcher.services.followup.files import followup_document, followup_pdf, write_followup
from matcher.services.followup.followup import FollowupService
from matcher.services.followup.search_sheet import search_sheet
from matcher.services.followup.talks_sheet import MetPerson, talks_sheet
from matcher.services.matching.receipt import make_receipt
from matcher.services.personal.personal import PersonalService
from matcher.services.sheets.checklist import ChecklistOptions
from matcher.services.sheets.checklist_files import make_edition
from matcher.store.personal import Document

_DAY = date(2026, 3, 2)
_LINE, _NOTE, _TALK, _FELT = "Zibetkatze", "Okapiwiese", "Numbatgrab", "Quollnest"
_CHECK_IN, _OUTSIDE, _ODD = "Wombatruf", "Kakaduflug", "Emuspur"
_CANARIES = (_LINE, _NOTE, _TALK, _FELT, _CHECK_IN, _OUTSIDE, _ODD)


@pytest.fixture
def log_file(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> Iterator[Path]:
    """Give a log that notes all it can; files made for a moment come into a folder of their own."""
    aside = tmp_path / "aside"
    aside.mkdir()
    before, tempfile.tempdir = tempfile.tempdir, str(aside)
    logging.getLogger("sqlalchemy").setLevel(logging.DEBUG)
    yield log.to_file(tmp_path / "noted", "debug")
    tempfile.tempdir = before
    caplog.get_records("call").clear()


def _books(profile_id: str) -> tuple[SearchLog, TalkBook, CheckInBook]:
    person = Candidate(profile_id, "Ana", (Contact(_DAY, line=_LINE),), _NOTE)
    profile = sample_match().profile(profile_id)
    talk = Talk(profile_id, "Ana", _DAY).with_note(noted("fee", Met.OTHERWISE, _TALK, profile))
    for code in AFTER_TALKS:
        talk = talk.with_impression(code, _FELT)
    check_in = CheckIn(_DAY, profile_id, "Ana", outside=_OUTSIDE)
    for statement in STATEMENTS:
        check_in = check_in.with_answer(Answer(statement, Step.A_LITTLE, _CHECK_IN))
    odd = (json.dumps([_ODD]),)
    books = SearchLog((person,)), TalkBook((talk,)), CheckInBook((check_in,))
    return replace(books[0], unread=odd), replace(books[1], unread=odd), books[2]


def _keep(personal: PersonalService, profile_id: str) -> FollowupService:
    followup = FollowupService(personal.documents)
    search, talks, check_ins = _books(profile_id)
    followup.keep_search(search)
    followup.keep_talks(talks)
    followup.keep_check_ins(check_ins)
    assert (followup.search(), followup.talks(), followup.check_ins()) == _books(profile_id)
    return followup


def _stumble(personal: PersonalService, followup: FollowupService, profile_id: str) -> None:
    """Let each way fail once, and note each failure as a window does."""
    file = personal._opened()
    search, talks, check_ins = _books(profile_id)
    ways: list[Callable[[], object]] = []
    for version, body in ((9, json.dumps({"people": [_NOTE]})), (1, f'{{"people": "{_NOTE}')):
        for name, write in (
            ("search", lambda: followup.keep_search(search)),
            ("talks", lambda: followup.keep_talks(talks)),
            ("check_ins", lambda: followup.keep_check_ins(check_ins)),
        ):
            document = Document(name, version, "2026-03-02T00:00:00+00:00", body)
            ways += [lambda document=document: file.put(document), write, followup.search]
    ways.append(lambda: write_followup(Path("/no/such/folder/notes.pdf"), _NOTE.encode()))
    for way in ways:
        with contextlib.suppress(MatcherError):
            _noting(way)


def _noting(way: Callable[[], object]) -> None:
    try:
        way()
    except MatcherError as error:
        log.note_fault(error)
        logging.getLogger("matcher").error("no", exc_info=error)
        raise


def _made_for_others(profile_id: str) -> Iterator[bytes]:
    """Make what else is made of the same sitting: sheets in each form, a copy to share, receipt."""
    found = sample_match()
    for options in (ChecklistOptions(), ChecklistOptions(is_share_copy=True)):
        for form in ("pdf", "html", "txt"):
            yield make_edition(found, [profile_id], Catalogue("en"), options, form)
    yield make_receipt(found)


def test_notes_when_kept_and_much_goes_wrong_then_nothing_else_holds_a_word_of_them(
    tmp_path: Path, data_dir: Path, log_file: Path
) -> None:
    profile_id = sample_match().evaluation.snapshot.ids[0]
    personal = quick_personal(data_dir)
    personal.create(PASSPHRASE)
    personal.documents.save_answers(own_answers("nothing"), [profile_id], "results")
    followup = _keep(personal, profile_id)

    made = [*_made_for_others(profile_id)]
    call("import", SAMPLE)
    said = call("match", ANSWERS, "--json", "--receipt", tmp_path / "second")
    _stumble(personal, followup, profile_id)
    personal.close()

    for data in (*made, said.out.encode(), said.err.encode()):
        assert count_in(data, _CANARIES) == 0
    files = [*files_in([tmp_path])]
    assert {"personal.sqlite", "second", log_file.name} <= {path.name for path in files}
    assert [path.name for path in files if count_in_file(path, _CANARIES)] == []
    assert " ERROR " in log_file.read_text(encoding="utf-8")


def test_notes_when_printed_then_only_that_paper_holds_them(tmp_path: Path, log_file: Path) -> None:
    words, found = Catalogue("en"), sample_match()
    profile_id = found.evaluation.snapshot.ids[0]
    profile = found.profile(profile_id)
    search, talks, check_ins = _books(profile_id)
    (check_in,), (talk,) = check_ins.check_ins, talks.talks
    sheets = (
        search_sheet(search, _DAY, words),
        talks_sheet([MetPerson(talk, profile)], (), _DAY, words),
        check_in_sheet(check_in, None, words),
    )
    paper = followup_document(sheets, words)
    path = write_followup(tmp_path, followup_pdf(paper, paper="A4", edition=Edition()))

    assert count_in_file(path, _CANARIES) >= len(_CANARIES) - 1
    assert [each for each in files_in([tmp_path]) if count_in_file(each, _CANARIES)] == [path]
    assert count_in_file(log_file, _CANARIES) == 0

    (difference,) = differences(talk, profile)
    slip = words_of(correction_slip(difference, profile, words))
    assert [each for each in _CANARIES if each in slip] == [_TALK]
