"""*How this works*: a card of the whole model, made from its own resources.

Keys, numbers and rows, no prose: `model_card_words` puts it into a language.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import groupby
from types import MappingProxyType

from matcher.directory.field import AGE_LIMIT_DAYS, FIELDS, STYLE_AXES
from matcher.directory.vocabulary import load_vocabulary
from matcher.questionnaire.item import Importance
from matcher.questionnaire.loader import load_questionnaire
from matcher.ranking.acceptability import DRAWS
from matcher.ranking.relaxation import RELAXABLE
from matcher.scoring.criteria import load_criteria
from matcher.scoring.criterion import Criteria, Criterion
from matcher.scoring.evidence import Evidence, Source, Support, load_evidence
from matcher.scoring.fingerprint import model_hash
from matcher.scoring.published import PublishedModel, ValueExample, load_published
from matcher.scoring.result import FITS_FROM, GROUPS, UNKNOWN_FROM, Group
from matcher.scoring.value_functions import FULL
from matcher.scoring.weights import IMPORTANCE_FACTORS, WEIGHTS_SUM

STYLE = "style"
"""Stands for the ten axes, which are valued alike."""

_RANKS = ("first", "second", "third", "fourth", "fifth")


@dataclass(frozen=True, slots=True)
class Versions:
    """What the card describes: the questionnaire, the model, and the model's SHA-256."""

    questionnaire: str
    model: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Needs:
    """The must-haves.

    Attributes
    ----------
    groups
        In the order in which they are tested.
    standing
        What the application itself requires.
    relaxable
        The items of which it may say what another answer would bring.
    """

    groups: tuple[Group, ...]
    standing: tuple[str, ...]
    relaxable: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A weight group.

    Attributes
    ----------
    points
        Of the points of all groups.
    sources
        Ids of the sources that bear on its size.
    shares
        Per criterion its part of the group, the largest first.
    """

    id: str
    points: int
    grade: str
    sources: tuple[str, ...]
    shares: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class ValueRow:
    """How one criterion is valued.

    Attributes
    ----------
    id
        A criterion, or `STYLE` for the ten axes.
    numbers
        The values its rule names, by the names its text uses.
    examples
        A few worked out by hand.
    """

    id: str
    group: str
    numbers: Mapping[str, int]
    examples: tuple[ValueExample, ...]


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Numbers of the rules, each named where it is decided."""

    full: int = FULL
    weights_sum: int = WEIGHTS_SUM
    fits_from: int = FITS_FROM
    unknown_from: int = UNKNOWN_FROM
    age_days: int = AGE_LIMIT_DAYS
    draws: int = DRAWS


@dataclass(frozen=True, slots=True)
class ModelCard:
    """The whole card.

    Attributes
    ----------
    presets
        Points per group by name of the preset.
    importance
        What each answer about importance counts.
    open_lists
        Criteria of which a list leaves out what is not stated.
    """

    versions: Versions
    needs: Needs
    groups: tuple[GroupRow, ...]
    presets: Mapping[str, Mapping[str, int]]
    importance: Mapping[Importance, Fraction]
    values: tuple[ValueRow, ...]
    open_lists: tuple[str, ...]
    thresholds: Thresholds
    sources: Mapping[str, Source]
    general: tuple[str, ...]
    limits: tuple[Support, ...]
    never: tuple[str, ...]
    unknown: tuple[str, ...]


def load_model_card(limit_days: int = AGE_LIMIT_DAYS) -> ModelCard:
    """Make the card of the model that ships.

    Parameters
    ----------
    limit_days
        Age in days up to which a dated fact counts here.
    """
    versions = Versions(load_questionnaire().id, load_criteria().version, model_hash())
    card = model_card(load_criteria(), load_evidence(), load_published(), versions)
    return replace(card, thresholds=replace(card.thresholds, age_days=limit_days))


def model_card(
    criteria: Criteria, evidence: Evidence, published: PublishedModel, versions: Versions
) -> ModelCard:
    """Make the card of a model.

    Parameters
    ----------
    criteria
        The weights, presets and values shown.
    evidence
        Why they have their size.
    published
        Gives the examples.
    versions
        What is described.
    """
    return ModelCard(
        versions=versions,
        needs=Needs(GROUPS[::-1], tuple(criteria.standing), RELAXABLE),
        groups=tuple(_groups(criteria, evidence)),
        presets=criteria.presets,
        importance=MappingProxyType(IMPORTANCE_FACTORS),
        values=tuple(_values(criteria, published)),
        open_lists=tuple(each.id for each in criteria.criteria if _is_open(each)),
        thresholds=Thresholds(),
        sources=evidence.sources,
        general=evidence.general,
        limits=evidence.limits,
        never=evidence.never,
        unknown=evidence.unknown,
    )


def _groups(criteria: Criteria, evidence: Evidence) -> list[GroupRow]:
    sources = {support.id: support.sources for support in evidence.groups}
    rows = []
    for group in criteria.groups:
        inside = [each for each in criteria.criteria if each.group == group.id]
        heaviest_first = sorted(inside, key=lambda each: -each.share)
        shares = MappingProxyType({each.id: each.share for each in heaviest_first})
        rows.append(GroupRow(group.id, group.points, group.grade, sources[group.id], shares))
    return rows


def _values(criteria: Criteria, published: PublishedModel) -> list[ValueRow]:
    rows = []
    for name, alike in groupby(criteria.criteria, key=_row_name):
        first, *others = alike
        ids = {first.id, *(other.id for other in others)}
        examples = tuple(
            example for example in published.examples if example.shown and example.criterion in ids
        )
        rows.append(ValueRow(name, first.group, _numbers(first), examples))
    return rows


def _row_name(criterion: Criterion) -> str:
    return STYLE if criterion.id in STYLE_AXES else criterion.id


def _numbers(criterion: Criterion) -> Mapping[str, int]:
    ranked = criterion.rank_values or criterion.rank_weights
    by_rank = dict(zip(_RANKS, ranked, strict=False))
    return MappingProxyType({**criterion.values, **criterion.fixed, **by_rank})


def _is_open(criterion: Criterion) -> bool:
    vocabulary = FIELDS[criterion.fields[0]].vocabulary
    return bool(vocabulary) and load_vocabulary(vocabulary).open
