"""A sitting that has come to its results: the shipped example against the shipped directory."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial

from matcher.bundled import bundled
from matcher.directory.profile import Profile
from matcher.questionnaire.answers_file import parse_answers
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import ResponseSet
from matcher.ranking.explanation import ProfileResult
from matcher.scoring.result import Group
from matcher.services.directory.sample_directory import sample_directory
from matcher.services.matching.match import Match, match
from ui.controllers.matching_controller import MatchingController
from ui.controllers.results_controller import ResultsController
from ui.controllers.sitting_controller import SittingController
from ui.language import Language
from ui.widgets.result_words import ResultWords

SEED = 7


@cache
def sample_answers() -> ResponseSet:
    """Return the answers that ship with the program."""
    data = bundled("sample_directory", "answers.json").read_bytes()
    return parse_answers(data, load_questionnaire())


@cache
def sample_match() -> Match:
    """Return what the shipped directory says about them."""
    return match(sample_directory(), sample_answers(), seed=SEED)


def first_of(group: Group, place: int = 0) -> tuple[ProfileResult, Profile]:
    """Return a profile of a group, as it is shown, with its facts."""
    found = sample_match()
    result = found.result(found.order(group)[place])
    return result, found.directory.profile(result.profile_id)


def result_words(language: str = "en", of: Match | None = None) -> ResultWords:
    """Return what says results in a language."""
    return ResultWords(Language(language), of or sample_match(), load_questionnaire())


class FakeSitting(SittingController):
    """A sitting in which everything is answered already."""

    def __init__(self, answers: ResponseSet | None = None) -> None:
        super().__init__(load_questionnaire(), "en", "us")
        self._answers = answers or sample_answers()

    def answer_again(self) -> None:
        """Answer something else, so that another match is needed."""
        other = "gb" if self._answers.region == "us" else "us"
        self._answers = replace(self._answers, region=other)


def make_results(
    work: Callable[[ResponseSet], object] | None = None, answers: ResponseSet | None = None
) -> tuple[ResultsController, FakeSitting]:
    """Return a controller of results with its sitting; nothing is asked for yet."""
    sitting = FakeSitting(answers)
    matching = MatchingController(work or partial(match, sample_directory(), seed=SEED))
    results = ResultsController(matching, sitting)
    matching.setParent(results)
    sitting.setParent(results)
    return results, sitting
