"""Loads the model from ``resources/scoring``, and refuses one that does not hold together."""

from functools import cache
from types import MappingProxyType
from typing import Any

from matcher.bundled import bundled_toml
from matcher.directory.field import FIELDS
from matcher.errors import Message, ResourceError
from matcher.scoring.criterion import Criteria, Criterion, WeightGroup
from matcher.scoring.value_functions import VALUE_FUNCTIONS

BALANCED = "balanced"
_POINTS_IN_ALL = 100
_FILE = "scoring/criteria.toml"


@cache
def load_criteria() -> Criteria:
    """Load groups, criteria and presets.

    Raises
    ------
    ResourceError
        Naming every criterion, group or preset at fault.
    """
    raw = bundled_toml("scoring", "criteria.toml")
    groups = tuple(WeightGroup(**entry) for entry in raw["group"])
    criteria = tuple(_criterion(entry) for entry in raw["criterion"])
    presets = {BALANCED: {group.id: group.points for group in groups}}
    presets |= bundled_toml("scoring", "presets.toml")
    faults = _faults(groups, criteria, presets)
    if faults:
        raise ResourceError(*faults)
    frozen = {name: MappingProxyType(points) for name, points in presets.items()}
    return Criteria(raw["id"], groups, criteria, MappingProxyType(frozen))


def _criterion(entry: dict[str, Any]) -> Criterion:
    fields = tuple(entry.get("fields", (entry["id"],)))
    return Criterion(
        id=entry["id"],
        group=entry["group"],
        share=entry["share"],
        function=entry["function"],
        fields=fields,
        values=MappingProxyType(entry.get("values", {})),
        scale=tuple(entry.get("scale", ())),
        fixed=MappingProxyType(entry.get("fixed", {})),
        rank_values=tuple(entry.get("rank_values", ())),
        rank_weights=tuple(entry.get("rank_weights", ())),
        at_least=entry.get("at_least", False),
    )


def _faults(
    groups: tuple[WeightGroup, ...],
    criteria: tuple[Criterion, ...],
    presets: dict[str, dict[str, int]],
) -> list[Message]:
    known = {group.id for group in groups}
    faults = []
    if sum(group.points for group in groups) != _POINTS_IN_ALL:
        faults.append(Message("error.resource.points", file=_FILE))
    for name, points in presets.items():
        if set(points) != known:
            faults.append(Message("error.resource.preset", file=_FILE, preset=name))
    for criterion in criteria:
        sound = (
            criterion.group in known
            and criterion.share > 0
            and criterion.function in VALUE_FUNCTIONS
            and all(name in FIELDS for name in criterion.fields)
        )
        if not sound:
            faults.append(Message("error.resource.criterion", file=_FILE, criterion=criterion.id))
    return faults
