"""The conditions of the question bank hold exactly when their head comment says so."""

import pytest
from support.builders import make_profile
from support.results import make_asked

from matcher.checklist.asked import CONDITIONS, Asked
from matcher.checklist.bank import load_bank
from matcher.questionnaire.item import Importance
from matcher.questionnaire.response import Response, State, Times

_SILENT = make_profile()
_OF_THE_PROFILE = {"second_choice": make_profile(times="tue 14:00-16:00")}
"""The profile of conditions that hold only for some."""
_TUESDAY_IF_NEED_BE = make_asked(
    times=Response(Times(good=("mon-evening",), possible=("tue-afternoon",)))
)

_HOLDING = {
    "online": make_asked(formats=Response(("in_person", "video"))),
    "maybe_online": make_asked(formats=Response(state=State.NOT_SURE)),
    "conflict": make_asked(hide_people=Response(("p-009",))),
    "pleasing": make_asked(practise=Response(("saying_no",))),
    "slow_trust": make_asked(trust_pace=Response("expect_let_down")),
    "us_region": make_asked(region="US"),
    "private": make_asked(faith_stance=Response(state=State.RATHER_NOT_SAY)),
    "hope": make_asked(double=("agreement",)),
    "power": make_asked(style_steer=Response(2)),
    "identity": make_asked(
        therapist_gender=Response(("woman",), importance=Importance.MATTERS_A_LOT)
    ),
    "past_help": make_asked(prior_help=Response("mixed")),
    "faith": make_asked(faith_stance=Response("include")),
    "medicine": make_asked(medication=Response("yes")),
    "couple": make_asked(participants=Response("couple")),
    "culture_important": make_asked(communities=Response(("refugee",)), double=("culture",)),
    "second_choice": _TUESDAY_IF_NEED_BE,
}
_NOT_HOLDING = {
    "online": make_asked(formats=Response(("in_person",))),
    "maybe_online": make_asked(formats=Response(state=State.NO_PREFERENCE)),
    "conflict": make_asked(hide_people=Response(())),
    "pleasing": make_asked(practise=Response(("showing_feelings",))),
    "slow_trust": make_asked(trust_pace=Response("quickly")),
    "us_region": make_asked(region="gb"),
    "private": make_asked(formats=Response(state=State.NOT_SURE)),
    "hope": make_asked(double=("style",)),
    "power": make_asked(style_steer=Response(1)),
    "identity": make_asked(therapist_gender=Response(("woman",))),
    "past_help": make_asked(prior_help=Response("helped")),
    "faith": make_asked(faith_stance=Response("respect")),
    "medicine": make_asked(medication=Response("no")),
    "couple": make_asked(participants=Response("me")),
    "culture_important": make_asked(double=("culture",)),
    "second_choice": make_asked(times=Response(Times(good=("tue-afternoon",)))),
}


def test_conditions_when_compared_with_the_bank_then_each_is_known() -> None:
    assert set(CONDITIONS) == set(load_bank().conditions) == set(_HOLDING) == set(_NOT_HOLDING)


@pytest.mark.parametrize(("condition", "asked"), _HOLDING.items(), ids=_HOLDING)
def test_holds_when_answered_so_then_true(condition: str, asked: Asked) -> None:
    assert asked.holds(condition, _OF_THE_PROFILE.get(condition, _SILENT))


@pytest.mark.parametrize(("condition", "asked"), _NOT_HOLDING.items(), ids=_NOT_HOLDING)
def test_holds_when_answered_otherwise_then_false(condition: str, asked: Asked) -> None:
    assert not asked.holds(condition, _OF_THE_PROFILE.get(condition, _SILENT))


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ("tue-afternoon", True),
        ("mon-evening;tue-afternoon", False),
        ("wed-morning", False),
        ("", False),
    ],
    ids=["only_possible", "good_too", "neither", "silent"],
)
def test_second_choice_when_good_hours_are_free_or_none_then_it_does_not_hold(
    times: str, expected: bool
) -> None:
    profile = make_profile(times=times)

    assert _TUESDAY_IF_NEED_BE.holds("second_choice", profile) is expected


def test_private_when_messages_have_to_be_discreet_then_it_holds() -> None:
    assert make_asked(reminders=Response(("discreet",))).holds("private", _SILENT)


@pytest.mark.parametrize(
    ("response", "expected"),
    [
        (Response(("worry",), importance=Importance.MATTERS_A_LOT), True),
        (Response(("worry",), importance=Importance.MATTERS), False),
        (Response(("worry",), importance=Importance.MATTERS, starred="worry"), True),
        (Response((), importance=Importance.MATTERS_A_LOT), False),
        (Response(state=State.NOT_SURE), False),
    ],
    ids=["a_lot", "matters", "starred", "empty", "no_value"],
)
def test_is_important_when_answered_then_only_what_was_marked(
    response: Response, expected: bool
) -> None:
    assert make_asked(issues=response).is_important("issues") is expected


def test_is_important_when_a_must_starts_as_a_must_then_it_is_not_marked() -> None:
    assert not make_asked(participants=Response("me")).is_important("participants")


def test_not_sure_when_asked_then_in_questionnaire_order() -> None:
    asked = make_asked(
        style_us=Response(state=State.NOT_SURE), formats=Response(state=State.NOT_SURE)
    )

    assert [*asked.not_sure()] == ["formats", "style_us"]


def test_not_sure_when_no_profile_answers_an_item_then_nobody_is_asked_about_it() -> None:
    asked = make_asked(
        hide_people=Response(state=State.NOT_SURE), when_off=Response(state=State.NOT_SURE)
    )

    assert [*asked.not_sure()] == []


@pytest.mark.parametrize(
    ("formats", "expected"),
    [
        ("", True),
        ("video", True),
        ("in_person;video", True),
        ("in_person;hybrid", True),
        ("in_person", False),
        ("in_person;walk", False),
        ("-", False),
    ],
    ids=["silent", "online", "both", "mixed", "in_person", "out_of_doors", "none"],
)
@pytest.mark.parametrize(
    ("condition", "answer"),
    [
        ("online", Response(("in_person", "video"))),
        ("maybe_online", Response(state=State.NOT_SURE)),
    ],
    ids=["wished", "not_sure"],
)
def test_online_when_a_profile_meets_in_person_only_then_it_does_not_hold(
    condition: str, answer: Response, formats: str, expected: bool
) -> None:
    profile = make_profile(formats=formats)

    assert make_asked(formats=answer).holds(condition, profile) is expected


def test_online_when_the_profile_offers_another_online_way_then_it_does_not_hold() -> None:
    asked = make_asked(formats=Response(("video",)))

    assert not asked.holds("online", make_profile(formats="in_person;phone"))
