from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from support.personal import OTHER, PASSPHRASE, FakeKeyring, own_answers, quick_personal

from matcher.errors import Message, PersonalError
from matcher.followup.first_talk import Talk, TalkBook
from matcher.followup.search_log import Candidate, SearchLog
from matcher.services.personal.kept_documents import KeptDocuments
from ui.controllers import personal_jobs as jobs
from ui.controllers.kept_notes import NO_NOTES, KeptNotes


def _held(folder: Path) -> jobs.Held:
    return jobs.Held(partial(quick_personal, folder, FakeKeyring()))


def _state(**more: object) -> jobs.WindowState:
    more = {"notes": NO_NOTES} | more
    return jobs.WindowState(own_answers(), ("a", "b"), "fee", ("skips_private",), **more)  # type: ignore[arg-type]


def test_state_when_saved_then_it_comes_back_as_it_was(tmp_path: Path) -> None:
    state = _state(looks={"text_size": 150}, names={"a": "Ana"})
    held = _held(tmp_path)
    code = jobs.create(held, PASSPHRASE)
    jobs.save(held, state)
    jobs.close(held)

    assert jobs.open_(held, PASSPHRASE) == state
    jobs.close(held)
    assert jobs.open_with_code(held, code) == state
    jobs.close(held)


def test_state_when_a_newer_one_was_kept_before_its_turn_then_the_newer_one_stays(
    tmp_path: Path,
) -> None:
    held = _held(tmp_path)
    jobs.create(held, PASSPHRASE)
    older, newer = held.overtake(), held.overtake()
    jobs.save_if_newest(held, newer, _state(looks={"text_size": 200}))
    jobs.save_if_newest(held, older, _state(looks={"text_size": 150}))
    jobs.close(held)

    assert jobs.open_(held, PASSPHRASE) == _state(looks={"text_size": 200})
    jobs.close(held)


def test_standing_when_something_is_kept_then_it_says_how_much_since_when(tmp_path: Path) -> None:
    held = _held(tmp_path)
    assert not jobs.look(held).exists
    jobs.create(held, PASSPHRASE)
    jobs.save(held, _state())
    opened = jobs.look(held)
    assert opened.exists
    assert opened.size > 0
    assert opened.since is not None
    jobs.save(held, _state(looks={"text_size": 200}))
    assert jobs.look(held).since == opened.since
    jobs.close(held)
    assert jobs.look(held).since is None

    jobs.clear_all(held)
    assert jobs.look(held) == jobs.Standing(path=tmp_path / "personal")


def test_file_when_taken_for_something_else_then_it_is_open_whatever_was_in_it(
    tmp_path: Path,
) -> None:
    held = _held(tmp_path)
    jobs.create(held, PASSPHRASE)
    jobs.close(held)
    with pytest.raises(PersonalError):
        jobs.take(held, OTHER)
    jobs.take(held, PASSPHRASE)
    jobs.save(held, _state())
    jobs.close(held)
    assert jobs.open_(held, PASSPHRASE) == _state()
    jobs.close(held)


def test_file_when_this_computer_forgot_then_it_is_said(tmp_path: Path) -> None:
    held = _held(tmp_path)
    assert jobs.look_for_keyring(held)
    jobs.create(held, PASSPHRASE)
    jobs.remember(held)
    jobs.close(held)
    assert jobs.open_remembered(held) is None  # nothing was saved
    jobs.stop_remembering(held)
    jobs.change_passphrase(held, OTHER)
    jobs.close(held)
    with pytest.raises(PersonalError) as refused:
        jobs.open_remembered(held)
    assert refused.value.messages[0].key == "keeping.error.not_remembered"
    jobs.open_(held, OTHER)
    jobs.close(held)


def test_passphrase_when_it_is_short_then_its_fault_is_told() -> None:
    assert jobs.fault_of("short") is not None
    assert jobs.fault_of(PASSPHRASE) is None


def test_service_when_it_is_of_the_own_folder_then_nothing_is_written_there(
    data_dir: Path,
) -> None:
    assert jobs.own_personal().path.parent == data_dir
    assert not data_dir.exists()


def test_file_when_something_else_takes_its_place_then_no_note_is_left_in_it(
    tmp_path: Path,
) -> None:
    held = _held(tmp_path)
    jobs.create(held, PASSPHRASE)
    notes = KeptNotes(SearchLog().with_people({"a": "Ana"}), NO_NOTES.talks, NO_NOTES.check_ins)
    jobs.save(held, _state(notes=notes))
    jobs.close(held)
    jobs.take(held, PASSPHRASE)
    jobs.close(held)

    state = jobs.open_(held, PASSPHRASE)
    jobs.close(held)
    assert state is None or state.notes == NO_NOTES


def test_notes_when_some_cannot_be_kept_then_what_is_taken_back_stands_in_the_file_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = _held(tmp_path)
    jobs.create(held, PASSPHRASE)
    before, changed = (
        SearchLog((Candidate("a", "Ana"),)),
        SearchLog((Candidate("a", "Ana", note="x"),)),
    )
    jobs.save(held, _state(notes=replace(NO_NOTES, search=before)))
    keep = KeptDocuments.keep

    def refuse(self: KeptDocuments, name: str, *rest: Any) -> None:
        if name == "talks":
            raise PersonalError(Message("personal.error.full", file="there"))
        keep(self, name, *rest)

    monkeypatch.setattr(KeptDocuments, "keep", refuse)
    talks = TalkBook((Talk("a", "Ana"),))
    with pytest.raises(PersonalError):
        jobs.save(held, _state(notes=replace(NO_NOTES, search=changed, talks=talks)))
    jobs.save(held, _state(notes=replace(NO_NOTES, search=before)))
    jobs.close(held)

    assert jobs.open_(held, PASSPHRASE) == _state(notes=replace(NO_NOTES, search=before))
    jobs.close(held)
