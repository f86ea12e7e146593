"""The weights of the model card in words: each group with its reasons, importance, presets."""

from collections.abc import Iterator

from matcher.document import Block, Bullets, Fit, Paragraph, Table, Tone
from matcher.i18n import Catalogue
from matcher.questionnaire.item import Importance
from matcher.services.model_card.card import GroupRow, ModelCard
from matcher.services.model_card.sources import cite_all
from matcher.services.people.wording import describe_name

_FIRST = "balanced"
_ILLUSTRATION = "relationship_first"


def weight_blocks(card: ModelCard, words: Catalogue) -> Iterator[Block]:
    """Yield what counts how much, in reading order."""
    points = sum(group.points for group in card.groups)
    yield _say(words, "rule", n=len(card.groups), sum=points)
    yield _say(words, "grades")
    for group in card.groups:
        yield _group(group, card, words)
    yield _lead(words, "importance")
    yield Bullets(tuple(_factors(card, words)))
    yield _say(words, "strength")
    yield _say(words, "double")
    yield _say(words, "sum", sum=card.thresholds.weights_sum)
    yield _say(words, "illustration", name=_preset(_ILLUSTRATION, words))
    yield _lead(words, "presets")
    yield _presets(card, words)


def _group(group: GroupRow, card: ModelCard, words: Catalogue) -> Fit:
    shares = ", ".join(
        words.text("model.share", name=describe_name(id_, words), share=share)
        for id_, share in group.shares.items()
    )
    return Fit(
        words.text(f"model.group.{group.id}.name"),
        words.text("model.points", points=group.points, grade=group.grade),
        (
            words.text(f"model.group.{group.id}.why"),
            words.text("model.weights.shares", shares=shares),
        ),
        words.text("model.weights.sources", sources=cite_all(group.sources, card.sources, words)),
    )


def _factors(card: ModelCard, words: Catalogue) -> Iterator[str]:
    for importance, factor in card.importance.items():
        name = words.text(f"item.importance.{importance}")
        yield words.text("model.weights.factor", name=name, factor=float(factor))
    must = words.text(f"item.importance.{Importance.MUST}")
    yield words.text("model.weights.must", name=must)


def _presets(card: ModelCard, words: Catalogue) -> Table:
    presets = sorted(card.presets, key=lambda name: name != _FIRST)
    headings = (
        words.text("model.weights.column.group"),
        *(_preset(name, words) for name in presets),
    )
    rows = tuple(
        (
            words.text(f"model.group.{group.id}.name"),
            *(words.number(card.presets[name][group.id]) for name in presets),
        )
        for group in card.groups
    )
    return Table(headings, rows)


def _preset(name: str, words: Catalogue) -> str:
    return words.text(f"model.preset.{name}")


def _say(words: Catalogue, key: str, **params: object) -> Paragraph:
    return Paragraph(words.text(f"model.weights.{key}", **params))


def _lead(words: Catalogue, key: str) -> Paragraph:
    return Paragraph(words.text(f"model.weights.{key}"), Tone.STRONG)
