"""A snapshot comes out of its file as it went in, or not at all."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from support.builders import make_profile
from support.strategies import directories

from matcher.directory.array_file import map_arrays, write_arrays
from matcher.directory.profile import Profile
from matcher.directory.snapshot import Snapshot
from matcher.directory.snapshot_builder import build_snapshot
from matcher.directory.snapshot_file import FORMAT, open_snapshot, write_snapshot
from matcher.errors import SnapshotError

_STAMP = "a0b1:7"


def _arrays(snapshot: Snapshot) -> Iterator[tuple[str, np.ndarray]]:
    """Give every array of a snapshot, and what it says of every term."""
    for name in ("times", "times_stated", "latitude", "longitude"):
        yield name, getattr(snapshot, name)
    for name in ("steps", "numbers", "days", "texts"):
        for field, values in getattr(snapshot, name).items():
            yield f"{name} {field}", values
    for field, column in snapshot.codes.items():
        yield f"stated {field}", column.stated
        yield f"empty {field}", column.empty
        for code in (*column.named, "nothing"):
            yield f"{field} {code}", column.levels(code)


def _assert_same(one: Snapshot, other: Snapshot) -> None:
    assert (one.revision, one.size) == (other.revision, other.size)
    assert ([*one.ids], [*one.names]) == ([*other.ids], [*other.names])
    assert [*one.codes] == [*other.codes]
    ours, theirs = dict(_arrays(one)), dict(_arrays(other))
    assert ours.keys() == theirs.keys()
    for name, values in ours.items():
        assert values.dtype == theirs[name].dtype, name
        assert values.tobytes() == theirs[name].tobytes(), name
        assert values.shape == theirs[name].shape, name


@given(directories)
def test_snapshot_when_written_then_it_comes_back_byte_for_byte(
    tmp_path_factory: pytest.TempPathFactory, people: list[Profile]
) -> None:
    path = tmp_path_factory.getbasetemp() / "some.snapshot"
    snapshot = build_snapshot(people)
    write_snapshot(snapshot, path, _STAMP)
    opened, stamp = open_snapshot(path)

    assert stamp == _STAMP
    _assert_same(snapshot, opened)


def _people(count: int) -> list[Profile]:
    """Return profiles of which one alone names a term that needs its own rows kept."""
    rare = make_profile("p-000", area="Up. Town", issues="panic:focus", name="Ñandú 東京")
    others = [
        make_profile(f"p-{number:03}", issues="worry:some;sleep", licensed_areas="US-OR")
        for number in range(1, count)
    ]
    return [rare, *others][:count]


@pytest.mark.parametrize("count", [0, 1, 18, 300])
def test_snapshot_when_there_are_so_many_then_it_comes_back(count: int, tmp_path: Path) -> None:
    snapshot = build_snapshot(_people(count))
    write_snapshot(snapshot, tmp_path / "s", _STAMP)
    opened, _ = open_snapshot(tmp_path / "s")

    _assert_same(snapshot, opened)
    for person in _people(count):
        assert opened.ids[opened.row_of(person.id)] == person.id


def test_snapshot_when_opened_then_its_arrays_lie_in_the_file_and_cannot_be_written_to(
    tmp_path: Path,
) -> None:
    write_snapshot(build_snapshot(_people(300)), tmp_path / "s", _STAMP)
    opened, _ = open_snapshot(tmp_path / "s")

    for values in (opened.times, opened.latitude, opened.numbers["fee_max"], opened.ids.blob):  # type: ignore[attr-defined]
        assert not values.flags.owndata
        assert not values.flags.writeable
    assert not opened.codes["access"].stated.flags.writeable


def test_snapshot_when_the_same_is_written_twice_then_the_same_bytes(tmp_path: Path) -> None:
    for name in "ab":
        write_snapshot(build_snapshot(_people(18)), tmp_path / name, _STAMP)

    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def _changed(**changes: Any) -> Any:
    return changes


@pytest.mark.parametrize(
    ("arrays", "metadata"),
    [
        pytest.param({"times": None}, {}, id="a column missing"),
        pytest.param({"days.accepting:confirmed": None}, {}, id="a day missing"),
        pytest.param({"times": np.zeros(299, np.uint64)}, {}, id="a column too short"),
        pytest.param({"times": np.zeros(300, np.int32)}, {}, id="a column of another type"),
        pytest.param({"steps.style_steer": np.zeros((300, 2), np.int8)}, {}, id="on its side"),
        pytest.param({"more": np.zeros(300, np.int8)}, {}, id="a column more"),
        pytest.param({"codes.name.bit0.x": np.zeros(38, np.uint8)}, {}, id="no such list"),
        pytest.param({"codes.tools.bit9.x": np.zeros(38, np.uint8)}, {}, id="no such bit"),
        pytest.param({"codes.tools.bit0.x": np.zeros(37, np.uint8)}, {}, id="bits too short"),
        pytest.param({"codes.tools.bit2.x": np.ones(38, np.uint8)}, {}, id="no such state"),
        pytest.param({"codes.tools": np.zeros(38, np.uint8)}, {}, id="a list without a term"),
        pytest.param({"codes.tools.rows.x": np.zeros(1, np.uint32)}, {}, id="rows alone"),
        pytest.param({"codes.issues.rows.panic": np.array([300], np.uint32)}, {}, id="row outside"),
        pytest.param(
            {"codes.issues.states.panic": np.array([9], np.uint8)}, {}, id="state too high"
        ),
        pytest.param({"codes.issues.rows.panic": np.zeros(0, np.uint32)}, {}, id="rows too few"),
        pytest.param({"stated.issues": np.zeros(37, np.uint8)}, {}, id="flags too short"),
        pytest.param({"ids.offsets": np.zeros(300, np.uint64)}, {}, id="offsets too few"),
        pytest.param({"ids.offsets": np.zeros(301, np.uint64)}, {}, id="offsets too short"),
        pytest.param({"names.text": np.zeros(1, np.uint8)}, {}, id="texts too short"),
        pytest.param({}, {"profiles": "301"}, id="more profiles"),
        pytest.param({}, {"profiles": "9" * 20}, id="far too many profiles"),
        pytest.param({}, {"profiles": "-1"}, id="fewer than no profiles"),
        pytest.param({}, {"profiles": "²"}, id="a number that is none"),
        pytest.param({}, {"more": "x"}, id="metadata more"),
        pytest.param({}, {"stamp": None}, id="no stamp"),
    ],
)
def test_file_when_its_arrays_are_no_snapshot_then_refused(
    arrays: dict[str, np.ndarray | None], metadata: dict[str, str | None], tmp_path: Path
) -> None:
    path = tmp_path / "s"
    write_snapshot(build_snapshot(_people(300)), path, _STAMP)
    good, header = map_arrays(path, FORMAT)
    kept = {name: value for name, value in ({**header, **metadata}).items() if value is not None}
    del kept["sha256"]
    written = {name: value for name, value in (good | arrays).items() if value is not None}
    write_arrays(path, written, kept)

    with pytest.raises(SnapshotError) as caught:
        open_snapshot(path)
    assert caught.value.messages[0].key == "error.snapshot.damaged"


def test_flags_when_they_are_neither_yes_nor_no_then_refused(tmp_path: Path) -> None:
    path = tmp_path / "s"
    write_snapshot(build_snapshot(_people(18)), path, _STAMP)
    good, header = map_arrays(path, FORMAT)
    flags = np.full(18, 7, dtype=np.uint8).view(np.bool_)
    metadata = {name: value for name, value in header.items() if name != "sha256"}
    write_arrays(path, good | {"times_stated": flags}, metadata)

    with pytest.raises(SnapshotError):
        open_snapshot(path)
