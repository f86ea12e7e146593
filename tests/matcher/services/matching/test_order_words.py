"""What an order hangs on, in sentences: every kind of change has its own words."""

from decimal import Decimal

import numpy as np
import pytest
from support.builders import make_profile
from support.directories import MemoryDirectory, make_answers

from matcher.directory.profile import Profile
from matcher.i18n import Catalogue
from matcher.questionnaire.item import Importance
from matcher.questionnaire.response import Money, Place, Response, Times
from matcher.ranking.acceptability import Acceptability
from matcher.services.matching.match import Match, match
from matcher.services.matching.order_words import OrderWords

NEXT_TO_IT = Place(latitude=45.52, longitude=-122.68, max_km=Decimal(10))
CASES = {
    "axis": ({"style_steer": 2}, {"style_steer": "2"}, {"style_steer": "0"}),
    "times": (
        {"times": Times(("mon-evening", "tue-evening"), ())},
        {"times": "mon-evening;tue-evening"},
        {"times": "fri-early"},
    ),
    "times_possible": (
        {"times": Times((), ("mon-evening",))},
        {"times": "mon-evening"},
        {"times": "fri-early"},
    ),
    "start": (
        {"start": "two_weeks"},
        {"next_opening": "2026-11-25"},
        {"next_opening": "2027-06-01"},
    ),
    "years": ({"experience_years": "yes"}, {"years": "9"}, {"years": "1"}),
    "fee": (
        {"fee": Money(Decimal(100), "USD")},
        {"fee_max": "90", "currency": "USD"},
        {"fee_max": "190", "currency": "USD"},
    ),
    "place": (
        {"place": NEXT_TO_IT},
        {"latitude": "45.52", "longitude": "-122.68"},
        {"latitude": "46.52", "longitude": "-122.68"},
    ),
    "place_here": (
        {"place": Place(area="Harbor", max_km=Decimal(10))},
        {"area": "Harbor"},
        {"area": "Hill"},
    ),
    "mean": ({"issues": ("worry", "sleep")}, {"issues": "worry:focus;sleep"}, {"issues": "panic"}),
    "best": ({"goals": "in_writing"}, {"goals": "in_writing"}, {"goals": "emerge"}),
    "avoid": (
        {"approaches_avoid": ("cbt",)},
        {"approaches": "act:trained"},
        {"approaches": "cbt:trained"},
    ),
}
SAID = {
    "axis": "Bo would have more points with a way of working just as you wish: Who leads.",
    "times": "Bo would have more points with 2 free times that suit you well.",
    "times_possible": "Bo would have more points with a free time that is possible for you.",
    "start": "Bo would have more points with a first meeting within 14 days.",
    "years": "Bo would have more points with 9 years of practice.",
    "fee": "Bo would have more points with a price of $105.37 or less.",
    "place": "Bo would have more points with a place no more than 6.8 miles away.",
    "place_here": "Bo would have more points with a place in the area you named.",
    "mean": "Bo would have more points by offering this. What it is about: Worry",
    "best": "Bo would have more points by offering this. Goals: In writing.",
    "avoid": "Bo would have more points without this. Kinds to leave out: ",
}


def _match(asked: dict[str, object], ahead: dict[str, str], behind: dict[str, str]) -> Match:
    """Make a match in which the one behind is a little ahead on something else."""
    people: list[Profile] = [
        make_profile("p-1", name="Ana", accepting="yes", style_pace="0", **ahead),
        make_profile("p-2", name="Bo", accepting="yes", style_pace="1", **behind),
    ]
    responses = {
        item: Response(value, importance=Importance.MATTERS_A_LOT)  # type: ignore[arg-type]
        for item, value in asked.items()
    }
    pace = {"style_pace": Response(1, importance=Importance.A_LITTLE)}
    return match(MemoryDirectory(people), make_answers(responses | pace), seed=1)


@pytest.mark.parametrize("kind", [*CASES])
def test_why_when_a_fact_would_do_then_it_is_said_in_its_own_words(kind: str) -> None:
    words = OrderWords(_match(*CASES[kind]), Catalogue())

    assert SAID[kind] in " ".join(words.why("p-2"))


@pytest.mark.parametrize("kind", [*CASES])
def test_why_when_told_in_spanish_then_nothing_is_left_in_english(kind: str) -> None:
    said = " ".join(OrderWords(_match(*CASES[kind]), Catalogue("es")).why("p-2"))

    assert "Bo tendría más puntos" in said
    assert "would" not in said


def test_why_when_a_weight_would_do_then_more_or_less_is_said() -> None:
    words = OrderWords(_match(*CASES["best"]), Catalogue())

    said = " ".join(words.why("p-2"))

    assert "if this counted for more than" in said or "if this counted for less than" in said
    assert "Ana is " in said


@pytest.mark.parametrize(
    ("row", "said"),
    [(0, "Ana is still first in 40 of 100 tries."), (1, "Bo comes first in 40 of 100 tries.")],
)
def test_firmness_when_somebody_is_not_first_now_then_they_are_not_said_to_be_so_still(
    monkeypatch: pytest.MonkeyPatch, row: int, said: str
) -> None:
    found = _match(*CASES["best"])
    firm = Acceptability(np.arange(2), np.array([4.0, 4.0]), np.array([4.0, 4.0]), 10)
    monkeypatch.setattr(Match, "firmness", lambda *_: firm)

    (sentence,) = OrderWords(found, Catalogue()).firmness(row)

    assert sentence.endswith(said)


def test_why_when_nobody_is_ahead_then_it_says_so_and_how_firm_that_is() -> None:
    said = " ".join(OrderWords(_match(*CASES["best"]), Catalogue()).why("p-1"))

    assert "Nobody under this heading fits better." in said
    assert "Ana has the most points while this counts for at least" in said
    assert "If what matters to you shifts a little, Ana is still first in 100 of 100 tries." in said
    assert "first three" not in said
    assert "Places with other sets of points. Balanced: 1, The same each: 1" in said


def test_why_when_the_profile_leaves_it_open_then_it_says_to_ask() -> None:
    asked, ahead, _ = CASES["best"]
    words = OrderWords(_match(asked, ahead, {}), Catalogue())

    assert "It may be so already: please ask." in " ".join(words.why("p-2"))


def test_why_when_needs_decide_then_they_are_named() -> None:
    people = [make_profile("p-1", name="Ana", accepting="no")]
    found = match(MemoryDirectory(people), make_answers(style_pace=1), seed=1)

    said = " ".join(OrderWords(found, Catalogue()).why("p-1"))

    assert "Ana stands under “Not taking new people”." in said
    assert "Here because this is not met or not stated yet: Taking new people." in said


@pytest.mark.parametrize(
    ("accepting", "is_told"),
    [pytest.param("yes", True, id="free"), pytest.param("no", False, id="full")],
)
def test_why_when_somebody_takes_nobody_then_no_change_is_told_that_would_not_help(
    accepting: str, is_told: bool
) -> None:
    people = [
        make_profile("p-1", name="Ana", accepting=accepting, goals="in_writing"),
        make_profile("p-2", name="Bo", accepting=accepting, goals="emerge", style_pace="1"),
    ]
    asked = make_answers(goals="in_writing", style_pace=1)
    found = match(MemoryDirectory(people), asked, seed=1)
    last = max(found.evaluation.snapshot.ids, key=lambda id_: found.result_for(id_).rank or 0)

    said = " ".join(OrderWords(found, Catalogue()).why_not_higher(last))

    assert "ahead." in said
    assert ("would" in said) is is_told


def test_why_when_somebody_is_hidden_or_nothing_was_asked_then_it_says_so() -> None:
    people = [make_profile("p-1", name="Ana", accepting="yes")]
    found = match(MemoryDirectory(people), make_answers(hide_people=("p-1",)), seed=1)

    said = " ".join(OrderWords(found, Catalogue()).why("p-1"))

    assert "Left out, as you asked" in said
    assert "You left everything open." in said


def test_swap_when_only_chance_decides_then_it_says_so() -> None:
    people = [make_profile(f"p-{n}", name=f"N{n}", accepting="yes", style_pace="1") for n in "12"]
    found = match(MemoryDirectory(people), make_answers(style_pace=1), seed=1)

    said = [*OrderWords(found, Catalogue()).swap(found.swap(0, 1))]

    assert said == ["N2 and N1 have equal points. Only chance lists one of them first."]


def test_swap_when_nothing_alone_would_do_then_it_says_so() -> None:
    people = [
        make_profile("p-1", name="Ana", accepting="yes", goals="in_writing"),
        make_profile("p-2", name="Bo", accepting="yes", goals="emerge"),
    ]
    found = match(MemoryDirectory(people), make_answers(goals="in_writing"), seed=1)

    said = [*OrderWords(found, Catalogue()).swap(found.swap(0, 1))]

    assert said[-1] == "No single change would give Bo more points than Ana."


def test_comparison_when_two_differ_then_the_parts_are_told_and_what_is_equal() -> None:
    people = [
        make_profile("p-1", name="Ana", accepting="yes", style_pace="1", goals="in_writing"),
        make_profile("p-2", name="Bo", style_pace="1"),
    ]
    found = match(MemoryDirectory(people), make_answers(style_pace=1, goals="in_writing"), seed=1)

    said = [*OrderWords(found, Catalogue()).comparison(("p-1", "p-2"))]

    assert said[0] == "Ana and Bo"
    assert "“Taking new people” and “Ask first”" in said[1]
    assert said[2].startswith("Ana is ")
    assert said[3].startswith("Goals: ")
    assert said[4] == "Equal on: Fast or slow start."
    assert said[5] == "Not known for Bo: Goals."


def test_comparison_when_points_are_equal_or_nothing_was_asked_then_it_says_so() -> None:
    people = [make_profile(f"p-{n}", name=f"N{n}", accepting="yes", style_pace="1") for n in "12"]
    directory = MemoryDirectory(people)
    level = match(directory, make_answers(style_pace=1), seed=1)
    unranked = match(directory, make_answers(), seed=1)

    ids = ("p-1", "p-2")
    assert "Both have the same points." in [*OrderWords(level, Catalogue()).comparison(ids)]
    assert "Nothing was asked that could set them apart." in [
        *OrderWords(unranked, Catalogue()).comparison(ids)
    ]
    assert list(OrderWords(unranked, Catalogue()).firmness(0)) == []
