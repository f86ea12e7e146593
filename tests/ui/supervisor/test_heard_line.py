import multiprocessing
import os
import sys
from collections.abc import Iterator
from multiprocessing.connection import Connection

import pytest

from ui.supervisor.heard_line import HeardLine, TooLongError
from ui.supervisor.words import LONGEST

_Ends = tuple[HeardLine, Connection]

_raw = pytest.mark.skipif(sys.platform == "win32", reason="pipes hold whole messages there")


@pytest.fixture
def ends() -> Iterator[_Ends]:
    """Give the supervisor's end and that of a child."""
    ours, theirs = multiprocessing.Pipe()
    line = HeardLine(ours)
    yield line, theirs
    line.close()
    theirs.close()


def _take(line: HeardLine, count: int) -> list[bytes]:
    found: list[bytes] = []
    while len(found) < count:
        assert line.connection.poll(5)
        found += line.take()
    return found


def test_line_when_nothing_was_said_then_nobody_waits(ends: _Ends) -> None:
    assert ends[0].take() == []


def test_line_when_words_come_then_they_are_taken_in_order(ends: _Ends) -> None:
    said = [b"ready", b"", b"x" * LONGEST]
    for data in said:
        ends[1].send_bytes(data)

    assert _take(ends[0], 3) == said


def test_line_when_something_is_said_then_it_arrives(ends: _Ends) -> None:
    ends[0].say(b"show")

    assert ends[1].recv_bytes() == b"show"


@_raw
def test_line_when_a_message_comes_in_pieces_then_nobody_waits_for_the_rest(ends: _Ends) -> None:
    line, theirs = ends
    for piece in (b"\0", b"\0\0\5", b"rea", b"d"):
        os.write(theirs.fileno(), piece)
        assert line.take() == []
    os.write(theirs.fileno(), b"y\0\0\0\5alive\0")

    assert line.take() == [b"ready", b"alive"]


@_raw
@pytest.mark.parametrize("head", [b"\0\0\0\x41", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff"])
def test_line_when_too_much_is_announced_then_it_is_refused(ends: _Ends, head: bytes) -> None:
    os.write(ends[1].fileno(), head)

    with pytest.raises(TooLongError):
        ends[0].take()


@_raw
def test_line_when_flooded_then_not_all_of_it_is_taken_at_once(ends: _Ends) -> None:
    os.write(ends[1].fileno(), b"\0\0\0\5alive" * 2000)

    assert len(ends[0].take()) < 1000


@_raw
def test_line_when_the_other_never_reads_then_to_say_something_does_not_wait(ends: _Ends) -> None:
    def say_much() -> None:
        for _ in range(1_000_000):
            ends[0].say(b"show")

    with pytest.raises(OSError):  # noqa: PT011 - systems differ in which
        say_much()


@pytest.mark.parametrize("is_unread", [False, True])
def test_line_when_shut_then_that_is_told_after_the_last_word(ends: _Ends, is_unread: bool) -> None:
    line, theirs = ends
    if is_unread:
        line.say(b"show")
    theirs.send_bytes(b"ended")
    theirs.close()

    if not is_unread:
        assert line.take() == [b"ended"]
    with pytest.raises(EOFError):
        [line.take() for _ in range(2)]
