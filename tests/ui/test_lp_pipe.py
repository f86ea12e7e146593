import time
from pathlib import Path
from threading import Event, Timer

import pytest

from ui.lp_pipe import GoneError, feed

_MUCH = b"0123456789abcdef" * 0x10000
"""More than a pipe holds."""

_HERE = {"PATH": "/usr/bin:/bin"}


def _feed(*command: str, data: bytes = _MUCH, stop: Event | None = None) -> str | None:
    return feed(command, data, stop or Event(), 10, _HERE)


def test_feed_when_the_program_reads_everything_then_what_it_says_is_returned() -> None:
    assert _feed("/bin/sh", "-c", "wc -c") == f"{len(_MUCH)}\n"


@pytest.mark.parametrize("length", [0, 1, 1023, 1024, 1025], ids=str)
def test_feed_when_there_is_little_then_all_of_it_arrives(length: int) -> None:
    assert _feed("/bin/sh", "-c", "wc -c", data=_MUCH[:length]) == f"{length}\n"


def test_feed_when_stopped_under_way_then_the_program_never_has_the_end(tmp_path: Path) -> None:
    stop = Event()
    Timer(0.2, stop.set).start()

    read = tmp_path / "read"
    assert _feed("/bin/sh", "-c", f"sleep 1; cat > {read}", stop=stop) is None

    assert not read.exists()


def test_feed_when_stopped_under_way_then_the_last_bytes_are_still_kept_back(
    tmp_path: Path,
) -> None:
    class StopsAtSecondLook(Event):
        def is_set(self) -> bool:
            was_looked_at, self.looked = getattr(self, "looked", False), True
            return was_looked_at

    read = tmp_path / "read"
    little = _MUCH[:2000]

    assert _feed("/bin/sh", "-c", f"cat > {read}", data=little, stop=StopsAtSecondLook()) is None

    assert not read.exists() or len(read.read_bytes()) < len(little)


def test_feed_when_stopped_before_then_nothing_is_given() -> None:
    stop = Event()
    stop.set()

    assert _feed("/bin/cat", stop=stop) is None


def test_feed_when_stopped_before_it_says_anything_then_it_may_have_done_it(
    tmp_path: Path,
) -> None:
    read = tmp_path / "read"

    class StopsOnceRead(Event):
        def is_set(self) -> bool:
            return read.exists()

    script = f"cat > /dev/null; : > {read}; exec sleep 60"
    with pytest.raises(GoneError) as gone:
        feed(("/bin/sh", "-c", script), _MUCH, StopsOnceRead(), 3600, _HERE)

    assert gone.value.is_through


@pytest.mark.parametrize(
    ("script", "is_through"),
    [
        ("exit 1", False),
        ("cat > /dev/null; exit 1", False),
        ("cat > /dev/null; kill -9 $$", True),
    ],
    ids=["at once", "at the end", "ended by somebody"],
)
def test_feed_when_the_program_ends_badly_then_that_is_told(script: str, is_through: bool) -> None:
    with pytest.raises(GoneError) as gone:
        _feed("/bin/sh", "-c", script)

    assert gone.value.is_through is is_through


@pytest.mark.parametrize(
    ("script", "is_through"),
    [("exec sleep 60", False), ("cat > /dev/null; exec sleep 60", True)],
    ids=["reads nothing", "never ends"],
)
def test_feed_when_it_takes_too_long_then_the_program_is_ended(
    script: str, is_through: bool
) -> None:
    begun = time.monotonic()

    with pytest.raises(GoneError) as gone:
        feed(("/bin/sh", "-c", script), _MUCH, Event(), 0.3, _HERE)

    assert gone.value.is_through is is_through
    assert time.monotonic() - begun < 5


def test_feed_when_the_program_is_not_there_then_that_is_told(tmp_path: Path) -> None:
    with pytest.raises(GoneError):
        _feed(str(tmp_path / "lp"))
