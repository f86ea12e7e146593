"""Each trigger brings up its question and no other, and the same input gives the same choice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import make_profile
from support.results import make_asked, make_contribution, make_result, make_selection

from matcher.checklist.bank import load_bank
from matcher.checklist.gaps import Gap
from matcher.checklist.question import Trigger, When
from matcher.checklist.selection import (
    FEWEST,
    MOST,
    OfferedQuestion,
    Selection,
    question_for,
    select,
)
from matcher.questionnaire.item import Importance
from matcher.questionnaire.response import Place, Response, State
from matcher.scoring.criteria import load_criteria
from matcher.scoring.result import RequirementStatus

_CRITERIA = [criterion.id for criterion in load_criteria().criteria]


def _all(selection: Selection) -> list[OfferedQuestion]:
    return [*selection.suggested, *selection.others, *selection.before_booking]


def _brought_up(selection: Selection) -> dict[str, tuple[str, str]]:
    """Return every question that is not a basic one, with what brought it up."""
    return {
        each.id: (each.reason.trigger.value, each.reason.subject)
        for each in _all(selection)
        if each.reason.trigger is not Trigger.BASIC
    }


def test_select_when_nothing_was_asked_then_only_basic_questions_are_offered() -> None:
    selection = make_selection(make_asked())

    assert _brought_up(selection) == {}
    assert len(selection.suggested) == FEWEST
    assert selection.before_booking == ()


@pytest.mark.parametrize(
    ("criterion", "low", "high", "expected"),
    [
        ("style_steer", 0, 1000, {"A2": ("not_stated", "style_steer")}),
        ("style_steer", 250, 250, {"A2": ("different", "style_steer")}),
        ("style_steer", 750, 750, {}),
        ("style_feelings", 500, 500, {"A7": ("different", "style_feelings")}),
        ("goals", 0, 1000, {"G1": ("not_stated", "goals")}),
        ("times", 0, 0, {"S1": ("different", "times"), "S4": ("different", "times")}),
        ("style_time", 0, 1000, {"generic.style_time": ("not_stated", "style_time")}),
        ("style_words", 0, 0, {"generic.style_words": ("different", "style_words")}),
        (
            "issues",
            300,
            300,
            {"E1": ("different", "issues"), "E3": ("different", "issues")},
        ),
    ],
    ids=str,
)
def test_select_when_one_wish_has_a_gap_then_its_questions_come_up_and_no_other(
    criterion: str, low: int, high: int, expected: dict[str, tuple[str, str]]
) -> None:
    result = make_result(make_contribution(criterion, low, high))

    assert _brought_up(make_selection(make_asked(), result)) == expected


def test_select_when_an_item_is_not_sure_then_its_question_comes_up() -> None:
    asked = make_asked(style_feelings=Response(state=State.NOT_SURE))

    assert _brought_up(make_selection(asked)) == {"A7": ("not_sure", "style_feelings")}


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (
            make_asked(goals=Response("in_writing", importance=Importance.MATTERS_A_LOT)),
            {"G6": ("important", "goals")},
        ),
        (make_asked(goals=Response("in_writing", importance=Importance.A_LITTLE)), {}),
        (
            make_asked(style_us=Response(-1), double=("style",)),
            {"R2": ("important", "style_us"), "R6": ("important", "style_us")},
        ),
        (
            make_asked(approaches=Response(("cbt",), importance=Importance.MUST)),
            {"A6": ("important", "approaches")},
        ),
        (make_asked(fee=Response(state=State.NO_PREFERENCE), double=("scheduling",)), {}),
    ],
    ids=["a_lot", "a_little", "group_doubled", "must_by_choice", "no_value"],
)
def test_select_when_something_is_important_then_its_questions_come_up(
    asked: object, expected: dict[str, tuple[str, str]]
) -> None:
    assert _brought_up(make_selection(asked)) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("item", "when_not_stated"),
    [("fee", "F1"), ("access", "S5"), ("languages", "C6"), ("accepting", "generic.accepting")],
)
def test_select_when_a_need_is_not_stated_then_it_is_settled_before_booking(
    item: str, when_not_stated: str
) -> None:
    result = make_result(requirements={item: RequirementStatus.NOT_STATED})

    selection = make_selection(make_asked(), result)

    assert [each.id for each in selection.before_booking] == [when_not_stated]
    assert selection.before_booking[0].question.when is When.BOOKING


def test_select_when_a_need_has_only_a_meeting_question_then_booking_uses_the_generic_one() -> None:
    result = make_result(requirements={"participants": RequirementStatus.NOT_STATED})

    selection = make_selection(make_asked(), result)

    assert [each.id for each in selection.before_booking] == ["generic.participants"]
    assert "N1" in [each.id for each in selection.others]


def test_select_when_a_need_is_met_then_nothing_is_asked_about_it() -> None:
    result = make_result(requirements={"fee": RequirementStatus.MET})

    assert _brought_up(make_selection(make_asked(), result)) == {}


def test_select_when_many_gaps_then_unknown_and_heavy_ones_go_first() -> None:
    result = make_result(
        make_contribution("style_steer", 0, 0, weight=4000),
        make_contribution("style_talk", 0, 1000, weight=1000),
        make_contribution("style_plan", 0, 1000, weight=2000),
    )
    asked = make_asked(style_us=Response(state=State.NOT_SURE))

    suggested = make_selection(asked, result).suggested

    assert [each.id for each in suggested] == ["A4", "A3", "A2", "R5"]


def test_select_when_the_register_is_silent_then_it_is_only_a_question() -> None:
    silent = make_selection(make_asked(), profile=make_profile())

    assert _brought_up(silent) == {"L1": ("not_stated", "register")}


def test_select_when_a_licence_is_wished_and_none_stated_then_it_is_asked() -> None:
    asked = make_asked(place=Response(Place(licence_area="US-OR")))

    assert _brought_up(make_selection(asked)) == {"L1": ("not_stated", "licence")}


@given(
    st.lists(
        st.tuples(
            st.sampled_from(_CRITERIA),
            st.integers(0, 1000),
            st.integers(0, 1000),
            st.integers(0, 10_000),
        ),
        unique_by=lambda drawn: drawn[0],
        max_size=20,
    ),
    st.sets(st.sampled_from(_CRITERIA), max_size=10),
)
def test_select_when_anything_is_asked_then_each_question_stands_once(
    wishes: list[tuple[str, int, int, int]], not_sure: set[str]
) -> None:
    asked = make_asked(**{item: Response(state=State.NOT_SURE) for item in sorted(not_sure)})
    result = make_result(
        *(
            make_contribution(criterion, min(a, b), max(a, b), weight=weight)
            for criterion, a, b, weight in wishes
        )
    )

    selection = make_selection(asked, result)

    ids = [each.id for each in _all(selection)]
    assert len(ids) == len(set(ids))
    assert FEWEST <= len(selection.suggested) <= MOST
    assert all(each.question.when is When.MEETING for each in selection.suggested)
    assert selection == make_selection(asked, result)


def test_picked_when_the_person_chooses_then_their_order_holds_and_nothing_is_lost() -> None:
    selection = make_selection(make_asked())

    picked = selection.picked(["X1", "A1", "X1", "no-such-question"])

    assert [each.id for each in picked.suggested] == ["X1", "A1"]
    assert {each.id for each in _all(picked)} == {each.id for each in _all(selection)}


def test_picked_when_nothing_is_chosen_then_the_suggestion_stays() -> None:
    selection = make_selection(make_asked())

    assert selection.picked([]) == selection


def test_select_when_two_wishes_weigh_the_same_then_their_order_does_not_choose_the_reason() -> (
    None
):
    parts = [make_contribution(each, 0, 1000) for each in ("approaches", "approaches_avoid")]

    first, second = (
        make_selection(make_asked(), make_result(*order)) for order in (parts, parts[::-1])
    )

    assert first == second
    assert _brought_up(first) == {"A5": ("not_stated", "approaches")}


def test_select_when_short_then_a_gap_without_its_question_falls_back_on_the_generic_one() -> None:
    result = make_result(make_contribution("family_role", 0, 1000))
    profile = make_profile(register="Example register")

    short = select(load_bank(), make_asked(), result, profile, is_short=True)

    assert _brought_up(make_selection(make_asked(), result)).keys() == {"C7"}
    assert _brought_up(short).keys() == {"generic.family_role"}
    assert "C7" not in {each.id for each in _all(short)}


def test_select_when_short_then_what_only_matters_brings_up_no_other_question() -> None:
    asked = make_asked(prior_help=Response("did_not_help"))
    profile = make_profile(register="Example register")

    short = select(load_bank(), asked, make_result(), profile, is_short=True)

    assert "E5" in _brought_up(make_selection(asked))
    assert _brought_up(short) == {}
    assert "E5" not in {each.id for each in _all(short)}


@pytest.mark.parametrize(
    ("gap", "question", "when"),
    [
        (Gap(Trigger.NOT_STATED, "style_steer", 240), "A2", When.MEETING),
        (Gap(Trigger.NOT_STATED, "fee", 10_000, is_requirement=True), "F1", When.BOOKING),
        (
            Gap(Trigger.NOT_STATED, "participants", 10_000, is_requirement=True),
            "generic.participants",
            When.BOOKING,
        ),
    ],
    ids=["a wish", "a need", "a need without a question of its own"],
)
def test_question_for_when_one_thing_is_open_then_it_is_the_one_that_leads(
    gap: Gap, question: str, when: When
) -> None:
    offered = question_for(load_bank(), make_asked(), gap)

    assert (offered.id, offered.question.when) == (question, when)
    assert (offered.reason.subject, offered.reason.leads) == (gap.subject, True)
