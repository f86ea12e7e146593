"""What a comparison says: where the difference comes from, and each wish for each person."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from matcher.directory.profile import Profile
from matcher.questionnaire.definition import Questionnaire
from matcher.ranking.comparison import ComparedCriterion, Comparison
from matcher.ranking.explanation import ProfileResult, RequirementReason
from matcher.scoring.result import GROUPS, Contribution
from matcher.services.matching.match_words import shelf_key
from matcher.services.people.wording import describe_name, question_text
from matcher.services.sheets.checklist import suggest, worth_asking
from ui.language import Language
from ui.widgets.fit_strip import Block
from ui.widgets.numbers import rounded
from ui.widgets.result_words import NEED_BLOCKS, ResultWords, block_of, kind_of

_MOST_QUESTIONS = 3
_HUNDREDTH = 100


@dataclass(frozen=True, slots=True)
class CellWords:
    """One wish for one person.

    Attributes
    ----------
    kind
        The word for ``results.kind.<kind>``.
    offered, source
        What the profile says, and who said so and when; ``""`` of a private wish.
    """

    kind: str
    block: Block
    offered: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class RowWords:
    """One wish or need for everybody.

    Attributes
    ----------
    subject, name, asked
        Its id, what it is called, and what was asked for; ``asked`` is ``""`` when private.
    """

    subject: str
    name: str
    asked: str
    cells: tuple[CellWords, ...]

    @property
    def is_same(self) -> bool:
        """Whether it is met equally far by all."""
        return len({(cell.kind, cell.block) for cell in self.cells}) == 1


class CompareWords:
    """Says a comparison of people of one match in the language that holds.

    Parameters
    ----------
    said
        Says results of the match.
    questionnaire
        Says which wishes are private.
    profile_ids
        Who is compared; two or more.
    """

    def __init__(
        self, said: ResultWords, questionnaire: Questionnaire, profile_ids: Sequence[str]
    ) -> None:
        self._said = said
        self._questionnaire = questionnaire
        results = sorted((said.match.result_for(id_) for id_ in profile_ids), key=_shown_place)
        profiles = [said.match.profile(result.profile_id) for result in results]
        self.people: tuple[tuple[ProfileResult, Profile], ...] = tuple(
            zip(results, profiles, strict=True)
        )
        """Who is compared, in the order of the list."""

    @property
    def said(self) -> ResultWords:
        """Says each result."""
        return self._said

    def answer(self) -> str:
        """Say where the difference comes from; or that there is none, or that needs decide."""
        text = self._language.text
        results = [result for result, _ in self.people]
        if len({result.group for result in results}) > 1:
            return " ".join((text("compare.shelves"), *map(self._shelf, results)))
        if results[0].score is None:
            return text("compare.unasked")
        leaders = [result for result in results if result.score == results[0].score]
        if len(leaders) < len(results):
            return self._ahead(leaders)
        key = "compare.same" if all(row.is_same for row in self.wishes) else "compare.level"
        return text(key)

    @cached_property
    def needs(self) -> tuple[RowWords, ...]:
        """What is needed, in the order of the needs."""
        items = dict.fromkeys(
            need.item for result, _ in self.people for need in result.requirements
        )
        return tuple(self._need_row(item) for item in items)

    @cached_property
    def wishes(self) -> tuple[RowWords, ...]:
        """What was wished for, by how far people differ on it, largest first."""
        return tuple(self._wish_row(each) for each in self._comparison.criteria)

    def questions(self, result: ProfileResult) -> tuple[str, ...]:
        """Return what to ask one person: needs left open first, then what could add most."""
        selection = suggest(self._said.match, result.profile_id)
        chosen = [*selection.before_booking, *worth_asking(selection, result)]
        chosen = chosen or [*selection.suggested[:1]]
        said = (question_text(each, self._language.catalogue) for each in chosen)
        return tuple(dict.fromkeys(said))[:_MOST_QUESTIONS]

    def figures(self) -> tuple[tuple[str, ...], ...]:
        """Return the points as a table: headings, a row for each wish, and sums that add up."""
        text, number = self._language.text, self._language.catalogue.number
        weights = [Decimal(each.parts[0].weight) / _HUNDREDTH for each in self._comparison.criteria]
        columns = [
            weights,
            *(
                rounded([each.parts[place].points for each in self._comparison.criteria])
                for place in range(len(self.people))
            ),
        ]
        heads = (text("results.numbers.wish"), text("results.numbers.weight"))
        names = (self._name(each.criterion) for each in self._comparison.criteria)
        sums = (number(sum(column, Decimal(0))) for column in columns)
        return (
            (*heads, *(result.name for result, _ in self.people)),
            *(
                (name, *map(number, figures))
                for name, figures in zip(names, zip(*columns, strict=True), strict=True)
            ),
            (text("results.numbers.sum"), *sums),
        )

    @property
    def _language(self) -> Language:
        return self._said.language

    @cached_property
    def _comparison(self) -> Comparison:
        return self._said.match.compare([result.profile_id for result, _ in self.people])

    def _shelf(self, result: ProfileResult) -> str:
        shelf = self._language.text(f"{shelf_key(result.group, self._said.match)}.heading")
        return self._language.text("compare.shelf", name=result.name, shelf=shelf)

    def _ahead(self, leaders: Sequence[ProfileResult]) -> str:
        apart = [*self._most_apart()]
        names = tuple(self._name(each.criterion) for each in apart)
        people = tuple(result.name for result in leaders)
        sentence = self._language.text("compare.ahead", n=len(people), people=people, names=names)
        if not any(part.is_unknown for each in apart for part in each.parts):
            return sentence
        return " ".join((sentence, self._language.text("compare.ask")))

    def _most_apart(self) -> Iterator[ComparedCriterion]:
        """Yield the wish that makes most of the first one's lead, and another nearly as large."""
        ahead = [each for each in self._comparison.criteria if max(each.differences) > 0]
        for each in ahead[:2]:
            if 2 * each.spread >= ahead[0].spread:
                yield each

    def _need_row(self, item: str) -> RowWords:
        asked = [
            next((need for need in result.requirements if need.item == item), None)
            for result, _ in self.people
        ]
        wanted = next(need.asked for need in asked if need is not None)
        cells = (
            self._need_cell(need, profile)
            for need, (_, profile) in zip(asked, self.people, strict=True)
        )
        return self._row(item, wanted, tuple(cells))

    def _need_cell(self, need: RequirementReason | None, profile: Profile) -> CellWords:
        if need is None:
            return CellWords("unknown", Block(1, 0, 1000))
        kind, block = NEED_BLOCKS[need.status]
        if kind == "unknown":
            return CellWords(kind, block, self._language.text("compare.not_known"))
        return self._cell(kind, block, need.item, profile, need.asked)

    def _wish_row(self, each: ComparedCriterion) -> RowWords:
        cells = (
            self._wish_cell(part, profile)
            for part, (_, profile) in zip(each.parts, self.people, strict=True)
        )
        return self._row(each.criterion, each.parts[0].asked, tuple(cells))

    def _wish_cell(self, part: Contribution, profile: Profile) -> CellWords:
        kind, block = kind_of(part), block_of(part)
        source = self._said.source(part.criterion, profile)
        if not source:
            return CellWords(kind, block, self._language.text("compare.not_known"))
        # Of nothing that was asked for it helps more to hear what there is instead.
        asked = part.asked if part.value else None
        cell = self._cell(kind, block, part.criterion, profile, asked)
        if not part.is_unknown or not cell.source:
            return cell
        key = "compare.open" if part.offered is not None else "compare.aged"
        return CellWords(kind, block, cell.offered, self._language.text(key, said=source))

    def _cell(
        self, kind: str, block: Block, subject: str, profile: Profile, asked: object
    ) -> CellWords:
        if self._is_private(subject):
            said = self._language.text("compare.not_known") if kind == "unknown" else ""
            return CellWords(kind, block, said)
        offered = self._said.offered(subject, profile, asked)
        return CellWords(kind, block, offered, self._said.source(subject, profile))

    def _row(self, subject: str, asked: object, cells: tuple[CellWords, ...]) -> RowWords:
        wanted = "" if self._is_private(subject) else self._said.asked(subject, asked)
        if wanted:
            wanted = self._language.text("compare.asked", asked=wanted)
        return RowWords(subject, self._name(subject), wanted, cells)

    def _name(self, subject: str) -> str:
        return describe_name(subject, self._language.catalogue)

    def _is_private(self, subject: str) -> bool:
        return subject in self._questionnaire and self._questionnaire.item(subject).private


def _shown_place(result: ProfileResult) -> tuple[int, int]:
    return GROUPS.index(result.group), result.rank
