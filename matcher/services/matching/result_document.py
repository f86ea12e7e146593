"""A match as ``rapport-result/1``: what ``rapport match --json`` prints."""

import json
from decimal import Decimal
from fractions import Fraction
from itertools import islice
from typing import overload

from matcher.questionnaire.answers_file import value_to_json
from matcher.ranking.acceptability import Firmness
from matcher.ranking.explanation import RequirementReason
from matcher.ranking.stability import leader_of
from matcher.scoring.result import GROUPS, SHELVES, Contribution, Group
from matcher.services.matching.match import Match
from matcher.services.sheets.checklist import suggest, worth_asking

FORMAT = "rapport-result/1"
_FIRST = 10
"""Of how many the ranks under every preset are told."""
_RANKED = (Group.MEETS_ALL, Group.TO_CHECK)


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
        "groups": {group.value: counts[group] for group in reversed(GROUPS)},
        "results": [_result(match, row, firm) for row, firm in _rows(match, top)],
        "relaxations": [
            {
                "drop": [*relaxation.drop],
                "adds": relaxation.adds,
                "to": {item: number(amount) for item, amount in relaxation.to.items()},
            }
            for relaxation in match.relaxations
        ],
        "stability": {group.value: _stability(match, group) for group in _RANKED},
    }


def result_json(match: Match, top: int | None = None) -> str:
    """Return a match as the text of a JSON document; the same match gives the same text."""
    return json.dumps(result_document(match, top), ensure_ascii=False, indent=2)


@overload
def number(value: None) -> None: ...
@overload
def number(value: Fraction | Decimal | float) -> int | float: ...
def number(value: Fraction | Decimal | float | None) -> int | float | None:
    """Return an exact number as JSON: whole ones without a decimal point, none as null."""
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)


def _rows(match: Match, top: int | None) -> list[tuple[int, Firmness | None]]:
    shown: list[tuple[int, Firmness | None]] = []
    for group in SHELVES:
        left = None if top is None else min(top, match.evaluation.snapshot.size) - len(shown)
        if left is not None and left <= 0:
            break
        rows = list(islice(match.ranking.rows(group), left))
        firm = match.firmness(group) if rows else None
        shown.extend((row, None if firm is None else firm.of(row)) for row in rows)
    return shown


def _stability(match: Match, group: Group) -> dict[str, object] | None:
    """Return what the first place of a group hangs on, and the ranks under every preset."""
    leader = leader_of(match.ranking, group)
    if leader is None:
        return None
    ids = match.evaluation.snapshot.ids
    first = match.order(group, _FIRST)

    def who(row: int | None) -> str | None:
        return None if row is None else ids[row]

    return {
        "leader": ids[leader],
        "weights": [
            {
                "criterion": interval.criterion,
                "share": float(interval.share),
                "low": float(interval.low),
                "high": float(interval.high),
                "below": who(interval.from_below),
                "above": who(interval.from_above),
            }
            for interval in match.stability(group)
        ],
        "presets": {
            each.preset: {ids[row]: rank for row, rank in zip(first, each.ranks, strict=True)}
            for each in match.preset_ranks(first)
        },
    }


def _result(match: Match, row: int, firm: Firmness | None) -> dict[str, object]:
    result = match.result(row)
    selection = suggest(match, result.profile_id)
    return {
        "profile": result.profile_id,
        "name": result.name,
        "group": result.group.value,
        "rank": result.rank,
        "level_with": [*result.level_with],
        "level": result.level,
        "score": number(result.score),
        "high": number(result.high),
        "known": number(result.known),
        "fits": result.fits,
        "asked": result.asked,
        "contributions": [_contribution(part) for part in result.contributions],
        "requirements": [requirement(reason) for reason in result.requirements],
        "firmness": None if firm is None else {"first": firm.first, "top_three": firm.top_three},
        "questions": [question.id for question in selection.suggested],
        "ask_first": [question.id for question in worth_asking(selection, result)],
    }


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


def requirement(reason: RequirementReason) -> dict[str, object]:
    """Return a requirement as JSON values."""
    return {"item": reason.item, "status": reason.status.value}
