"""What stays of a sitting when it is over: in the supervisor, in files, in memory.

Sittings are gone through whole by hands inside their own process: every page, the list, sheets
printed through a pipe, finished. Each needs three seconds of a processor, most of them for what a
process of Qt reads at its start: 8 in a quick run; 60 in a full one, in two or three minutes.
What the supervisor itself does for a sitting needs a hundredth of that, and is tried with sittings
that have no window: each keeps a word in mind and prints it; 200, and 10,000 in three minutes.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from support.canaries import count_in_file, count_in_memory, files_in, new_files
from support.fake_cups import LP_SAYS_NOTHING
from support.figures import Note
from support.own_words import mark_of_many
from support.sitting_run import SittingRun, sitting_run

pytestmark = [
    pytest.mark.screen,
    pytest.mark.skipif(sys.platform != "linux", reason="LOOKS INTO /proc"),
]

_ONE_RUN = pytest.mark.xdist_group("sittings gone through")
_MANY_RUN = pytest.mark.xdist_group("sittings without a window")

_FIRST = 3
"""Sittings after which a supervisor has all that it ever needs."""

_MOST_KB = 5 * 1024
_LOOKS = 4
"""Each so many sittings memory is looked through."""

_ELSEWHERE = tuple(Path(each) for each in ("/tmp", "/var/tmp", "/dev/shm"))
_SYSTEM = (Path("/var/spool"), Path("/var/log"))
_LEAKS = 6
"""Files that a sitting writes when told to, each in another form."""

_UNGUARDED = 2
_MANY_UNGUARDED = 6
"""Sittings of a kiosk that keeps something: with a window, and without."""


@dataclass
class Found:
    """What was seen of many sittings.

    Attributes
    ----------
    first
        After so many the supervisor is measured.
    """

    first: int = _FIRST
    sittings: int = 0
    sheets: int = 0
    slowest: float = 0.0
    sizes: list[int] = field(default_factory=list)
    files: list[int] = field(default_factory=list)
    zombies: int = 0
    words: list[str] = field(default_factory=list)
    looked_at: set[Path] = field(default_factory=set)
    in_files: int = 0
    leaks: int = 0
    in_memory: list[int] = field(default_factory=list)
    in_own_memory: list[int] = field(default_factory=list)
    is_readable: bool = True

    def note(self, run: SittingRun) -> None:
        """Look at the supervisor."""
        self.sittings += 1
        self.sizes.append(run.size())
        self.files.append(run.open_files())
        self.zombies += run.zombies()

    @property
    def growth(self) -> int:
        """How much larger the supervisor is than after the first few, in kB."""
        return max(self.sizes[self.first :]) - self.sizes[self.first - 1]

    @property
    def more_files(self) -> int:
        """How many more files it has open at rest in the second half than in the first."""
        half = len(self.files) // 2
        # While one sitting makes way for the next, the ways to both are open.
        return min(self.files[half:]) - min(self.files[:half])


@pytest.fixture(scope="module")
def short() -> Iterator[Path]:
    with TemporaryDirectory(prefix="k") as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def found(bare_x_screen: Mapping[str, str], short: Path, size: Callable[[int, int], int]) -> Found:
    """Go through sittings, and look everywhere after each."""
    found, begun = Found(), time.time()
    with sitting_run(bare_x_screen, short / "whole") as run:
        for number in range(size(8, 60)):
            told = run.next()
            assert run.printed() == told.sheets
            found.sheets += told.listed > 0 and told.sheets.startswith(b"%PDF")
            found.words += told.canaries
            is_looked_at = number % _LOOKS == 0
            if is_looked_at:
                _look_into(found, found.in_own_memory, told.pid, told.canaries)
            found.slowest = max(found.slowest, run.finish(told))
            found.in_files += _count_new(found, run, told.canaries, begun)
            if is_looked_at:
                _look_into(found, found.in_memory, run.supervisor, told.canaries)
            found.note(run)
        begun = 0.0
        found.in_files += _count_new(found, run, found.words, begun)
    return found


@pytest.fixture(scope="module")
def unguarded(bare_x_screen: Mapping[str, str], short: Path) -> Found:
    """Go through sittings that may write, of a supervisor that keeps something of each."""
    found = Found(first=1)
    with sitting_run(bare_x_screen, short / "open", is_open=True, is_kept=True) as run:
        for deed in (b"l", b"g"):
            told = run.next()
            run.finish(told, deed)
            found.note(run)
            found.words += told.canaries
        _look_for_leaks(found, run, found.words)
    return found


@pytest.fixture(scope="module")
def many(short: Path, size: Callable[[int, int], int]) -> Found:
    """Go through thousands of sittings without a window."""
    found, begun, words = Found(), time.time(), [mark_of_many()]
    with sitting_run(os.environ, short / "bare", is_bare=True) as run:
        run.cups.set_lp(LP_SAYS_NOTHING)
        for number in range(size(200, 10_000)):
            told = run.next()
            found.words += told.canaries
            is_looked_at = number % size(20, 100) == 0
            if is_looked_at:
                _look_into(found, found.in_own_memory, told.pid, words)
            run.finish(told)
            if is_looked_at:
                _look_into(found, found.in_memory, run.supervisor, words)
                found.in_files += _count_new(found, run, words, begun)
            found.note(run)
        _look_into(found, found.in_memory, run.supervisor, words)
        found.in_files += _count_new(found, run, words, 0.0)
    return found


@pytest.fixture(scope="module")
def many_unguarded(short: Path) -> Found:
    """Go through some of them that may write, of a supervisor that keeps something of each."""
    found = Found()
    with sitting_run(
        os.environ, short / "bare and open", is_bare=True, is_open=True, is_kept=True
    ) as run:
        run.cups.set_lp(LP_SAYS_NOTHING)
        for _ in range(_MANY_UNGUARDED):
            run.finish(run.next(), b"l")
            found.note(run)
        _look_for_leaks(found, run, [mark_of_many()])
    return found


@_ONE_RUN
@pytest.mark.lasting
def test_supervisor_when_sittings_come_and_go_then_nothing_of_them_stays(
    found: Found, unguarded: Found, figure: Note
) -> None:
    tried = {"sittings": found.sittings, "printed": found.sheets}
    seen = {
        "kB_more_at_most": found.growth,
        "zombies": found.zombies,
        "more_open_files": found.more_files,
        "seconds_until_gone_at_most": round(found.slowest, 2),
    }
    control = {"sittings": _UNGUARDED, "kB_more_where_they_are_kept": unguarded.growth}
    figure("T2", "sittings", tried, seen, control)

    assert found.sheets == found.sittings
    assert found.growth <= _MOST_KB
    assert found.zombies == 0
    assert found.more_files <= 0
    assert found.slowest < _FIRST
    assert unguarded.growth > _MOST_KB


@_ONE_RUN
@pytest.mark.lasting
def test_files_when_sittings_are_over_then_none_holds_what_they_were_told(
    found: Found, unguarded: Found, figure: Note
) -> None:
    tried = {
        "sittings": found.sittings,
        "words": len(found.words),
        "files_looked_into": len(found.looked_at),
    }
    figure("T3", "sittings", tried, {"found": found.in_files}, {"files_found": unguarded.leaks})

    assert unguarded.leaks == _LEAKS
    assert unguarded.in_files >= _LEAKS
    assert found.in_files == 0
    assert any(path.suffix == ".snapshot" for path in found.looked_at)


@_ONE_RUN
@pytest.mark.lasting
def test_memory_when_a_sitting_is_over_then_the_supervisor_knows_nothing_of_it(
    found: Found, figure: Note
) -> None:
    if not found.is_readable:
        pytest.skip("MEMORY OF OTHER PROCESSES MAY NOT BE READ HERE: run it as root")
    tried = {"looks": len(found.in_memory)}
    control = {"in_a_sitting_that_is_open_at_least": min(found.in_own_memory)}
    figure("T4", "sittings", tried, {"found": sum(found.in_memory)}, control)

    assert found.in_memory
    assert sum(found.in_memory) == 0
    assert min(found.in_own_memory) > 0


@_MANY_RUN
def test_supervisor_when_thousands_of_sittings_come_and_go_then_it_is_as_before(
    many: Found, many_unguarded: Found, figure: Note
) -> None:
    seen = {
        "kB_more_at_most": many.growth,
        "zombies": many.zombies,
        "more_open_files": many.more_files,
    }
    control = {
        "sittings": _MANY_UNGUARDED,
        "kB_more_where_they_are_kept": many_unguarded.growth,
        "more_open_files": many_unguarded.more_files,
    }
    figure("T2", "changes", {"sittings_without_a_window": many.sittings}, seen, control)

    assert many.growth <= _MOST_KB
    assert many.zombies == 0
    assert many.more_files <= 0
    assert many_unguarded.growth > _MOST_KB
    assert many_unguarded.more_files > 0


@_MANY_RUN
def test_files_when_thousands_of_sittings_are_over_then_none_holds_a_word_of_theirs(
    many: Found, many_unguarded: Found, figure: Note
) -> None:
    tried = {
        "sittings_without_a_window": many.sittings,
        "words": len({*many.words}),
        "files_looked_into": len(many.looked_at),
    }
    control = {"files_found": many_unguarded.leaks}
    figure("T3", "changes", tried, {"found": many.in_files}, control)

    assert len({*many.words}) == many.sittings
    assert all(word.startswith(mark_of_many()) for word in many.words)
    assert many.in_files == 0
    assert many_unguarded.leaks == _MANY_UNGUARDED


@_MANY_RUN
def test_memory_when_thousands_of_sittings_are_over_then_the_supervisor_knows_no_word_of_theirs(
    many: Found, figure: Note
) -> None:
    if not many.is_readable:
        pytest.skip("MEMORY OF OTHER PROCESSES MAY NOT BE READ HERE: run it as root")
    tried = {"sittings_without_a_window": many.sittings, "looks": len(many.in_memory)}
    control = {"in_a_sitting_that_is_open_at_least": min(many.in_own_memory)}
    figure("T4", "changes", tried, {"found": sum(many.in_memory)}, control)

    assert sum(many.in_memory) == 0
    assert min(many.in_own_memory) > 0


def _look_for_leaks(found: Found, run: SittingRun, words: Sequence[str]) -> None:
    leaks = files_in([run.home / "leaks"])
    found.leaks = sum(count_in_file(path, words) > 0 for path in leaks)
    found.in_files = _count_new(found, run, words, 0.0)


def _look_into(found: Found, counts: list[int], pid: int, words: Sequence[str]) -> None:
    try:
        counts.append(count_in_memory(pid, words))
    except PermissionError:
        found.is_readable = False


def _count_new(found: Found, run: SittingRun, words: Sequence[str], since: float) -> int:
    """Return how often words stand in files that have changed, and where they might all be."""
    changed = [
        path
        for path in files_in([run.home, run.cups.folder, *_SYSTEM])
        if path.exists() and path.stat().st_mtime >= since
    ]
    changed += new_files(_ELSEWHERE, max(since, time.time() - 3600))
    found.looked_at.update(changed)
    return sum(count_in_file(path, words) for path in changed)
