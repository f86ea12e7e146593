"""What silence costs, in words: the same on screen, on paper and in a terminal."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from matcher.directory.field import FIELDS
from matcher.directory.vocabulary import load_vocabulary
from matcher.document import Block, Fit, Paragraph, Section, Table, Tone
from matcher.forms.profile_form import field_name
from matcher.scoring.criteria import load_criteria
from matcher.services.people.wording import question_text
from matcher.services.practitioner.page_words import PageWords
from matcher.services.practitioner.silence import Openness, RunningOut, SilenceCost

_OWN_CHOICE = frozenset({"shared_identity", "therapist_gender", "faith_stance"})
"""What a practitioner may well keep to themselves."""

_FOR_ALL = "accepting"


@dataclass(frozen=True, slots=True)
class SilenceWords(PageWords):
    """Says what one page leaves open."""

    def sections(self) -> tuple[Section, ...]:
        """Return what silence costs, and what growing old costs."""
        return (
            Section(self._text("silence.heading"), tuple(self._silence())),
            Section(self._text("old.heading"), tuple(self._old())),
        )

    def _silence(self) -> Iterator[Block]:
        silence = self.page.silence
        yield self._say("silence.lead")
        yield self._say("silence.own")
        if silence.costs:
            yield Paragraph(
                self._text("silence.total", points=rounded(silence.points)), Tone.STRONG
            )
            yield self._say("silence.how")
        else:
            yield Paragraph(self._text("silence.nothing"), Tone.STRONG)
        if not self.page.can_be_reached:
            yield self._say("silence.unreachable")
        yield from map(self._cost, silence.costs)
        yield self._say("silence.lists", names=tuple(self._open_lists()))

    def _cost(self, cost: SilenceCost) -> Fit:
        lines = [self._openness(cost), *self._consequences(cost)]
        if cost.subject in _OWN_CHOICE:
            lines.append(self._text("silence.own_choice"))
        asked = ""
        if cost.question is not None:
            question = question_text(cost.question, self.words)
            asked = self._text("silence.question", question=question)
        return Fit(self._name(cost.subject), self._status(cost), (" ".join(lines), asked))

    def short_cost(self, cost: SilenceCost) -> Fit:
        """Say in short what one thing costs that is left open, and what is asked instead."""
        if cost.is_need:
            costs = self._text(f"short.costs.{'all' if cost.subject == _FOR_ALL else 'need'}")
        else:
            costs = self._text("short.costs.points", points=rounded(cost.points))
        if cost.openness is Openness.OLD:
            costs = self._text("short.costs.old", costs=costs)
        if cost.question is not None:
            question = question_text(cost.question, self.words)
            costs = self._text("short.costs.asked", costs=costs, question=question)
        return Fit(self._name(cost.subject), "", (costs,))

    def _status(self, cost: SilenceCost) -> str:
        if cost.is_need:
            return self._text("silence.status.need")
        if cost.points:
            return self._text("silence.status.points", points=rounded(cost.points))
        return self._text(f"silence.status.{'may' if cost.may_be_need else 'asked'}")

    def _openness(self, cost: SilenceCost) -> str:
        day = None if cost.fact is None else cost.fact.confirmed_on
        if cost.openness is Openness.OLD and day is not None:
            return self._text("silence.old", date=day, n=self.page.limits.limit_days)
        return self._text(f"silence.{Openness.PARTLY if day else cost.openness}")

    def _consequences(self, cost: SilenceCost) -> Iterator[str]:
        shelves = {
            "ask": self.words.text("results.shelf.to_check.heading"),
            "fits": self.words.text("results.shelf.meets_all.heading"),
        }
        if cost.is_need:
            key = "all" if cost.subject == _FOR_ALL else "need"
            yield self._text(f"silence.{key}", **shelves)
        elif cost.may_be_need:
            yield self._text("silence.may", **shelves)
        elif cost.is_only_asked:
            yield self._text("silence.only_asked")

    def _open_lists(self) -> Iterator[str]:
        """Yield the lists in which what is not named stays open."""
        for criterion in load_criteria().criteria:
            vocabulary = FIELDS[criterion.fields[0]].vocabulary
            if vocabulary and load_vocabulary(vocabulary).open:
                yield self._name(criterion.id)

    def _old(self) -> Iterator[Block]:
        yield self._say("old.lead", n=self.page.limits.limit_days)
        yield self._say("old.rest")
        running_out = self.page.silence.running_out
        if not running_out:
            yield self._say("old.none")
        else:
            headings = (self._text(f"old.column.{name}") for name in ("until", "what", "cost"))
            yield Table(tuple(headings), tuple(map(self._row, running_out)))

    def _row(self, each: RunningOut) -> tuple[str, ...]:
        costs = (
            self._text("old.cost", name=self._name(cost.subject), cost=self._status(cost))
            for cost in each.costs
        )
        return (
            self.words.date(each.counts_until),
            "; ".join(field_name(field, self.words) for field in each.fields),
            "; ".join(costs) or self._text("old.nothing"),
        )

    def _say(self, key: str, **params: object) -> Paragraph:
        return Paragraph(self._text(key, **params))


def rounded(points: Fraction) -> Decimal:
    """Return points with at most one decimal; a little is never told as nothing."""
    exact = Decimal(points.numerator) / Decimal(points.denominator)
    rounded = exact.quantize(Decimal("0.1"), ROUND_HALF_UP)
    return max(rounded, Decimal("0.1") if points else Decimal(0)).normalize() + 0
