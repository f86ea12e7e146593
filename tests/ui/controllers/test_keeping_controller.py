from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot
from support.keeping import keep_answers, keeping_of, parts_of
from support.personal import PASSPHRASE, bytes_below, quick_personal
from support.pretended_voice import pretend_voice
from support.window import settle

from matcher.errors import Message, PersonalError
from matcher.services.personal.kept_documents import KeptDocuments
from ui.controllers.keeping_controller import KeepingController, KeepingState
from ui.parts import Parts
from ui.theme.tokens import PaletteName

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    parts = parts_of(tmp_path)
    yield parts
    keeping_of(parts).let_go()
    settle()


@pytest.fixture
def keeping(parts: Parts) -> KeepingController:
    return keeping_of(parts)


def test_keeping_when_nobody_asked_then_no_change_is_written(
    parts: Parts, keeping: KeepingController, tmp_path: Path
) -> None:
    parts.sitting.respond("formats", ("video",))
    keeping.keep_now()
    assert not keeping.finish()
    settle()
    assert keeping.state is KeepingState.OFF
    assert not bytes_below(tmp_path)


def test_keeping_when_something_changes_then_it_is_kept_once_it_rests(
    parts: Parts, keeping: KeepingController, tmp_path: Path, qtbot: QtBot
) -> None:
    keep_answers(parts)
    assert keeping.state is KeepingState.KEPT
    parts.sitting.respond("formats", ("video",))
    assert keeping.state is KeepingState.WAITING
    with qtbot.waitSignal(parts.personal.kept):
        pass
    assert keeping.state is KeepingState.KEPT
    keeping.let_go()
    service = quick_personal(tmp_path)
    service.open(PASSPHRASE)
    kept = service.documents.answers()
    service.close()
    assert kept is not None
    assert kept.answers.value("formats") == ("video",)


def test_keeping_when_changes_go_on_then_it_does_not_wait_for_their_end(
    parts: Parts, keeping: KeepingController, qtbot: QtBot
) -> None:
    keep_answers(parts)
    keeping._rest.rest.setInterval(60_000)
    keeping._rest.latest.setInterval(20)
    changes = QTimer(interval=0)
    changes.timeout.connect(keeping.note_change)
    with qtbot.waitSignal(parts.personal.kept):
        changes.start()
    changes.stop()


def test_keeping_when_brought_back_then_all_is_as_it_was(
    parts: Parts, keeping: KeepingController, qtbot: QtBot
) -> None:
    keep_answers(parts)
    parts.sitting.answer_private(here=False)
    parts.words.changed.connect(lambda: parts.sitting.set_language(parts.words.code))
    parts.region.region_changed.connect(parts.sitting.set_region)
    parts.words.set_code("es")
    parts.region.set_region("gb")
    parts.appearance.set_palette(PaletteName.CONTRAST)
    parts.appearance.set_text_size(150)
    keeping.note_page("fee")
    parts.results.request()
    settle()
    assert parts.results.match is not None
    chosen = parts.results.match.evaluation.snapshot.ids[0]
    parts.results.choose(chosen)
    answers = parts.sitting.answers
    keeping.let_go()
    parts.forget()
    parts.words.set_code("en")
    parts.region.set_region("us")
    _usual_looks(parts)

    parts.personal.opened.connect(keeping.bring_back)
    with qtbot.waitSignal(keeping.came_back) as back:
        parts.personal.open(PASSPHRASE)
    settle()
    assert back.args == ["fee"]
    assert parts.sitting.answers.responses == answers.responses
    assert parts.sitting.skips_private
    assert (parts.words.code, parts.region.region) == ("es", "gb")
    assert (parts.appearance.palette, parts.appearance.text_size) == (PaletteName.CONTRAST, 150)
    assert parts.results.chosen == (chosen,)
    assert keeping.left == ()
    _usual_looks(parts)


def _usual_looks(parts: Parts) -> None:
    parts.appearance.set_palette(PaletteName.LIGHT)
    parts.appearance.set_text_size(100)


def test_keeping_when_pages_are_read_aloud_then_that_comes_back_and_nothing_is_said(
    parts: Parts,
    keeping: KeepingController,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    voice = pretend_voice(tmp_path / "voice")
    reading = parts.reading
    assert reading is not None
    monkeypatch.setattr(reading, "_find", voice.find)
    keep_answers(parts)
    assert keeping._collect().looks["reads"] is False
    reading.set_on(is_on=True)
    qtbot.waitUntil(lambda: reading.is_on)
    state = keeping._collect()
    reading.set_on(is_on=False)

    keeping.bring_back(state)
    qtbot.waitUntil(lambda: reading.is_on)

    assert voice.calls == ["--voices", "--voices"]
    keeping.bring_back(type(state)(state.answers, looks={"reads": "loud"}))
    assert not reading.is_wanted


def test_keeping_when_another_sitting_begins_then_what_is_kept_stays(
    parts: Parts, keeping: KeepingController, tmp_path: Path
) -> None:
    keep_answers(parts)
    keeping.let_go()
    settle()
    before = bytes_below(tmp_path)
    parts.forget()
    parts.sitting.respond("formats", ("phone",))
    settle()
    assert bytes_below(tmp_path) == before


def test_keeping_when_it_fails_then_it_says_why_and_tries_again(
    parts: Parts, keeping: KeepingController, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PersonalError(Message("personal.error.full", file="there"))

    keep_answers(parts)
    with monkeypatch.context() as patch:
        patch.setattr(KeptDocuments, "save_answers", refuse)
        parts.sitting.respond("formats", ("video",))
        assert not keeping.finish()
        assert keeping.state is KeepingState.FAILED
        assert keeping.error is not None
    assert keeping.finish()
    assert keeping.error is None


def test_keeping_when_looks_are_of_another_version_then_they_are_left(
    parts: Parts, keeping: KeepingController
) -> None:
    keep_answers(parts)
    state = keeping._collect()
    keeping.bring_back(type(state)(state.answers, looks={"palette": "sepia", "text_size": "huge"}))
    assert parts.appearance.text_size == 100
