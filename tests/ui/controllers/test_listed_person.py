from dataclasses import replace
from typing import cast

from pytestqt.qtbot import QtBot
from support.sittings import make_results, sample_match

from matcher.errors import Message, StoreError
from matcher.followup.search_log import Candidate
from matcher.services.directory.directory import Directory
from ui.controllers.listed_person import (
    Listed,
    ListedPerson,
    ask_for,
    listed_person,
    people_now,
)
from ui.controllers.results_controller import ResultsController


def test_person_when_looked_up_then_nobody_has_left_before_there_is_a_match(qtbot: QtBot) -> None:
    name = sample_match().profile(sample_match().evaluation.snapshot.ids[0]).name
    results, _ = make_results(lambda _: sample_match())
    first = sample_match().evaluation.snapshot.ids[0]
    assert listed_person(results, first, name).listed is Listed.UNKNOWN
    with qtbot.waitSignal(results.match_changed):
        ask_for(results)
    person = listed_person(results, first, name)
    assert person.listed is Listed.HERE
    assert person.profile == sample_match().profile(first)
    assert listed_person(results, "gone-9", "Zoe").listed is Listed.LEFT
    assert listed_person(results, first, "Ana Andere") == ListedPerson(Listed.ANOTHER)


def _results(qtbot: QtBot, moved: dict[str, str]) -> ResultsController:
    match = sample_match()
    # The match itself is shared by all tests.
    match = replace(match, directory=cast(Directory, _Merged(match.directory, moved)))
    results, _ = make_results(lambda _: match)
    with qtbot.waitSignal(results.match_changed):
        results.request()
    return results


class _Merged:
    """A directory in which profiles went into others."""

    def __init__(self, directory: Directory, moved: dict[str, str]) -> None:
        self._directory, self._moved = directory, moved

    def __getattr__(self, name: str) -> object:
        return getattr(self._directory, name)

    def id_now(self, profile_id: str) -> str:
        if profile_id == "broken":
            raise StoreError(Message("error.store.busy"))
        return self._moved.get(profile_id, profile_id)


def test_person_when_they_are_called_otherwise_by_now_then_they_are_the_same(qtbot: QtBot) -> None:
    first = sample_match().evaluation.snapshot.ids[0]
    profile = sample_match().profile(first)
    results = _results(qtbot, {})
    old = f"Dr. {profile.name.split()[0].upper()} Elsewhere"
    assert listed_person(results, first, old) == ListedPerson(Listed.HERE, profile)
    people = Candidate(first, old), Candidate("gone-9", "Zoe"), Candidate("x", "Y")
    assert people_now(results, people) == {first: profile}
    assert people_now(results, (Candidate(first, "Zoe"),)) == {}


def test_person_when_their_profile_went_into_another_then_it_is_followed(qtbot: QtBot) -> None:
    first = sample_match().evaluation.snapshot.ids[0]
    profile = sample_match().profile(first)
    results = _results(qtbot, {"old": first, "older": "gone-9"})
    assert listed_person(results, "old", profile.name) == ListedPerson(Listed.HERE, profile)
    assert people_now(results, (Candidate("old", profile.name),)) == {"old": profile}
    assert listed_person(results, "old", "Ana Andere").listed is Listed.ANOTHER
    assert listed_person(results, "older", profile.name).listed is Listed.LEFT


def test_names_when_the_directory_cannot_be_read_then_people_keep_theirs(qtbot: QtBot) -> None:
    results = _results(qtbot, {})
    assert people_now(results, (Candidate("broken", "Ana"),)) == {}
    assert results.match is not None
    assert listed_person(results, "broken", "Ana").listed is Listed.UNKNOWN
    assert results.match is None
    assert people_now(results, (Candidate("broken", "Ana"),)) == {}
