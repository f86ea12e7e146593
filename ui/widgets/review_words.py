"""What the directory says to the answers, in one or two true sentences."""

from matcher.scoring.requirements import SILENCE_IS_NO_REQUIREMENT
from matcher.scoring.result import STATUSES, Group, RequirementStatus
from matcher.services.matching.match import Match
from matcher.services.matching.match_words import asks_something
from ui.language import Language

_OPEN = STATUSES.index(RequirementStatus.NOT_STATED)


def say_counts(match: Match, language: Language, *, is_kiosk: bool = False) -> str:
    """Say how many people fit all needs, and how many more might."""
    spoken, counts = language.spoken, match.counts
    fit, might = counts[Group.MEETS_ALL], counts[Group.TO_CHECK]
    if not sum(counts.values()):
        return spoken("screen.review.empty_kiosk" if is_kiosk else "screen.review.empty")
    if not asks_something(match):
        return spoken("screen.review.nothing")
    if not match.evaluation.preferences.must_haves:
        return spoken("screen.review.no_needs")
    if not fit and not might:
        return spoken("screen.review.nobody")
    first = spoken("screen.review.fit", n=fit) if fit else spoken("screen.review.none_fits")
    if not might:
        return first
    return f"{first} {_say_might(match, might, is_more=bool(fit), language=language)}"


def _say_might(match: Match, might: int, *, is_more: bool, language: Language) -> str:
    which = "might" if is_more else "only_might"
    most = most_open(match)
    if most > 1:
        return language.spoken(f"screen.review.{which}_several", n=might, most=most)
    return language.spoken(f"screen.review.{which}", n=might)


def most_open(match: Match) -> int:
    """Return how many needs a profile leaves open at most, of those that might fit."""
    requirements = match.evaluation.requirements
    needs = [item not in SILENCE_IS_NO_REQUIREMENT for item in requirements.items]
    is_open = requirements.statuses[needs] == _OPEN
    return int(is_open[:, requirements.rows(Group.TO_CHECK)].sum(axis=0).max(initial=0))
