from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from support.keeping import keep_answers, keeping_of, parts_of
from support.personal import CANARY, PASSPHRASE, bytes_below, quick_personal
from support.window import settle

from matcher.errors import Message, PersonalError
from matcher.followup.check_in import CheckIn, CheckInBook
from matcher.followup.first_talk import Talk, TalkBook
from matcher.followup.search_log import Candidate, Contact, SearchLog
from matcher.services.personal.kept_documents import KeptDocuments
from ui.application import make_application
from ui.controllers.directory_source import DirectorySource, open_sample
from ui.controllers.followup_controller import FollowupController
from ui.controllers.keeping_controller import KeepingController, KeepingState
from ui.controllers.kept_notes import SEARCH
from ui.parts import Parts
from ui.settings import Settings

pytestmark = pytest.mark.usefixtures("qapp")

_SEARCH = SearchLog((Candidate("a", "Ana", (Contact(date(2026, 3, 2), line=CANARY),)),))
_TALKS = TalkBook().with_talk(Talk("a", "Ana", date(2026, 3, 9)).with_impression("heard", "Yes"))
_CHECK_INS = CheckInBook().with_check_in(CheckIn(date(2026, 3, 20), "a", "Ana"))


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    parts = parts_of(tmp_path)
    yield parts
    keeping_of(parts).let_go()
    settle()


@pytest.fixture
def keeping(parts: Parts) -> KeepingController:
    return keeping_of(parts)


@pytest.fixture
def followup(parts: Parts) -> FollowupController:
    assert parts.followup is not None
    return parts.followup


def _reopen(parts: Parts) -> None:
    keeping_of(parts).let_go()
    parts.forget()
    parts.personal.opened.connect(keeping_of(parts).bring_back)
    parts.personal.open(PASSPHRASE)
    settle()


def test_followup_when_strangers_follow_then_there_is_none() -> None:
    settings = Settings(is_kiosk=True)
    assert Parts(make_application(), settings, DirectorySource(open_sample)).followup is None


def test_followup_when_no_file_is_open_then_nothing_is_noted(
    followup: FollowupController, keeping: KeepingController, tmp_path: Path
) -> None:
    followup.set_search(_SEARCH)
    followup.set_talks(_TALKS)
    followup.set_check_ins(_CHECK_INS)
    followup.clear(SEARCH)
    followup.clear_all()
    keeping.keep_now()
    settle()
    assert not followup.is_open
    assert followup.search.is_empty
    assert (followup.talks, followup.check_ins) == (TalkBook(), CheckInBook())
    assert not bytes_below(tmp_path)


def test_followup_when_something_is_noted_then_it_is_kept_and_comes_back(
    followup: FollowupController, parts: Parts, keeping: KeepingController, tmp_path: Path
) -> None:
    keep_answers(parts)
    assert followup.is_open
    followup.set_search(_SEARCH)
    followup.set_talks(_TALKS)
    followup.set_check_ins(_CHECK_INS)
    assert keeping.state is KeepingState.WAITING
    _reopen(parts)
    assert (followup.search, followup.talks, followup.check_ins) == (_SEARCH, _TALKS, _CHECK_INS)
    assert keeping.state is KeepingState.KEPT
    assert CANARY.encode() not in b"".join(bytes_below(tmp_path).values())


def test_followup_when_the_file_is_let_go_of_then_nothing_of_it_is_left(
    followup: FollowupController, parts: Parts, keeping: KeepingController
) -> None:
    keep_answers(parts)
    followup.set_search(_SEARCH)
    keeping.let_go()
    assert not followup.is_open
    assert followup.search.is_empty
    assert parts.personal._held.noted.search is None


def test_followup_when_all_is_cleared_then_nothing_of_it_is_left(
    followup: FollowupController, parts: Parts
) -> None:
    keep_answers(parts)
    followup.set_search(_SEARCH)
    parts.personal.clear_all()
    settle()
    assert not followup.is_open
    assert followup.search.is_empty


def test_followup_when_somebody_is_taken_off_then_nothing_on_them_is_left_in_the_file(
    followup: FollowupController, parts: Parts
) -> None:
    keep_answers(parts)
    followup.set_search(_SEARCH.with_people({"b": "Ben"}))
    followup.set_talks(_TALKS.with_talk(Talk("b", "Ben").with_impression("heard", "No")))
    followup.set_check_ins(_CHECK_INS.with_check_in(CheckIn(date(2026, 3, 21), "b", "Ben")))
    followup.take_off("a")
    _reopen(parts)
    assert [each.profile_id for each in followup.search.people] == ["b"]
    assert [each.profile_id for each in followup.talks.talks] == ["b"]
    assert [each.profile_id for each in followup.check_ins.check_ins] == ["b"]


def test_followup_when_its_notes_are_cleared_then_none_is_left_in_the_file(
    followup: FollowupController, parts: Parts
) -> None:
    keep_answers(parts)
    assert followup.is_empty
    followup.set_search(_SEARCH)
    followup.set_talks(_TALKS)
    followup.set_check_ins(_CHECK_INS)
    assert not followup.is_empty
    followup.clear_all()
    _reopen(parts)
    assert followup.is_open
    assert followup.is_empty


def test_followup_when_a_change_is_not_kept_then_it_is_said_where_all_is_and_nothing_is_lost(
    followup: FollowupController,
    parts: Parts,
    keeping: KeepingController,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object) -> None:
        raise PersonalError(Message("personal.error.full", file="there"))

    keep_answers(parts)
    with monkeypatch.context() as patch:
        patch.setattr(KeptDocuments, "keep", refuse)
        followup.set_search(_SEARCH)
        assert not keeping.may_end()
        assert keeping.state is KeepingState.FAILED
    assert keeping.may_end()
    _reopen(parts)
    assert followup.search == _SEARCH


def test_followup_when_a_newer_version_wrote_the_search_then_it_says_so_and_leaves_it(
    followup: FollowupController, parts: Parts, keeping: KeepingController, tmp_path: Path
) -> None:
    keep_answers(parts)
    followup.set_talks(_TALKS)
    keeping.let_go()
    _write_newer_search(tmp_path)
    _reopen(parts)
    assert followup.errors[SEARCH].messages[0].key == "personal.error.newer"
    assert followup.talks == _TALKS
    followup.set_search(_SEARCH)
    assert followup.search.is_empty
    assert keeping.finish()

    followup.clear(SEARCH)
    assert not followup.errors
    followup.set_search(_SEARCH)
    _reopen(parts)
    assert (followup.search, followup.talks) == (_SEARCH, _TALKS)


def test_followup_when_something_else_takes_the_place_of_what_was_kept_then_its_notes_are_gone(
    followup: FollowupController, parts: Parts, keeping: KeepingController, tmp_path: Path
) -> None:
    keep_answers(parts)
    followup.set_search(_SEARCH)
    keeping.let_go()
    parts.personal.taken.connect(keeping.start)
    parts.personal.take(PASSPHRASE)
    settle()
    assert followup.is_open
    _reopen(parts)
    assert followup.search.is_empty


def test_reminders_when_a_day_is_given_then_they_are_of_that_day(
    followup: FollowupController, parts: Parts
) -> None:
    keep_answers(parts)
    followup.set_search(_SEARCH)
    followup.today = lambda: date(2026, 3, 3)
    assert followup.reminders == ()
    followup.today = lambda: date(2026, 3, 7)
    assert [each.candidate.name for each in followup.reminders] == ["Ana"]


def _write_newer_search(folder: Path) -> None:
    service = quick_personal(folder)
    service.open(PASSPHRASE)
    service.documents.keep(SEARCH, {"later": 1}, 99)
    service.close()


def test_people_when_their_profile_went_into_another_then_they_are_on_the_list_under_both(
    parts: Parts, followup: FollowupController
) -> None:
    keep_answers(parts)
    followup.set_search(_SEARCH)
    assert (followup.has("a"), followup.has("b")) == (True, False)
    followup.call({}, {"a": "b"})
    assert (followup.has("a"), followup.has("b")) == (True, True)
    followup.forget()
    assert not followup.has("b")


def test_people_when_called_by_another_name_then_it_is_kept_with_the_next_change(
    parts: Parts, keeping: KeepingController, followup: FollowupController
) -> None:
    keep_answers(parts)
    followup.set_search(_SEARCH)
    followup.set_talks(_TALKS)
    assert keeping.finish()
    followup.call({"a": "Ana Vidal"})
    assert keeping.state is KeepingState.KEPT
    assert followup.talks.talks[0].name == "Ana Vidal"
    followup.set_check_ins(_CHECK_INS)
    _reopen(parts)
    assert (followup.search.people[0].name, followup.talks.talks[0].name) == ("Ana Vidal",) * 2
