"""What holds of every selection: no question twice, three to five on a page, always one order."""

from dataclasses import replace
from decimal import Decimal
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from support.better_facts import better_cells
from support.builders import make_profile
from support.directories import MemoryDirectory, make_answers
from support.results import make_asked, make_contribution, make_result

from matcher.checklist.asked import Asked
from matcher.checklist.bank import load_bank
from matcher.checklist.question import Trigger, When
from matcher.checklist.selection import FEWEST, MOST, OfferedQuestion, Selection, select
from matcher.questionnaire.item import Importance
from matcher.questionnaire.response import Money, Response, State, Times, Value
from matcher.ranking.explanation import ProfileResult
from matcher.scoring.criteria import load_criteria
from matcher.scoring.result import Contribution, RequirementStatus
from matcher.services.matching.match import match
from matcher.services.sheets.checklist import suggest

_CRITERIA = [criterion.id for criterion in load_criteria().criteria]
_NEEDS = [*_CRITERIA, "accepting", "licence", "register"]
_IDS = [question.id for question in load_bank()]
_SILENT = make_profile()
_WISHES: dict[str, Value] = {
    "style_steer": -2,
    "style_talk": 1,
    "style_time": 2,
    "goals": "in_writing",
    "feedback": "every_time",
    "contact": "calls_in_need",
    "issues": ("worry", "sleep"),
    "approaches": ("cbt", "act"),
    "languages": ("en",),
    "access": ("step_free_entry",),
    "formats": ("video", "in_person"),
    "payers": ("medicaid",),
    "fee": Money(Decimal(100), "USD"),
    "times": Times(("mon-evening",), ("tue-morning",)),
    "communities": ("refugee", "parent"),
    "faith_stance": "include",
    "family_role": "central",
    "duration": ("sessions_1_6",),
    "medication": "yes",
}


def _all(selection: Selection) -> list[OfferedQuestion]:
    return [*selection.suggested, *selection.others, *selection.before_booking]


def _contribution(criterion: str, a: int, b: int, weight: int) -> Contribution:
    return make_contribution(criterion, min(a, b), max(a, b), weight=weight)


@st.composite
def _situations(draw: st.DrawFn) -> tuple[Asked, ProfileResult]:
    """Draw what somebody left open or marked, and how a profile stands to their wishes."""
    numbers = st.integers(0, 1000)
    wishes = draw(
        st.lists(
            st.builds(_contribution, st.sampled_from(_CRITERIA), numbers, numbers, numbers),
            unique_by=lambda part: part.criterion,
            max_size=20,
        )
    )
    needs = draw(
        st.dictionaries(st.sampled_from(_NEEDS), st.sampled_from([*RequirementStatus]), max_size=6)
    )
    not_sure = draw(st.sets(st.sampled_from(_CRITERIA), max_size=10))
    open_ = {item: Response(state=State.NOT_SURE) for item in sorted(not_sure)}
    ticked = draw(
        st.fixed_dictionaries(
            {},
            optional={
                "practise": st.just(Response(("saying_no",))),
                "trust_pace": st.just(Response("slowly")),
                "prior_help": st.just(Response("mixed")),
                "hide_people": st.just(Response(("p-9",))),
                "reminders": st.just(Response(("discreet",))),
            },
        )
    )
    asked = make_asked(
        region=draw(st.sampled_from(["gb", "us"])),
        double=draw(st.sampled_from([(), ("agreement",), ("culture", "style")])),
        **(open_ | ticked),
    )
    return asked, make_result(*wishes, requirements=needs)


@settings(max_examples=60)
@given(_situations(), st.sets(st.sampled_from(_IDS)), st.booleans())
def test_select_when_any_bank_then_no_question_twice_and_three_to_five_where_there_are_so_many(
    situation: tuple[Asked, ProfileResult], kept: set[str], is_short: bool
) -> None:
    whole = load_bank()
    bank = replace(whole, questions=tuple(each for each in whole if each.id in kept))

    selection = select(bank, *situation, _SILENT, is_short=is_short)

    ids = [each.id for each in _all(selection)]
    at_meeting = [each for each in _all(selection) if each.question.when is When.MEETING]
    assert len(ids) == len(set(ids))
    assert min(FEWEST, len(at_meeting)) <= len(selection.suggested) <= MOST
    assert all(each.question.when is When.MEETING for each in selection.suggested)
    assert not is_short or all(each.question.short_edition for each in _all(selection))


@settings(max_examples=60)
@given(_situations(), st.randoms(use_true_random=False))
def test_select_when_facts_come_in_any_order_then_the_selection_is_the_same(
    situation: tuple[Asked, ProfileResult], random: Random
) -> None:
    asked, result = situation
    mixed = replace(
        result,
        contributions=tuple(random.sample(result.contributions, len(result.contributions))),
        requirements=tuple(random.sample(result.requirements, len(result.requirements))),
    )

    assert select(load_bank(), asked, mixed, _SILENT) == select(load_bank(), *situation, _SILENT)


@settings(max_examples=60)
@given(_situations())
def test_select_when_something_is_open_then_one_question_leads_for_it(
    situation: tuple[Asked, ProfileResult],
) -> None:
    asked, result = situation

    offered = _all(select(load_bank(), asked, result, make_profile(register="R")))

    open_ = {part.criterion for part in (*result.unknowns, *result.differences)}
    open_ |= {*asked.not_sure()}
    open_ |= {r.item for r in result.requirements if r.status is not RequirementStatus.MET}
    led = {each.reason.subject for each in offered if each.reason.leads}
    by_another = {
        subject
        for subject in open_ - led
        # A question that several things bring up is printed with the most pressing reason.
        if any(
            subject in each.question.subjects(trigger) and each.reason.leads
            for each in offered
            for trigger in Trigger
        )
    }
    assert open_ == (open_ & led) | by_another


@st.composite
def _statements(draw: st.DrawFn) -> tuple[dict[str, Response], str, dict[str, str]]:
    """Draw a few wishes and, for one of them, cells that state something."""
    items = sorted(draw(st.sets(st.sampled_from([*_WISHES]), min_size=1, max_size=4)))
    item = draw(st.sampled_from(items))
    stated = draw(better_cells(item, _WISHES[item]))[draw(st.integers(0, 1))]
    importances = st.sampled_from([Importance.A_LITTLE, Importance.MATTERS_A_LOT])
    answers = {each: Response(_WISHES[each], importance=draw(importances)) for each in items}
    return answers, item, dict(stated)


def _suggested_for(
    answers: dict[str, Response], cells: dict[str, str]
) -> tuple[Selection, ProfileResult]:
    people = [make_profile("p-001", accepting="yes", register="R", **cells)]
    found = match(MemoryDirectory(people), make_answers(answers), seed=7)
    return suggest(found, "p-001"), found.result_for("p-001")


@settings(max_examples=80)
@given(_statements())
def test_select_when_a_profile_states_a_fact_then_no_question_about_it_is_added(
    drawn: tuple[dict[str, Response], str, dict[str, str]],
) -> None:
    """Only that the fact is not what was wished for most may bring up something new."""
    answers, item, cells = drawn
    silent, _ = _suggested_for(answers, {})
    stating, result = _suggested_for(answers, cells)

    asked_before = {each.id for each in _all(silent)}
    second = [each for each in _all(stating) if each.reason.subject == "second_choice"]
    added = [each for each in _all(stating) if each.id not in asked_before and each not in second]

    assert not second or item == "times"
    assert all(each.reason.trigger is Trigger.DIFFERENT for each in added)
    assert all(each.reason.subject == item for each in added)
    part = next(part for part in result.contributions if part.criterion == item)
    assert not (part.fits and added)
