"""However little room there is, a store keeps all it said was kept, and says what is the matter."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from support.catalogues import LANGUAGES
from support.figures import Note
from support.numbered_stores import ASSURED, STORES, left_in
from support.small_disk import can_mount, fill, fill_within, small_disk

from matcher.i18n import Catalogue

pytest.importorskip("resource", reason="ANOTHER SYSTEM HAS NO SUCH LIMITS")

_LEAST_KB, _MOST_KB = 16, 1600
_CONTROL = 3
_FILE = "store.sqlite"


def _sizes(count: int) -> Iterator[int]:
    """Give sizes of disks, more of them small: there each step of making a store meets the end."""
    for number in range(count):
        yield round(_LEAST_KB * (_MOST_KB / _LEAST_KB) ** (number / (count - 1)))


def _filled(store: str, folder: Path, kilobytes: int, *, early: bool = False) -> Counter[str]:
    """Fill a disk, look at what is there, make room, and go on."""
    counts = Counter[str](disks=1)
    with ExitStack() as mounted:
        path = folder / f"{kilobytes}" / _FILE
        if is_real := can_mount(folder):
            make_room = mounted.enter_context(small_disk(path.parent, kilobytes))
            said, key = fill(store, path, early=early)
            make_room()
        else:
            path.parent.mkdir()
            said, key = fill_within(store, path, kilobytes, early=early)
        counts["plain_sentences"] += _is_plain(key, is_real=is_real)
        found = left_in(store, path)
        counts["commits"] += found.commits
        counts["corrupt"] += found.corrupt
        counts["torn"] += found.torn
        counts["lost"] += max(0, said - found.commits)
        counts["invented"] += max(0, found.commits - said)
        if found.is_readable:
            counts["went_on"] += _goes_on(store, path, found.commits)
    return counts


def _is_plain(key: str, *, is_real: bool) -> bool:
    """Tell whether a person is told; only a real disk says that it is full, and not of a file."""
    in_words = all(Catalogue(language).has(key) for language in LANGUAGES)
    return in_words and (key.endswith(".full") or not is_real)


def _goes_on(store: str, path: Path, number: int) -> bool:
    opened = STORES[store](path)
    opened.commit(number)
    found = opened.left()
    opened.close()
    return found.commits == number + 1 and found.is_readable


@pytest.mark.parametrize("store", ASSURED)
def test_store_when_the_disk_is_full_then_nothing_is_lost_and_it_says_so(
    store: str,
    in_memory: Path,
    size: Callable[[int, int], int],
    figure: Note,
) -> None:
    done, early = Counter[str](), Counter[str]()
    for kilobytes in _sizes(size(6, 50)):
        done += _filled(store, in_memory, kilobytes)
    (in_memory / "early").mkdir()
    for kilobytes in _sizes(_CONTROL):
        early += _filled(store, in_memory / "early", kilobytes, early=True)
    tried = {"disks": done["disks"], "commits": done["commits"]}
    bad = {name: done[name] for name in ("lost", "invented", "torn", "corrupt")}
    said = {"plain_sentences": done["plain_sentences"], "went_on": done["went_on"]}
    control = {"disks": _CONTROL, "lost_where_it_is_called_kept_too_early": early["lost"]}
    figure("T1c", store, tried, bad | said, control)

    assert not any(bad.values())
    assert done["plain_sentences"] == done["went_on"] == done["disks"]
    assert early["lost"] >= _CONTROL - 1
