"""Facts and wishes in words, the same on screen, in the terminal and on paper."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from matcher.checklist.hours import describe_hours
from matcher.checklist.subject import fields_of
from matcher.directory.field import FIELDS, STYLE_AXES, FieldKind
from matcher.directory.profile import FactValue, Profile, split_token
from matcher.directory.vocabulary import NO, load_vocabulary
from matcher.i18n import Catalogue
from matcher.questionnaire.item import AXIS_STEPS, Item, ItemKind
from matcher.questionnaire.response import Money, Place, State, Times
from matcher.region import Distance

SHOWN_TERMS = 8
"""A longer list says how many more there are."""

SHOWN_CHARACTERS = 300
"""Text of the directory is cut here, so that no cell outgrows a page."""

_AREA = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")
"""A country or a part of one by ISO 3166; a register's own words for its area are another thing."""

_LONGEST_LETTERS = 3
_VOWEL = re.compile("[aeiouy]")
_SMALL_WORDS = frozenset({"of", "and", "the", "for", "by", "de", "del", "la", "el", "los", "y"})
"""Words of a plan's name that are as short as abbreviations."""

_WITHOUT_ITEM = frozenset({"accepting", "licence", "register"})


def describe_name(subject: str, catalogue: Catalogue) -> str:
    """Name an item, a criterion or a requirement of the application: *Times*."""
    if subject in _WITHOUT_ITEM:
        return catalogue.text(f"fact.name.{subject}")
    return catalogue.text(f"item.{subject}.name")


def describe_state(item_id: str, state: State, catalogue: Catalogue) -> str:
    """Say how an item was left open; some have words of their own, such as one's own age."""
    own = f"item.{item_id}.state.{state.value}"
    return catalogue.text(own if catalogue.has(own) else f"item.state.{state.value}")


def describe_asked(item: Item, value: object, catalogue: Catalogue) -> str:
    """Say what the client asked for.

    Parameters
    ----------
    item
        The item answered.
    value
        Its value, as in a `matcher.questionnaire.response.Response`.

    Returns
    -------
    str
        Such as *Spanish; English* or *Up to $60*; of an answer that chooses nothing, that it does:
        never empty.
    """
    return _asked(item, value, catalogue) or catalogue.text("fact.nothing")


def _asked(item: Item, value: object, catalogue: Catalogue) -> str:
    if isinstance(value, Place):
        return _asked_place(value, catalogue)
    if isinstance(value, Times):
        return _asked_times(value, catalogue)
    if isinstance(value, Money):
        return _asked_money(value, catalogue)
    if isinstance(value, int):
        return _axis_step(item.id, value, catalogue)
    codes = _codes(value)
    if item.kind is ItemKind.TEXT:
        return in_one_line("".join(codes))
    return _one_by_one([_option(item, str(code), catalogue) for code in codes])


def describe_offered(
    criterion: str, profile: Profile, catalogue: Catalogue, asked: object = None
) -> str:
    """Say what a profile states about a criterion, a requirement or a field.

    Parameters
    ----------
    asked
        The codes the client asked for. Of a long list only those are then told, each with what
        the profile says about it. Left out, the whole list is told.

    Returns
    -------
    str
        Such as *Weekday mornings* or *Spanish (fluent in therapy)*; *Not stated* when the profile
        says nothing. A fact that has aged out is told like any other.
    """
    field = fields_of(criterion)[0]
    special = _SPECIAL.get(criterion, _SPECIAL.get(field))
    if special is not None:
        return special(profile, catalogue)
    value = profile.value(field)
    if value is None:
        return catalogue.text("fact.not_stated")
    if value in {"", ()}:
        return catalogue.text("fact.none")
    if field in STYLE_AXES:
        return _axis_range(field, value, catalogue)
    if FIELDS[field].kind is FieldKind.CODES:
        tokens = tuple(str(token) for token in value)  # type: ignore[union-attr]
        return _terms(field, tokens, _codes(asked), catalogue)
    return _single(field, value, catalogue)


def describe_source(
    source: str | None, confirmed_on: date | None, catalogue: Catalogue, *, is_short: bool = False
) -> str:
    """Say who stated a fact and when: *Said by the therapist, October 3, 2026*.

    In short, the name of the month is cut: *Oct 3, 2026*.
    """
    if not source:
        return ""
    if confirmed_on is None:
        when = catalogue.text("fact.no_date")
    else:
        when = catalogue.day(confirmed_on) if is_short else catalogue.date(confirmed_on)
    return catalogue.text(f"fact.source.{source}", date=when)


def in_one_line(text: str) -> str:
    """Return text as one line without control characters; the person's own words stay whole."""
    return " ".join(
        "".join(" " if unicodedata.category(sign)[0] == "C" else sign for sign in text).split()
    )


def clipped(text: str) -> str:
    """Return foreign text as one line of bounded length, without control characters."""
    one_line = in_one_line(text)
    if len(one_line) <= SHOWN_CHARACTERS:
        return one_line
    return f"{one_line[:SHOWN_CHARACTERS]}…"


def _one_by_one(labels: Sequence[str]) -> str:
    """Return labels in a row; they are no words of one sentence, and each keeps its capital."""
    return "; ".join(labels)


def _codes(asked: object) -> tuple[str, ...]:
    if isinstance(asked, str):
        return (asked,)
    if isinstance(asked, tuple | list):
        return tuple(str(code) for code in asked)
    return ()


def _option(item: Item, code: str, catalogue: Catalogue) -> str:
    own = f"item.{item.id}.option.{code}"
    if item.vocabulary is None or catalogue.has(own):
        return catalogue.text(own) if catalogue.has(own) else clipped(code)
    return _term(item.vocabulary, code, catalogue)


def _term(vocabulary: str, code: str, catalogue: Catalogue) -> str:
    key = f"term.{vocabulary}.{code}"
    if catalogue.has(key):
        return catalogue.text(key)
    return clipped(_as_name(code) if vocabulary == "payers" else code.replace("_", " "))


def _as_name(code: str) -> str:
    """Write a clinic's own code of a plan like a name; what looks like letters alone, in capitals.

    Examples
    --------
    >>> [_as_name(code) for code in ("aetna", "ohp", "regence_bcbs", "Mutual_of_Aue")]
    ['Aetna', 'OHP', 'Regence BCBS', 'Mutual of Aue']
    """
    return " ".join(_as_name_part(part) for part in code.split("_"))


def _as_name_part(part: str) -> str:
    if part in _SMALL_WORDS or part != part.casefold():
        return part
    if len(part) <= _LONGEST_LETTERS or not _VOWEL.search(part):
        return part.upper()
    return part.capitalize()


def _asked_place(place: Place, catalogue: Catalogue) -> str:
    where = clipped(place.area or place.postcode or "")
    if place.max_km is not None:
        key = "fact.within" if where else "fact.within_here"
        return catalogue.text(key, distance=Distance(place.max_km), place=where)
    if place.licence_area:
        return catalogue.text("fact.licensed", area=catalogue.area(place.licence_area))
    return where or catalogue.text("fact.my_place")


def _asked_times(times: Times, catalogue: Catalogue) -> str:
    good = describe_hours(times.good, catalogue)
    possible = describe_hours(times.possible, catalogue, in_a_sentence=True)
    if not possible:
        return good
    key = "fact.good_and_possible" if good else "fact.possible"
    return catalogue.text(key, good=good, possible=possible)


def _asked_money(money: Money, catalogue: Catalogue) -> str:
    if not money.limit:
        return catalogue.text("fact.free")
    return catalogue.text("fact.up_to", amount=catalogue.money(money.limit, money.currency))


def _axis_step(axis: str, step: int, catalogue: Catalogue) -> str:
    name = AXIS_STEPS.get(step)
    return clipped(str(step)) if name is None else catalogue.text(f"item.{axis}.step.{name}")


def _offered_step(axis: str, step: int, catalogue: Catalogue) -> str:
    """Say a step of somebody else, in whose mouth the client's *I* and *me* would turn round."""
    own = f"item.{axis}.offered.{AXIS_STEPS.get(step)}"
    return catalogue.text(own) if catalogue.has(own) else _axis_step(axis, step, catalogue)


def _axis_range(axis: str, value: FactValue, catalogue: Catalogue) -> str:
    low, high = (int(str(end)) for end in value)  # type: ignore[union-attr]
    if low == high:
        return _offered_step(axis, low, catalogue)
    if (low, high) == (-2, 2):
        return catalogue.text("fact.axis.flexible")
    first, last = (_offered_step(axis, end, catalogue) for end in (low, high))
    return catalogue.text("fact.axis.range", low=first, high=last)


def _terms(field: str, tokens: Sequence[str], asked: Sequence[str], catalogue: Catalogue) -> str:
    stated = dict(split_token(token) for token in tokens)
    if asked and not _is_short(FIELDS[field].vocabulary):
        return _one_by_one([_asked_term(field, code, stated, catalogue) for code in asked])
    told = [code for code, details in stated.items() if details != (NO,)] or [*stated]
    named = [_stated_term(field, code, stated[code], catalogue) for code in told]
    shown = _one_by_one(named[:SHOWN_TERMS])
    more = len(named) - SHOWN_TERMS
    return shown if more <= 0 else catalogue.text("fact.and_more", shown=shown, n=more)


def _is_short(vocabulary: str) -> bool:
    """Tell whether whole lists of these terms are soon read, and say what is offered instead."""
    if not vocabulary:
        return True
    terms = load_vocabulary(vocabulary)
    return len(terms) <= SHOWN_TERMS and not terms.open


def _asked_term(
    field: str, code: str, stated: Mapping[str, tuple[str, ...]], catalogue: Catalogue
) -> str:
    vocabulary = FIELDS[field].vocabulary
    if code in stated:
        return _stated_term(field, code, stated[code], catalogue)
    label = _term(vocabulary, code, catalogue)
    is_open = bool(vocabulary) and load_vocabulary(vocabulary).open
    return catalogue.text("fact.term_not_stated" if is_open else "fact.term_not_named", term=label)


def _stated_term(field: str, code: str, details: tuple[str, ...], catalogue: Catalogue) -> str:
    vocabulary = FIELDS[field].vocabulary
    label = _term(vocabulary, code, catalogue)
    if details == (NO,):
        return catalogue.text("fact.term_no", term=label)
    for kind in ("level", "kind"):
        key = f"term.{kind}.{vocabulary}.{details[0]}" if details else ""
        if key and catalogue.has(key):
            return catalogue.text("fact.term_detail", term=label, detail=catalogue.text(key))
    return label


def _single(field: str, value: FactValue, catalogue: Catalogue) -> str:
    if isinstance(value, Decimal):
        return catalogue.text("fact.years", n=int(value)) if field == "years" else str(value)
    if isinstance(value, date):
        return catalogue.date(value)
    text = str(value)
    if field == "boundaries":
        return _term("boundary_practice", text, catalogue)
    vocabulary = FIELDS[field].vocabulary
    if vocabulary:
        return _term(vocabulary, text, catalogue)
    own = f"fact.{field}.{text}"
    return catalogue.text(own) if catalogue.has(own) else clipped(text)


def _fee(profile: Profile, catalogue: Catalogue) -> str:
    amounts = [
        amount
        for amount in (profile.value("fee_min"), profile.value("fee_max"))
        if isinstance(amount, Decimal)
    ]
    parts = []
    if amounts:
        low, high = (_amount(amount, profile, catalogue) for amount in (amounts[0], amounts[-1]))
        parts.append(low if low == high else catalogue.text("fact.range", low=low, high=high))
    reduced = profile.text("reduced_fee")
    if reduced:
        parts.append(catalogue.text(f"fact.reduced_fee.{reduced}"))
    return "; ".join(parts) or catalogue.text("fact.not_stated")


def _amount(amount: Decimal, profile: Profile, catalogue: Catalogue) -> str:
    currency = profile.text("currency").upper()
    is_known = len(currency) == 3 and currency.isascii() and currency.isalpha()
    if is_known:
        return catalogue.money(amount, currency)
    return catalogue.text("fact.no_currency", amount=amount)


def _times(profile: Profile, catalogue: Catalogue) -> str:
    if profile.value("times") is None:
        return catalogue.text("fact.not_stated")
    return describe_hours(profile.tokens("times"), catalogue) or catalogue.text("fact.none")


def _place(profile: Profile, catalogue: Catalogue) -> str:
    parts = [profile.text(field) for field in ("area", "city", "postcode")]
    return clipped(", ".join(filter(None, parts))) or catalogue.text("fact.not_stated")


def _opening(profile: Profile, catalogue: Catalogue) -> str:
    opening = profile.value("next_opening")
    if not isinstance(opening, date):
        return catalogue.text("fact.not_stated")
    return catalogue.text("fact.from_day", date=opening)


def _licence(profile: Profile, catalogue: Catalogue) -> str:
    areas = [catalogue.area(code) for code in profile.tokens("licensed_areas")]
    return clipped(catalogue.list(areas)) or catalogue.text("fact.not_stated")


def _register_area(profile: Profile, catalogue: Catalogue) -> str:
    area = profile.text("register_area")
    known = catalogue.area(area) if _AREA.fullmatch(area) else area
    return clipped(known) or catalogue.text("fact.not_stated")


_SPECIAL = {
    "fee": _fee,
    "licensed_areas": _licence,
    "next_opening": _opening,
    "place": _place,
    "register_area": _register_area,
    "times": _times,
}
