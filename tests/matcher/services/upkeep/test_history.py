from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from support.builders import make_statement
from support.kept_directories import kept_directory

from matcher.directory.profile import Fact, Source
from matcher.directory.trail import DeedKind
from matcher.errors import StoreError
from matcher.i18n import Catalogue
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.staff.signed_in import LoggedIn
from matcher.services.upkeep.editing import EditingService
from matcher.services.upkeep.history import HistoryService
from matcher.services.upkeep.trail_words import change_words


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
    undone = history.undo(2, LoggedIn("Kim"))

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


def test_preview_when_asked_for_then_it_says_what_undoing_changes_and_changes_nothing(
    directory: DirectoryService,
) -> None:
    history = HistoryService(directory)

    preview = history.preview(2)

    assert [(each.before.value, each.after.value) for each in preview.changes] == [("Ems", None)]
    assert (preview.act_id, preview.count, preview.left) == (2, 1, 0)
    (holding,) = preview.holding.items()
    assert holding == (preview.changes[0].place, Fact("Aue", Source.THERAPIST))
    assert [act.id for act in history.acts()] == [2, 1]
    assert directory.profile("p-1").value("city") == "Ems"


def test_preview_when_people_would_go_then_that_is_told_of_each_once(
    directory: DirectoryService,
) -> None:
    history = HistoryService(directory)
    history.undo(2)

    preview = history.preview(1)

    assert [each.place.profile_id for each in preview.changes] == ["p-1", "p-2"]
    assert all(not each.place.field for each in preview.changes)
    assert preview.count == 4
    assert directory.count() == 2


def test_preview_when_something_was_said_since_then_it_counts_what_would_stay(
    directory: DirectoryService,
) -> None:
    cells = {"city": "Aue", "area": "Old Mill"}
    day = date(2026, 2, 1)
    editing = EditingService(directory)
    editing.change("p-1", cells, source=Source.CLINIC, day=day)
    editing.change("p-1", {"city": "Ems"}, source=Source.CLINIC, day=day)

    preview = HistoryService(directory).preview(3)

    assert [each.place.field for each in preview.changes] == ["area"]
    assert (preview.count, preview.left) == (1, 1)


def test_preview_when_nothing_can_be_undone_then_says_so(directory: DirectoryService) -> None:
    with pytest.raises(StoreError):
        HistoryService(directory).preview(99)


def test_subjects_when_an_act_concerned_one_or_two_people_then_they_are_named(
    directory: DirectoryService,
) -> None:
    EditingService(directory).change(
        "p-2", {"name": "Bo Lund"}, source=Source.CLINIC, day=date(2026, 1, 1)
    )
    history = HistoryService(directory)

    with directory.changing() as work:
        work.profiles.merge("p-1", "p-2")

    both = {"p-1": "Bo Lund", "p-2": "Bo Lund"}
    assert history.subjects(history.acts()) == {
        1: both, 2: {"p-1": "Bo Lund"}, 3: {"p-2": "Bo Lund"}, 4: both,
    }  # fmt: skip


def test_history_when_a_practitioner_took_a_word_back_then_it_reads_so(
    directory: DirectoryService,
) -> None:
    history, words = HistoryService(directory), Catalogue("en")
    emptied = make_statement("p-1", confirmed_on=date(2026, 3, 1), city="")
    with directory.changing() as work:
        act = work.profiles.apply([replace(emptied, taken_back=frozenset({"city"}))]).act_id
    EditingService(directory).change(
        "p-1", {"city": "Ulm"}, source=Source.CLINIC, day=date(2026, 4, 1)
    )
    taken = "Taken back (Said by the therapist, March 1, 2026)"

    anew, back, *_ = ([*changes] for _, changes in history.history("p-1"))

    said = {change.place.source: change_words(change, words) for change in back}
    assert said["clinic"].before == "Ems (Said by the clinic, January 1, 2026)"
    assert {each.after for each in said.values()} == {taken}
    assert [change_words(change, words).before for change in anew] == [taken]
    (undone,) = history.preview(act + 1).changes
    assert change_words(undone, words).after == taken


def test_history_when_the_clinic_s_cell_was_emptied_then_it_does_not_state_it(
    directory: DirectoryService,
) -> None:
    EditingService(directory).change(
        "p-1", {"city": ""}, source=Source.CLINIC, day=date(2026, 2, 1)
    )

    (change,) = HistoryService(directory).history("p-1")[0][1]

    assert change_words(change, Catalogue("en")).after == (
        "Not stated (Said by the clinic, February 1, 2026)"
    )
