"""Whether the list that is shown has somebody whom a person keeps by id and name."""

from dataclasses import dataclass
from enum import StrEnum

from matcher.directory.profile import Profile
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
        What is stated now; ``None`` for all who are not `Listed.HERE`.
    """

    listed: Listed
    profile: Profile | None = None


def listed_person(results: ResultsController, profile_id: str, name: str) -> ListedPerson:
    """Look somebody up; without a match nobody is said to have left.

    Parameters
    ----------
    name
        As it was kept: another directory may have somebody else under the id. ``""`` where none
        was.
    """
    match = results.match
    if match is None:
        return ListedPerson(Listed.UNKNOWN)
    if not match.evaluation.snapshot.has(profile_id):
        return ListedPerson(Listed.LEFT)
    with results.reading():
        profile = match.profile(profile_id)
        is_another = name not in {"", profile.name}
        return ListedPerson(Listed.ANOTHER) if is_another else ListedPerson(Listed.HERE, profile)
    return ListedPerson(Listed.UNKNOWN)


def ask_for(results: ResultsController) -> None:
    """Ask for a match where there is none; after a change of the list, too, but not in vain."""
    if results.match is None and (results.error is None or results.is_outdated):
        results.request()
