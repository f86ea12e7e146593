import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import given
from hypothesis import strategies as st

from matcher.directory.kiosk_event import KioskEvent, KioskWord
from matcher.services.kiosks import event_queue
from matcher.services.kiosks.event_queue import QUEUE, EventQueue

_BEGIN = datetime(2026, 11, 23, 10, 2, tzinfo=UTC)


class _Clock:
    """Goes a little further each time."""

    def __init__(self) -> None:
        self._steps: Iterator[int] = count()

    def __call__(self) -> datetime:
        return _BEGIN + timedelta(microseconds=next(self._steps))


def _queue(folder: Path, most: int = event_queue.MOST_KEPT) -> EventQueue:
    return EventQueue(folder, _Clock(), most)


def _words(queue: EventQueue) -> list[KioskWord]:
    return [event.what for event in queue.waiting()]


def test_queue_when_nothing_was_told_then_it_is_empty(tmp_path: Path) -> None:
    queue = _queue(tmp_path)

    assert queue.is_empty
    assert queue.waiting() == ()
    queue.take_out([])
    assert not (tmp_path / QUEUE).exists()


def test_queue_when_told_then_another_process_finds_it_in_order_and_nobody_else_may_read_it(
    tmp_path: Path,
) -> None:
    queue = _queue(tmp_path)
    for word in (KioskWord.STARTED, KioskWord.STAFF, KioskWord.STAFF):
        queue.tell(word)

    other = _queue(tmp_path)
    assert not other.is_empty
    assert _words(other) == [KioskWord.STARTED, KioskWord.STAFF, KioskWord.STAFF]
    first, second, third = other.waiting()
    assert len({first.id, second.id, third.id}) == 3
    assert first.at == _BEGIN
    assert (tmp_path / QUEUE).stat().st_mode & 0o777 == 0o600


def test_queue_when_written_then_a_line_is_an_id_a_moment_and_a_word_and_nothing_else(
    tmp_path: Path,
) -> None:
    queue = _queue(tmp_path)
    for word in KioskWord:
        queue.tell(word)

    for line, word in zip((tmp_path / QUEUE).read_text().splitlines(), KioskWord, strict=True):
        said = json.loads(line)
        assert {*said} == {"id", "at", "what"}
        assert (len(said["id"]), len(said["at"]), said["what"]) == (32, 32, word.value)
    with pytest.raises(ValueError, match="canary"):
        queue.tell("canary")  # type: ignore[arg-type]
    assert len(queue.waiting()) == len(KioskWord)


def test_queue_when_some_are_sent_then_the_others_wait_on(tmp_path: Path) -> None:
    queue = _queue(tmp_path)
    for word in (KioskWord.STARTED, KioskWord.COPIED, KioskWord.STAFF):
        queue.tell(word)
    started, _, staff = queue.waiting()

    queue.take_out([started, staff])
    assert _words(queue) == [KioskWord.COPIED]
    queue.take_out(queue.waiting())

    assert queue.is_empty
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []


_TORN = (
    b'{"id": "0',
    b"\x00\x00\x00",
    b'{"id": "0", "at": "x", "what": "started"}',
    b"[]",
    b"7",
    b'{"id": 7, "at": 7, "what": 7}',
    b'{"id": "' + b"0" * 32 + b'", "at": "2026-11-23T10:02:00+00:00", "what": "grief"}',
    b'{"id": "' + b"0" * 32 + b'", "at": "9999-99", "what": "started"}',
    b'{"id": "' + b"0" * 32 + b'", "at": "2026-11-23T10:02:00+00:00", "what": "ended", "who": 7}',
)


@pytest.mark.parametrize("torn", _TORN)
def test_queue_when_a_line_was_torn_then_it_alone_is_left_out(tmp_path: Path, torn: bytes) -> None:
    queue = _queue(tmp_path)
    queue.tell(KioskWord.STARTED)
    with (tmp_path / QUEUE).open("ab") as file:
        file.write(torn)

    queue.tell(KioskWord.STAFF)

    assert _words(queue) == [KioskWord.STARTED, KioskWord.STAFF]
    queue.take_out(queue.waiting())
    assert queue.is_empty


def test_queue_when_it_is_full_then_the_oldest_go_and_that_is_told_in_their_place(
    tmp_path: Path,
) -> None:
    queue = _queue(tmp_path, most=5)
    words = [KioskWord.STARTED, *[KioskWord.COPIED] * 3, KioskWord.AWAY, KioskWord.BACK]
    for word in words:
        queue.tell(word)

    assert _words(queue) == [KioskWord.LOST, *words[-4:]]
    queue.tell(KioskWord.STAFF)
    assert _words(queue) == [KioskWord.LOST, *words[-3:], KioskWord.STAFF]
    waiting = queue.waiting()
    assert [event.at for event in waiting] == sorted(event.at for event in waiting)


def test_queue_when_it_cannot_be_written_then_who_tells_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").touch()
    _queue(tmp_path / "file").tell(KioskWord.STARTED)
    (tmp_path / QUEUE).mkdir()
    _queue(tmp_path).tell(KioskWord.STARTED)
    monkeypatch.setattr(event_queue, "_PATIENCE_SECONDS", 0.0)
    other = tmp_path / "held"
    other.mkdir()
    with FileLock(other / event_queue._LOCK):
        _queue(other).tell(KioskWord.STARTED)

    assert len(caplog.records) == 3
    assert not (other / QUEUE).exists()


_TOLD = st.sampled_from([word for word in KioskWord if word is not KioskWord.LOST])


@pytest.mark.skipif(not hasattr(os, "O_NOFOLLOW"), reason="no links are made by everybody there")
def test_queue_when_a_link_leads_elsewhere_then_nothing_is_put_there(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    elsewhere = tmp_path / "of-somebody-else"
    elsewhere.write_bytes(b"")
    (tmp_path / QUEUE).symlink_to(elsewhere)

    _queue(tmp_path).tell(KioskWord.STARTED)

    assert elsewhere.read_bytes() == b""
    assert caplog.messages == ["what a kiosk has to tell could not be kept"]


_STEPS = st.lists(st.one_of(_TOLD, st.sampled_from(["send", "killed", "away", "torn"])))


@given(steps=_STEPS)
def test_events_when_told_and_sent_in_any_way_then_each_is_there_once_and_in_order(
    steps: list[KioskWord | str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("kiosk")
    queue, server = _queue(folder), _Server()
    told: list[KioskWord] = []
    for step in (*steps, "send"):
        if isinstance(step, KioskWord):
            told.append(step)
            queue.tell(step)
        elif step == "torn":
            with (folder / QUEUE).open("ab") as file:
                file.write(b'{"id": "')
        elif step != "away":
            waiting = queue.waiting()
            server.take(waiting)
            if step == "send":  # else it is killed in between
                queue.take_out(waiting)

    assert [event.what for event in server.events] == told
    assert queue.is_empty


class _Server:
    """Keeps what is not there yet, as the table on the server does."""

    def __init__(self) -> None:
        self._kept: dict[str, KioskEvent] = {}

    def take(self, events: tuple[KioskEvent, ...]) -> None:
        for event in events:
            self._kept.setdefault(event.id, event)

    @property
    def events(self) -> list[KioskEvent]:
        return sorted(self._kept.values(), key=lambda event: event.at)
