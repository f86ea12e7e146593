"""The dialogue in which staff types in a filled-in form: one question after the other.

It knows no terminal: lines come in, sentences in the reader's language go out.
"""

from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from matcher.checklist.hours import describe_hours
from matcher.checklist.wording import describe_asked, describe_state
from matcher.errors import AnswersError
from matcher.forms.boxes import LONGEST_ROW
from matcher.forms.numbering import form_items
from matcher.forms.signs import BACK, HELP, IMPORTANCE_SIGNS, STATE_SIGNS, TAKE_OFF
from matcher.forms.typed_answer import read_groups, read_typed
from matcher.i18n import Catalogue
from matcher.questionnaire.answers_file import MOST_DOUBLED, parse_answers, write_answers
from matcher.questionnaire.definition import Questionnaire
from matcher.questionnaire.item import AXIS_STEPS, Item, ItemKind
from matcher.questionnaire.response import Place, Response, ResponseSet, WeightWishes
from matcher.region import load_region

_NO_STEP = ItemKind.TEXT, ItemKind.PEOPLE, ItemKind.MONEY, ItemKind.PLACE


class Keying:
    """Answers of one form, as far as they are typed in.

    Parameters
    ----------
    questionnaire
        What can be asked.
    catalogue
        The language and region of the person whose answers these are.
    is_full
        Whether the long form is typed in.
    """

    def __init__(
        self, questionnaire: Questionnaire, catalogue: Catalogue, *, is_full: bool = False
    ) -> None:
        self._questionnaire = questionnaire
        self._catalogue = catalogue
        self._text = catalogue.text
        self._items = form_items(questionnaire, is_full=is_full)
        self._place = 0
        self._responses: dict[str, Response] = {}
        self._groups: tuple[str, ...] = ()
        self.is_done = False

    def prompt(self) -> Iterator[str]:
        """Yield what is said before the next line is typed."""
        if self._place > len(self._items):
            key = "form.key_in.finish" if self._count else "form.key_in.nothing"
            yield self._text(key, n=self._count, total=self._total)
            return
        item = self._item
        heading = "screen.priorities.heading" if item is None else f"item.{item.id}.heading"
        yield self._text(
            "form.key_in.step",
            n=self._place + 1, total=self._total, heading=self._text(heading),
        )  # fmt: skip
        options = self._options()
        if len(options) <= LONGEST_ROW and (item is None or item.kind is not ItemKind.TIMES):
            yield from options
        if said := self._said():
            yield self._text("form.key_in.kept", answer=said)

    def enter(self, line: str) -> Iterator[str]:
        """Take one line and yield what is said about it."""
        line = line.strip()
        if line == BACK:
            if not self._place:
                yield self._text("form.key_in.first")
            self._place = max(self._place - 1, 0)
        elif self._place > len(self._items):
            self.is_done = not line and bool(self._count)
        elif line == HELP and not self._takes_words:
            yield from self._help()
        elif line == TAKE_OFF:
            self._take_off()
            yield self._text("form.key_in.taken_off")
        elif line:
            yield self._answer(line)
        else:
            said = self._said()
            key = "form.key_in.understood" if said else "form.key_in.skipped"
            yield self._text(key, answer=said)
            self._place += 1

    def answers(self) -> ResponseSet:
        """Return the answers, checked as those of a file are."""
        typed = ResponseSet(
            self._questionnaire.id,
            language=self._catalogue.language,
            region=self._catalogue.region,
            responses=MappingProxyType(self._responses),
            weights=WeightWishes(double=self._groups),
        )
        return parse_answers(write_answers(typed), self._questionnaire)

    @property
    def _item(self) -> Item | None:
        """The item asked now; ``None`` at the groups, which come after the items."""
        return self._items[self._place] if self._place < len(self._items) else None

    @property
    def _count(self) -> int:
        return len(self._responses) + bool(self._groups)

    @property
    def _total(self) -> int:
        return len(self._items) + 1

    @property
    def _takes_words(self) -> bool:
        return self._item is not None and self._item.kind is ItemKind.TEXT

    def _answer(self, line: str) -> str:
        try:
            if self._item is None:
                groups = self._questionnaire.groups
                self._groups = read_groups(line, self._place + 1, groups, MOST_DOUBLED)
            else:
                self._responses[self._item.id] = read_typed(
                    self._item, self._place + 1, line, self._catalogue.region
                )
        except AnswersError as refused:
            return self._catalogue.render(refused.messages[0])
        said = self._said()
        self._place += 1
        return self._text("form.key_in.understood", answer=said)

    def _take_off(self) -> None:
        if self._item is None:
            self._groups = ()
        else:
            self._responses.pop(self._item.id, None)

    def _options(self) -> list[str]:
        if self._item is None:
            labels = [self._text(f"screen.group.{group}") for group in self._questionnaire.groups]
        elif self._item.kind is ItemKind.AXIS:
            steps = AXIS_STEPS.values()
            labels = [self._text(f"item.{self._item.id}.step.{step}") for step in steps]
        elif self._item.kind is ItemKind.TIMES:
            labels = [describe_hours((code,), self._catalogue) for code in self._item.options]
        else:
            item = self._item
            labels = [describe_asked(item, (code,), self._catalogue) for code in item.options]
        numbered = enumerate(labels, start=1)
        return [f"  {self._text('form.option', n=n, label=label)}" for n, label in numbered]

    def _help(self) -> Iterator[str]:
        item = self._item
        kind = "groups" if item is None else item.kind.name
        unit = self._text(f"form.unit.{load_region(self._catalogue.region).unit}")
        yield self._text(f"form.key_in.help.{kind}", unit=unit)
        if item is not None and item.starred:
            yield self._text("form.key_in.help.starred")
        if item is not None and (item.own_words or item.extensible):
            yield self._text("form.key_in.help.own_words")
        if item is None or item.kind not in _NO_STEP:
            yield from self._options()
        signs = (
            self._text("form.sign", sign=sign, meaning=self._text(f"item.{name}"))
            for name, sign in {**STATE_SIGNS, **IMPORTANCE_SIGNS}.items()
        )
        yield self._text("form.key_in.help.signs", signs=", ".join(signs))

    def _said(self) -> str:
        """Say the answer to the current question in words; ``""`` when there is none."""
        if self._item is None:
            return self._catalogue.list(self._text(f"screen.group.{one}") for one in self._groups)
        response = self._responses.get(self._item.id)
        return "" if response is None else said(self._item, response, self._catalogue)


def said(item: Item, response: Response, catalogue: Catalogue) -> str:
    """Say a whole answer in words: what, how much it counts, what is starred or added."""
    if response.state is not None:
        words = describe_state(item.id, response.state, catalogue)
    else:
        words = describe_asked(item, response.value, catalogue)
    if isinstance(response.value, Place):
        words = _said_place(item, response.value, catalogue)
    if response.starred:
        star = describe_asked(item, (response.starred,), catalogue)
        words = catalogue.text("form.key_in.say.starred", answer=words, starred=star)
    if response.own_words:
        words = catalogue.text("form.key_in.say.own_words", answer=words, words=response.own_words)
    if response.importance:
        counts = catalogue.text(f"item.importance.{response.importance}")
        words = catalogue.text("form.key_in.say.importance", answer=words, importance=counts)
    return words


def _said_place(item: Item, place: Place, catalogue: Catalogue) -> str:
    """Say a place with its country and its licence area, so that a slip is seen."""
    alone = Place(licence_area=place.licence_area)
    words = (
        "" if place == alone else describe_asked(item, replace(place, licence_area=None), catalogue)
    )
    country = catalogue.area(place.country) if place.country else ""
    area = describe_asked(item, alone, catalogue) if place.licence_area else ""
    for more in filter(None, (country, area)):
        words = catalogue.text("form.key_in.say.place", place=words, more=more) if words else more
    return words
