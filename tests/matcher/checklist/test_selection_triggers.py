"""Each kind of trigger, from a person's answers and a profile made by hand to the words printed."""

from dataclasses import dataclass, field, replace
from decimal import Decimal

import pytest
from support.builders import make_profile
from support.directories import MemoryDirectory, make_answers

from matcher.checklist.question import Trigger
from matcher.checklist.question_wording import question_text, reason_text
from matcher.checklist.selection import OfferedQuestion, Selection
from matcher.i18n import Catalogue
from matcher.questionnaire.item import Importance
from matcher.questionnaire.response import Money, Place, Response, ResponseSet, State
from matcher.services.matching.match import match
from matcher.services.sheets.checklist import suggest

_ONLINE = ("Quizá nos veamos en línea.", "We may meet online.")
_SILENT = ("El perfil no lo dice.", "The profile doesn’t say this.")
_DIFFERENT = ("Aquí yo esperaba algo diferente.", "I hoped for something different here.")
_OPEN = ("Todavía no sé qué prefiero.", "I don’t know yet what I’d like.")
_MATTERS = ("Esto me importa mucho.", "This matters a lot to me.")
_MEDICINE = ("Las medicinas pueden ser parte de esto.", "Medicine may be part of this.")

_EIGHTEEN = "A1 A5 E1 C1 F1 S1 S3 P1 B1 B2 G1 G3 R1 L1 L5 L6 K1 X1".split()


@dataclass(frozen=True)
class Case:
    """A person, a profile that pulls these questions, and one that pulls none of them."""

    answers: dict[str, Response]
    pulled: dict[str, tuple[str, str]]
    cells: dict[str, str] = field(default_factory=dict)
    other_cells: dict[str, str] | None = None


_A_LOT = Importance.MATTERS_A_LOT
_CASES = {
    "different_style": Case(
        {"style_steer": Response(-1)},
        {
            "A2": (
                "Me gusta que usted guíe; quizá usted me deje más a mí.",
                "I like you to lead; you may leave more to me.",
            )
        },
        {"style_steer": "2"},
        {"style_steer": "-1"},
    ),
    "different_frame": Case(
        {"goals": Response("in_writing")},
        {"G1": _DIFFERENT},
        {"goals": "emerge"},
        {"goals": "in_writing"},
    ),
    "different_need": Case(
        {"fee": Response(Money(Decimal(60), "GBP"), importance=Importance.MUST)},
        {"F2": _DIFFERENT},
        {"fee_max": "90", "currency": "GBP", "reduced_fee": "no"},
        {"fee_max": "50", "currency": "GBP"},
    ),
    "takes_nobody_new": Case({}, {"S1": _DIFFERENT}, {"accepting": "no"}, {}),
    "not_stated_wish": Case(
        {"style_talk": Response(-1)}, {"A3": _SILENT}, {}, {"style_talk": "-1"}
    ),
    "not_stated_need": Case(
        {"languages": Response(("en",), importance=Importance.MUST)},
        {"C6": _SILENT},
        {},
        {"languages": "en:native"},
    ),
    "not_stated_without_own_question": Case(
        {"style_time": Response(1)}, {"generic.style_time": _SILENT}, {}, {"style_time": "1"}
    ),
    "not_stated_register": Case(
        {}, {"L1": _SILENT}, {"register": ""}, {"register": "Example register"}
    ),
    "not_stated_licence": Case(
        {"place": Response(Place(licence_area="US-OR"))},
        {"L1": _SILENT},
        {},
        {"licensed_areas": "US-OR"},
    ),
    "not_sure": Case({"style_feelings": Response(state=State.NOT_SURE)}, {"A7": _OPEN}),
    "not_sure_without_own_question": Case(
        {"duration": Response(state=State.NOT_SURE)},
        {"generic.duration": _OPEN, "X4": _OPEN},
    ),
    "not_sure_of_something_nobody_states": Case(
        {"hide_people": Response(state=State.NOT_SURE)}, {}
    ),
    "not_sure_of_online": Case(
        {"formats": Response(state=State.NOT_SURE)},
        {
            "T4": _OPEN,
            "T3": (
                "Todavía no sé si nos veremos en línea.",
                "I don’t know yet if we’ll meet online.",
            ),
        },
        {"formats": "in_person;video"},
    ),
    "not_sure_of_online_with_somebody_in_person_only": Case(
        {"formats": Response(state=State.NOT_SURE)}, {"T4": _OPEN}, {"formats": "in_person"}
    ),
    "important": Case(
        {"feedback": Response("every_time", importance=_A_LOT)},
        {"G4": _MATTERS, "R2": _MATTERS},
        {"feedback": "every_time"},
    ),
    "condition_of_the_person": Case(
        {"trust_pace": Response("slowly")},
        {"R4": ("Confiar me toma tiempo.", "Trust takes time for me.")},
    ),
    "condition_of_both": Case(
        {"formats": Response(("video",))},
        dict.fromkeys(("T1", "T2", "T3", "P5"), _ONLINE),
        {"formats": "video"},
    ),
    "condition_with_a_basic_question": Case(
        {"communities": Response(("refugee",), importance=_A_LOT)},
        dict.fromkeys(
            ("C1", "C2", "C3", "C8"), ("Mi origen me importa.", "My background matters to me.")
        ),
        {"communities": "refugee:lived"},
    ),
    "condition_of_health": Case(
        {"medication": Response("yes")}, {"M1": _MEDICINE}, {"medication": "prescribes"}
    ),
    "basic": Case({}, {}),
}


def _select(case: Case, cells: dict[str, str]) -> tuple[Selection, ResponseSet]:
    stated = {"accepting": "yes", "register": "Example register", **cells}
    directory = MemoryDirectory([make_profile("p-001", **stated)])
    answers = replace(make_answers(case.answers), region="gb")
    return suggest(match(directory, answers, seed=7), "p-001"), answers


def _pulled(selection: Selection) -> dict[str, OfferedQuestion]:
    offered = (*selection.suggested, *selection.others, *selection.before_booking)
    return {each.id: each for each in offered if each.reason.trigger is not Trigger.BASIC}


@pytest.mark.parametrize("case", _CASES.values(), ids=_CASES)
def test_select_when_a_person_meets_a_profile_then_only_what_is_open_is_asked_and_why(
    case: Case,
) -> None:
    selection, answers = _select(case, case.cells)
    spanish, english = Catalogue("es"), Catalogue("en")

    assert {
        id_: (reason_text(each, answers, spanish), reason_text(each, answers, english))
        for id_, each in _pulled(selection).items()
    } == case.pulled


@pytest.mark.parametrize(
    "case",
    [case for case in _CASES.values() if case.other_cells is not None],
    ids=[name for name, case in _CASES.items() if case.other_cells is not None],
)
def test_select_when_another_profile_states_what_is_wished_then_it_is_not_asked(case: Case) -> None:
    assert case.other_cells is not None

    assert _pulled(_select(case, case.other_cells)[0]) == {}


@pytest.mark.parametrize("case", _CASES.values(), ids=_CASES)
def test_select_when_questions_are_good_for_everybody_then_they_are_offered_beside(
    case: Case,
) -> None:
    selection, _ = _select(case, case.cells)

    offered = {each.id for each in (*selection.suggested, *selection.others)}
    offered |= {each.id for each in selection.before_booking}
    # The register is stated, and nobody was asked about culture.
    assert offered - {*case.pulled} == {*_EIGHTEEN} - {"L1", "C1"} - {*case.pulled}


def test_select_when_the_person_meets_in_person_only_then_no_video_service_is_asked_about() -> None:
    case = Case({"formats": Response(("in_person",))}, {}, {"formats": "in_person;video"})
    other = Case({"formats": Response(("video", "in_person"))}, {}, {"formats": "in_person"})

    assert _pulled(_select(case, case.cells)[0]) == {}
    assert {*_pulled(_select(other, other.cells)[0])}.isdisjoint({"T1", "T2", "T3", "P5"})


@pytest.mark.parametrize(
    ("languages", "asks"),
    [
        pytest.param("en;es", "without an interpreter?", id="no level"),
        pytest.param("fr", "How would that work?", id="another one"),
        pytest.param("", "How would that work?", id="none"),
    ],
)
def test_select_when_a_language_is_listed_then_nobody_asks_for_an_interpreter(
    languages: str, asks: str
) -> None:
    wish = Response(("es",), importance=Importance.MATTERS)
    case = Case({"languages": wish}, {}, {"languages": languages})

    question = _pulled(_select(case, case.cells)[0])["C6"]

    assert question_text(question, Catalogue("en")).endswith(asks)


def test_select_when_a_fact_is_too_old_to_count_then_the_reason_says_so() -> None:
    case = Case({"payers": Response(("nhs",), importance=Importance.MUST)}, {})
    profile = make_profile("p-001", accepting="yes", register="R")
    dated = make_profile(
        "p-001", payers="nhs", confirmed_on=make_answers().today.replace(year=2024)
    )  # type: ignore[union-attr]
    directory = MemoryDirectory([replace(profile, facts={**profile.facts, **dated.facts})])
    answers = replace(make_answers(case.answers), region="gb")

    pulled = _pulled(suggest(match(directory, answers, seed=7), "p-001"))

    assert [*pulled] == ["F4"]
    assert (
        reason_text(pulled["F4"], answers, Catalogue("en")) == "The profile said this a while ago."
    )
