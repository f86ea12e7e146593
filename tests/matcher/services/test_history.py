from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from support.builders import make_statement
from support.kept_directories import kept_directory

from matcher.directory.profile import Source
from matcher.directory.trail import DeedKind
from matcher.errors import StoreError
from matcher.services.editing import EditingService
from matcher.services.history import HistoryService
from matcher.services.stored_directory import DirectoryService


@pytest.fixture
def directory(tmp_path: Path) -> Iterator[DirectoryService]:
    statements = [make_statement("p-1", city="Aue"), make_statement("p-2", city="Aue")]
    with closing(kept_directory(tmp_path, statements)) as directory:
        EditingService(directory).change(
            "p-1", {"city": "Ems"}, source=Source.CLINIC, day=date(2026, 1, 1)
        )
        yield directory


def test_history_when_a_profile_was_edited_then_what_was_done_comes_newest_first(
    directory: DirectoryService,
) -> None:
    found = HistoryService(directory).history("p-1")

    assert [act.deed.kind for act, _ in found] == [DeedKind.EDIT, DeedKind.IMPORT]
    assert [change.after.value for change in found[0][1]] == ["Ems"]


def test_history_when_there_never_was_such_a_profile_then_says_so(
    directory: DirectoryService,
) -> None:
    with pytest.raises(StoreError):
        HistoryService(directory).history("p-9")


def test_undo_when_done_then_it_lasts_and_the_snapshot_shows_it(
    directory: DirectoryService,
) -> None:
    history = HistoryService(directory)
    edited = directory.revision
    undone = history.undo(2, "Kim")

    assert undone.left == ()
    assert directory.revision != edited
    assert [(act.deed.kind, act.undone_by) for act in history.acts()] == [
        (DeedKind.UNDO, None),
        (DeedKind.EDIT, 3),
        (DeedKind.IMPORT, None),
    ]
    history.undo(1)
    assert directory.count() == 0
    assert history.history("p-1")[0][0].deed.kind is DeedKind.UNDO
