"""Why somebody is not higher, and what sets two apart, as JSON values."""

from collections.abc import Sequence

from matcher.ranking.swap import FactChange, Swap, WeightChange
from matcher.services.matching.match import Match
from matcher.services.matching.result_document import number, requirement

WHY_FORMAT = "rapport-why/1"
COMPARISON_FORMAT = "rapport-comparison/1"


def why_document(match: Match, profile_id: str) -> dict[str, object]:
    """Return what separates a profile from the next better rank, and what would change that.

    Raises
    ------
    KeyError
        When the profile is not in the directory.
    """
    row = match.evaluation.snapshot.row_of(profile_id)
    result = match.result_for(profile_id)
    firm = match.firmness(result.group)
    swap = match.why_not_higher(row) if match.criteria else None
    return {
        "format": WHY_FORMAT,
        "profile": profile_id,
        "group": result.group.value,
        "rank": result.rank,
        "requirements": [requirement(reason) for reason in result.requirements],
        "next": None if swap is None else _swap(match, swap),
        "firmness": None
        if firm is None
        else {"first": firm.of(row).first, "top_three": firm.of(row).top_three},
        "presets": {each.preset: each.ranks[0] for each in match.preset_ranks([row])},
    }


def comparison_document(match: Match, profile_ids: Sequence[str]) -> dict[str, object]:
    """Return where the difference between two or three profiles comes from.

    Raises
    ------
    KeyError
        When a profile is not in the directory.
    """
    compared = match.compare(profile_ids)
    return {
        "format": COMPARISON_FORMAT,
        "profiles": [
            {
                "profile": each.profile_id,
                "group": each.group.value,
                "rank": each.rank,
                "score": number(each.score),
                "high": number(each.high),
            }
            for each in compared.profiles
        ],
        "criteria": [
            {
                "criterion": each.criterion,
                "points": [number(part.points) for part in each.parts],
                "could_add": [number(part.could_add) for part in each.parts],
                "ahead": [number(ahead) for ahead in each.differences],
            }
            for each in compared.criteria
        ],
        "ahead": [number(ahead) for ahead in compared.differences],
    }


def _swap(match: Match, swap: Swap) -> dict[str, object]:
    return {
        "ahead": match.evaluation.snapshot.ids[swap.ahead],
        "gap": number(swap.gap),
        "weight": None if swap.weight is None else _weight_change(swap.weight),
        "fact": None if swap.fact is None else _fact_change(swap.fact),
    }


def _weight_change(change: WeightChange) -> dict[str, object]:
    return {
        "criterion": change.criterion,
        "share": number(change.share),
        "needed": number(change.needed),
    }


def _fact_change(change: FactChange) -> dict[str, object]:
    amount = change.fact.amount
    return {
        "criterion": change.criterion,
        "value": change.value,
        "needed": change.needed,
        "may_be_so": change.may_be_so,
        "amount": number(amount),
        "codes": [{"code": code, "level": level or None} for code, level in change.fact.codes],
    }
