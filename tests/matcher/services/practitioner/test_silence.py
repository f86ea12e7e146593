from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest
from support.builders import make_profile
from support.directories import TODAY
from support.practitioners import days_ago
from support.sample import sample_people

from matcher.directory.fact_age import AgeLimits
from matcher.directory.profile import Fact, Profile, Source
from matcher.scoring.criteria import load_criteria
from matcher.services.matching.match import match
from matcher.services.people.one_profile import OneProfile
from matcher.services.practitioner.silence import Openness, Silence, SilenceCost, silence_of
from matcher.services.practitioner.usual_client import UsualClient

_FROM_THE_START = {
    "accepting", "participants", "age_band", "fee", "payers", "access", "qualification",
}  # fmt: skip


def _silence(profile: Profile) -> Silence:
    return silence_of(UsualClient(profile, TODAY), AgeLimits())


def _costs(profile: Profile) -> Mapping[str, SilenceCost]:
    return {cost.subject: cost for cost in _silence(profile).costs}


def test_silence_when_a_profile_says_nothing_then_all_hundred_points_are_open() -> None:
    silence = _silence(Profile("x", {}))

    assert silence.points == 100
    assert {cost.subject for cost in silence.costs if cost.is_need} == _FROM_THE_START
    assert {cost.openness for cost in silence.costs} == {Openness.SILENT}


@pytest.mark.parametrize("profile", sample_people(), ids=lambda each: each.id)
def test_silence_when_told_then_the_points_are_those_the_model_could_add(profile: Profile) -> None:
    client = UsualClient(profile, TODAY)
    found = match(OneProfile(profile, TODAY, 180), client.answers())
    result = found.result_for(profile.id)
    assert result.score is not None
    assert result.high is not None

    assert _silence(profile).points == result.high - result.score


def test_silence_when_an_axis_is_stated_then_its_weight_is_no_longer_open() -> None:
    nothing, steer = Profile("x", {}), make_profile("x", style_steer="0..2")
    weight = _costs(nothing)["style_steer"].points

    assert weight > 2
    assert "style_steer" not in _costs(steer)
    assert _silence(steer).points == 100 - weight


def test_silence_when_told_then_what_opens_most_comes_first() -> None:
    costs = _silence(Profile("x", {})).costs

    assert costs[0].subject == "accepting"
    needs = [cost.is_need for cost in costs]
    assert needs == sorted(needs, reverse=True)
    points = [cost.points for cost in costs if not cost.is_need]
    assert points == sorted(points, reverse=True)


def test_silence_when_two_wishes_hang_on_one_fact_then_it_is_told_once() -> None:
    costs = _costs(Profile("x", {}))

    assert "approaches" in costs
    assert "approaches_avoid" not in costs


@pytest.mark.parametrize(
    ("cells", "openness"),
    [
        ({}, Openness.SILENT),
        ({"fee_max": "90"}, Openness.PARTLY),
        ({"fee_min": "40", "fee_max": "90", "currency": "USD"}, Openness.PARTLY),
    ],
    ids=["silent", "no currency", "no word on a lower price"],
)
def test_silence_when_a_price_cannot_be_told_then_it_is_a_need_not_met(
    cells: dict[str, str], openness: Openness
) -> None:
    fee = _costs(make_profile(**cells))["fee"]

    assert (fee.openness, fee.is_need) == (openness, True)


def test_silence_when_a_price_is_told_in_full_then_it_costs_nothing() -> None:
    cells = {"fee_min": "40", "fee_max": "90", "currency": "USD", "reduced_fee": "no"}

    assert "fee" not in _costs(make_profile(**cells))


def test_silence_when_a_level_is_left_out_then_the_rest_is_open() -> None:
    vague, clear = make_profile(languages="en"), make_profile(languages="en:native")

    assert _costs(vague)["languages"].openness is Openness.PARTLY
    assert "languages" not in _costs(clear)


def test_silence_when_a_fact_is_too_old_then_it_is_told_as_old_with_its_fact() -> None:
    profile = make_profile(confirmed_on=days_ago(181), accepting="yes")

    cost = _costs(profile)["accepting"]

    assert (cost.openness, cost.is_need) == (Openness.OLD, True)
    assert cost.fact is profile.facts["accepting"]


def test_silence_when_it_may_be_a_must_then_says_so() -> None:
    costs = _costs(Profile("x", {}))

    assert costs["affirming"].may_be_need
    assert not costs["style_pace"].may_be_need


@pytest.mark.parametrize("subject", ["register", "licence"])
def test_silence_when_only_a_question_follows_then_it_costs_neither_points_nor_a_need(
    subject: str,
) -> None:
    cost = _costs(Profile("x", {}))[subject]

    assert cost.is_only_asked
    assert cost.question is not None
    assert cost.question.reason.subject == subject


def test_question_when_something_is_open_then_none_reads_back_what_nobody_can_pay() -> None:
    profile = make_profile(fee_min="40", fee_max="90", currency="USD")

    question = _costs(profile)["fee"].question

    assert question is not None
    assert question.reason.stated.quote is None


def test_running_out_when_facts_are_of_two_days_then_each_day_says_what_it_opens() -> None:
    first = make_profile(confirmed_on=days_ago(100), accepting="yes", times="mon-evening")
    later = make_profile(confirmed_on=days_ago(10), next_opening="2026-12-01")
    profile = replace(first, facts={**first.facts, **later.facts})

    soon, late = _silence(profile).running_out

    assert soon.counts_until == TODAY + timedelta(80)
    assert soon.fields == ("accepting", "times")
    assert [cost.subject for cost in soon.costs] == ["accepting", "times"]
    assert (late.counts_until, late.fields) == (TODAY + timedelta(170), ("next_opening",))
    assert [cost.subject for cost in late.costs] == ["start"]


def test_running_out_when_facts_have_no_date_or_do_not_age_then_nothing_runs_out() -> None:
    undated = make_profile(accepting="yes")
    lasting = make_profile(confirmed_on=days_ago(100), style_steer="0")

    assert _silence(undated).running_out == ()
    assert _silence(lasting).running_out == ()


def test_running_out_when_the_day_has_passed_then_the_silence_is_what_was_told() -> None:
    profile = make_profile(confirmed_on=TODAY, accepting="yes", payers="self_pay")
    (told,) = _silence(profile).running_out

    late = silence_of(UsualClient(profile, told.counts_until + timedelta(1)), AgeLimits())

    old = [cost.subject for cost in late.costs if cost.openness is Openness.OLD]
    assert old == [cost.subject for cost in told.costs]


def test_silence_when_a_fact_is_added_then_it_never_costs_more() -> None:
    before = Profile("x", {})
    for profile in sample_people()[:6]:
        facts: dict[str, Fact] = {}
        open_ = _silence(before).points
        for field in ("style_steer", "style_pace", "goals", "feedback", "years", "frequencies"):
            if field in profile.facts:
                facts[field] = Fact(profile.facts[field].value, Source.THERAPIST)
                now = _silence(Profile("x", dict(facts))).points
                assert now < open_
                open_ = now


def test_points_when_all_are_added_then_none_is_lost() -> None:
    silence = _silence(make_profile(issues="worry", languages="es"))

    assert silence.points == sum((cost.points for cost in silence.costs), Fraction(0))
    assert {cost.subject for cost in silence.costs if cost.points} <= {
        criterion.id for criterion in load_criteria().criteria
    }
