"""What a result says about one profile, in sentences: for cards, *why here*, the profile."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from matcher.directory.profile import Profile
from matcher.questionnaire.definition import Questionnaire
from matcher.ranking.explanation import ProfileResult, RequirementReason
from matcher.scoring.result import Contribution, RequirementStatus
from matcher.services.matching import match_words
from matcher.services.matching.match import Match
from matcher.services.matching.way import way_to
from matcher.services.people.profile_facts import register_words
from matcher.services.people.wording import (
    describe_asked,
    describe_name,
    describe_offered,
    describe_source,
    fact_of,
    question_text,
)
from matcher.services.sheets.checklist import suggest, worth_asking
from ui.language import Language
from ui.widgets.fit_strip import Block

NAMED_LEVEL = 2
"""How many level profiles a card names before it counts them."""

NAME_IN_LETTERS = 40
"""How much of a name stands in a sentence about several people."""

_FIRST = ("place", "formats", "fee", "times")
"""What a card tells of somebody where no wish says what to tell."""

NEED_BLOCKS = {
    RequirementStatus.MET: ("met", Block(1, 1000, 1000)),
    RequirementStatus.NOT_MET: ("not_met", Block(1, 0, 0)),
    RequirementStatus.NOT_STATED: ("unknown", Block(1, 0, 1000)),
}
"""How far a need is met: a kind, and the block for it."""


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """One reason: its block, and its words.

    Attributes
    ----------
    kind
        As `kind_of` says; the word for it is ``results.kind.<kind>``. Where nothing was wished for,
        ``states``: then there is neither a word nor a block.
    """

    kind: str
    block: Block | None
    words: str


class ResultWords:
    """Says results of one match in the language that holds.

    Parameters
    ----------
    words
        The language.
    match
        What is explained.
    questionnaire
        The items that were answered.
    """

    def __init__(self, words: Language, match: Match, questionnaire: Questionnaire) -> None:
        self._words = words
        self._match = match
        self._questionnaire = questionnaire

    @property
    def language(self) -> Language:
        """The language."""
        return self._words

    @property
    def match(self) -> Match:
        """What is explained."""
        return self._match

    def register(self, profile: Profile) -> str:
        """Say whether the practitioner is on a register, as far as the profile states it."""
        return register_words(profile, self._words.catalogue)

    def fitting(self, result: ProfileResult) -> str:
        """Say how many wishes fit, as `match_words.count_fitting`."""
        return match_words.count_fitting(result, self._words.catalogue)

    def not_known(self, result: ProfileResult) -> str:
        """Say of how many wishes too little is known, as `match_words.count_open`."""
        return match_words.count_open(result, self._words.catalogue)

    def count(self, result: ProfileResult) -> str:
        """Say both counts."""
        return " ".join(filter(None, (self.fitting(result), self.not_known(result))))

    def figures(self, result: ProfileResult) -> str:
        """Say the score in figures: *61 of 100, up to 74*; ``""`` when there is none."""
        if result.score is None or result.high is None:
            return ""
        points, most = map(match_words.whole_points, (result.score, result.high))
        key = "exact" if points == most else "range"
        return self._words.text(f"results.figures.{key}", points=points, most=most)

    def few_lines(self, result: ProfileResult, profile: Profile) -> tuple[ReasonLine, ...]:
        """Return what a card names: up to three that fit, one difference, one not known.

        Without any wish it is what most people ask about first.
        """
        if not self._match.criteria:
            return self._stated(profile)
        fitting = result.strongest[: match_words.FITS_SHOWN]
        few = (*fitting, *result.differences[:1], *result.unknowns[:1])
        return tuple(self._brief(part, profile) for part in few)

    def _stated(self, profile: Profile) -> tuple[ReasonLine, ...]:
        """Return a line for what the profile states of the things one plans by."""
        catalogue, text = self._words.catalogue, self._words.text
        return tuple(
            ReasonLine(
                "states",
                None,
                text(
                    "results.line.fits",
                    name=describe_name(item, catalogue),
                    offered=self.offered(item, profile),
                ),
            )
            for item in _FIRST
            if fact_of(item, profile) is not None
        )

    def lines(self, parts: Iterable[Contribution], profile: Profile) -> tuple[ReasonLine, ...]:
        """Return a line with all there is to say for each of these wishes."""
        return tuple(self.line(part, profile) for part in parts)

    def line(self, part: Contribution, profile: Profile) -> ReasonLine:
        """Say of one wish whether it fits, with what the profile states."""
        kind = kind_of(part)
        if part.is_unknown:
            return ReasonLine(kind, block_of(part), self._unknown(part, profile))
        name = describe_name(part.criterion, self._words.catalogue)
        # Of nothing that was asked for it helps more to hear what there is instead.
        offered = self.offered(part.criterion, profile, part.asked if part.value else None)
        if kind == "fits" or (part.value and isinstance(part.asked, tuple)):
            words = self._words.text("results.line.fits", name=name, offered=offered)
        else:
            asked = self.asked(part.criterion, part.asked)
            words = self._words.text(
                "results.line.different", name=name, offered=offered, asked=asked
            )
        return ReasonLine(kind, block_of(part), words)

    def _brief(self, part: Contribution, profile: Profile) -> ReasonLine:
        """Say a wish on a card; of a private one no more than its name: others may look on."""
        kind = kind_of(part)
        if not self._is_private(part.criterion):
            return self.line(part, profile)
        name = describe_name(part.criterion, self._words.catalogue)
        words = self._words.text(f"results.private.{kind}", name=name)
        return ReasonLine(kind, block_of(part), words)

    def _is_private(self, subject: str) -> bool:
        return subject in self._questionnaire and self._questionnaire.item(subject).private

    def asked(self, subject: str, value: object) -> str:
        """Say what the person asked for; ``""`` when nobody asked."""
        if value is None or subject not in self._questionnaire:
            return ""
        item = self._questionnaire.item(subject)
        return describe_asked(item, value, self._words.catalogue)

    def offered(self, subject: str, profile: Profile, asked: object = None) -> str:
        """Say what the profile states; of times only those that were asked for, if any are free."""
        if subject == "place":
            return self._place(profile)
        return match_words.offered(subject, profile, self._words.catalogue, asked)

    def source(self, subject: str, profile: Profile) -> str:
        """Say who stated a fact and when; ``""`` when nobody did."""
        fact = fact_of(subject, profile)
        if fact is None:
            return ""
        return describe_source(fact.source.value, fact.confirmed_on, self._words.catalogue)

    def level(self, result: ProfileResult) -> str:
        """Say with whom the profile is level, and that chance decides; ``""`` when it is alone."""
        if not result.level:
            return ""
        if result.level > NAMED_LEVEL:
            return self._words.text("results.level.many", n=result.level)
        snapshot = self._match.evaluation.snapshot
        names = [snapshot.names[snapshot.row_of(id_)] for id_ in result.level_with]
        return self._words.text("results.level.named", names=tuple(names))

    def need(self, reason: RequirementReason, profile: Profile) -> str:
        """Say how the profile stands to one need."""
        name = describe_name(reason.item, self._words.catalogue)
        is_open = reason.status is RequirementStatus.NOT_STATED
        if is_open and fact_of(reason.item, profile) is None:
            return self._words.text("results.need.not_stated", name=name)
        offered = self.offered(reason.item, profile, reason.asked)
        if is_open:
            return self._words.text("results.need.to_check", name=name, offered=offered)
        asked = self.asked(reason.item, reason.asked)
        if reason.status is RequirementStatus.MET:
            return self._words.text("results.need.met", name=name, offered=offered)
        if not asked:
            return self._words.text("results.need.not_met_alone", name=name, offered=offered)
        return self._words.text("results.need.not_met", name=name, offered=offered, asked=asked)

    def needs(self, result: ProfileResult, profile: Profile) -> tuple[ReasonLine, ...]:
        """Return a line for each need."""
        return tuple(
            ReasonLine(*NEED_BLOCKS[reason.status], self.need(reason, profile))
            for reason in result.requirements
        )

    def unmet(self, result: ProfileResult, profile: Profile) -> tuple[ReasonLine, ...]:
        """Return a line for each need the profile does not meet."""
        return tuple(line for line in self.needs(result, profile) if line.kind == "not_met")

    def ask_first(self, result: ProfileResult, profile: Profile) -> str:
        """Say what to ask before booking; ``""`` when every need is settled.

        A profile may be silent, or state something that settles nothing: a price that goes from
        below a limit to above it, or a fact too old to count.
        """
        names: dict[str, list[str]] = {"results.ask.silent": [], "results.ask.check": []}
        for reason in with_status(result, RequirementStatus.NOT_STATED):
            is_silent = fact_of(reason.item, profile) is None
            key = "results.ask.silent" if is_silent else "results.ask.check"
            names[key].append(describe_name(reason.item, self._words.catalogue))
        said = [self._words.text(key, names=tuple(of)) for key, of in names.items() if of]
        return self._words.text("results.ask.first", what=" ".join(said)) if said else ""

    def could_fit(self, result: ProfileResult) -> str:
        """Say what to ask before judging a profile that says too little; else ``""``."""
        if not result.could_fit_better:
            return ""
        worth = worth_asking(suggest(self._match, result.profile_id), result)
        questions = " ".join(question_text(each, self._words.catalogue) for each in worth)
        return self._words.text("results.could_fit", questions=questions) if worth else ""

    def strip(self, result: ProfileResult) -> str:
        """Say everything the strip shows."""
        text = self._words.text
        parts = [
            text(
                "results.strip.part",
                name=describe_name(part.criterion, self._words.catalogue),
                kind=text(f"results.kind.{kind_of(part)}"),
            )
            for part in result.contributions
        ]
        return " ".join((text("results.strip.name"), self.count(result), *parts))

    def summary(self, result: ProfileResult) -> str:
        """Say a card in one sentence, for lists read aloud."""
        return ". ".join(filter(None, (result.name, self.count(result))))

    def _place(self, profile: Profile) -> str:
        """Say where somebody is, and how far that is."""
        place = describe_offered("place", profile, self._words.catalogue)
        way = way_to(self._match, profile.id)
        if way is None:
            return place
        return self._words.text("results.away", place=place, distance=way)

    def _unknown(self, part: Contribution, profile: Profile) -> str:
        name = describe_name(part.criterion, self._words.catalogue)
        fact = fact_of(part.criterion, profile)
        if fact is None:
            return self._words.text("results.line.unknown", name=name)
        offered = self.offered(part.criterion, profile, part.asked)
        if part.offered is None:
            said = self.source(part.criterion, profile)
            return self._words.text("results.line.aged", name=name, offered=offered, said=said)
        return self._words.text("results.line.open", name=name, offered=offered)


def kind_of(part: Contribution) -> str:
    """Return the one of ``fits at_least unknown partly different`` that a wish is."""
    if part.fits:
        return "fits"
    if part.fits_at_least_in_part:
        return "at_least"
    if part.is_unknown:
        return "unknown"
    return "partly" if part.value else "different"


def block_of(part: Contribution) -> Block:
    """Return the block of the strip for one wish."""
    return Block(part.weight, part.value, part.value_high)


def short_name(name: str) -> str:
    """Return as much of a name as stands in a sentence."""
    return name if len(name) <= NAME_IN_LETTERS else f"{name[:NAME_IN_LETTERS]}…"


def with_status(result: ProfileResult, status: RequirementStatus) -> Iterator[RequirementReason]:
    """Yield the needs of a profile that have this status."""
    return (reason for reason in result.requirements if reason.status is status)
