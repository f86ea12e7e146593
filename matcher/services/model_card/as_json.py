"""The model card for other programs: the same rows, with codes and numbers only."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from fractions import Fraction

from matcher.services.model_card.card import ModelCard

FORMAT = "rapport-model/1"


def model_card_json(card: ModelCard) -> dict[str, object]:
    """Return the card as one JSON document."""
    return {
        "format": FORMAT,
        **{each.name: _plain(getattr(card, each.name)) for each in fields(card)},
    }


def _plain(value: object) -> object:
    """Return a value of the card as JSON knows it."""
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    if isinstance(value, Fraction):
        return float(value)
    return value.isoformat() if isinstance(value, date) else value
