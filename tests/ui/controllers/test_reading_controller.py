from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot
from support.pretended_voice import GOES_ON, PretendedVoice, no_voice, pretend_voice

from ui.controllers.reading_controller import Patience, ReadingController, ReadingState
from ui.language import Language
from ui.voices import Voices

pytestmark = pytest.mark.usefixtures("qapp")


@dataclass
class _Line:
    """Something on a page."""

    words: str
    shown: bool = True

    def is_shown(self) -> bool:
        return self.shown


def _controller(
    words: Language,
    find: Callable[[], Voices | None],
    parent: QCoreApplication | None = None,
    patience: Patience | None = None,
) -> ReadingController:
    return ReadingController(words, parent, find, patience)


def _turn_on(reading: ReadingController, qtbot: QtBot) -> None:
    reading.set_on(is_on=True)
    qtbot.waitUntil(lambda: reading.state is not ReadingState.LOOKING)


@pytest.fixture
def voice(tmp_path: Path) -> PretendedVoice:
    return pretend_voice(tmp_path / "voice")


@pytest.fixture
def endless(tmp_path: Path) -> PretendedVoice:
    return pretend_voice(tmp_path / "endless", GOES_ON)


def test_reading_when_not_asked_for_then_it_is_off_and_nothing_is_started(
    words: Language, voice: PretendedVoice
) -> None:
    reading = _controller(words, voice.find)

    reading.read([_Line("Nobody asked.")])
    words.set_code("es")

    assert reading.state is ReadingState.OFF
    assert voice.calls == []


def test_reading_when_turned_on_then_a_voice_is_found_and_nothing_is_said(
    words: Language, voice: PretendedVoice, qtbot: QtBot
) -> None:
    reading = _controller(words, voice.find)

    reading.set_on(is_on=True)
    assert reading.is_wanted
    assert not reading.is_on
    qtbot.waitUntil(lambda: reading.is_on)

    assert voice.calls == ["--voices"]
    assert voice.said == ""


def test_reading_when_a_page_is_read_then_all_of_it_is_said_in_order(
    words: Language, voice: PretendedVoice, qtbot: QtBot
) -> None:
    reading = _controller(words, voice.find)
    _turn_on(reading, qtbot)
    lines = [_Line(f"Line {number}: {'mañana ' * 20}.") for number in range(8)]

    reading.read(lines)
    assert reading.is_reading
    qtbot.waitUntil(lambda: not reading.is_reading)

    assert reading.state is ReadingState.READY
    assert voice.said.split() == " ".join(line.words for line in lines).split()
    assert {*voice.calls} == {"--voices", "-v en-us -b 1 --stdin"}


def test_reading_when_stopped_then_it_is_silent_at_once_and_says_no_more(
    words: Language, endless: PretendedVoice, qtbot: QtBot
) -> None:
    reading = _controller(words, endless.find)
    _turn_on(reading, qtbot)
    reading.read([_Line("First."), _Line("x" * 400), _Line("Last.")])
    qtbot.waitUntil(lambda: "First." in endless.said)
    number = reading.number

    reading.stop()

    assert not Path("/proc", str(number)).exists()
    assert reading.state is ReadingState.READY
    assert "Last." not in endless.said


def test_reading_when_something_is_not_shown_any_more_then_it_is_not_said(
    words: Language, endless: PretendedVoice, qtbot: QtBot
) -> None:
    reading = _controller(words, endless.find)
    _turn_on(reading, qtbot)
    hidden, shown = _Line("Canary.", shown=False), _Line("Times.")

    reading.read([hidden, shown])
    qtbot.waitUntil(lambda: "Times." in endless.said)
    assert "Canary" not in endless.said
    shown.shown = False

    qtbot.waitUntil(lambda: not reading.is_reading)


@pytest.mark.parametrize("then", ["exit 1", "echo error: none >&2", GOES_ON])
def test_reading_when_the_voice_fails_or_hangs_then_that_is_told(
    words: Language, tmp_path: Path, qtbot: QtBot, then: str
) -> None:
    voice = pretend_voice(tmp_path / "voice", then)
    reading = _controller(words, voice.find, patience=Patience(always=400, a_letter=0))
    _turn_on(reading, qtbot)

    reading.read([_Line("Words.")])
    qtbot.waitUntil(lambda: reading.state is ReadingState.FAILED)

    assert reading.is_on  # it can be tried again
    assert reading.number == 0


def test_reading_when_there_is_no_program_then_it_stays_off(words: Language) -> None:
    reading = _controller(words, no_voice)

    reading.set_on(is_on=True)

    assert reading.state is ReadingState.NO_VOICE
    assert not reading.is_wanted
    reading.set_on(is_on=False)
    assert reading.state is ReadingState.OFF


def test_reading_when_there_is_no_voice_for_the_language_then_it_stays_off(
    words: Language, tmp_path: Path, qtbot: QtBot
) -> None:
    voice = pretend_voice(tmp_path / "voice", listed=" 5  es  --/M  Spanish\n")
    reading = _controller(words, voice.find)

    _turn_on(reading, qtbot)

    assert reading.state is ReadingState.NO_VOICE
    words.set_code("es")
    _turn_on(reading, qtbot)
    assert reading.is_on


def test_reading_when_the_language_changes_then_it_stops_and_goes_on_in_that_language(
    words: Language, endless: PretendedVoice, qtbot: QtBot
) -> None:
    reading = _controller(words, endless.find)
    _turn_on(reading, qtbot)
    reading.read([_Line("Words.")])

    words.set_code("es")

    assert reading.state is ReadingState.READY
    assert reading.number == 0
    reading.read([_Line("Palabras.")])
    qtbot.waitUntil(lambda: "Palabras." in endless.said)
    assert endless.calls[-1] == "-v es-419 -b 1 --stdin"
    reading.set_on(is_on=False)
    assert reading.state is ReadingState.OFF
    assert reading.number == 0


def test_reading_when_words_are_read_then_they_reach_the_pipe_and_nothing_else(
    words: Language, endless: PretendedVoice, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET", "canary")
    reading = _controller(words, endless.find)
    _turn_on(reading, qtbot)
    reading.read([_Line("canary words.")])
    qtbot.waitUntil(lambda: "canary" in endless.said)
    proc = Path("/proc", str(reading.number))

    assert b"canary" not in (proc / "cmdline").read_bytes() + (proc / "environ").read_bytes()
    assert "canary" not in " ".join(endless.calls) + endless.surroundings
    reading.stop()
