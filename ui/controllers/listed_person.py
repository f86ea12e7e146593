"""Whether the list that is shown has somebody whom a person keeps by id and name."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum

from matcher.directory.profile import Profile
from matcher.errors import MatcherError
from matcher.followup.same_person import may_be_same
from matcher.followup.search_log import Candidate
from matcher.services.matching.match import Match
from ui.controllers.results_controller import ResultsController


class Listed(StrEnum):
    """What is known of them now; `ANOTHER` is somebody else under the same id."""

    UNKNOWN = "unknown"
    HERE = "here"
    LEFT = "left"
    ANOTHER = "another"


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """Somebody, as the list has them now.

    Attributes
    ----------
    profile
        What is stated now, under the id they have now; ``None`` for all who are not
        `Listed.HERE`.
    """

    listed: Listed
    profile: Profile | None = None


def listed_person(results: ResultsController, profile_id: str, name: str) -> ListedPerson:
    """Look somebody up; without a match nobody is said to have left.

    Parameters
    ----------
    name
        As it was kept: another directory may have somebody else under the id, whose name shares
        nothing with it. ``""`` where none was.
    """
    match = results.match
    if match is None:
        return ListedPerson(Listed.UNKNOWN)
    with results.reading():
        return _look_up(match, profile_id, name)
    return ListedPerson(Listed.UNKNOWN)


def people_now(results: ResultsController, people: Iterable[Candidate]) -> dict[str, Profile]:
    """Return who people are now, by the id they are kept by; without those who are not listed."""
    match, found = results.match, dict[str, Profile]()
    if match is None:
        return found
    with suppress(MatcherError):  # who reads the list next is told
        for one in people:
            profile = _look_up(match, one.profile_id, one.name).profile
            if profile is not None:
                found[one.profile_id] = profile
    return found


def _look_up(match: Match, profile_id: str, name: str) -> ListedPerson:
    id_now = match.id_now(profile_id)
    if not match.evaluation.snapshot.has(id_now):
        return ListedPerson(Listed.LEFT)
    profile = match.profile(id_now)
    is_same = may_be_same(name, profile.name)
    return ListedPerson(Listed.HERE, profile) if is_same else ListedPerson(Listed.ANOTHER)


def ask_for(results: ResultsController) -> None:
    """Ask for a match where there is none; after a change of the list, too, but not in vain."""
    if results.match is None and (results.error is None or results.is_outdated):
        results.request()
