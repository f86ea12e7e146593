"""Whether the list that is shown has somebody whom a person keeps by id and name."""

from dataclasses import dataclass
from enum import StrEnum

from matcher.directory.profile import Profile
from ui.controllers.results_controller import ResultsController


class Listed(StrEnum):
    """What is known of them now."""

    UNKNOWN = "unknown"
    HERE = "here"
    LEFT = "left"


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


def listed_person(results: ResultsController, profile_id: str) -> ListedPerson:
    """Look somebody up; without a match nobody is said to have left."""
    match = results.match
    if match is None:
        return ListedPerson(Listed.UNKNOWN)
    if profile_id not in match.evaluation.snapshot.ids:
        return ListedPerson(Listed.LEFT)
    with results.reading():
        return ListedPerson(Listed.HERE, match.profile(profile_id))
    return ListedPerson(Listed.UNKNOWN)


def ask_for(results: ResultsController) -> None:
    """Ask for a match where there is none; after a change of the list, too, but not in vain."""
    if results.match is None and (results.error is None or results.is_outdated):
        results.request()
