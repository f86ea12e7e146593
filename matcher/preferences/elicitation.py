"""From answers to preferences: the only place that knows both.

*No preference*, *not sure*, *rather not say*, an item never reached, an empty list and a value
that asks nothing all leave the score.
"""

from datetime import date

from matcher.directory.vocabulary import load_vocabulary
from matcher.preferences.preferences import MustHave, Preferences, Wish
from matcher.questionnaire.definition import Questionnaire
from matcher.questionnaire.item import Importance, Item, ItemKind
from matcher.questionnaire.response import Place, Response, ResponseSet, Times, Value

_ASK_NOTHING = frozenset({"no", "unsure"})
"""Among the options that are an item's own; in a vocabulary, terms say so themselves."""


def elicit(answers: ResponseSet, questionnaire: Questionnaire, today: date) -> Preferences:
    """Return what the answers ask for.

    Parameters
    ----------
    answers
        Valid answers to `questionnaire`.
    today
        Taken when the answers name no day.
    """
    wishes: list[Wish] = []
    must_haves: list[MustHave] = []
    for item in questionnaire:
        response = answers.responses.get(item.id)
        target = None if response is None else _target(item, response)
        if response is None or target is None or not item.scored:
            continue
        importance = response.importance or _default_importance(item, target, answers.language)
        if importance is Importance.MUST:
            must_haves.append(MustHave(item.id, target))
        else:
            wishes.append(Wish(item.id, target, importance, response.starred))
    place = answers.value("place")
    hidden = answers.value("hide_people")
    return Preferences(
        wishes=tuple(wishes),
        must_haves=tuple(must_haves),
        hidden=frozenset(hidden) if isinstance(hidden, tuple) else frozenset(),
        licence_area=(place.licence_area or "") if isinstance(place, Place) else "",
        weights=answers.weights,
        today=answers.today or today,
    )


def _target(item: Item, response: Response) -> Value | None:
    """Return what a response asks for, or ``None`` when it asks nothing."""
    value = response.value
    if item.kind in {ItemKind.PEOPLE, ItemKind.TEXT} or value is None:
        return None
    if item.kind is ItemKind.AXIS:
        return value or None
    if isinstance(value, Place):
        return value if value.max_km is not None else None
    if isinstance(value, Times):
        return value if value.good or value.possible else None
    if isinstance(value, tuple):
        return tuple(code for code in value if _asks_something(code, item)) or None
    return value if _asks_something(str(value), item) else None


def _asks_something(code: str, item: Item) -> bool:
    if item.vocabulary is None:
        return code not in _ASK_NOTHING
    vocabulary = load_vocabulary(item.vocabulary)
    return code not in vocabulary or not vocabulary.term(code).answer_only


def _default_importance(item: Item, target: Value, language: str) -> Importance:
    speaks_it = isinstance(target, tuple) and language.partition("-")[0] in target
    if item.id == "languages" and speaks_it:
        return Importance.MATTERS
    return item.importance
