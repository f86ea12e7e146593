"""A match as ``rapport-result/1``: what ``rapport match --json`` prints."""

from decimal import Decimal
from fractions import Fraction
from itertools import islice

from matcher.questionnaire.answers_file import value_to_json
from matcher.ranking.explanation import ProfileResult, RequirementReason
from matcher.ranking.sensitivity import Firmness, firmness
from matcher.scoring.result import SHELVES, Contribution, Group
from matcher.services.checklist import suggest
from matcher.services.matching import Match

FORMAT = "rapport-result/1"
_COUNTED = (
    Group.HIDDEN,
    Group.NOT_ACCEPTING,
    Group.OTHER,
    Group.NEAR_MISS,
    Group.TO_CHECK,
    Group.MEETS_ALL,
)


def result_document(match: Match, top: int | None = None) -> dict[str, object]:
    """Return a match as JSON values.

    Parameters
    ----------
    match
        Answers against a directory.
    top
        Keep only the first so many results; ``None`` keeps all but the hidden ones.
    """
    counts = match.counts
    return {
        "format": FORMAT,
        "questionnaire": match.answers.questionnaire,
        "model": match.model.version,
        "today": match.evaluation.preferences.today.isoformat(),
        "seed": match.seed,
        "directory": {
            "profiles": match.evaluation.snapshot.size,
            "revision": match.evaluation.snapshot.revision,
        },
        "criteria": [
            {"id": criterion.id, "group": criterion.group, "weight": criterion.weight}
            for criterion in match.criteria
        ],
        "groups": {group.value: counts[group] for group in _COUNTED},
        "results": [_result(match, row, firm) for row, firm in _rows(match, top)],
        "relaxations": [
            {
                "drop": [*relaxation.drop],
                "adds": relaxation.adds,
                "to": {item: number(amount) for item, amount in relaxation.to.items()},
            }
            for relaxation in match.relaxations
        ],
    }


def number(value: Fraction | Decimal | float) -> int | float:
    """Return an exact number as JSON: whole ones without a decimal point."""
    return int(value) if value == int(value) else float(value)


def _rows(match: Match, top: int | None) -> list[tuple[int, Firmness | None]]:
    shown: list[tuple[int, Firmness | None]] = []
    for group in SHELVES:
        left = None if top is None else min(top, match.evaluation.snapshot.size) - len(shown)
        if left is not None and left <= 0:
            break
        rows = list(islice(match.ranking.rows(group), left))
        firm = firmness(match.ranking, group) if rows else {}
        shown.extend((row, firm.get(row)) for row in rows)
    return shown


def _result(match: Match, row: int, firm: Firmness | None) -> dict[str, object]:
    result = match.result(row)
    return {
        "profile": result.profile_id,
        "name": result.name,
        "group": result.group.value,
        "rank": result.rank,
        "level_with": [*result.level_with],
        "level": result.level,
        "score": _points(result.score),
        "high": _points(result.high),
        "known": None if result.known is None else number(result.known),
        "fits": result.fits,
        "asked": result.asked,
        "contributions": [_contribution(part) for part in result.contributions],
        "requirements": [_requirement(reason) for reason in result.requirements],
        "firmness": None if firm is None else {"first": firm.first, "top_three": firm.top_three},
        "questions": _questions(match, result),
    }


def _points(value: Fraction | None) -> int | float | None:
    return None if value is None else number(value)


def _contribution(part: Contribution) -> dict[str, object]:
    return {
        "criterion": part.criterion,
        "weight": part.weight,
        "status": part.status.value,
        "value": part.value,
        "value_high": part.value_high,
        "points": number(part.points),
        "could_add": number(part.could_add),
        "asked": value_to_json(part.asked),
        "offered": part.offered,
        "source": part.source,
        "confirmed_on": part.confirmed_on.isoformat() if part.confirmed_on else None,
    }


def _requirement(reason: RequirementReason) -> dict[str, object]:
    return {"item": reason.item, "status": reason.status.value}


def _questions(match: Match, result: ProfileResult) -> list[str]:
    return [question.id for question in suggest(match, result.profile_id).suggested]
