"""Value functions asked backwards: the fact is worth enough, and one step less is not."""

from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from support.builders import make_profile
from support.directories import TODAY, make_answers
from support.stated_facts import with_fact, with_one_step_less
from support.strategies import CELLS, VALUES, fields_of

from matcher.directory.field import FIELDS, FieldKind
from matcher.directory.profile import Profile
from matcher.directory.snapshot_builder import build_snapshot
from matcher.directory.vocabulary import load_vocabulary
from matcher.preferences.elicitation import elicit
from matcher.questionnaire.item import Importance
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import Money, Place, Response, Times
from matcher.scoring.criteria import load_criteria
from matcher.scoring.evaluation import Evaluation
from matcher.scoring.model import AdditiveValueModel
from matcher.scoring.needed_fact import NeededFact, needed_fact
from matcher.scoring.performance import AskedCriterion, code_factors

MODEL = load_criteria()
AGED = TODAY.replace(year=2025)
HERE = {"latitude": 45.52, "longitude": -122.68}


def _evaluate(person: Profile, asked: Mapping[str, Response]) -> Evaluation:
    preferences = elicit(make_answers(asked), load_questionnaire(), TODAY)
    return AdditiveValueModel(MODEL).evaluate(build_snapshot([person]), preferences)


def _asked(evaluation: Evaluation, item: str) -> AskedCriterion:
    wish = next(wish for wish in evaluation.preferences.wishes if wish.criterion == item)
    return AskedCriterion(MODEL.criterion(item), wish.target, evaluation.preferences, wish.starred)


def _wish(target: object, starred: str | None = None) -> Response:
    return Response(target, importance=Importance.MATTERS, starred=starred)  # type: ignore[arg-type]


def _needed(item: str, target: object, value: int, **cells: str) -> NeededFact | None:
    """Return what a person who states these cells needs."""
    evaluation = _evaluate(make_profile(**cells), {item: _wish(target)})
    return needed_fact(evaluation.facts, _asked(evaluation, item), 0, value)


def _worth(person: Profile, asked: Mapping[str, Response], item: str) -> int:
    return int(_evaluate(person, asked).values_of(item)[0][0])


AMOUNTS = [
    # 30 above the limit is worth nothing: 3 cents are one of 1000, half up.
    ("fee", Money(Decimal(60), "USD"), 1000, Decimal("60.01")),
    ("fee", Money(Decimal(60), "USD"), 999, Decimal("60.04")),
    ("fee", Money(Decimal(60), "USD"), 500, Decimal("75.01")),
    ("fee", Money(Decimal(60), "USD"), 1, Decimal("89.98")),
    ("fee", Money(Decimal(0), "USD"), 1, Decimal(0)),
    ("place", Place(**HERE, max_km=Decimal(5)), 1000, Decimal(5)),
    ("place", Place(**HERE, max_km=Decimal(5)), 700, Decimal("6.5")),
    ("place", Place(**HERE, max_km=Decimal(5)), 1, Decimal("9.9")),
    ("place", Place(area="Old Mill", max_km=Decimal(5)), 300, Decimal(0)),
    ("start", "two_weeks", 1000, 14),
    ("start", "two_weeks", 601, 14),
    ("start", "two_weeks", 600, 30),
    ("start", "two_weeks", 1, 60),
    ("start", "month", 300, 90),
    ("style_steer", 2, 751, 0),
    ("style_steer", -1, 750, 1),
    ("style_steer", 1, 1, 3),
    ("experience_years", "yes", 401, 5),
    ("experience_years", "yes", 1, 1),
    ("times", Times(("mon-evening", "sat-morning", "wed-late", "tue-morning")), 1000, 3),
    ("times", Times(("mon-evening", "sat-morning")), 601, 2),
    ("times", Times(("mon-evening",)), 601, 1),
    ("times", Times(("mon-evening", "wed-late"), ("tue-morning",)), 401, 1),
    ("times", Times(("mon-evening",), ("tue-morning",)), 400, 0),
    ("times", Times((), ("tue-morning",)), 400, 0),
    ("times", Times(("mon-evening", "wed-late", "sat-morning")), 1, 1),
]


@pytest.mark.parametrize(
    ("item", "target", "value", "amount"),
    AMOUNTS,
    ids=[f"{item}-{value}-{amount}" for item, _, value, amount in AMOUNTS],
)
def test_needed_fact_when_it_is_an_amount_then_it_is_the_last_that_is_enough(
    item: str, target: object, value: int, amount: Decimal | int
) -> None:
    kind = "years" if item == "experience_years" else "axis" if item == "style_steer" else item

    assert _needed(item, target, value) == NeededFact(kind, amount)


@pytest.mark.parametrize(
    ("item", "target", "value"),
    [
        pytest.param("times", Times((), ("tue-morning",)), 401, id="only possible times asked"),
        pytest.param(
            "place",
            Place(postcode="00000", country="US", max_km=Decimal(5)),
            1,
            id="nobody knows where the client is",
        ),
    ],
)
def test_needed_fact_when_nothing_stated_is_worth_as_much_then_there_is_none(
    item: str, target: object, value: int
) -> None:
    assert _needed(item, target, value) is None


TWO, THREE = ("worry", "sleep"), ("cbt", "act", "emdr")
CODES = [
    pytest.param("issues", TWO, 150, {}, [("worry", "training")], id="lowest level enough"),
    pytest.param("issues", TWO, 400, {}, [("worry", "regular")], id="a level between"),
    pytest.param("issues", TWO, 650, {}, [("worry", "focus"), ("sleep", "training")], id="two"),
    pytest.param(
        "issues", TWO, 900, {"issues": "worry:focus;sleep"}, [("sleep", "regular")],
        id="only what is too low; named without a level counts as the lowest",
    ),
    pytest.param(
        "issues", TWO, 650, {"issues": "worry:regular;panic:focus"}, [("sleep", "some")],
        id="whoever adds more is named alone",
    ),
    pytest.param("issues", TWO, 500, {"issues": "-"}, [("worry", "focus")], id="stated none"),
    pytest.param(
        "approaches", THREE, 750, {}, [("cbt", "certified"), ("act", "certified")],
        id="both in full",
    ),
    pytest.param(
        "approaches", THREE, 500, {}, [("cbt", "trained"), ("act", "elements")],
        id="none higher than it has to be",
    ),
    pytest.param(
        "access", ("step_free_entry", "lift"), 1000, {"access": "step_free_entry"},
        [("lift", "")], id="open list: what is named is not asked for again",
    ),
    pytest.param(
        "access", ("step_free_entry", "lift"), 501, {"access": "lift:no"},
        [("step_free_entry", ""), ("lift", "")], id="open list: a no has to become a yes",
    ),
    pytest.param("communities", ("deaf",), 1, {}, [("deaf", "")], id="any way of knowing it"),
    pytest.param("formats", ("video", "phone"), 801, {}, [("video", "")], id="first choice"),
    pytest.param("formats", ("video", "phone"), 800, {}, [("phone", "")], id="second choice"),
    pytest.param("languages", ("es",), 501, {}, [("es", "fluent")], id="a level of a language"),
    pytest.param("languages", ("es",), 1, {}, [("es", "interpreter")], id="least of a language"),
    pytest.param("goals", "emerge", 500, {}, [("talked_over", "")], id="neighbour on a scale"),
    pytest.param("goals", "emerge", 501, {}, [("emerge", "")], id="itself on a scale"),
    pytest.param("boundaries", ("gifts",), 501, {}, [("written", "")], id="whatever was asked"),
    pytest.param("payers", ("our_own",), 1, {}, [("our_own", "")], id="a code of the clinic"),
    pytest.param("approaches_avoid", ("cbt", "act"), 501, {}, [("cbt", ""), ("act", "")],
        id="avoid, not stated: none of them"),
    pytest.param("approaches_avoid", ("cbt", "act"), 500, {},
        [("cbt", "elements"), ("act", "elements")], id="avoid, not stated: elements at most"),
    pytest.param("approaches_avoid", ("cbt", "act"), 500,
        {"approaches": "cbt:elements;act:certified"}, [("act", "elements")],
        id="avoid: only what is too high"),
    pytest.param("approaches_avoid", ("cbt", "act"), 1, {"approaches": "cbt"},
        [("cbt", "elements")], id="avoid: no level may be the highest"),
]  # fmt: skip


@pytest.mark.parametrize(("item", "target", "value", "cells", "codes"), CODES)
def test_needed_fact_when_it_is_a_list_then_as_little_as_is_enough(
    item: str, target: object, value: int, cells: dict[str, str], codes: list[tuple[str, str]]
) -> None:
    needed = _needed(item, target, value, **cells)

    assert needed is not None
    assert [*needed.codes] == codes
    assert needed.kind == MODEL.criterion(item).function


def test_needed_fact_when_a_term_is_starred_then_it_comes_first() -> None:
    evaluation = _evaluate(make_profile(), {"issues": _wish(TWO, "sleep")})

    needed = needed_fact(evaluation.facts, _asked(evaluation, "issues"), 0, 600)

    assert needed == NeededFact("mean", codes=(("sleep", "focus"),))


def test_needed_fact_when_a_list_has_aged_out_then_it_has_to_be_said_again() -> None:
    person = make_profile(confirmed_on=AGED, payers="medicare")
    evaluation = _evaluate(person, {"payers": _wish(("medicare",))})

    needed = needed_fact(evaluation.facts, _asked(evaluation, "payers"), 0, 1000)

    assert needed == NeededFact("best", codes=(("medicare", ""),))


@st.composite
def _cases(draw: st.DrawFn, item: str) -> tuple[Profile, dict[str, Response]]:
    """Draw a person and a wish for one item; formats besides, where online may help."""
    fields = {*fields_of(item)} | ({"formats"} if item == "place" else set())
    cells = {field: draw(CELLS[field]) for field in sorted(fields)}
    person = make_profile(confirmed_on=draw(st.sampled_from([None, TODAY, AGED])), **cells)
    target = draw(VALUES[item])
    starred = draw(st.sampled_from([None, *target])) if item == "issues" else None  # type: ignore[misc]
    asked = {item: _wish(target, starred)}
    if item == "place":
        asked["formats"] = _wish(draw(VALUES["formats"]))
    return person, asked


@pytest.mark.parametrize("item", VALUES)
@settings(max_examples=20)
@given(data=st.data())
def test_needed_fact_when_it_is_stated_then_it_is_enough_and_one_step_less_is_not(
    item: str, data: st.DataObject
) -> None:
    person, asked = data.draw(_cases(item))
    evaluation = _evaluate(person, asked)
    assume(any(wish.criterion == item for wish in evaluation.preferences.wishes))
    worth = _worth(person, asked, item)
    assume(worth < 1000)
    value = data.draw(st.integers(worth + 1, 1000), label="value")
    criterion = _asked(evaluation, item)

    needed = needed_fact(evaluation.facts, criterion, 0, value)

    if needed is None:
        assert item in {"times", "place"}
        return
    reached = _worth(with_fact(person, criterion, needed), asked, item)
    assert reached >= value
    if needed.kind == "best":
        for other in _other_offers(person, criterion):
            assert not value <= _worth(other, asked, item) < reached
        return
    for short in with_one_step_less(person, criterion, needed):
        assert _worth(short, asked, item) < value


def _other_offers(person: Profile, asked: AskedCriterion) -> list[Profile]:
    """Return the person with each single offer, instead of or besides what is stated."""
    field = FIELDS[asked.criterion.fields[0]]
    levels = load_vocabulary(field.vocabulary).levels if field.vocabulary else ()
    assert field.kind in {FieldKind.CODE, FieldKind.CODES}
    return [
        with_fact(person, asked, NeededFact("best", codes=((code, level),)))
        for code in code_factors(asked)
        for level in levels or ("",)
    ]
