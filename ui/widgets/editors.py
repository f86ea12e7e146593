"""Which editor an item gets."""

from collections.abc import Sequence
from dataclasses import dataclass

from matcher.directory.vocabulary import Term, load_vocabulary
from matcher.questionnaire.item import Item, ItemKind
from ui.language import Language
from ui.settings import Region
from ui.widgets.axis_editor import AxisEditor
from ui.widgets.choice_editor import ChoiceEditor
from ui.widgets.editor import Editor
from ui.widgets.list_editor import ListEditor
from ui.widgets.money_editor import MoneyEditor
from ui.widgets.place_editor import PlaceEditor
from ui.widgets.times_editor import TimesEditor

LONG_LIST_FROM = 13
"""A list of so many terms gets a search field."""

# Groups of the payers vocabulary that only mean something in one country.
_NATIONAL_PAYERS = {
    "united_states": "us",
    "united_kingdom": "gb",
    "germany": "de",
    "australia": "au",
}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an editor needs to know of where the window stands.

    Attributes
    ----------
    areas
        Names of areas in the directory.
    """

    region: Region
    areas: tuple[str, ...] = ()


def make_editor(item: Item, words: Language, around: Surroundings) -> Editor:
    """Return the editor for an item."""
    if item.kind is ItemKind.AXIS:
        return AxisEditor(item, words)
    if item.kind is ItemKind.TIMES:
        return TimesEditor(item, words)
    if item.kind is ItemKind.MONEY:
        return MoneyEditor(item, words, around.region.currency)
    if item.kind is ItemKind.PLACE:
        return PlaceEditor(item, words, around.region, around.areas)
    if item.kind is ItemKind.CHOICES and item.vocabulary and len(item.options) >= LONG_LIST_FROM:
        terms = tuple(load_vocabulary(item.vocabulary))
        return ListEditor(item, words, terms, _shown_first(item, terms, around.region))
    return ChoiceEditor(item, words, item.options)


def _shown_first(item: Item, terms: Sequence[Term], region: Region) -> frozenset[str]:
    """Return the usual codes, or none when the list has no usual ones."""
    if item.vocabulary == "payers":
        return frozenset(
            term.code for term in terms if _NATIONAL_PAYERS.get(term.group, region.id) == region.id
        )
    return frozenset(term.code for term in terms if term.short)
