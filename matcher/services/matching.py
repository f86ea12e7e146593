"""Answers and a directory in; an explained order out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from matcher.preferences.elicitation import elicit
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import ResponseSet
from matcher.ranking import ranking as order
from matcher.ranking.explanation import ProfileResult, explain
from matcher.ranking.ranking import Ranking
from matcher.ranking.relaxation import Relaxation, smallest_relaxations
from matcher.ranking.ties import daily_seed
from matcher.scoring.criteria import load_criteria
from matcher.scoring.criterion import Criteria
from matcher.scoring.facts import Facts
from matcher.scoring.model import AdditiveValueModel
from matcher.scoring.result import Evaluation, Group, WeightedCriterion
from matcher.services.directory import Directory


@dataclass(frozen=True)
class Match:
    """One client's answers against one directory.

    Attributes
    ----------
    answers
        What was asked for.
    directory
        Where the profiles' facts are read when a card is shown.
    model
        Groups, criteria and presets; `criteria` are those of them that were asked for.
    ranking
        The order; it carries the evaluation.
    """

    answers: ResponseSet
    directory: Directory
    model: Criteria
    ranking: Ranking

    @property
    def evaluation(self) -> Evaluation:
        """What scoring said of every profile."""
        return self.ranking.evaluation

    @property
    def is_sample(self) -> bool:
        """Whether the people are invented."""
        return self.directory.is_sample

    @property
    def seed(self) -> int:
        """The seed that decides who is listed first among level profiles."""
        return self.ranking.seed

    @property
    def criteria(self) -> tuple[WeightedCriterion, ...]:
        """What was asked for with its weights, heaviest first."""
        return self.evaluation.criteria

    @property
    def counts(self) -> dict[Group, int]:
        """How many profiles stand in each group; adds up to the directory."""
        return self.evaluation.counts

    @cached_property
    def relaxations(self) -> tuple[Relaxation, ...]:
        """The smallest changes of needs that would bring somebody."""
        evaluation = self.evaluation
        facts = Facts(evaluation.snapshot, evaluation.preferences.today, evaluation.limit_days)
        return smallest_relaxations(evaluation, facts)

    def order(self, group: Group, count: int | None = None) -> Sequence[int]:
        """Return the rows of a group in shown order, at most `count` of them."""
        if count is None:
            return list(self.ranking.rows(group))
        return self.ranking.first_rows(group, count)

    def result(self, row: int) -> ProfileResult:
        """Return one profile's place with everything that explains it."""
        profile = self.directory.profile(self.evaluation.snapshot.ids[row])
        return explain(self.ranking, row, profile, self.model)

    def result_for(self, profile_id: str) -> ProfileResult:
        """Return the place of a profile by its id; `KeyError` when there is none."""
        return self.result(self.evaluation.snapshot.row_of(profile_id))


def match(directory: Directory, answers: ResponseSet, *, seed: int | None = None) -> Match:
    """Rank a directory for one client.

    Parameters
    ----------
    directory
        Who there is.
    answers
        Valid answers.
    seed
        Decides who is listed first among level profiles; left out, the day and the directory
        decide.
    """
    questionnaire = load_questionnaire()
    model = load_criteria()
    preferences = elicit(answers, questionnaire, directory.as_of or date.today())
    evaluation = AdditiveValueModel(model).evaluate(directory.snapshot, preferences)
    if seed is None:
        seed = daily_seed(preferences.today, directory.snapshot.revision)
    return Match(answers, directory, model, order.rank(evaluation, seed))


rank = match
"""The name under which the library offers it: ``matcher.rank(directory, answers, seed=…)``."""
