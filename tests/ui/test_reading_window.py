"""A page read aloud in the whole window, by a voice that writes down what it is given."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot
from support.pretended_voice import GOES_ON, PretendedVoice, pretend_voice
from support.window import open_window, press, settle

from matcher.i18n import languages
from ui.app import Wiring
from ui.controllers import reading_controller
from ui.controllers.reading_controller import ReadingController, ReadingState
from ui.demo import sample_answers
from ui.settings import Settings
from ui.widgets.text import Text

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def voice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PretendedVoice:
    """Give a voice that speaks on until it is ended."""
    voice = pretend_voice(tmp_path / "voice", GOES_ON)
    monkeypatch.setattr(reading_controller, "find_voices", voice.find)
    return voice


@pytest.fixture
def listened(voice: PretendedVoice, qtbot: QtBot) -> Iterator[Wiring]:
    """Give the window with reading turned on."""
    with open_window() as wiring:
        assert isinstance(wiring, Wiring)
        _turn_on(wiring, qtbot)
        yield wiring


def _reading(wiring: Wiring) -> ReadingController:
    assert wiring.reading is not None
    return wiring.reading


def _turn_on(wiring: Wiring, qtbot: QtBot) -> None:
    _reading(wiring).set_on(is_on=True)
    qtbot.waitUntil(lambda: _reading(wiring).state is not ReadingState.LOOKING)


def _button(wiring: Wiring, name: str = "read") -> QPushButton:
    button = wiring.window.findChild(QPushButton, name)
    assert button is not None
    return button


def _begin(wiring: Wiring, voice: PretendedVoice, qtbot: QtBot) -> None:
    before = voice.said
    _button(wiring).click()
    qtbot.waitUntil(lambda: voice.said != before)


def test_window_when_nobody_asked_then_there_is_no_button_and_no_program(
    voice: PretendedVoice,
) -> None:
    with open_window() as wiring:
        settle()
        assert isinstance(wiring, Wiring)
        assert _button(wiring).isHidden()
        press(Qt.Key.Key_F7)

        assert voice.calls == []


def test_window_when_turned_on_then_it_says_nothing_by_itself(
    listened: Wiring, voice: PretendedVoice
) -> None:
    listened.window.go("participants")
    settle()

    assert _button(listened).isVisible()
    assert voice.calls == ["--voices"]


@pytest.mark.parametrize("code", languages())
def test_window_when_a_page_is_read_then_its_words_are_and_the_button_stops_it(
    listened: Wiring, voice: PretendedVoice, qtbot: QtBot, code: str
) -> None:
    listened.words.set_code(code)
    text = listened.words.text
    assert _button(listened).accessibleName() == text("screen.reading.read")
    assert "F7" in _button(listened).accessibleDescription()

    _begin(listened, voice, qtbot)

    assert text("screen.welcome.heading") in voice.said
    assert voice.calls[-1].startswith({"en": "-v en-us", "es": "-v es-419"}[code])
    assert _button(listened).text() == text("screen.reading.stop")
    _button(listened).click()
    assert not _reading(listened).is_reading
    assert _button(listened).text() == text("screen.reading.read")


def test_window_when_the_key_is_pressed_then_it_reads_and_stops(listened: Wiring) -> None:
    press(Qt.Key.Key_F7)
    assert _reading(listened).is_reading
    press(Qt.Key.Key_F7)
    assert not _reading(listened).is_reading


def _open_dialog(wiring: Wiring) -> None:
    dialog = QDialog(wiring.window)
    dialog.setModal(True)
    dialog.show()
    dialog.close()


@pytest.mark.parametrize(
    "happen",
    [
        pytest.param(lambda wiring: press(Qt.Key.Key_F9), id="hidden"),
        pytest.param(lambda wiring: wiring.window.go("participants"), id="another page"),
        pytest.param(lambda wiring: wiring.window.open("help"), id="help"),
        pytest.param(lambda wiring: wiring.cover.set_covered(True), id="covered"),
        pytest.param(lambda wiring: wiring.fault_cover.show(), id="fault"),
        pytest.param(lambda wiring: wiring.words.set_code("es"), id="language"),
        pytest.param(lambda wiring: wiring.clear(), id="cleared"),
        pytest.param(lambda wiring: wiring.window.close(), id="closed"),
        pytest.param(lambda wiring: wiring.window.showMinimized(), id="made small"),
        pytest.param(_open_dialog, id="dialog"),
    ],
)
def test_window_when_something_else_is_shown_then_it_is_silent_at_once(
    listened: Wiring, voice: PretendedVoice, qtbot: QtBot, happen: Callable[[Wiring], None]
) -> None:
    _begin(listened, voice, qtbot)
    number = _reading(listened).number
    assert Path("/proc", str(number)).exists()

    happen(listened)

    assert not _reading(listened).is_reading
    assert not Path("/proc", str(number)).exists()


def test_window_when_hidden_then_no_key_reads_what_is_below(
    listened: Wiring, voice: PretendedVoice
) -> None:
    listened.window.hide_away()

    press(Qt.Key.Key_F7)

    assert voice.calls == ["--voices"]


def _all_that_is_said(wiring: Wiring, voice: PretendedVoice, qtbot: QtBot) -> str:
    """Read the page with a voice that comes to its end."""
    (voice.folder / "said").unlink(missing_ok=True)
    _button(wiring).click()
    qtbot.waitUntil(lambda: not _reading(wiring).is_reading, timeout=30_000)
    return voice.said


@pytest.fixture
def answered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> Iterator[tuple[Wiring, PretendedVoice]]:
    """Give the window with answers, and a voice that ends when it has said what it was given."""
    voice = pretend_voice(tmp_path / "voice")
    monkeypatch.setattr(reading_controller, "find_voices", voice.find)
    with open_window() as wiring:
        assert isinstance(wiring, Wiring)
        _turn_on(wiring, qtbot)
        wiring.sitting.take(sample_answers())
        yield wiring, voice


def test_window_when_private_answers_are_not_shown_then_they_are_not_said(
    answered: tuple[Wiring, PretendedVoice], qtbot: QtBot
) -> None:
    wiring, voice = answered
    wiring.window.go("review")
    settle()

    hidden = _all_that_is_said(wiring, voice, qtbot)
    _button(wiring, "show_private").click()
    settle()
    private = wiring.window.page.findChild(Text, "said_issues")
    assert private is not None
    shown = _all_that_is_said(wiring, voice, qtbot)

    assert wiring.words.text("screen.answers.hidden") in hidden
    assert private.plain not in hidden
    assert private.plain in shown


def test_window_when_private_answers_are_hidden_while_they_are_said_then_it_stops(
    listened: Wiring, voice: PretendedVoice, qtbot: QtBot
) -> None:
    listened.sitting.take(sample_answers())
    listened.window.go("review")
    settle()
    _button(listened, "show_private").click()
    settle()
    private = listened.window.page.findChild(Text, "said_issues")
    assert private is not None
    row = private.parentWidget()
    for other in row.parentWidget().children():
        if isinstance(other, type(row)) and other is not row:
            other.hide()
    for text in listened.window.page.findChildren(Text):
        if not row.isAncestorOf(text):
            text.hide()
    _begin(listened, voice, qtbot)
    assert private.plain in voice.said

    _button(listened, "show_private").click()

    qtbot.waitUntil(lambda: not _reading(listened).is_reading)


def test_window_when_answers_are_covered_then_none_is_said(
    answered: tuple[Wiring, PretendedVoice], qtbot: QtBot
) -> None:
    wiring, voice = answered
    wiring.cover.set_covered(True)
    for page in ("review", "results"):
        wiring.window.go(page)
        settle()
        said = _all_that_is_said(wiring, voice, qtbot)
        assert wiring.words.text("screen.cover.instead") in said
        assert wiring.words.text("screen.review.heading") not in said
    wiring.window.go("issues")
    settle()
    assert wiring.words.text("screen.reading.chosen") not in _all_that_is_said(wiring, voice, qtbot)


def test_window_when_the_voice_fails_then_it_says_what_to_do_and_can_be_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    voice = pretend_voice(tmp_path / "voice", "exit 1")
    monkeypatch.setattr(reading_controller, "find_voices", voice.find)
    with open_window() as wiring:
        assert isinstance(wiring, Wiring)
        _turn_on(wiring, qtbot)
        _button(wiring).click()
        qtbot.waitUntil(lambda: _reading(wiring).state is ReadingState.FAILED)

        line = wiring.window.findChild(Text, "reading_loud")
        assert line is not None
        assert line.isVisible()
        assert line.plain == wiring.words.text("screen.reading.failed")
        calls = len(voice.calls)
        _button(wiring, "reading_button").click()
        qtbot.waitUntil(lambda: len(voice.calls) > calls)
        qtbot.waitUntil(lambda: _reading(wiring).state is ReadingState.FAILED)
        _reading(wiring).set_on(is_on=False)
        assert not line.isVisible()


def test_window_when_strangers_share_it_then_reading_is_not_offered() -> None:
    with open_window(Settings(is_kiosk=True)) as wiring:
        wiring.window.go("looks")
        settle()

        assert wiring.reading is None
        assert wiring.window.findChild(QPushButton, "read").isHidden()
        assert wiring.window.page.findChild(Text, "reading_label") is None
