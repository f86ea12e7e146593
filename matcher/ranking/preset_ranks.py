"""Which rank somebody would have under each published set of weights."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from matcher.questionnaire.response import WeightWishes
from matcher.ranking.ranking import Ranking
from matcher.scoring.criterion import Criteria
from matcher.scoring.weights import weigh


@dataclass(frozen=True, slots=True)
class PresetRanks:
    """Ranks under one set of weights.

    Attributes
    ----------
    preset
        Its name; the client's doubled groups stay doubled.
    ranks
        For each row asked about, its rank in its group, from 1.
    """

    preset: str
    ranks: tuple[int, ...]


def preset_ranks(
    ranking: Ranking, rows: Sequence[int], criteria: Criteria
) -> tuple[PresetRanks, ...]:
    """Return the ranks of some profiles under every preset, in the order of the presets.

    Parameters
    ----------
    ranking
        The order under the client's own weights.
    rows
        Whose ranks are asked for.
    criteria
        The model with its presets.
    """
    evaluation = ranking.evaluation
    doubled = evaluation.preferences.weights.double
    found = []
    for preset in criteria.presets:
        wishes = WeightWishes(preset=preset, double=doubled)
        weighted = weigh(replace(evaluation.preferences, weights=wishes), criteria)
        under = Ranking(evaluation.reweighted(weighted), ranking.seed)
        found.append(PresetRanks(preset, tuple(under.rank(row) for row in rows)))
    return tuple(found)
