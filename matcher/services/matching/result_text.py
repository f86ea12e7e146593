"""A match as plain text for a terminal: the shelves, and who stands where for which reasons."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matcher.checklist.wording import clipped
from matcher.directory.profile import Profile
from matcher.i18n import Catalogue
from matcher.questionnaire.definition import Questionnaire
from matcher.questionnaire.loader import load_questionnaire
from matcher.ranking.explanation import ProfileResult
from matcher.scoring.result import SHELVES, Group, RequirementStatus
from matcher.services.matching import match_words
from matcher.services.matching.match import Match
from matcher.services.people.wording import describe_asked, describe_name, question_text
from matcher.services.sheets.checklist import REVISION_SHOWN, suggest

SHOWN = 10
"""How many people are told about when nobody says how many."""

QUESTIONS_SHOWN = 2
_INDENT = "   "


def shown_rows(match: Match) -> Iterator[int]:
    """Yield the rows of everybody but the hidden, in the order of the result."""
    for group in SHELVES:
        yield from match.order(group)


def result_text(match: Match, words: Catalogue, top: int | None = None) -> str:
    """Return a match in words.

    Parameters
    ----------
    match
        Answers against a directory.
    words
        The language.
    top
        How many people to tell about, the first ones; left out, `SHOWN`. Every shelf is told with
        its count all the same.

    Returns
    -------
    str
        Lines without a line end after the last.
    """
    writer = _Writer(match, words, load_questionnaire())
    return "\n".join(writer.lines(SHOWN if top is None else top))


@dataclass(frozen=True, slots=True)
class _Writer:
    match: Match
    words: Catalogue
    questionnaire: Questionnaire

    def lines(self, top: int) -> Iterator[str]:
        counts = self.match.counts
        yield match_words.answer(self.match, self.words)
        left = top
        for group in SHELVES:
            if counts[group]:
                rows = self.match.order(group, left)
                left -= len(rows)
                yield from self._shelf(group, rows)
        yield ""
        yield from self._end()

    def _shelf(self, group: Group, rows: Sequence[int]) -> Iterator[str]:
        in_all = self.match.counts[group]
        yield ""
        shelf = match_words.shelf_key(group, self.match)
        yield self.words.text(f"{shelf}.heading").upper()
        yield self.words.text(f"{shelf}.note", n=in_all)
        for row in rows:
            yield ""
            yield from self._card(self.match.result(row))
        if rows and len(rows) < in_all:
            yield ""
            yield self.words.text("cli.result.more", n=in_all - len(rows))

    def _card(self, result: ProfileResult) -> Iterator[str]:
        profile = self.match.directory.profile(result.profile_id)
        name = clipped(result.name)
        yield self.words.text("cli.result.name", rank=result.rank, name=name, id=profile.id)
        told = (*self._score(result), *self._reasons(result, profile), *self._questions(result))
        yield from (f"{_INDENT}{line}" for line in told)

    def _score(self, result: ProfileResult) -> Iterator[str]:
        text = self.words.text
        if result.score is not None and result.high is not None:
            low, high = map(match_words.whole_points, (result.score, result.high))
            form = "score" if low == high else "score_range"
            parts = (
                match_words.count_fitting(result, self.words),
                match_words.count_open(result, self.words),
                text(f"cli.result.{form}", low=low, high=high),
            )
            yield " ".join(filter(None, parts))
        if result.level:
            yield text("results.level.many", n=result.level)

    def _reasons(self, result: ProfileResult, profile: Profile) -> Iterator[str]:
        for need in result.requirements:
            if need.status is RequirementStatus.NOT_MET:
                yield self._line("not_met", need.item, need.asked, profile)
        for part in result.strongest[: match_words.FITS_SHOWN]:
            yield self._line("fits", part.criterion, part.asked, profile)
        for part in result.differences[:1]:
            if part.value:
                yield self._line("partly", part.criterion, part.asked, profile)
            else:
                # Of nothing that was asked for it helps more to hear what there is instead.
                yield self._line("different", part.criterion, part.asked, profile, is_instead=True)
        for part in result.unknowns[:1]:
            kind = "at_least" if part.fits_at_least_in_part else "unknown"
            yield self._line(kind, part.criterion, part.asked, profile)

    def _line(
        self, kind: str, subject: str, asked: object, profile: Profile, *, is_instead: bool = False
    ) -> str:
        """Say of one wish or need how it stands: *Different: Cost. $140. You said: up to $120*."""
        what = {
            "name": describe_name(subject, self.words),
            "offered": match_words.offered(
                subject, profile, self.words, None if is_instead else asked
            ),
        }
        if subject in self.questionnaire:
            what["asked"] = describe_asked(self.questionnaire.item(subject), asked, self.words)
            return self.words.text(f"cli.result.{kind}", **what)
        return self.words.text("cli.result.not_met_alone", **what)

    def _questions(self, result: ProfileResult) -> Iterator[str]:
        asked = suggest(self.match, result.profile_id).before_booking[:QUESTIONS_SHOWN]
        if asked:
            questions = " ".join(question_text(each, self.words) for each in asked)
            yield self.words.text("cli.result.ask_first", questions=questions)

    def _end(self) -> Iterator[str]:
        text, match = self.words.text, self.match
        for relaxation in match.relaxations:
            yield match_words.relaxed(relaxation, match, self.words)
        if match.counts[Group.HIDDEN]:
            yield text("results.hidden", n=match.counts[Group.HIDDEN])
        if match.criteria:
            yield text("cli.result.no_grade")
        yield text(
            "cli.result.made",
            seed=str(match.seed),
            model=match.model.version,
            revision=match.evaluation.snapshot.revision[:REVISION_SHOWN],
        )
