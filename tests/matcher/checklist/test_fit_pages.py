"""How a profile fits: what was asked, what is stated, and who said so and when, once."""

from dataclasses import replace
from datetime import date
from typing import TypeVar

import pytest
from support.reading_sheets import texts_of
from support.results import make_asked, make_contribution, make_result, make_sitting, make_visit

from matcher.checklist.fit_pages import comparison_section, fit_section
from matcher.checklist.visit import Visit, told_apart
from matcher.directory.profile import Fact, Profile, Source
from matcher.document import Fit, Paragraph, Section, Table
from matcher.i18n import Catalogue
from matcher.questionnaire.response import Response, Times
from matcher.scoring.result import FITS_FROM, Contribution, RequirementStatus

_ENGLISH = Catalogue("en")
_ASKED = make_asked(
    languages=Response(("es",)),
    style_steer=Response(-2),
    style_talk=Response(1),
    goals=Response("in_writing"),
)
_PARTS = (
    make_contribution("style_steer", 1000, weight=6000),
    make_contribution("style_talk", 1000, weight=1000),
    make_contribution("goals", 0, 1000, weight=3000),
)
_BY_THERAPIST = "Said by the therapist, October 3, 2026"
_Kind = TypeVar("_Kind")


def _visit(number: int = 0, **cells: str) -> Visit:
    stated = {"languages": "es:fluent", "style_steer": "-2..0", "style_talk": "1", **cells}
    result = make_result(
        *_PARTS,
        profile_id=f"p-{number}",
        name=f"Person {number}",
        requirements={"languages": RequirementStatus.MET},
    )
    return make_visit(_ASKED, result, **stated)


def _said_by(visit: Visit, field: str, source: Source, day: date) -> Visit:
    facts = dict(visit.profile.facts)
    facts[field] = Fact(facts[field].value, source, day)
    return replace(visit, profile=Profile(visit.profile.id, facts))


def _fit(visit: Visit) -> Section:
    return fit_section(make_sitting(_ASKED, *_PARTS), visit, _ENGLISH)


def _blocks(section: Section, kind: type[_Kind]) -> list[_Kind]:
    return [block for block in section.blocks if isinstance(block, kind)]


def test_fit_section_when_made_then_each_wish_says_what_is_known() -> None:
    assert _blocks(_fit(_visit()), Fit) == [
        Fit(
            "Language",
            "Need: met",
            ("You asked: Spanish", "The profile says: Spanish (Fluent in therapy)"),
        ),
        Fit(
            "Who leads",
            "Fits",
            (
                "You asked: The therapist leads",
                "The profile says: “The therapist leads” to “Both are fine”",
            ),
        ),
        Fit(
            "Saying a lot or listening",
            "Fits",
            ("You asked: Listens more", "The profile says: Listens more"),
        ),
        Fit("Goals", "Not known", ("You asked: In writing", "The profile says: Not stated")),
    ]


def test_fit_section_when_all_comes_from_one_person_and_day_then_it_is_said_once() -> None:
    said = [text for text in texts_of(_fit(_visit())) if _BY_THERAPIST in text]

    assert said == [f"{_BY_THERAPIST}."]


def test_fit_section_when_one_row_comes_from_elsewhere_then_only_that_row_says_so() -> None:
    visit = _said_by(_visit(goals="in_writing"), "languages", Source.REGISTER, date(2026, 1, 2))

    section = _fit(visit)

    assert [fit.source for fit in _blocks(section, Fit)] == [
        "From a register, January 2, 2026",
        "",
        "",
        "Please check.",
    ]
    assert _blocks(section, Paragraph)[1].text == f"{_BY_THERAPIST}, where no line says otherwise."


def test_fit_section_when_each_row_has_its_own_source_then_nothing_is_said_for_all() -> None:
    visit = _said_by(_visit(), "languages", Source.REGISTER, date(2026, 1, 2))
    visit = _said_by(visit, "style_talk", Source.CLINIC, date(2026, 1, 3))

    section = _fit(visit)

    assert len(_blocks(section, Paragraph)) == 1
    assert [bool(fit.source) for fit in _blocks(section, Fit)] == [True, True, True, False]


@pytest.mark.parametrize(
    ("offered", "said"),
    [
        pytest.param("mon-evening;tue-morning;sat-late", "Monday evenings", id="parts of the day"),
        pytest.param(
            "mon 17:00-19:00;tue 09:00-11:00", "Monday, 5:00\u00a0pm to 7:00\u00a0pm", id="exact"
        ),
        pytest.param("mon 17:00-17:30;mon 17:30-18:00", "Monday evenings", id="only together"),
        pytest.param("tue-morning", "None of the times you asked for", id="others only"),
    ],
)
def test_fit_section_when_times_were_asked_then_only_those_are_told(
    offered: str, said: str
) -> None:
    asked = make_asked(times=Response(Times(good=("mon-evening",), possible=("wed-late",))))
    wish = make_contribution("times", 500)
    visit = make_visit(asked, make_result(wish), times=offered)

    section = fit_section(make_sitting(asked, wish), visit, _ENGLISH)

    (fit,) = _blocks(section, Fit)
    assert fit.lines[1].lower() == f"The profile says: {said}".lower()


def test_comparison_when_made_then_facts_stand_first_and_room_to_write_after_them() -> None:
    visits = (_visit(0), _visit(1, style_talk="-1"), _visit(2))

    section = comparison_section(make_sitting(_ASKED, *_PARTS), visits, _ENGLISH)

    facts, talks = _blocks(section, Table)
    assert facts.headings == ("", "Person 0", "Person 1", "Person 2")
    assert [row[0] for row in facts.rows] == ["Saying a lot or listening"]
    assert talks.headings[0] == "After the talks"
    assert talks.kind == "log"
    assert {cell for row in talks.rows for cell in row[1:]} == {""}
    assert _blocks(section, Paragraph)[0].text == ("The same for all: Language; Who leads; Goals")


def _summary(*parts: Contribution, **needs: RequirementStatus) -> str:
    result = make_result(*parts, requirements=needs)
    section = fit_section(make_sitting(_ASKED, *parts), make_visit(_ASKED, result), _ENGLISH)
    return _blocks(section, Paragraph)[0].text


def test_fit_section_when_a_need_is_not_met_then_that_is_said_first() -> None:
    met, not_met = RequirementStatus.MET, RequirementStatus.NOT_MET
    part = make_contribution("style_steer", 1000)

    assert _summary(part, accepting=not_met, register=met) == (
        "1 need is not met: Taking new people. 1 of 1 wish fits."
    )
    assert _summary(part, accepting=not_met, languages=not_met).startswith(
        "2 needs are not met: Taking new people; Language."
    )
    assert "not met" not in _summary(part, accepting=met)


def test_fit_section_when_no_wish_was_named_then_it_says_what_is_compared() -> None:
    assert _summary() == "There is nothing to compare yet."
    assert _summary(accepting=RequirementStatus.MET) == (
        "You named no wishes, so only needs are compared here."
    )


@pytest.mark.parametrize(
    ("criterion", "wish", "value", "cells", "status"),
    [
        pytest.param("style_challenge", -1, 750, {"style_challenge": "0..2"}, "mostly", id="near"),
        pytest.param("style_challenge", -1, 1000, {"style_challenge": "-1..1"}, "fits", id="in"),
        pytest.param("style_challenge", -1, 500, {"style_challenge": "1..2"}, "partly", id="half"),
        pytest.param(
            "issues", ("worry", "sleep"), 800, {"issues": "worry:focus"}, "mostly", id="one of two"
        ),
        pytest.param(
            "issues", ("worry",), 800, {"issues": "worry:regular"}, "fits", id="all of them"
        ),
        pytest.param(
            "issues", ("worry",), 800, {"issues": "worry:no;sleep"}, "mostly", id="ruled out"
        ),
        pytest.param(
            "formats", ("in_person", "walk"), 1000, {"formats": "in_person"}, "fits", id="either"
        ),
        pytest.param("goals", "in_writing", 800, {"goals": "emerge"}, "fits", id="one code"),
    ],
)
def test_fit_section_when_something_asked_is_not_there_then_it_fits_mostly(
    criterion: str, wish: object, value: int, cells: dict[str, str], status: str
) -> None:
    part = make_contribution(criterion, value, asked=wish)
    asked = make_asked()
    visit = make_visit(asked, make_result(part), **cells)

    section = fit_section(make_sitting(asked, part), visit, _ENGLISH)

    (fit,) = _blocks(section, Fit)
    assert fit.status == _ENGLISH.text(f"sheet.home.wish.{status}")
    counted = "1 of 1" if value >= FITS_FROM else "0 of 1"
    summary = _blocks(section, Paragraph)[0].text
    assert summary.startswith(f"{counted} wish fits.")
    assert ("1 of these fits mostly" in summary) is (status == "mostly")


def test_fit_section_when_wishes_stand_in_every_way_then_the_summary_adds_up() -> None:
    wish = "style_steer", "style_talk", "goals", "feedback", "contact", "style_pace", "languages"
    values = (1000, 1000), (500, 500), (250, 250), (0, 0), (0, 1000), (0, 500), (500, 1000)
    parts = [make_contribution(name, *value) for name, value in zip(wish, values, strict=True)]

    assert _summary(*parts) == (
        "1 of 7 wishes fit. 1 fits at least in part: you can ask how far. 2 fit in part."
        " 1 is different. 2 are not known: you can ask."
    )


def test_comparison_when_names_repeat_then_the_columns_can_be_told_apart() -> None:
    visits = [replace(each, profile=_visit(0).profile) for each in (_visit(0), _visit(1))]

    section = comparison_section(make_sitting(_ASKED, *_PARTS), told_apart(visits), _ENGLISH)

    for table in _blocks(section, Table):
        assert table.headings[1:] == ("Person 0 (1)", "Person 0 (2)")
