import multiprocessing
import os
from collections.abc import Iterator
from multiprocessing.connection import Connection

import pytest
from pytestqt.qtbot import QtBot

from ui.kiosk.supervisor_line import SupervisorLine
from ui.supervisor.words import ProcessKind, Said, Word, read

_Ends = tuple[SupervisorLine, Connection]


@pytest.fixture
def line(qtbot: QtBot) -> Iterator[_Ends]:
    """Give a line and the supervisor's end of it."""
    ours, theirs = multiprocessing.Pipe()
    line = SupervisorLine(ours)
    yield line, theirs
    line.deleteLater()
    for end in (ours, theirs):
        end.close()


@pytest.fixture
def left(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Give the exit codes with which the process would have ended."""
    codes: list[int] = []
    monkeypatch.setattr(os, "_exit", codes.append)
    return codes


def _next(theirs: Connection) -> Said | None:
    assert theirs.poll(5)
    return read(ProcessKind.SITTING, theirs.recv_bytes())


def test_line_when_something_is_said_then_it_arrives(
    line: _Ends,
) -> None:
    line[0].say(Word.BEGUN)
    line[0].say(Word.FAULT, "KeyError: 'a name'")

    assert _next(line[1]) == Said(Word.BEGUN)
    assert _next(line[1]) == Said(Word.FAULT, "KeyError:_a_name_")


def test_line_when_nothing_is_said_then_it_says_that_it_is_alive(line: _Ends, qtbot: QtBot) -> None:
    qtbot.waitUntil(line[1].poll, timeout=5000)

    assert _next(line[1]) == Said(Word.ALIVE)


def test_line_when_the_supervisor_wishes_then_the_window_is_asked_for(
    line: _Ends, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(line[0].show_requested):
        line[1].send_bytes(b"show")


def test_line_when_something_else_comes_then_nothing_happens(
    line: _Ends, qtbot: QtBot, left: list[int]
) -> None:
    with qtbot.assertNotEmitted(line[0].show_requested, wait=50):
        line[1].send_bytes(b"leave")

    assert left == []


def test_line_when_nobody_listens_any_more_then_the_process_ends(
    line: _Ends, qtbot: QtBot, left: list[int]
) -> None:
    line[1].close()

    qtbot.waitUntil(lambda: bool(left), timeout=5000)
