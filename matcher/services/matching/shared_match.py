"""The match that a copy to share is made from: the same people, fewer answers."""

from dataclasses import replace

from matcher.checklist.asked import Asked
from matcher.checklist.share_copy import shareable
from matcher.preferences.elicitation import elicit
from matcher.ranking.ranking import rank
from matcher.scoring.model import AdditiveValueModel
from matcher.services.matching.match import Match


def shared_match(match: Match, asked: Asked) -> Match:
    """Return the match as if what is kept back had never been answered.

    Parameters
    ----------
    match
        Answers against a directory.
    asked
        The same answers, as the question bank reads them.
    """
    answers = shareable(asked)
    preferences = elicit(answers, asked.questionnaire, match.evaluation.preferences.today)
    model = AdditiveValueModel(match.model, match.limit_days)
    evaluation = model.evaluate(match.evaluation.snapshot, preferences)
    return replace(match, answers=answers, ranking=rank(evaluation, match.seed))
