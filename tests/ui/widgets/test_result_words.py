from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from support.builders import make_profile
from support.directories import MemoryDirectory, make_answers
from support.sittings import first_of, result_words, sample_match

from matcher.questionnaire.item import Importance
from matcher.questionnaire.response import Money, Place, Response, Times
from matcher.scoring.result import Group, RequirementStatus
from matcher.services.matching.match import Match, match
from ui.widgets.result_words import block_of, kind_of, with_status

_TODAY = date(2026, 11, 21)


def _match(*cells: dict[str, str], **responses: Response) -> Match:
    profiles = [
        make_profile(f"p-{number}", name=f"Name {number}", accepting="yes", **each)
        for number, each in enumerate(cells, 1)
    ]
    return match(MemoryDirectory(profiles), make_answers(responses), seed=1)


def test_register_when_checked_then_the_day_is_said() -> None:
    profile = make_profile(register="State list", register_checked_on="2026-10-03")

    assert result_words().register(profile) == "On the register, checked October 3, 2026"


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        pytest.param("", "Register: not stated", id="silent"),
        pytest.param("-", "On no register, the profile says", id="none"),
        pytest.param("State list", "On the register, no date of a check", id="undated"),
    ],
)
def test_register_when_less_is_stated_then_no_more_is_said(cell: str, said: str) -> None:
    assert result_words().register(make_profile(register=cell)) == said


def test_count_when_some_are_not_known_then_both_counts_are_said() -> None:
    found = _match({"style_steer": "-2", "style_pace": ""}, style_steer=Response(-2),
                   style_pace=Response(2))  # fmt: skip
    result = found.result(0)

    said = result_words(of=found).count(result)

    assert said == "1 of 2 wishes fit. 1 is not known."


def test_words_when_a_list_names_no_level_then_a_wish_fits_at_least_in_part() -> None:
    cells = {"languages": "es", "issues": "worry;bereavement", "approaches": ""}
    asked = {
        "languages": Response(("es",), importance=Importance.MATTERS),
        "issues": Response(("worry",)),
        "approaches": Response(("cbt",)),
    }
    found = _match(cells, **asked)
    words, profile = result_words(of=found), make_profile(**cells)
    result = found.result(0)
    kinds = {part.criterion: kind_of(part) for part in result.contributions}

    assert kinds == {"languages": "at_least", "issues": "at_least", "approaches": "unknown"}
    assert words.count(result) == "0 of 3 wishes fit. 2 fit at least in part. 1 is not known."
    assert {line.words for line in words.lines(result.unknowns, profile)} == {
        "Kinds of therapy: not known.",
        "What it is about: Worry. How far that fits is not known.",
        "Language: Spanish. How far that fits is not known.",
    }


def test_card_when_a_private_wish_is_open_then_what_was_asked_is_not_on_it() -> None:
    found = _match({"issues": "worry"}, issues=Response(("worry",)))

    (line,) = result_words(of=found).few_lines(found.result(0), make_profile(issues="worry"))

    assert (line.kind, line.words) == (
        "at_least",
        "What it is about: fits at least part of what you said",
    )


def test_few_lines_when_much_fits_then_three_one_and_one_are_named() -> None:
    for group in (Group.MEETS_ALL, Group.TO_CHECK, Group.OTHER):
        result, profile = first_of(group)

        kinds = [line.kind for line in result_words().few_lines(result, profile)]

        assert kinds.count("fits") <= 3
        assert kinds.count("different") + kinds.count("partly") <= 1
        assert kinds.count("unknown") <= 1


def test_few_lines_when_a_wish_is_private_then_what_was_asked_is_not_on_the_card() -> None:
    result, profile = first_of(Group.MEETS_ALL)

    said = " ".join(line.words for line in result_words().few_lines(result, profile))

    assert "What it is about: fits what you said" in said
    assert "Worry" not in said


def test_lines_when_asked_for_all_then_the_private_wish_is_explained() -> None:
    result, profile = first_of(Group.MEETS_ALL)

    said = " ".join(line.words for line in result_words().lines(result.strongest, profile))

    assert "Worry" in said


def test_lines_when_a_wish_is_not_known_then_silence_is_not_a_no() -> None:
    found = _match({}, style_pace=Response(2))

    (line,) = result_words(of=found).lines(found.result(0).unknowns, make_profile())

    assert line.words == "Fast or slow start: not known."


def test_lines_when_a_fact_is_too_old_then_it_is_told_with_its_day() -> None:
    profile = make_profile("p-1", name="Name", accepting="yes", times="mon-evening")
    old = replace(profile.facts["times"], confirmed_on=date(2026, 1, 5))
    profile = replace(profile, facts={**profile.facts, "times": old})
    answers = make_answers(times=Times(good=("mon-evening",)))
    found = match(MemoryDirectory([profile]), answers, seed=1)

    (line,) = result_words(of=found).lines(found.result(0).unknowns, profile)

    assert "Monday evenings" in line.words
    assert "January 5, 2026" in line.words
    assert line.words.endswith("please check.")


def test_lines_when_times_fit_then_only_those_asked_for_are_named() -> None:
    found = _match({"times": "mon-evening;tue-morning;wed-evening"},
                   times=Response(Times(good=("mon-evening", "wed-evening"))))  # fmt: skip
    profile = found.directory.profile("p-1")

    said = result_words(of=found).offered("times", profile, Times(good=("mon-evening",)))

    assert said == "Monday evenings"


def test_lines_when_something_differs_then_both_sides_are_said() -> None:
    found = _match({"style_steer": "2"}, style_steer=Response(-2))

    (line,) = result_words(of=found).lines(
        found.result(0).differences, found.directory.profile("p-1")
    )

    assert "You said: The therapist leads" in line.words


def test_unmet_when_a_need_is_missed_then_offer_and_need_are_said() -> None:
    fee = Response(Money(Decimal(60), "USD"), importance=Importance.MUST)
    found = _match({"fee_min": "140", "fee_max": "140", "currency": "USD"}, fee=fee)

    (line,) = result_words(of=found).unmet(found.result(0), found.directory.profile("p-1"))

    assert line.kind == "not_met"
    assert line.words == "Cost: $140. You need: Up to $60."


def test_ask_first_when_needs_are_open_then_they_are_named() -> None:
    fee = Response(Money(Decimal(60), "USD"), importance=Importance.MUST)
    found = _match({}, fee=fee)

    said = result_words(of=found).ask_first(found.result(0), found.directory.profile("p-1"))

    assert said == "Ask before you book. The profile does not say: Cost."


_RANGE = {"fee_min": "90", "fee_max": "120", "currency": "USD"}


def test_ask_first_when_what_is_stated_settles_nothing_then_it_is_to_be_checked() -> None:
    fee = Response(Money(Decimal(100), "USD"), importance=Importance.MUST)
    found = _match(_RANGE, fee=fee)
    reason = next(each for each in found.result(0).requirements if each.item == "fee")
    profile = found.directory.profile("p-1")
    words = result_words(of=found)

    assert reason.status is RequirementStatus.NOT_STATED
    assert words.ask_first(found.result(0), profile) == "Ask before you book. Please check: Cost."
    assert words.need(reason, profile) == "Cost: $90 to $120. Please check before you book."


def test_ask_first_when_one_is_silent_and_one_unsettled_then_each_is_told_apart() -> None:
    must = Importance.MUST
    found = _match(
        _RANGE,
        fee=Response(Money(Decimal(100), "USD"), importance=must),
        languages=Response(("es",), importance=must),
    )

    said = result_words(of=found).ask_first(found.result(0), found.directory.profile("p-1"))

    first, silent, check = said.split(". ")
    assert first == "Ask before you book"
    assert silent.startswith("The profile does not say: ")
    assert "Cost" not in silent
    assert check == "Please check: Cost."


def test_could_fit_when_much_is_open_then_one_or_two_questions_are_offered() -> None:
    found = _match({}, style_steer=Response(-2))

    said = result_words(of=found).could_fit(found.result(0))

    assert said.startswith("May fit better than it looks. You could ask: ")
    assert 1 <= said.count("?") <= 4


def test_could_fit_when_all_is_known_then_nothing_is_said() -> None:
    found = _match({"style_steer": "-2"}, style_steer=Response(-2))

    assert result_words(of=found).could_fit(found.result(0)) == ""


@pytest.mark.parametrize(
    ("others", "said"),
    [
        pytest.param(0, "", id="alone"),
        pytest.param(1, "Level with Name 2. Chance decides who is listed first.", id="one"),
        pytest.param(5, "Level with 5 others. Chance decides who is listed first.", id="many"),
    ],
)
def test_level_when_others_are_level_then_chance_is_named(others: int, said: str) -> None:
    found = _match(*({"style_steer": "-2"} for _ in range(1 + others)), style_steer=Response(-2))

    assert result_words(of=found).level(found.result_for("p-1")) == said


def test_strip_when_read_aloud_then_every_wish_is_said() -> None:
    result, _ = first_of(Group.MEETS_ALL)

    said = result_words().strip(result)

    assert result_words().count(result) in said
    assert said.count(": ") >= result.asked


def test_source_when_a_fact_is_stated_then_who_and_when_are_said() -> None:
    _, profile = first_of(Group.MEETS_ALL)

    assert result_words().source("times", profile).startswith("Said by the ")
    assert result_words().source("licence", profile) == result_words().source(
        "licensed_areas", profile
    )


def test_kind_when_told_for_every_wish_then_counts_agree_with_the_result() -> None:
    found = sample_match()
    for row in found.order(Group.MEETS_ALL):
        result = found.result(row)

        kinds = [kind_of(part) for part in result.contributions]

        assert kinds.count("fits") == result.fits
        assert [block_of(part).weight for part in result.contributions] == [
            part.weight for part in result.contributions
        ]


def test_with_status_when_a_profile_meets_all_then_none_is_not_met() -> None:
    result, _ = first_of(Group.MEETS_ALL)

    assert [*with_status(result, RequirementStatus.NOT_MET)] == []


def test_words_when_spanish_holds_then_sentences_are_spanish() -> None:
    result, profile = first_of(Group.MEETS_ALL)

    assert result_words("es").register(profile).startswith("En el registro")
    assert "coinciden" in result_words("es").count(result)


def test_offered_when_it_is_known_how_far_somebody_is_then_it_is_said() -> None:
    here = Place(latitude=45.0, longitude=-122.0, max_km=Decimal(20))
    cells = {"city": "Salem", "latitude": "45.1", "longitude": "-122"}
    found = _match(cells, {"city": "Salem"}, place=Response(here))
    words = result_words(of=found)

    assert words.offered("place", found.profile("p-1")) == "Salem, about 6.9 miles away"
    assert words.offered("place", found.profile("p-2")) == "Salem"


def test_few_lines_when_nothing_was_wished_for_then_what_one_plans_by_is_told() -> None:
    found = _match(
        {"formats": "video;in_person", "fee_min": "60", "fee_max": "80", "times": "mon-evening"}
    )
    profile = found.directory.profile("p-1")

    lines = result_words(of=found).few_lines(found.result(0), profile)

    assert [(line.kind, line.block) for line in lines] == [("states", None)] * len(lines)
    assert [line.words.partition(":")[0] for line in lines] == ["Ways to meet", "Cost", "Times"]
