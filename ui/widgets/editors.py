"""Which editor an item gets."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from matcher.directory.vocabulary import Term, load_vocabulary
from matcher.questionnaire.item import Item, ItemKind
from matcher.region import Region, foreign_payers
from matcher.services.people.locality import Locality
from ui.language import Language
from ui.widgets.axis_editor import AxisEditor
from ui.widgets.choice_editor import ChoiceEditor
from ui.widgets.editor import Editor
from ui.widgets.list_editor import ListEditor
from ui.widgets.money_editor import MoneyEditor
from ui.widgets.people_editor import PeopleEditor, PeopleOf
from ui.widgets.place_editor import PlaceEditor
from ui.widgets.text_editor import TextEditor
from ui.widgets.times_editor import TimesEditor

LONG_LIST_FROM = 13
"""A list of so many terms gets a search field."""

NAMED_PLANS = "plans"
"""The group of payers that are offered only where the directory names them: others have none."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an editor needs to know of where the window stands.

    Attributes
    ----------
    region
        Where the person is.
    locality
        What is usual in the directory.
    people
        Gives everybody in the directory, each with an id and a name.
    own_words
        Whether there are fields to write in with one's own words.
    """

    region: Region
    locality: Locality = field(default_factory=Locality)
    people: PeopleOf = tuple
    own_words: bool = True


def make_editor(item: Item, words: Language, around: Surroundings) -> Editor:
    """Return the editor for an item."""
    makers: dict[ItemKind, Callable[[], Editor]] = {
        ItemKind.AXIS: lambda: AxisEditor(item, words),
        ItemKind.TIMES: lambda: TimesEditor(item, words),
        ItemKind.MONEY: lambda: MoneyEditor(item, words, around.region, around.locality),
        ItemKind.PLACE: lambda: PlaceEditor(item, words, around.region, around.locality),
        ItemKind.PEOPLE: lambda: PeopleEditor(item, words, around.people),
        ItemKind.TEXT: lambda: TextEditor(item, words),
    }
    return makers.get(item.kind, lambda: _choice_editor(item, words, around))()


def _choice_editor(item: Item, words: Language, around: Surroundings) -> Editor:
    is_long = item.kind is ItemKind.CHOICES and len(item.options) >= LONG_LIST_FROM
    if not (is_long and item.vocabulary):
        return ChoiceEditor(item, words, item.options)
    terms = tuple(
        term
        for term in load_vocabulary(item.vocabulary)
        if term.group != NAMED_PLANS or term.code in around.locality.payers
    )
    first = _shown_first(item, terms, around.region)
    editor = ListEditor(item, words, terms, first)
    if item.extensible and around.own_words:
        editor.take_own_codes()
    return editor


def _shown_first(item: Item, terms: Sequence[Term], region: Region) -> frozenset[str]:
    """Return the usual codes, or none when the list has no usual ones."""
    if item.vocabulary == "payers":
        elsewhere = foreign_payers(region)
        return frozenset(term.code for term in terms if term.group not in elsewhere)
    return frozenset(term.code for term in terms if term.short)
