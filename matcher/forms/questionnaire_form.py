"""The questionnaire to fill in by hand: the same items, words and order as on the screen."""

from collections.abc import Callable, Iterator

from matcher.checklist.wording import describe_asked, describe_state
from matcher.document import (
    Blank,
    Block,
    Bullets,
    Callout,
    Document,
    Paragraph,
    Questions,
    Section,
    Ticks,
    Tone,
)
from matcher.forms.boxes import LONGEST_ROW, form_document, grouped, times_table
from matcher.forms.numbering import form_items, numbered_options
from matcher.forms.signs import IMPORTANCE_SIGNS, STATE_SIGNS
from matcher.i18n import Catalogue
from matcher.questionnaire.definition import Questionnaire
from matcher.questionnaire.item import AXIS_STEPS, Importance, Item, ItemKind
from matcher.questionnaire.response import State
from matcher.region import Region, load_region

_TEXT_LINES = 3


def blank_questionnaire(
    questionnaire: Questionnaire,
    catalogue: Catalogue,
    *,
    is_full: bool = False,
) -> Document:
    """Return the form.

    Parameters
    ----------
    questionnaire
        What can be asked.
    catalogue
        The language, and the region whose payers, money and distances are meant.
    is_full
        All questions; otherwise those of the express path.
    """
    form = _QuestionnaireForm(questionnaire, catalogue, is_full=is_full)
    title = catalogue.text("form.title.full" if is_full else "form.title.express")
    return form_document(title, (), form.sections(), catalogue)


def states_of(item: Item) -> tuple[State, ...]:
    """Return the ways of leaving an item open that stand on paper."""
    states: list[State] = []
    if item.scored and item.kind is not ItemKind.PEOPLE:
        states += [State.NO_PREFERENCE, State.NOT_SURE]
    if item.private:
        states.append(State.RATHER_NOT_SAY)
    return tuple(states)


def importances_of(item: Item) -> tuple[Importance, ...]:
    """Return how much an answer to an item may count; empty when it is never weighed."""
    if not item.scored or item.kind is ItemKind.PEOPLE:
        return ()
    return tuple(one for one in Importance if item.may_be_must or one is not Importance.MUST)


class _QuestionnaireForm:
    """One form in the making."""

    def __init__(
        self,
        questionnaire: Questionnaire,
        catalogue: Catalogue,
        *,
        is_full: bool,
    ) -> None:
        self._questionnaire = questionnaire
        self._catalogue = catalogue
        self._text = catalogue.text
        self._region: Region = load_region(catalogue.region)
        self._items = form_items(questionnaire, is_full=is_full)
        self._is_full = is_full
        self._listed: dict[str, int] = {}
        self._by_kind: dict[ItemKind, Callable[[Item], Iterator[Block]]] = {
            ItemKind.CHOICE: self._options,
            ItemKind.CHOICES: self._options,
            ItemKind.AXIS: self._axis,
            ItemKind.PLACE: self._place,
            ItemKind.TIMES: self._times,
            ItemKind.MONEY: self._money,
            ItemKind.PEOPLE: self._people,
            ItemKind.TEXT: self._words,
        }

    def sections(self) -> Iterator[Section]:
        """Yield everything on the form in reading order."""
        yield self._opening()
        pause = self._questionnaire.page(self._questionnaire.pause_before).items[0]
        for number, item in enumerate(self._items, start=1):
            before = (Callout(self._text("form.pause")),) if item.id == pause else ()
            yield from self._item(number, item, before)
        yield self._groups()

    def _opening(self) -> Section:
        how = tuple(self._text(f"form.how.{name}") for name in ("tick", "open", "count"))
        return Section(
            "", (Paragraph(self._text("form.lead")), Bullets(how), Callout(self._text("form.seen")))
        )

    def _item(self, number: int, item: Item, before: tuple[Block, ...]) -> Iterator[Section]:
        heading = self._text(f"item.{item.id}.heading")
        title = self._text("form.item", n=number, heading=heading)
        before += tuple(self._by_kind[item.kind](item))
        after = (*self._more(item), *self._importance(item))
        if self._is_long(item):
            groups = grouped(str(item.vocabulary), self._labels(item), self._catalogue)
            yield Section(title, (*before, *groups, *after))
            self._listed[str(item.vocabulary)] = number
        else:
            yield Section(title, (*before, *after), together=True)

    def _why(self, item: Item) -> str:
        """Return why it is asked, and how to mark an order or the one that counts most."""
        on_paper = f"form.why.{item.id}"
        why = on_paper if self._catalogue.has(on_paper) else f"item.{item.id}.why"
        parts = [self._text(why)]
        if item.ranked:
            parts.append(self._text("form.hint.ranked"))
        if item.starred:
            parts.append(self._text("form.hint.starred"))
        return " ".join(parts)

    def _asked(self, item: Item, *labels: str) -> Iterator[Block]:
        """Yield why it is asked, above the boxes there are."""
        boxes = (*labels, *self._states(item))
        yield Ticks(self._why(item), boxes) if boxes else Paragraph(self._why(item))

    def _states(self, item: Item) -> tuple[str, ...]:
        return tuple(
            self._signed(describe_state(item.id, state, self._catalogue), f"state.{state}")
            for state in states_of(item)
        )

    def _importance(self, item: Item) -> Iterator[Block]:
        names = [f"importance.{one}" for one in importances_of(item)]
        if labels := tuple(self._signed(self._text(f"item.{name}"), name) for name in names):
            yield Ticks(self._text("form.importance"), labels)

    def _signed(self, meaning: str, name: str) -> str:
        """Return a label with the sign beside it that staff types in for it."""
        sign = {**STATE_SIGNS, **IMPORTANCE_SIGNS}[name]
        return self._text("form.signed", meaning=meaning, sign=sign)

    def _is_long(self, item: Item) -> bool:
        """Tell whether its answers are set in columns of their own."""
        is_list = item.kind in {ItemKind.CHOICE, ItemKind.CHOICES}
        return is_list and len(item.options) > LONGEST_ROW and item.vocabulary not in self._listed

    def _options(self, item: Item) -> Iterator[Block]:
        vocabulary = item.vocabulary or ""
        if vocabulary in self._listed:
            yield from self._same_list(item, self._listed[vocabulary])
            return
        labels = () if self._is_long(item) else self._labels(item).values()
        yield from self._asked(item, *labels)

    def _more(self, item: Item) -> Iterator[Block]:
        """Yield lines for what is not in the list."""
        if item.extensible:
            yield Blank(self._text("screen.payers.other"))
        if item.own_words:
            yield Blank(self._text(f"item.{item.id}.placeholder"), lines=2)

    def _same_list(self, item: Item, listed: int) -> Iterator[Block]:
        yield from self._asked(item)
        yield Blank(self._text("form.same_list", n=listed))

    def _labels(self, item: Item) -> dict[str, str]:
        return {
            code: self._option(number, describe_asked(item, (code,), self._catalogue))
            for code, number in numbered_options(item, self._region).items()
        }

    def _option(self, number: int, label: str) -> str:
        return self._text("form.option", n=number, label=label)

    def _axis(self, item: Item) -> Iterator[Block]:
        left, right = (self._text(f"item.{item.id}.{side}") for side in ("left", "right"))
        yield Paragraph(self._text(f"item.{item.id}.why"))
        yield Paragraph(self._text("form.poles", left=left, right=right))
        steps = tuple(
            self._option(number, self._text(f"item.{item.id}.step.{name}"))
            for number, name in enumerate(AXIS_STEPS.values(), start=1)
        )
        yield Questions(self._text("form.hint.axis"), steps)
        yield Questions(self._text("form.or"), self._states(item))

    def _place(self, item: Item) -> Iterator[Block]:
        yield from self._asked(item)
        yield Blank(self._text("form.place.where"))
        yield Blank(self._text(f"form.place.far.{self._region.unit}"))
        yield Blank(self._text("form.place.licence_area"))

    def _times(self, item: Item) -> Iterator[Block]:
        numbers = numbered_options(item, self._region)
        yield Paragraph(self._why(item))
        yield Paragraph(self._text("form.hint.times"), Tone.STRONG)
        yield times_table(numbers, self._catalogue)
        yield Ticks(self._text("form.or"), self._states(item))

    def _money(self, item: Item) -> Iterator[Block]:
        free = self._option(0, self._text(f"item.{item.id}.free"))
        yield from self._asked(item, free)
        currency = self._catalogue.currency(self._region.currency)
        yield Blank(self._text("form.money", currency=currency))

    def _people(self, item: Item) -> Iterator[Block]:
        yield from self._asked(item)
        yield Blank(self._text("form.people"), lines=2)

    def _words(self, item: Item) -> Iterator[Block]:
        yield from self._asked(item)
        yield Blank("", lines=_TEXT_LINES)

    def _groups(self) -> Section:
        names = (self._text(f"screen.group.{group}") for group in self._questionnaire.groups)
        boxes = tuple(self._option(number, name) for number, name in enumerate(names, start=1))
        heading = self._text(
            "form.item", n=len(self._items) + 1, heading=self._text("screen.priorities.heading")
        )
        ticks = Ticks(self._text("screen.priorities.why"), boxes)
        length = "full" if self._is_full else "express"
        for_staff = Paragraph(self._text(f"form.staff.{length}"), Tone.QUIET)
        return Section(heading, (ticks, for_staff), together=True)
