"""Why somebody is not higher, what would change that, and how firm it is, in sentences."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from matcher.checklist.wording import clipped, describe_name, describe_offered
from matcher.directory.field import FIELDS, FieldKind
from matcher.directory.profile import Fact, Profile, Source
from matcher.i18n import Catalogue
from matcher.ranking.comparison import ComparedCriterion
from matcher.ranking.explanation import ProfileResult
from matcher.ranking.stability import StabilityInterval, leader_of
from matcher.ranking.swap import FactChange, Swap, WeightChange
from matcher.region import Distance
from matcher.scoring.result import Group, RequirementStatus, ValueStatus
from matcher.services.matching.match import Match
from matcher.services.matching.match_words import shelf_key

_KEYS_OF_NOTHING = {"times": "times_possible", "axis": "axis_same", "place": "place_here"}
"""No good time, no step away, no way to go: these have a sentence of their own."""


@dataclass(frozen=True, slots=True)
class OrderWords:
    """Says of one match what its order hangs on.

    Parameters
    ----------
    match
        Answers against a directory.
    words
        The reader's language.
    """

    match: Match
    words: Catalogue

    def why_not_higher(self, profile_id: str) -> Iterator[str]:
        """Say where a profile stands, what separates it from the next one, what would change it."""
        result = self.match.result_for(profile_id)
        name = clipped(result.name)
        yield self.words.text("order.why.group", name=name, shelf=self._shelf(result))
        open_ = [need.item for need in result.requirements if need.status != RequirementStatus.MET]
        if open_:
            yield self.words.text("order.why.need", names=self._names(open_))
        if result.score is None:
            yield self.words.text("results.answer.level")
            return
        swap = self.match.why_not_higher(self.match.evaluation.snapshot.row_of(profile_id))
        if swap is None:
            yield self.words.text("order.why.first")
        elif result.group is Group.NOT_ACCEPTING:
            yield self._distance(swap)
        else:
            yield from self.swap(swap)

    def why(self, profile_id: str) -> Iterator[str]:
        """Say why a profile stands where it does, what would change that, and how firm it is."""
        yield from self.why_not_higher(profile_id)
        row = self.match.evaluation.snapshot.row_of(profile_id)
        if not self.match.criteria:
            return
        yield from self.firmness(row)
        yield from self.stability(row)
        yield self.presets(row)

    def swap(self, swap: Swap) -> Iterator[str]:
        """Say what separates a profile from one that is ahead, and what would change that."""
        name, other = self._name(swap.behind), self._name(swap.ahead)
        yield self._distance(swap)
        if swap.gap <= 0:
            return
        if swap.fact is not None:
            yield self._fact_change(swap.fact, name)
            if swap.fact.may_be_so:
                yield self.words.text("order.why.may_be_so")
        if swap.weight is not None:
            yield self._weight_change(swap.weight, name)
        if swap.fact is None and swap.weight is None:
            yield self.words.text("order.why.nothing", name=name, other=other)

    def comparison(self, profile_ids: tuple[str, str]) -> Iterator[str]:
        """Say where the difference between two profiles comes from; the parts add up."""
        compared = self.match.compare(profile_ids)
        one, two = compared.profiles
        names = {"name": clipped(one.name), "other": clipped(two.name)}
        yield self.words.text("order.compare.heading", **names)
        if one.group is not two.group:
            shelves = {"shelf": self._shelf(one), "other_shelf": self._shelf(two)}
            yield self.words.text("order.compare.group", **shelves)
        if one.score is None:
            yield self.words.text("order.compare.unranked")
            return
        yield self._ahead(compared.differences[1], names)
        apart = [each for each in compared.criteria if each.spread]
        yield from (self._compared(each, names) for each in apart)
        equal = [each.criterion for each in compared.criteria if not each.spread]
        if equal:
            yield self.words.text("order.compare.equal", names=self._names(equal))
        for profile in compared.profiles:
            yield from self._open(profile)

    def firmness(self, row: int) -> Iterator[str]:
        """Say how firm the place of a profile is when priorities change a little."""
        ranking = self.match.ranking
        firm = self.match.firmness(ranking.group(row))
        if firm is None:
            return
        name, found = self._name(row), firm.of(row)
        first, top_three = round(100 * found.first), round(100 * found.top_three)
        if first:
            how = "first" if ranking.rank(row) == 1 else "not_first"
            yield self.words.text(f"order.firm.{how}", name=name, n=first)
        if top_three > first:
            yield self.words.text("order.firm.top_three", name=name, n=top_three)

    def stability(self, row: int) -> Iterator[str]:
        """Say of whoever leads a group how far each weight may move; of others, nothing."""
        ranking = self.match.ranking
        group = ranking.group(row)
        if leader_of(ranking, group) != row:
            return
        name, always = self._name(row), []
        for interval in self.match.stability(group):
            if interval.from_below is None and interval.from_above is None:
                always.append(interval.criterion)
            else:
                yield self._interval(name, interval)
        if always:
            yield self.words.text("order.firm.always", name=name, names=self._names(always))

    def presets(self, row: int) -> str:
        """Say which rank a profile would have under each published set of weights."""
        ranks = tuple(
            self.words.text(
                "order.firm.preset",
                preset=self.words.text(f"model.preset.{each.preset}"),
                rank=each.ranks[0],
            )
            for each in self.match.preset_ranks([row])
        )
        return self.words.text("order.firm.presets", ranks=ranks)

    def _distance(self, swap: Swap) -> str:
        name, other = self._name(swap.behind), self._name(swap.ahead)
        if swap.gap <= 0:
            return self.words.text("order.why.level", name=name, other=other)
        return self.words.text("order.why.behind", n=_rounded(swap.gap), other=other)

    def _interval(self, name: str, interval: StabilityInterval) -> str:
        form = "within"
        if interval.from_below is None:
            form = "up_to"
        elif interval.from_above is None:
            form = "from"
        return self.words.text(
            f"order.firm.{form}",
            name=name,
            criterion=describe_name(interval.criterion, self.words),
            low=_hundredths(interval.low),
            high=_hundredths(interval.high),
            share=_hundredths(interval.share),
        )

    def _ahead(self, points: Fraction, names: dict[str, str]) -> str:
        if not points:
            return self.words.text("order.compare.level")
        name = names["name"] if points > 0 else names["other"]
        return self.words.text("order.compare.ahead", name=name, n=_rounded(abs(points)))

    def _compared(self, each: ComparedCriterion, names: dict[str, str]) -> str:
        one, two = (_rounded(part.points) for part in each.parts)
        criterion = describe_name(each.criterion, self.words)
        return self.words.text(
            "order.compare.criterion", criterion=criterion, points=one, other_points=two, **names
        )

    def _open(self, profile: ProfileResult) -> Iterator[str]:
        open_ = [
            part.criterion
            for part in profile.contributions
            if part.status is not ValueStatus.STATED
        ]
        if open_:
            name = clipped(profile.name)
            yield self.words.text("order.compare.open", name=name, names=self._names(open_))

    def _weight_change(self, change: WeightChange, name: str) -> str:
        key = "more" if change.needed > change.share else "less"
        return self.words.text(
            f"order.weight.{key}",
            name=name,
            criterion=describe_name(change.criterion, self.words),
            share=_hundredths(change.share),
            needed=_hundredths(change.needed),
        )

    def _fact_change(self, change: FactChange, name: str) -> str:
        fact, text = change.fact, self.words.text
        said = {"name": name, "criterion": describe_name(change.criterion, self.words)}
        if fact.kind == "fee" and fact.amount is not None:
            amount = self.words.money(fact.amount, self._currency())
            return text("order.fact.fee", amount=amount, **said)
        if fact.kind == "place" and fact.amount:
            return text("order.fact.place", distance=Distance(Decimal(fact.amount)), **said)
        if fact.codes:
            return self._list_change(change, said)
        key = _KEYS_OF_NOTHING.get(fact.kind, fact.kind) if fact.amount == 0 else fact.kind
        return text(f"order.fact.{key}", n=fact.amount, **said)

    def _list_change(self, change: FactChange, said: dict[str, str]) -> str:
        fact = change.fact
        field = self.match.model.criterion(change.criterion).fields[0]
        tokens = tuple(f"{code}:{level}" if level else code for code, level in fact.codes)
        value = tokens[0] if FIELDS[field].kind is FieldKind.CODE else tokens
        stated = Profile("", {field: Fact(value, Source.THERAPIST)})
        offered = describe_offered(field, stated, self.words)
        key = "offered"
        if fact.kind == "avoid":
            key = "at_most" if fact.codes[0][1] else "without"
        return self.words.text(f"order.fact.{key}", offered=offered, **said)

    def _currency(self) -> str:
        asked = self.match.answers.value("fee")
        return str(getattr(asked, "currency", ""))

    def _name(self, row: int) -> str:
        return clipped(self.match.evaluation.snapshot.names[row])

    def _names(self, subjects: list[str]) -> tuple[str, ...]:
        return tuple(describe_name(subject, self.words) for subject in subjects)

    def _shelf(self, result: ProfileResult) -> str:
        if result.group is Group.HIDDEN:
            return self.words.text("results.hidden_shelf")
        return self.words.text(f"{shelf_key(result.group, self.match)}.heading")


def _rounded(points: Fraction) -> Decimal:
    """Return points with at most two decimals, as they are printed everywhere."""
    exact = Decimal(points.numerator) / Decimal(points.denominator)
    return exact.quantize(Decimal("0.01"), ROUND_HALF_UP).normalize() + 0


def _hundredths(share: Fraction) -> Decimal:
    """Return a share of the whole as so much of 100, with at most one decimal."""
    exact = Decimal(100 * share.numerator) / Decimal(share.denominator)
    return exact.quantize(Decimal("0.1"), ROUND_HALF_UP).normalize() + 0
