"""The disk that is only imagined: what is synced stays, and of the rest any part may be there."""

from collections.abc import Sequence

import pytest
from support.disk_trace import Event
from support.power_cut import images

_ROUNDS = 400
_OLD, _NEW = b"o" * 2048, b"n" * 2048


def _ends(events: Sequence[Event], path: str = "/d/a") -> set[bytes | None]:
    """Return what a file may be after the last of the events; ``None`` where it has no name."""
    found = (image for image in images([*events], _ROUNDS * len(events), seed=1))
    last = sum(event.kind == "say" for event in events)
    return {image.files.get(path) for image in found if len(image.said) == last}


def _written(*, synced: bool) -> list[Event]:
    """Give a file that is there for good, written over once."""
    sync = [Event("sync", "/d/a")]
    made = [Event("make", "/d/a"), Event("write", "/d/a", 0, _OLD), *sync, Event("sync", "/d")]
    return [
        *made,
        Event("write", "/d/a", 0, _NEW),
        *(sync if synced else []),
        Event("say", "", 0, b"."),
    ]


def test_write_when_it_was_synced_then_it_is_there() -> None:
    assert _ends(_written(synced=True)) == {_NEW}


def test_write_when_it_was_not_synced_then_any_of_its_sectors_may_be_there() -> None:
    ends = _ends(_written(synced=False))

    assert {_OLD, _NEW} < ends
    sectors = {end[begin : begin + 512] for end in ends if end for begin in range(0, 2048, 512)}
    assert sectors == {_OLD[:512], _NEW[:512]}
    assert len(ends) == 2**4


@pytest.mark.parametrize(("synced", "expected"), [(True, {_NEW}), (False, {_OLD, _NEW})])
def test_name_when_its_folder_was_not_synced_then_it_is_the_old_one_or_the_new(
    synced: bool, expected: set[bytes]
) -> None:
    events = [
        *_written(synced=True)[:4],
        Event("nameless", "/d/#1"),
        Event("write", "/d/#1", 0, _NEW),
        Event("sync", "/d/#1"),
        Event("name", "/d/#1", other="/d/b"),
        Event("rename", "/d/b", other="/d/a"),
        *([Event("sync", "/d")] if synced else []),
        Event("say", "", 0, b"."),
    ]

    assert _ends(events) == expected


def test_folder_when_it_is_renamed_then_its_files_go_with_it() -> None:
    events = [
        Event("make", "/d/part/a"),
        Event("write", "/d/part/a", 0, _NEW),
        Event("sync", "/d/part/a"),
        Event("sync", "/d/part"),
        Event("rename", "/d/part", other="/d/whole"),
        Event("say", "", 0, b"."),
    ]

    assert _ends(events, "/d/whole/a") == {_NEW, None}
    assert _ends([*events[:-1], Event("sync", "/d"), events[-1]], "/d/whole/a") == {_NEW}


def test_file_when_cut_and_not_synced_then_it_is_short_or_as_it_was() -> None:
    events = [*_written(synced=True)[:4], Event("truncate", "/d/a", 100), Event("say", "", 0, b".")]

    assert _ends(events) == {_OLD, _OLD[:100]}
