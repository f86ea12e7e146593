"""Reads the columns a wish needs and hands them to its value function."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.directory.area_list import AreaList
from matcher.directory.field import FIELDS
from matcher.directory.geography import Coordinates, distance_km
from matcher.directory.levels import Levels, is_named, is_silent
from matcher.directory.snapshot import cell_bits
from matcher.directory.vocabulary import load_vocabulary
from matcher.preferences.preferences import Preferences
from matcher.preferences.whereabouts import ONLINE_FORMATS
from matcher.questionnaire.response import Money, Place, Times, Value
from matcher.scoring import value_functions as vf
from matcher.scoring.criterion import Criterion
from matcher.scoring.facts import Facts

_NEIGHBOUR = 500


@dataclass(frozen=True, slots=True)
class AskedCriterion:
    """One thing asked, with what its reading needs.

    Attributes
    ----------
    criterion
        The criterion of the model.
    target
        What was asked for.
    starred
        Among several codes, the one that counts double.
    preferences
        All that was asked: the distance does not matter to those who may meet online.
    """

    criterion: Criterion
    target: Value
    preferences: Preferences
    starred: str | None = None

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes asked for, in their order."""
        return (self.target,) if isinstance(self.target, str) else tuple(self.target)  # type: ignore[arg-type]


def values(facts: Facts, asked: AskedCriterion) -> vf.Values:
    """Return what one criterion is worth for every profile: known and possible, 0..1000."""
    return _READERS[asked.criterion.function](facts, asked)


def code_factors(asked: AskedCriterion) -> dict[str, int]:
    """Return the profile's codes that count for what was asked, each with its most, 0..1000."""
    criterion = asked.criterion
    if criterion.fixed:
        return dict(criterion.fixed)
    if criterion.at_least or criterion.any_code:
        codes = load_vocabulary(FIELDS[criterion.fields[0]].vocabulary).codes
        first = codes.index(asked.codes[0]) if criterion.at_least else 0
        return dict.fromkeys(codes[first:], vf.FULL)
    factors: dict[str, int] = {}
    for position, code in enumerate(asked.codes):
        factors[code] = _ranked(criterion.rank_values, position, vf.FULL)
    for code in asked.codes:
        for neighbour in _neighbours(criterion.scale, code):
            factors.setdefault(neighbour, _NEIGHBOUR)
    return factors


def term_weights(asked: AskedCriterion) -> dict[str, int]:
    """Return how much each code asked for weighs in a mean: by its rank, and twice when starred."""
    ranks = asked.criterion.rank_weights
    return {
        code: _ranked(ranks, position, 1) * (2 if code == asked.starred else 1)
        for position, code in enumerate(asked.codes)
    }


def prices(facts: Facts, currency: str) -> vf.Values:
    """Return the higher and the lower price a session may have, in cents, -1 where not stated.

    The price is the lower of the full fee and, where there is a reduced fee, the least fee. The
    two differ where the profile does not say whether there is one. Another currency is not stated.
    """
    full, least = facts.number("fee_max"), facts.number("fee_min")
    reduced = facts.levels("reduced_fee", "yes")
    with_reduced = np.where(full < 0, least, np.where(least < 0, full, np.minimum(full, least)))
    may_be_reduced = is_named(reduced) | is_silent(reduced)
    dear = np.where(is_named(reduced), with_reduced, full)
    cheap = np.where(may_be_reduced, with_reduced, full)
    same = is_named(facts.levels("currency", currency))
    return np.where(same, dear, -1), np.where(same, cheap, -1)


def distances(facts: Facts, place: Place) -> NDArray[np.float64]:
    """Return kilometres from where the client is, rounded to 0.1, NaN where not known.

    From an area, its people are 0 km away; how far others are is known where the clinic's own
    list says where the area is.
    """
    start = home(place, facts.snapshot.areas)
    unknown = np.full(facts.size, np.nan)
    km = unknown if start is None else distance_km(*facts.coordinates(), start)
    if place.area is None:
        return km
    return np.where(is_named(facts.levels("area", place.area)), 0.0, km)


def start_days(target: Value) -> int:
    """Return within how many days a first meeting is wished."""
    return load_vocabulary("start").term(str(target)).days


def online(facts: Facts, preferences: Preferences) -> vf.Values:
    """Return 1000 where an online format that was asked for is offered: known and possible."""
    targets = [wish.target for wish in preferences.wishes if wish.criterion == "formats"]
    targets += [must.target for must in preferences.must_haves if must.item == "formats"]
    wanted = [code for target in targets for code in target if code in ONLINE_FORMATS]  # type: ignore[union-attr]
    if not wanted:
        nothing = np.zeros(facts.size, dtype=np.int32)
        return nothing, nothing
    levels = [facts.levels("formats", code) for code in wanted]
    return vf.best(levels, [vf.FULL] * len(levels), vf.level_tables((), {}))


def home(place: Place, areas: AreaList) -> Coordinates | None:
    """Return where the client is, or ``None`` when that cannot be told from what they said."""
    if place.area is not None:
        return areas.locate(place.area)
    if place.latitude is not None and place.longitude is not None:
        return place.latitude, place.longitude
    return areas.locate_postcode(place.postcode, place.country or "") if place.postcode else None


def _axis(facts: Facts, asked: AskedCriterion) -> vf.Values:
    low_end, high_end = facts.steps(asked.criterion.fields[0])
    assert isinstance(asked.target, int)
    return vf.axis(asked.target, low_end, high_end)


def _mean(facts: Facts, asked: AskedCriterion) -> vf.Values:
    weights = term_weights(asked)
    levels = _levels(facts, asked, [*weights])
    return vf.mean(levels, [*weights.values()], _tables(asked.criterion))


def _best(facts: Facts, asked: AskedCriterion) -> vf.Values:
    factors = code_factors(asked)
    return vf.best(_levels(facts, asked, [*factors]), [*factors.values()], _tables(asked.criterion))


def _avoid(facts: Facts, asked: AskedCriterion) -> vf.Values:
    levels = _levels(facts, asked, asked.codes)
    return vf.avoid(levels, dict(asked.criterion.values), level_names(asked.criterion))


def _times(facts: Facts, asked: AskedCriterion) -> vf.Values:
    assert isinstance(asked.target, Times)
    free, is_stated = facts.times()
    return vf.times(free, is_stated, cell_bits(asked.target.good), cell_bits(asked.target.possible))


def _start(facts: Facts, asked: AskedCriterion) -> vf.Values:
    opening = facts.day("next_opening")
    return vf.start(opening, facts.today.toordinal(), start_days(asked.target))


def _place(facts: Facts, asked: AskedCriterion) -> vf.Values:
    assert isinstance(asked.target, Place)
    wish_km = float(asked.target.max_km or 0)
    return vf.place(distances(facts, asked.target), wish_km, online(facts, asked.preferences))


def _fee(facts: Facts, asked: AskedCriterion) -> vf.Values:
    assert isinstance(asked.target, Money)
    return vf.fee(prices(facts, asked.target.currency), int(asked.target.limit * 100))


def _years(facts: Facts, _asked: AskedCriterion) -> vf.Values:
    return vf.years(facts.number("years"))


def _levels(facts: Facts, asked: AskedCriterion, codes: Sequence[str]) -> list[Levels]:
    return [facts.levels(asked.criterion.fields[0], code) for code in codes]


def level_names(criterion: Criterion) -> tuple[str, ...]:
    """Return the levels at which a criterion's terms can be offered, lowest first."""
    vocabulary = FIELDS[criterion.fields[0]].vocabulary
    return load_vocabulary(vocabulary).levels if vocabulary else ()


def _tables(criterion: Criterion) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    return vf.level_tables(level_names(criterion), dict(criterion.values))


def _ranked(values_by_rank: Sequence[int], position: int, otherwise: int) -> int:
    if not values_by_rank:
        return otherwise
    return values_by_rank[min(position, len(values_by_rank) - 1)]


def _neighbours(scale: Sequence[str], code: str) -> tuple[str, ...]:
    if code not in scale:
        return ()
    position = scale.index(code)
    return (*scale[max(position - 1, 0) : position], *scale[position + 1 : position + 2])


_READERS: dict[str, Callable[[Facts, AskedCriterion], vf.Values]] = {
    "axis": _axis,
    "mean": _mean,
    "best": _best,
    "avoid": _avoid,
    "times": _times,
    "start": _start,
    "place": _place,
    "fee": _fee,
    "years": _years,
}
