"""One line typed from paper becomes an answer, or is refused with a sentence.

What was typed is never part of that sentence but for the one number or sign that cannot be.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from matcher.errors import AnswersError, Message
from matcher.forms.known_codes import is_country, is_currency, is_licence_area
from matcher.forms.signs import AREA, IMPORTANCE_SIGNS, OWN_WORDS, POSSIBLE, STAR, STATE_SIGNS
from matcher.letters import code_of
from matcher.questionnaire.answer_check import clean_words
from matcher.questionnaire.answers_file import parse_answers, write_answers
from matcher.questionnaire.answers_json import shown
from matcher.questionnaire.item import AXIS_STEPS, Importance, Item, ItemKind
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import Money, Place, Response, ResponseSet, State, Times
from matcher.region import Region, load_region, region_of_country

_STATES = {sign: State(name.partition(".")[2]) for name, sign in STATE_SIGNS.items()}
_IMPORTANCES = {sign: Importance(name.partition(".")[2]) for name, sign in IMPORTANCE_SIGNS.items()}

_NUMBER = re.compile(r"(\d{1,4})([*?]?)", re.ASCII)
_AMOUNT = re.compile(r"(\d{1,10}(?:[.,]\d{1,2})?) ?([A-Za-z]{3})?", re.ASCII)
_DISTANCE = re.compile(r"(\d{1,5}(?:\.\d)?) ?(km|mi)?", re.ASCII | re.IGNORECASE)
_LICENCE = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")
_LETTERS = re.compile(rf"[A-Z]{{2}}|{_LICENCE.pattern}")
_BETWEEN_NUMBERS = re.compile(r"[\s,;]+")


@dataclass(frozen=True, slots=True)
class _Numbers:
    """The numbers of a line as codes, with the marks behind them."""

    codes: tuple[str, ...]
    starred: tuple[str, ...]
    possible: tuple[str, ...]


def read_typed(item: Item, number: int, line: str, region: str) -> Response:
    """Read one line.

    Parameters
    ----------
    item
        What it answers.
    number
        The number of the question, as printed.
    line
        As typed; not empty.
    region
        Whose money, distances and postcodes are meant.

    Raises
    ------
    AnswersError
        With a sentence that names the question and, at most, the number that cannot be.
    """
    return _Line(item, number, region).read(clean_words(line).strip())


def read_groups(line: str, number: int, groups: tuple[str, ...], most: int) -> tuple[str, ...]:
    """Read the numbers of the groups that matter most.

    Raises
    ------
    AnswersError
        As `read_typed` does.
    """
    item = Item("weights", "", ItemKind.CHOICES, groups, limit=most)
    return _Line(item, number, "").codes(line.strip())


class _Line:
    """Reads what was typed for one item."""

    def __init__(self, item: Item, number: int, region: str) -> None:
        self._item = item
        self._number = number
        self._region_id = region
        self._by_kind: dict[ItemKind, Callable[[str], Response]] = {
            ItemKind.CHOICE: self._choice,
            ItemKind.CHOICES: self._choices,
            ItemKind.AXIS: self._axis,
            ItemKind.PLACE: self._place,
            ItemKind.TIMES: self._times,
            ItemKind.MONEY: self._money,
            ItemKind.PEOPLE: self._people,
            ItemKind.TEXT: self._text,
        }

    def read(self, line: str) -> Response:
        """Return the answer, checked as an answers file is."""
        if self._item.kind is ItemKind.TEXT:
            rest, importance = line, None
        else:
            rest, importance = self._importance(line)
        if rest in _STATES:
            response = Response(state=_STATES[rest])
        else:
            response = self._by_kind[self._item.kind](rest)
        response = replace(response, importance=importance)
        self._check(response)
        return response

    def codes(self, line: str) -> tuple[str, ...]:
        """Return the codes of a line that holds numbers alone."""
        return self._plain(self._numbers(line))

    def _refuse(self, why: str, **params: object) -> AnswersError:
        if why == "place":
            params["unit"] = Message(f"form.unit.{self._region.unit}")
        return AnswersError(Message(f"form.refused.{why}", item=self._number, **params))

    @property
    def _region(self) -> Region:
        return load_region(self._region_id)

    def _importance(self, line: str) -> tuple[str, Importance | None]:
        """Return the line without the sign at its end, and what that sign means."""
        rest, _, last = line.rpartition(" ")
        if last not in _IMPORTANCES:
            return line, None
        if not rest.strip():
            raise self._refuse("nothing")
        importance = _IMPORTANCES[last]
        if not self._item.scored:
            raise self._refuse("no_weight")
        if importance is Importance.MUST and not self._item.may_be_must:
            raise self._refuse("never_must")
        return rest.strip(), importance

    def _numbers(self, line: str) -> _Numbers:
        codes: list[str] = []
        marked: dict[str, list[str]] = {STAR: [], POSSIBLE: [], "": []}
        for token in filter(None, _BETWEEN_NUMBERS.split(line)):
            found = _NUMBER.fullmatch(token)
            if found is None:
                raise self._refuse("sign", sign=shown(token))
            place = int(found[1])
            if not 1 <= place <= len(self._item.options):
                raise self._refuse("number", number=shown(found[1]))
            code = self._item.options[place - 1]
            if code in codes:
                raise self._refuse("twice", number=place)
            codes.append(code)
            marked[found[2]].append(code)
        if not codes:
            raise self._refuse("nothing")
        return _Numbers(tuple(codes), tuple(marked[STAR]), tuple(marked[POSSIBLE]))

    def _plain(self, numbers: _Numbers) -> tuple[str, ...]:
        """Return codes that no mark belongs to, no more than may be chosen."""
        if numbers.possible and self._item.kind is not ItemKind.TIMES:
            raise self._refuse("no_mark")
        if len(numbers.starred) > (1 if self._item.starred else 0):
            raise self._refuse("no_star")
        if self._item.limit and len(numbers.codes) > self._item.limit:
            raise self._refuse("many", n=self._item.limit)
        return numbers.codes

    def _choice(self, line: str) -> Response:
        codes = self.codes(line)
        if len(codes) != 1:
            raise self._refuse("one")
        return Response(codes[0])

    def _choices(self, line: str) -> Response:
        written, _, words = (part.strip() for part in line.partition(OWN_WORDS))
        if words and not (self._item.own_words or self._item.extensible):
            raise self._refuse("no_words")
        numbers = self._numbers(written) if written or not words else _Numbers((), (), ())
        codes = self._plain(numbers)
        if words and self._item.extensible:
            return Response((*codes, code_of(words)))
        starred = numbers.starred[0] if numbers.starred else None
        return Response(codes, starred=starred, own_words=words or None)

    def _axis(self, line: str) -> Response:
        steps = [*AXIS_STEPS]
        if not re.fullmatch(r"\d{1,4}", line, re.ASCII):
            raise self._refuse("one")
        if not 1 <= int(line) <= len(steps):
            raise self._refuse("number", number=line)
        return Response(steps[int(line) - 1])

    def _times(self, line: str) -> Response:
        numbers = self._numbers(line)
        self._plain(numbers)
        good = tuple(code for code in numbers.codes if code not in numbers.possible)
        return Response(Times(good, numbers.possible))

    def _money(self, line: str) -> Response:
        found = _AMOUNT.fullmatch(line)
        if found is None:
            raise self._refuse("amount")
        currency = found[2].upper() if found[2] else self._region.currency
        if not is_currency(currency):
            raise self._refuse("currency")
        return Response(Money(Decimal(found[1].replace(",", ".")), currency))

    def _place(self, line: str) -> Response:
        first, *others = (part.strip() for part in line.split(","))
        if first in {"", AREA}:
            raise self._refuse("place")
        if first.startswith(AREA):
            place = Place(area=first.removeprefix(AREA).strip())
        elif _LICENCE.fullmatch(first):
            place = self._with_letters(Place(), first)
        else:
            place = Place(postcode=first.upper(), country=self._region.country or None)
        for part in others:
            place = self._with_part(place, part)
        if place.postcode and not place.country:
            raise self._refuse("country")
        there = load_region(region_of_country(place.country or ""))
        if place.postcode and not there.is_postcode(place.postcode):
            raise self._refuse("place")
        return Response(place)

    def _with_part(self, place: Place, part: str) -> Place:
        """Return a place that also says what one part between commas says."""
        distance = _DISTANCE.fullmatch(part)
        if distance is not None:
            amount = Decimal(distance[1])
            in_miles = (distance[2] or self._region.unit).lower().startswith("mi")
            there = replace(self._region, unit="mile" if in_miles else "km")
            return replace(place, max_km=there.in_km(amount))
        if _LETTERS.fullmatch(part.upper()):
            return self._with_letters(place, part.upper())
        raise self._refuse("place")

    def _with_letters(self, place: Place, letters: str) -> Place:
        """Return a place with the licence area that letters name, or else its country.

        In a country whose parts have letters of their own, such as *CA*, they mean a part.
        """
        home = self._region
        if letters in home.licence_areas:
            return replace(place, licence_area=f"{home.country}-{letters}")
        if _LICENCE.fullmatch(letters) and is_licence_area(letters):
            return replace(place, licence_area=letters)
        if place.postcode and is_country(letters):
            return replace(place, country=letters)
        raise self._refuse("letters")

    def _people(self, line: str) -> Response:
        ids = tuple(dict.fromkeys(filter(None, re.split(r"[\s;]+", line))))
        if not ids:
            raise self._refuse("people")
        return Response(ids)

    def _text(self, line: str) -> Response:
        return Response(line)

    def _check(self, response: Response) -> None:
        """Refuse what no answers file may hold."""
        questionnaire = load_questionnaire()
        alone = ResponseSet(questionnaire.id, responses={self._item.id: response})
        try:
            parse_answers(write_answers(alone), questionnaire)
        except AnswersError:
            kinds = {ItemKind.PLACE: "place", ItemKind.MONEY: "amount", ItemKind.PEOPLE: "people"}
            raise self._refuse(kinds.get(self._item.kind, "unusable")) from None
