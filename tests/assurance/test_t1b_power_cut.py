"""Whatever of its writes a disk holds after a power cut, a store has all that it called kept."""

import shutil
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from support.disk_trace import missing_tracer, trace
from support.figures import Note
from support.numbered_stores import ASSURED, left_in
from support.numbered_writer import SIGN
from support.power_cut import images

_COMMITS = 60
_FILE = "store.sqlite"
# More often than usual, so that the cut often falls into a checkpoint.
_CHECKPOINTS = "wal_autocheckpoint=50"
_CONTROL = 100
_BAD = ("lost", "torn", "corrupt", "invented")

Size = Callable[[int, int], int]

pytestmark = pytest.mark.skipif(bool(missing_tracer()), reason=missing_tracer())


def _cut(store: str, folder: Path, count: int, *pragmas: str) -> Mapping[str, int]:
    """Trace a writer, cut its power so often, and count what became of what was called kept."""
    written, counts = folder / "written", Counter(dict.fromkeys(("images", *_BAD), 0))
    written.mkdir(parents=True)
    arguments = [store, str(written / _FILE), str(_COMMITS), *pragmas]
    events = trace("support.numbered_writer", arguments, written)
    assert sum(event.kind == "say" for event in events) == _COMMITS
    for image in images(events, count, seed=4):
        said, place = image.said.count(SIGN), image.write_to(folder / "image", written)
        found = left_in(store, place / _FILE)
        counts["images"] += 1
        counts["corrupt"] += found.corrupt
        counts["torn"] += found.torn
        counts["lost"] += found.is_readable and found.commits < said
        counts["invented"] += found.is_readable and found.commits > said + 1
        shutil.rmtree(place)
    return counts


@pytest.mark.lasting
@pytest.mark.parametrize("store", ASSURED)
def test_store_when_the_power_is_cut_then_all_it_called_kept_is_there(
    store: str, in_memory: Path, size: Size, figure: Note
) -> None:
    done = _cut(store, in_memory / "full", size(300, 5000), _CHECKPOINTS)
    off = _cut(store, in_memory / "off", _CONTROL, _CHECKPOINTS, "synchronous=OFF")
    control = {"images": _CONTROL, "corrupt_without_any_sync": off["corrupt"]}
    found = {name: done[name] for name in _BAD}
    figure("T1b", store, {"images": done["images"], "commits": _COMMITS}, found, control)

    assert not any(found.values())
    assert off["corrupt"] > 0


def test_directory_when_synced_as_usual_with_such_a_log_then_a_power_cut_loses_what_was_kept(
    in_memory: Path,
) -> None:
    """Here is why the directory asks for more; the personal file empties its log each time."""
    usual = _cut("directory", in_memory, _CONTROL, _CHECKPOINTS, "synchronous=NORMAL")

    assert usual["lost"] > _CONTROL // 4
    assert usual["corrupt"] == usual["torn"] == 0


def test_whole_file_when_the_power_is_cut_then_it_is_one_of_those_that_were_written(
    in_memory: Path, size: Size, figure: Note
) -> None:
    done = _cut("whole files", in_memory / "whole", size(300, 5000))
    plain = _cut("plain files", in_memory / "plain", _CONTROL)
    control = {"images": _CONTROL, "lost_or_torn_in_place": plain["lost"] + plain["torn"]}
    found = {name: done[name] for name in _BAD}
    figure("T1b", "whole files", {"images": done["images"], "files": _COMMITS}, found, control)

    assert not any(found.values())
    assert control["lost_or_torn_in_place"] > _CONTROL // 2
