"""One thing profiles are judged on, as the resources describe it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion of the model.

    Attributes
    ----------
    id
        Equal to the id of the item that asks for it.
    group
        Id of its weight group.
    share
        Its part of the group, a positive whole number.
    function
        Name of its value function in `matcher.scoring.value_functions`.
    fields
        The profile fields it reads, the one that is shown first.
    values
        Value 0..1000 per level; empty when being named is worth 1000.
    scale
        Codes in order, where the neighbour of what was asked is worth 500.
    fixed
        Value per code of the profile, whatever was asked.
    rank_values
        Value of the first, second, further ranked pick; empty when order does not count.
    rank_weights
        Weight of the first, second, … ranked pick in a mean.
    at_least
        Whether a code later in the vocabulary than the one asked is as good.
    any_code
        Whether each code of the vocabulary is as good as the one asked.
    need
        As a must-have: whether ``"any"`` or ``"all"`` of what was asked has to be offered.
    need_level
        As a must-have: the lowest level that counts, or ``""`` when being named is enough.
    """

    id: str
    group: str
    share: int
    function: str
    fields: tuple[str, ...]
    values: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    scale: tuple[str, ...] = ()
    fixed: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    rank_values: tuple[int, ...] = ()
    rank_weights: tuple[int, ...] = ()
    at_least: bool = False
    any_code: bool = False
    need: str = "any"
    need_level: str = ""


@dataclass(frozen=True, slots=True)
class WeightGroup:
    """A group of criteria with its default points (all groups sum to 100) and evidence grade."""

    id: str
    points: int
    grade: str


@dataclass(frozen=True, slots=True)
class Criteria:
    """The whole model: groups, criteria, and named sets of group points.

    Attributes
    ----------
    version
        ``"additive/1"``, part of every result.
    presets
        Points per group by name of the preset.
    standing
        The requirements of the application itself, each with the profile fields it reads.
    """

    version: str
    groups: tuple[WeightGroup, ...]
    criteria: tuple[Criterion, ...]
    presets: Mapping[str, Mapping[str, int]]
    standing: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))

    def criterion(self, criterion_id: str) -> Criterion:
        """Return the criterion with this id; `KeyError` when there is none."""
        for criterion in self.criteria:
            if criterion.id == criterion_id:
                return criterion
        raise KeyError(criterion_id)

    def fields_of(self, subject: str) -> tuple[str, ...]:
        """Return the profile fields that answer a criterion or a requirement of the application.

        Raises
        ------
        KeyError
            When it is neither.
        """
        if subject in self.standing:
            return self.standing[subject]
        return self.criterion(subject).fields

    def __contains__(self, criterion_id: object) -> bool:
        return any(criterion.id == criterion_id for criterion in self.criteria)
