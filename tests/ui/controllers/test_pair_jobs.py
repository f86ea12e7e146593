"""Pairs are found and decided without a window."""

from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from support.kept_directories import kept_directory
from support.upkeep import pairs_of_people

from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.staff.signed_in import LoggedIn
from matcher.services.upkeep.duplicates import DuplicatesService
from matcher.services.upkeep.history import HistoryService
from ui.controllers.pair_jobs import PORTION, PairJobs, PairsFound, ids_of


@pytest.fixture
def jobs(tmp_path: Path) -> Iterator[PairJobs]:
    with closing(kept_directory(tmp_path, pairs_of_people(PORTION + 2))) as directory:
        yield _jobs(directory)


def _jobs(directory: DirectoryService) -> PairJobs:
    return PairJobs(DuplicatesService(directory), directory, HistoryService(directory))


def test_find_when_there_are_many_then_only_a_portion_is_read(jobs: PairJobs) -> None:
    found = jobs.find()

    assert len(found.pairs) == PORTION + 2
    assert len(found.portion) == PORTION
    assert found.profiles.keys() == ids_of(found.portion)


def test_look_when_turned_then_the_rest_is_read(jobs: PairJobs) -> None:
    found = jobs.look(jobs.find().pairs, PORTION)

    assert [pair.first for pair in found.portion] == ["a-006", "a-007"]
    assert found.profiles.keys() == ids_of(found.portion)


def test_merge_when_done_then_the_one_who_went_is_known_no_longer(jobs: PairJobs) -> None:
    found = jobs.find()
    key = ("a-001", "b-001")

    merge = partial(jobs.merge, "a-001", "b-001", LoggedIn("rosa"))
    outcome = jobs.do(key, merge, found.portion)

    assert outcome.decision is not None
    assert outcome.decision.kept == "a-001"
    left = outcome.renewed(found.profiles, ids_of(found.portion))
    assert left.keys() == found.profiles.keys() - {"b-001"}

    undone = jobs.do(key, partial(jobs.undo, outcome.decision.act, LoggedIn("rosa")), found.portion)
    assert undone.decision is None
    assert undone.renewed(left, ids_of(found.portion)).keys() == found.profiles.keys()


def test_outcome_when_another_portion_is_shown_since_then_that_stays(jobs: PairJobs) -> None:
    found = jobs.find()
    turned = jobs.look(found.pairs, PORTION)

    outcome = jobs.do(
        ("a-001", "b-001"),
        partial(jobs.set_apart, "a-001", "b-001", LoggedIn("rosa")),
        found.portion,
    )

    shown = ids_of(turned.portion)
    assert outcome.renewed(turned.profiles, shown).keys() == turned.profiles.keys()


def test_pairs_when_nothing_was_looked_for_then_none_are_shown() -> None:
    assert PairsFound().portion == ()
