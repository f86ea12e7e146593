"""People like one person: looked for off the GUI thread, and only when somebody asks."""

from dataclasses import dataclass

from matcher.i18n import Catalogue
from matcher.services.matching.match import Match
from matcher.services.matching.suggestions import SimilarPerson, similar_people
from matcher.services.people.wording import describe_name, describe_offered
from ui.controllers.match_asking_controller import MatchAskingController

SHOWN = 3
"""How many people are shown."""

_DIFFERENCES = 2
"""How many differences are told of each."""


@dataclass(frozen=True, slots=True)
class DifferenceWords:
    """One wish on which two people differ: its name, and what each of them offers."""

    name: str
    other: str
    own: str


@dataclass(frozen=True, slots=True)
class SimilarWords:
    """Somebody like a person, and in what they differ most."""

    profile_id: str
    name: str
    differences: tuple[DifferenceWords, ...]


class SimilarController(MatchAskingController):
    """What the page about one profile knows of people like them.

    The answer is up to three `SimilarWords`, the most like first.
    """

    def request(self, profile_id: str, catalogue: Catalogue) -> None:
        """Look for people like a profile; there has to be a match."""
        self._ask_of_match(_similar, profile_id, catalogue)


def _similar(match: Match, profile_id: str, catalogue: Catalogue) -> tuple[SimilarWords, ...]:
    found = similar_people(match, profile_id, SHOWN)
    return tuple(_words(match, profile_id, one, catalogue) for one in found)


def _words(match: Match, profile_id: str, one: SimilarPerson, catalogue: Catalogue) -> SimilarWords:
    asked = {part.criterion: part.asked for part in match.result_for(profile_id).contributions}
    own, other = (match.profile(id_) for id_ in (profile_id, one.profile_id))
    differences = tuple(
        DifferenceWords(
            describe_name(each.criterion, catalogue),
            describe_offered(each.criterion, other, catalogue, asked.get(each.criterion)),
            describe_offered(each.criterion, own, catalogue, asked.get(each.criterion)),
        )
        for each in one.differences[:_DIFFERENCES]
    )
    return SimilarWords(one.profile_id, one.name, differences)
