"""What a match says in sentences, for a terminal and for a window."""

from decimal import Decimal
from fractions import Fraction

import pytest
from support.builders import make_profile
from support.directories import MemoryDirectory, make_answers

from matcher.i18n import Catalogue
from matcher.questionnaire.item import Importance
from matcher.questionnaire.response import Money, Place, Response, Times
from matcher.ranking.relaxation import Relaxation
from matcher.scoring.result import Group
from matcher.services.matching import match_words
from matcher.services.matching.match import Match, match

_ENGLISH = Catalogue()
_FEE = Response(Money(Decimal(60), "USD"), importance=Importance.MUST)
_NEAR = Place(latitude=45.0, longitude=-122.0, max_km=Decimal(8))
_ABOUT_TIMES = Times(good=("mon-evening", "tue-evening"), possible=("sat-morning",))


def _match(*cells: dict[str, str], **responses: Response) -> Match:
    profiles = [
        make_profile(f"p-{number}", **{"accepting": "yes"} | each)
        for number, each in enumerate(cells)
    ]
    return match(MemoryDirectory(profiles), make_answers(responses), seed=1)


def _fees(*fees: str) -> list[dict[str, str]]:
    return [{"fee_max": fee, "currency": "USD"} for fee in fees]


@pytest.mark.parametrize(
    ("fees", "said"),
    [
        pytest.param(["50"], "1 person fits all your needs.", id="one fits"),
        pytest.param(
            ["50", "50", ""],
            "2 people fit all your needs. 1 more might: ask them first.",
            id="one more might",
        ),
        pytest.param(
            [""],
            "Nobody is sure to fit all your needs. 1 person might: ask them first.",
            id="one might",
        ),
        pytest.param(
            ["140"], "Nobody here is sure to fit all your needs. It was right to ask.", id="nobody"
        ),
        pytest.param([], "There is nobody in this directory yet.", id="empty"),
    ],
)
def test_answer_when_there_is_one_need_and_no_wish_then_people_are_counted(
    fees: list[str], said: str
) -> None:
    assert match_words.answer(_match(*_fees(*fees), fee=_FEE), _ENGLISH) == said


def test_answer_when_nothing_was_asked_then_all_are_level() -> None:
    said = match_words.answer(_match({}, {}), _ENGLISH)

    assert said.startswith("You left everything open. So this is the whole list.")


_WORRY = Response(("worry",), Importance.MATTERS)


@pytest.mark.parametrize(
    ("accepting", "said"),
    [
        ("yes,yes", "2 people have room for you."),
        ("yes,", "1 person has room for you. 1 more might: ask them first."),
        (",", "Nobody is sure to have room for you. 2 people might: ask them first."),
        ("no,no", "Nobody here is sure to have room for you. It was right to ask."),
    ],
)
def test_answer_when_there_are_wishes_and_no_need_then_who_has_room_is_counted(
    accepting: str, said: str
) -> None:
    found = _match(*({"accepting": each} for each in accepting.split(",")), issues=_WORRY)

    assert match_words.answer(found, _ENGLISH) == said


@pytest.mark.parametrize("responses", [{}, {"issues": _WORRY}], ids=["nothing", "a wish"])
def test_shelf_when_no_need_was_named_then_nobody_is_said_to_fit_or_to_be_on_a_register(
    responses: dict[str, Response],
) -> None:
    found = _match({}, {"accepting": ""}, **responses)
    assert (found.counts[Group.MEETS_ALL], found.counts[Group.TO_CHECK]) == (1, 1)
    said = [
        _ENGLISH.text(f"{match_words.shelf_key(group, found)}.{part}", n=2)
        for group in (Group.MEETS_ALL, Group.TO_CHECK, Group.NOT_ACCEPTING)
        for part in ("heading", "note")
    ]

    assert not [words for words in said if "need" in words or "register" in words]


def test_shelf_when_a_need_was_named_then_it_is_said_who_fits_it() -> None:
    found = _match(*_fees("60"), fee=_FEE)

    assert match_words.shelf_key(Group.MEETS_ALL, found) == "results.shelf.meets_all"


def test_answer_when_only_a_license_was_asked_then_people_are_counted() -> None:
    cells = [{"licensed_areas": "US-OR"}, {"licensed_areas": "US-WA"}]
    place = Response(Place(licence_area="US-OR"))

    said = match_words.answer(_match(*cells, place=place), _ENGLISH)

    assert said == "1 person has room for you."


def test_answer_when_the_only_one_with_room_has_no_license_here_then_nobody_is_sure_to() -> None:
    found = _match({"licensed_areas": "US-WA"}, place=Response(Place(licence_area="US-OR")))

    said = match_words.answer(found, _ENGLISH)

    assert said == "Nobody here is sure to have room for you. It was right to ask."


def test_relaxed_when_it_is_money_then_both_limits_are_said() -> None:
    found = _match(*_fees("70"), fee=_FEE)

    (said,) = (match_words.relaxed(each, found, _ENGLISH) for each in found.relaxations)

    assert said == "With up to $70 instead of $60, 1 more person would fit. You don’t have to."


def test_relaxed_when_it_is_a_distance_then_it_is_rounded_up() -> None:
    """10.2 km are 6.338 miles: with 6.3 nobody would be found."""
    cells = {"latitude": "45.0916", "longitude": "-122"}
    found = _match(cells, place=Response(_NEAR, importance=Importance.MUST))
    (change,) = found.relaxations
    assert change.to["place"] == Decimal("10.2")

    said = match_words.relaxed(change, found, _ENGLISH)

    assert said.startswith("With up to 6.4 miles instead of 5 miles, 1 more person")


@pytest.mark.parametrize(
    ("item", "response"), [("fee", _FEE), ("place", Response(_NEAR))], ids=["money", "distance"]
)
def test_relaxed_when_no_new_limit_is_known_then_the_need_is_named(
    item: str, response: Response
) -> None:
    name = _ENGLISH.text(f"item.{item}.name")

    said = match_words.relaxed(Relaxation((item,), 2), _match({}, **{item: response}), _ENGLISH)

    assert said == f"With other answers for {name}, 2 more people would fit. You don’t have to."


def test_relaxed_when_it_takes_several_needs_then_all_are_named() -> None:
    change = Relaxation(("fee", "start"), 1, {"fee": Decimal(90)})

    said = match_words.relaxed(change, _match({}, fee=_FEE), _ENGLISH)

    assert said.startswith("With other answers for Cost and ")


def test_relaxed_when_it_is_no_number_then_what_would_change_is_said() -> None:
    said = match_words.relaxed(Relaxation(("start",), 1), _match({}), _ENGLISH)

    assert said == "With a later start, 1 more person would fit. You don’t have to."


@pytest.mark.parametrize(
    ("times", "said"),
    [
        pytest.param("mon-evening;wed-morning", "Monday evenings", id="good"),
        pytest.param("sat-morning;wed-morning", "Saturday mornings", id="possible"),
        pytest.param(
            "mon-evening;sat-morning;wed-morning", "Monday evenings; Saturday mornings", id="both"
        ),
        pytest.param("wed-morning", "Wednesday mornings", id="other times"),
        pytest.param("", "Not stated", id="nothing"),
    ],
)
def test_offered_when_times_were_asked_then_those_that_are_free_are_told(
    times: str, said: str
) -> None:
    profile = make_profile(times=times)

    assert match_words.offered("times", profile, _ENGLISH, _ABOUT_TIMES) == said


def test_offered_when_nothing_was_asked_then_all_is_told() -> None:
    profile = make_profile(times="mon-evening;wed-morning")

    assert match_words.offered("times", profile, _ENGLISH) == "Monday evenings; Wednesday mornings"


@pytest.mark.parametrize(
    ("points", "whole"),
    [("0", 0), ("121/2", 61), ("123/2", 62), ("6049/100", 60), ("100", 100)],
)
def test_whole_points_when_half_way_then_it_goes_up(points: str, whole: int) -> None:
    assert match_words.whole_points(Fraction(points)) == whole
