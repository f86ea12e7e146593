"""Small rankings without a service around them, and their sums in exact fractions."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from hypothesis import strategies as st
from support.builders import make_profile
from support.directories import TODAY, make_answers

from matcher.directory.profile import Profile
from matcher.directory.snapshot_builder import build_snapshot
from matcher.preferences.elicitation import elicit
from matcher.questionnaire.item import Importance
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import Response, WeightWishes
from matcher.ranking.ranking import Ranking
from matcher.scoring.criteria import load_criteria
from matcher.scoring.evaluation import Evaluation
from matcher.scoring.model import AdditiveValueModel

MODEL = load_criteria()

_CELLS = {
    "accepting": ["yes"],
    "style_steer": ["", "-2", "-1", "0", "1", "2"],
    "style_plan": ["", "-2", "0..1", "2"],
    "goals": ["", "-", "in_writing", "talked_over", "emerge"],
    "years": ["", "0", "3", "4", "12"],
    "issues": ["", "-", "worry:some", "sleep:focus", "worry:training;sleep", "worry;sleep:some"],
    "formats": ["", "in_person", "video;phone", "phone"],
}
_WISHES = {
    "style_steer": [-2, 1],
    "style_plan": [2],
    "goals": ["emerge", "talked_over"],
    "experience_years": ["yes"],
    "issues": [("worry", "sleep")],
    "formats": [("video", "in_person"), ("in_person",)],
}
_IMPORTANCES = [Importance.A_LITTLE, Importance.MATTERS, Importance.MATTERS_A_LOT]


def make_ranking(
    people: Iterable[Profile],
    responses: Mapping[str, Response] | None = None,
    *,
    weights: WeightWishes | None = None,
    seed: int = 3,
    **values: object,
) -> Ranking:
    """Rank people for answers: whole responses, or plain values that all matter."""
    given = dict(responses or {}) | {
        item: Response(value, importance=Importance.MATTERS)  # type: ignore[arg-type]
        for item, value in values.items()
    }
    preferences = elicit(make_answers(given, weights=weights), load_questionnaire(), TODAY)
    return Ranking(AdditiveValueModel(MODEL).evaluate(build_snapshot(people), preferences), seed)


def exact_sums(evaluation: Evaluation, weights: Mapping[str, Fraction | int]) -> list[Fraction]:
    """Return each profile's sum of weight times value under any weights."""
    rows = {criterion.id: criterion.row for criterion in evaluation.criteria}
    return [
        sum(
            (Fraction(w) * int(evaluation.low[rows[c], row]) for c, w in weights.items()),
            Fraction(),
        )
        for row in range(evaluation.snapshot.size)
    ]


def shares_with(evaluation: Evaluation, criterion_id: str, share: Fraction) -> dict[str, Fraction]:
    """Return all shares when one criterion has this one and the others keep their proportions."""
    others = sum(c.weight for c in evaluation.criteria if c.id != criterion_id)
    return {
        c.id: share if c.id == criterion_id else (1 - share) * Fraction(c.weight, others)
        for c in evaluation.criteria
    }


@st.composite
def competitions(draw: st.DrawFn) -> tuple[list[Profile], dict[str, Response], WeightWishes]:
    """Draw a few people of one group who differ on a few wishes, the wishes, and their weights."""
    cells = {field: st.sampled_from(choices) for field, choices in _CELLS.items()}
    stated = draw(st.lists(st.fixed_dictionaries(cells), min_size=1, max_size=6))
    people = [make_profile(f"p-{place}", **each) for place, each in enumerate(stated)]
    asked = {
        item: Response(
            draw(st.sampled_from(_WISHES[item])),  # type: ignore[arg-type]
            importance=draw(st.sampled_from(_IMPORTANCES)),
        )
        for item in sorted(draw(st.sets(st.sampled_from([*_WISHES]), min_size=1)))
    }
    groups = st.sampled_from(["style", "format", "experience"])
    double = tuple(draw(st.lists(groups, max_size=2, unique=True)))
    return people, asked, WeightWishes(double=double)


@st.composite
def rankings(draw: st.DrawFn) -> Ranking:
    """Draw the ranking of a competition."""
    people, asked, weights = draw(competitions())
    return make_ranking(people, asked, weights=weights, seed=draw(st.integers(0, 3)))
