"""Answers and a directory in; an explained order out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, cached_property, lru_cache, partial

from matcher.directory.profile import Profile
from matcher.preferences.elicitation import elicit
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import ResponseSet, WeightWishes
from matcher.ranking import ranking as order
from matcher.ranking.acceptability import Acceptability, acceptability
from matcher.ranking.comparison import Comparison, compare
from matcher.ranking.explanation import ProfileResult, explain
from matcher.ranking.preset_ranks import PresetRanks, preset_ranks
from matcher.ranking.ranking import Ranking
from matcher.ranking.relaxation import Relaxation, smallest_relaxations
from matcher.ranking.stability import StabilityInterval, stability_intervals
from matcher.ranking.swap import Swap, next_ahead, smallest_swap
from matcher.ranking.ties import daily_seed
from matcher.scoring.criteria import load_criteria
from matcher.scoring.criterion import Criteria
from matcher.scoring.evaluation import Evaluation
from matcher.scoring.model import AdditiveValueModel
from matcher.scoring.result import Group, WeightedCriterion
from matcher.scoring.weights import weigh
from matcher.services.directory.directory import Directory

_KEPT = 64
"""How many profiles are kept at hand."""


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

    Notes
    -----
    The window's thread and a worker may read one match at the same time. What is kept for a second
    reading is worked out from frozen inputs alone, so two threads that come at once work out the
    same, and it does not matter whose is kept. It is kept by `functools.lru_cache`, which threads
    may share, or by one write into the instance, which nobody sees half done; what is kept is
    never changed afterwards. A profile is read in a transaction of its own.
    """

    answers: ResponseSet
    directory: Directory
    model: Criteria
    ranking: Ranking
    # A card asks for the same profile several times; a whole directory is never kept.
    _profiles: Callable[[str], Profile] = field(repr=False, compare=False)

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
        return dict(self.evaluation.requirements.counts)

    @cached_property
    def relaxations(self) -> tuple[Relaxation, ...]:
        """The smallest changes of needs that would bring somebody."""
        return smallest_relaxations(self.evaluation)

    @property
    def limit_days(self) -> int:
        """Age in days up to which a dated fact counted."""
        return self.evaluation.facts.limit_days

    def firmness(self, group: Group) -> Acceptability | None:
        """Return in how many small changes of priorities each of a group stays among the first.

        ``None`` when there is nothing to rank by or nobody in the group.
        """
        return self._firmness(group)

    def stability(self, group: Group) -> tuple[StabilityInterval, ...]:
        """Return how far each weight may move until somebody else leads a group."""
        return stability_intervals(self.ranking, group)

    def preset_ranks(self, rows: Sequence[int]) -> tuple[PresetRanks, ...]:
        """Return the ranks of some profiles under each published set of weights."""
        return preset_ranks(self.ranking, rows, self.model)

    def swap(self, ahead: int, behind: int) -> Swap:
        """Return the smallest changes that put one profile ahead of another."""
        return smallest_swap(self.evaluation, ahead, behind, self.model)

    def why_not_higher(self, row: int) -> Swap | None:
        """Return what separates a profile from the next better rank; ``None`` for rank 1."""
        ahead = next_ahead(self.ranking, row)
        return None if ahead is None else self.swap(ahead, row)

    def compare(self, profile_ids: Sequence[str]) -> Comparison:
        """Put profiles side by side; `KeyError` for an id that is not in the directory."""
        return compare([self.result_for(profile_id) for profile_id in profile_ids])

    def with_weights(self, weights: WeightWishes) -> "Match":
        """Return the match of the same answers with other wishes for the weights of groups.

        Values and requirements do not change, so nothing is evaluated again.
        """
        preferences = replace(self.evaluation.preferences, weights=weights)
        evaluation = replace(
            self.evaluation, preferences=preferences, criteria=weigh(preferences, self.model)
        )
        answers = replace(self.answers, weights=weights)
        # The profiles kept go along: a slider shows the same people and must not read them again.
        return replace(self, answers=answers, ranking=order.rank(evaluation, self.seed))

    def profile(self, profile_id: str) -> Profile:
        """Return one profile with its facts; `StoreError` when there is none."""
        return self._profiles(profile_id)

    def id_now(self, profile_id: str) -> str:
        """Return the id by which somebody is listed: their profile may have gone into another."""
        is_listed = self.evaluation.snapshot.has(profile_id)
        return profile_id if is_listed else self._id_now(profile_id)

    @cached_property
    def _id_now(self) -> Callable[[str], str]:
        return lru_cache(_KEPT)(self.directory.id_now)

    @cached_property
    def _explained(self) -> Callable[[int], ProfileResult]:
        return lru_cache(_KEPT)(self._explain)

    def _explain(self, row: int) -> ProfileResult:
        profile = self.profile(self.evaluation.snapshot.ids[row])
        return explain(self.ranking, row, profile, self.model)

    @cached_property
    def _firmness(self) -> Callable[[Group], Acceptability | None]:
        return cache(partial(acceptability, self.ranking))

    def order(self, group: Group, count: int | None = None) -> Sequence[int]:
        """Return the rows of a group in shown order, at most `count` of them."""
        if count is None:
            return list(self.ranking.rows(group))
        return self.ranking.first_rows(group, count)

    def result(self, row: int) -> ProfileResult:
        """Return one profile's place with everything that explains it."""
        return self._explained(row)

    def result_for(self, profile_id: str) -> ProfileResult:
        """Return the place of a profile by its id; `KeyError` when there is none."""
        return self.result(self.evaluation.snapshot.row_of(profile_id))


def match(
    directory: Directory,
    answers: ResponseSet,
    *,
    seed: int | None = None,
    limit_days: int | None = None,
) -> Match:
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
    limit_days
        Age up to which a dated fact counts; left out, the directory's own.
    """
    questionnaire = load_questionnaire()
    criteria = load_criteria()
    preferences = elicit(answers, questionnaire, directory.as_of or date.today())
    if limit_days is None:
        limit_days = directory.limit_days
    model = AdditiveValueModel(criteria, limit_days)
    evaluation = model.evaluate(directory.snapshot, preferences)
    if seed is None:
        seed = daily_seed(preferences.today, directory.snapshot.revision)
    ranking = order.rank(evaluation, seed)
    return Match(answers, directory, criteria, ranking, lru_cache(_KEPT)(directory.profile))


rank = match
"""The name under which the library offers it: ``matcher.rank(directory, answers, seed=…)``."""
