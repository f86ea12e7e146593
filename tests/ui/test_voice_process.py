import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot
from support.pretended_voice import GOES_ON, pretend_voice
from support.source import ROOT

from ui.voice_process import VoiceProcess

pytestmark = pytest.mark.usefixtures("qapp")

_LONG = 600_000
_SHELL = ("/bin/sh", "-c")


@pytest.fixture
def process(qapp: QCoreApplication) -> VoiceProcess:
    return VoiceProcess({"PATH": "/usr/bin:/bin"}, qapp)


def _is_there(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


def _is_speaking(number: int) -> bool:
    """Tell whether it runs: one that nobody has asked after is still listed when it is dead."""
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] not in "XZ"
    except OSError:
        return False


def test_process_when_it_ends_well_then_what_it_said_is_told(
    process: VoiceProcess, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(process.ended) as told:
        process.start((*_SHELL, "cat"), "mañana", _LONG)

    assert told.args == ["mañana"]
    assert not process.is_running


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(("/nowhere/espeak-ng",), id="not there"),
        pytest.param((*_SHELL, "exit 1"), id="ended badly"),
        pytest.param((*_SHELL, "kill -9 $$"), id="killed"),
        pytest.param((*_SHELL, "echo error: no sound >&2"), id="complained"),
    ],
)
def test_process_when_it_does_not_speak_then_that_is_told(
    process: VoiceProcess, qtbot: QtBot, command: tuple[str, ...]
) -> None:
    with qtbot.waitSignal(process.failed):
        process.start(command, "words" * 100_000, _LONG, b"error:")

    assert not process.is_running
    assert process.number == 0


def test_process_when_it_hangs_then_it_is_ended_and_told(
    process: VoiceProcess, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(process.failed):
        process.start((*_SHELL, "exec sleep 600"), "words", 200)
        number = process.number

    assert number
    assert not _is_there(number)


def test_process_when_ended_then_it_is_gone_at_once_and_nothing_is_told(
    process: VoiceProcess, qtbot: QtBot
) -> None:
    process.start((*_SHELL, "exec sleep 600"), "words", _LONG)
    qtbot.waitUntil(lambda: process.number != 0)
    number = process.number

    with qtbot.assertNotEmitted(process.failed), qtbot.assertNotEmitted(process.ended):
        process.end()
        assert not _is_there(number)
        QCoreApplication.processEvents()


def test_process_when_another_begins_then_the_one_before_is_ended(
    process: VoiceProcess, qtbot: QtBot
) -> None:
    process.start((*_SHELL, "exec sleep 600"), "", _LONG)
    number = process.number

    with qtbot.waitSignal(process.ended) as told:
        process.start((*_SHELL, "cat"), "second", _LONG)

    assert told.args == ["second"]
    assert not _is_there(number)


def test_process_when_it_is_given_words_then_they_stand_nowhere_else(
    process: VoiceProcess, qtbot: QtBot
) -> None:
    process.start((*_SHELL, "exec sleep 600"), "canary", _LONG)
    number = process.number
    proc = Path("/proc", str(number))
    qtbot.waitUntil(lambda: b"sleep" in (proc / "cmdline").read_bytes().split(b"\0")[0])

    for what in ("cmdline", "environ"):
        assert b"canary" not in (proc / what).read_bytes()
    assert {each.split(b"=")[0] for each in (proc / "environ").read_bytes().split(b"\0")} <= {
        *(b"", b"PATH", b"PWD")
    }
    process.end()


_OURS = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from ui.voice_process import VoiceProcess
from ui.voices import find_voices, voice_surroundings
app = QCoreApplication([])
voices = find_voices("linux", (sys.argv[1], "/usr/bin"))
process = VoiceProcess(voice_surroundings())
process.start(voices.reading("en", "en-us"), "words", 600_000)
said = Path(sys.argv[1], "said")
tell = QTimer()
tell.timeout.connect(lambda: said.exists() and print(process.number, flush=True))
tell.start(20)
app.exec()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a child with its parent")
def test_process_when_our_own_is_killed_then_it_is_gone_too(tmp_path: Path, qtbot: QtBot) -> None:
    voice = pretend_voice(tmp_path / "voice", GOES_ON)
    with subprocess.Popen(
        [sys.executable, "-c", _OURS, voice.folder],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
    ) as ours:
        assert ours.stdout is not None
        number = int(ours.stdout.readline())
        assert _is_there(number)

        ours.kill()

        qtbot.waitUntil(lambda: not _is_speaking(number))


def test_process_when_another_is_called_after_it_then_it_is_done(
    process: VoiceProcess, qtbot: QtBot, tmp_path: Path
) -> None:
    process.call_after((*_SHELL, f"touch {tmp_path}/hushed"))

    qtbot.waitUntil((tmp_path / "hushed").exists)
