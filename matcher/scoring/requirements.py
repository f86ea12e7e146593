"""Must-haves: met, not met or not stated, and the group that follows from them."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from matcher.directory.levels import NAMED, is_denied, is_named, is_silent, reaches
from matcher.directory.snapshot import TEXT_EMPTY, TEXT_STATED, cell_bits
from matcher.preferences.preferences import Preferences
from matcher.questionnaire.response import Money, Place, Times
from matcher.scoring.criterion import Criteria
from matcher.scoring.evaluation import Requirements
from matcher.scoring.facts import Facts
from matcher.scoring.performance import (
    AskedCriterion,
    code_factors,
    distances,
    level_names,
    online,
    prices,
    start_days,
)
from matcher.scoring.result import GROUPS, STATUSES, Group, RequirementStatus

ACCEPTING, LICENCE, REGISTER = "accepting", "licence", "register"
SILENCE_IS_NO_REQUIREMENT = frozenset({LICENCE, REGISTER})
"""Requirements of the application on which a profile may be silent."""

_MET, _NOT_MET, _NOT_STATED = (
    STATUSES.index(status)
    for status in (RequirementStatus.MET, RequirementStatus.NOT_MET, RequirementStatus.NOT_STATED)
)

Truth = tuple[NDArray[np.bool_], NDArray[np.bool_]]
"""For every profile: certainly met, and possibly met."""


def check(facts: Facts, preferences: Preferences, criteria: Criteria) -> Requirements:
    """Check every requirement for every profile.

    Parameters
    ----------
    facts
        The directory as of the client's day.
    preferences
        What must be met, and who is hidden.
    criteria
        The model, which says where each item is answered in a profile.
    """
    truths: dict[str, Truth] = {ACCEPTING: _any(facts, "accepting", ("yes",))}
    if preferences.licence_area:
        truths[LICENCE] = _licence(facts, preferences.licence_area)
    truths[REGISTER] = _register(facts)
    for must in preferences.must_haves:
        asked = AskedCriterion(criteria.criterion(must.item), must.target, preferences)
        truths[must.item] = _CHECKS.get(must.item, _codes)(facts, asked)
    statuses = np.array([_status(truth) for truth in truths.values()], dtype=np.uint8)
    items = tuple(truths)
    return Requirements(items, statuses, _groups(facts, items, statuses, preferences.hidden))


def _status(truth: Truth) -> NDArray[np.uint8]:
    certain, possible = truth
    return np.where(certain, _MET, np.where(possible, _NOT_STATED, _NOT_MET)).astype(np.uint8)


def _groups(
    facts: Facts, items: tuple[str, ...], statuses: NDArray[np.uint8], hidden: frozenset[str]
) -> NDArray[np.uint8]:
    named = dict(zip(items, statuses, strict=True))
    own = [row for item, row in named.items() if item not in SILENCE_IS_NO_REQUIREMENT]
    standing = [row for item, row in named.items() if item in SILENCE_IS_NO_REQUIREMENT]
    failed = np.sum([row == _NOT_MET for row in own[1:]], axis=0, dtype=np.int32)
    failed = np.broadcast_to(failed, facts.size)
    unlisted = np.any([row == _NOT_MET for row in standing], axis=0)
    open_ = np.any([row == _NOT_STATED for row in own], axis=0)
    is_hidden = np.zeros(facts.size, dtype=bool)
    for profile_id in hidden:
        try:
            is_hidden[facts.snapshot.row_of(profile_id)] = True
        except KeyError:
            continue  # somebody who is no longer in the directory is hidden already
    tested = (
        (is_hidden, Group.HIDDEN),
        (named[ACCEPTING] == _NOT_MET, Group.NOT_ACCEPTING),
        (unlisted | (failed > 1), Group.OTHER),
        (failed == 1, Group.NEAR_MISS),
        (open_, Group.TO_CHECK),
    )
    numbers = [GROUPS.index(group) for _, group in tested]
    return np.select(
        [condition for condition, _ in tested], numbers, GROUPS.index(Group.MEETS_ALL)
    ).astype(np.uint8)


def _any(facts: Facts, field: str, codes: tuple[str, ...]) -> Truth:
    levels = [facts.levels(field, code) for code in codes]
    certain = np.any([is_named(level) for level in levels], axis=0)
    return certain, certain | np.any([is_silent(level) for level in levels], axis=0)


def _all(facts: Facts, field: str, codes: tuple[str, ...]) -> Truth:
    levels = [facts.levels(field, code) for code in codes]
    certain = np.all([is_named(level) for level in levels], axis=0)
    return certain, ~np.any([is_denied(level) for level in levels], axis=0)


def _codes(facts: Facts, asked: AskedCriterion) -> Truth:
    field = asked.criterion.fields[0]
    if asked.criterion.need_level:
        certain, possible = _at_level(facts, asked)
        unwanted = asked.criterion.function == "avoid"
        return (~possible, ~certain) if unwanted else (certain, possible)
    if asked.criterion.need == "all":
        return _all(facts, field, asked.codes)
    codes = tuple(code_factors(asked)) if asked.criterion.at_least else asked.codes
    return _any(facts, field, codes)


def _licence(facts: Facts, area: str) -> Truth:
    return _any(facts, "licensed_areas", (area, area.partition("-")[0]))


def _register(facts: Facts) -> Truth:
    register, supervisor = facts.text_states("register"), facts.text_states("supervisor")
    is_denied = (register == TEXT_EMPTY) & (supervisor != TEXT_STATED)
    return (register > 0) & ~is_denied, ~is_denied


def _at_level(facts: Facts, asked: AskedCriterion) -> Truth:
    """Tell where a term asked for is offered at the level that counts, and where it may be."""
    lowest = level_names(asked.criterion).index(asked.criterion.need_level)
    levels = [facts.levels(asked.criterion.fields[0], code) for code in asked.codes]
    certain = np.any([reaches(level, lowest) for level in levels], axis=0)
    unclear = np.any([is_silent(level) | (level == NAMED) for level in levels], axis=0)
    return certain, certain | unclear


def _times(facts: Facts, asked: AskedCriterion) -> Truth:
    assert isinstance(asked.target, Times)
    free, is_stated = facts.times()
    wanted = np.uint64(cell_bits(asked.target.good) | cell_bits(asked.target.possible))
    matches = (free & wanted) != 0
    return matches, ~is_stated | matches


def _start(facts: Facts, asked: AskedCriterion) -> Truth:
    opening = facts.day("next_opening")
    in_time = opening <= facts.today.toordinal() + start_days(asked.target)
    return (opening >= 0) & in_time, (opening < 0) | in_time


def _fee(facts: Facts, asked: AskedCriterion) -> Truth:
    assert isinstance(asked.target, Money)
    limit = int(asked.target.limit * 100)
    dear, cheap = prices(facts, asked.target.currency)
    return (dear >= 0) & (dear <= limit), (cheap < 0) | (cheap <= limit)


def _place(facts: Facts, asked: AskedCriterion) -> Truth:
    assert isinstance(asked.target, Place)
    km = distances(facts, asked.target)
    offered, maybe = online(facts, asked.preferences)
    near = km <= float(asked.target.max_km or 0)
    return near | (offered > 0), near | np.isnan(km) | (maybe > 0)


_CHECKS: dict[str, Callable[[Facts, AskedCriterion], Truth]] = {
    "times": _times,
    "start": _start,
    "fee": _fee,
    "place": _place,
}
