from decimal import Decimal

import pytest
from support.builders import make_profile
from support.directories import MemoryDirectory, make_answers
from support.sittings import sample_match

from matcher.i18n import Catalogue
from matcher.questionnaire.item import Importance
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import Money, Place, Response, WeightWishes
from matcher.region import load_region
from matcher.scoring.result import Group
from matcher.services.matching.list_firmness import ListFirmness
from matcher.services.matching.match import Match, match
from matcher.services.matching.result_text import result_text
from ui.language import Language
from ui.widgets import answer_words

_ENGLISH = Language("en")
_FEE = Response(Money(Decimal(60), "USD"), importance=Importance.MUST)


def _match(fees: list[str], **responses: Response) -> Match:
    profiles = [
        make_profile(f"p-{n}", accepting="yes", fee_min=fee, fee_max=fee, currency="USD")
        for n, fee in enumerate(fees)
    ]
    return match(MemoryDirectory(profiles), make_answers(responses), seed=1)


def _advice(found: Match) -> tuple[str, ...]:
    return answer_words.advice(found, load_questionnaire(), _ENGLISH)


def test_advice_when_a_kiosk_has_nobody_then_no_command_is_named() -> None:
    said = answer_words.advice(_match([]), load_questionnaire(), _ENGLISH, is_kiosk=True)

    assert said[0] == "Please ask someone who works here."
    assert any("rapport import" in line for line in _advice(_match([])))


@pytest.mark.parametrize(
    ("fees", "said"),
    [
        pytest.param(["50"], "1 person fits all your needs.", id="one"),
        pytest.param(
            ["50", "50", ""],
            "2 people fit all your needs. 1 more might: ask them first.",
            id="both",
        ),
        pytest.param(
            ["", ""],
            "Nobody is sure to fit all your needs. 2 people might: ask them first.",
            id="only to ask",
        ),
        pytest.param(
            ["140"], "Nobody here is sure to fit all your needs. It was right to ask.", id="nobody"
        ),
        pytest.param([], "There is nobody in this directory yet.", id="empty"),
    ],
)
def test_answer_when_people_were_counted_then_it_is_one_sentence(
    fees: list[str], said: str
) -> None:
    assert answer_words.answer(_match(fees, fee=_FEE), _ENGLISH) == said


def test_answer_when_nothing_was_asked_then_all_are_level() -> None:
    said = answer_words.answer(_match(["50", "60"]), _ENGLISH)

    assert said.startswith("You left everything open. So this is the whole list.")


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(
    ("fees", "responses"),
    [
        pytest.param([], {"fee": _FEE}, id="empty"),
        pytest.param(["50", "60"], {}, id="nothing asked"),
        pytest.param(["50", "50", ""], {"fee": _FEE}, id="one need"),
        pytest.param(["", ""], {"fee": _FEE}, id="only to ask"),
        pytest.param(["140"], {"fee": _FEE}, id="nobody"),
        pytest.param(["50", "140"], {"style_steer": Response(-2)}, id="one wish"),
        pytest.param(["50", ""], {"fee": _FEE, "style_steer": Response(-2)}, id="both"),
    ],
)
def test_answer_when_said_in_the_window_then_the_terminal_says_the_same(
    fees: list[str], responses: dict[str, Response], language: str
) -> None:
    found = _match(fees, **responses)

    said = answer_words.answer(found, Language(language))

    assert said == result_text(found, Catalogue(language)).splitlines()[0]


def test_advice_when_few_fit_then_a_change_is_offered_and_not_asked_for() -> None:
    said = _advice(_match(["50", "70", "140"], fee=_FEE))

    assert said == ("With up to $70 instead of $60, 1 more person would fit. You don’t have to.",)


def test_advice_when_several_changes_help_then_each_is_offered() -> None:
    start = Response("two_weeks", importance=Importance.MUST)
    profiles = [
        make_profile(
            "p-1", accepting="yes", fee_max="90", currency="USD", next_opening="2026-11-22"
        ),
        make_profile(
            "p-2", accepting="yes", fee_max="50", currency="USD", next_opening="2027-09-01"
        ),
    ]
    found = match(MemoryDirectory(profiles), make_answers({"fee": _FEE, "start": start}), seed=1)
    assert len(found.relaxations) == 2

    said = " ".join(_advice(found))

    assert "With up to $90 instead of $60" in said
    assert "With a later start" in said


def test_advice_when_nobody_fits_then_the_closest_and_other_help_are_named() -> None:
    said = _advice(_match(["70", "80", "90", "140"], fee=_FEE))

    assert said[0].startswith("These come closest. You could call them first: p-")
    assert said[0].count("p-") == 3
    assert said[-1].startswith("Other local services")


def test_firmness_when_somebody_is_steady_then_it_says_in_how_many_tries() -> None:
    found = sample_match()
    first = found.evaluation.snapshot.ids[found.order(Group.MEETS_ALL, 1)[0]]

    said = answer_words.firmness(ListFirmness(first, 87), found, _ENGLISH)

    assert "in 87 of 100 tries" in said
    assert found.profile(first).name in said


def test_firmness_when_some_are_close_then_all_are_named() -> None:
    found = sample_match()
    ids = tuple(found.evaluation.snapshot.ids[:3])

    said = answer_words.firmness(ListFirmness(close=ids), found, _ENGLISH)

    assert all(found.profile(id_).name in said for id_ in ids)
    assert said.endswith("Pick whom you would rather talk to.")


def test_advice_when_enough_fit_then_there_is_none() -> None:
    assert _advice(_match(["50", "50", "50", "70"], fee=_FEE)) == ()


def test_advice_when_access_is_missing_then_the_gap_is_the_directorys() -> None:
    access = Response(("step_free_entry",), importance=Importance.MUST)

    said = _advice(_match(["50"], access=access))

    assert len(said) == 1
    assert "Getting in and taking part" in said[0]
    assert "a gap there, not you" in said[0]


def test_advice_when_the_directory_is_empty_then_it_says_how_people_get_in() -> None:
    said = _advice(_match([], fee=_FEE))

    assert "rapport import" in said[0]


def test_everyone_when_some_are_hidden_then_they_are_counted() -> None:
    hide = Response(("p-0",))

    said = answer_words.everyone(_match(["50", "50"], hide_people=hide), _ENGLISH)

    assert said == ("In all, 2 people are in this list. 1 person is left out, as you asked.")


def test_needs_when_said_then_values_are_named() -> None:
    said = answer_words.needs(sample_match(), load_questionnaire(), _ENGLISH)

    assert "Cost: Up to $120" in said


def test_wishes_when_private_then_only_their_name_is_shown() -> None:
    said = answer_words.wishes(sample_match(), load_questionnaire(), _ENGLISH)

    assert "What it is about" in said
    assert not any("Worry" in line for line in said)


def test_priorities_when_a_group_counts_double_then_it_is_named() -> None:
    answers = make_answers(style_steer=-2, weights=WeightWishes(double=("style",)))
    found = match(MemoryDirectory([make_profile()]), answers, seed=1)

    assert answer_words.priorities(found, _ENGLISH) == ("How you work together",)


def test_advice_when_somebody_is_further_away_then_the_miles_named_bring_them() -> None:
    away = make_profile("p-1", accepting="yes", latitude="45.0916", longitude="-122")
    near = Place(latitude=45.0, longitude=-122.0, max_km=Decimal(8))
    answers = make_answers({"place": Response(near, importance=Importance.MUST)})
    found = match(MemoryDirectory([away]), answers, seed=1)
    (change,) = found.relaxations
    assert change.to["place"] == Decimal("10.2")

    said = _advice(found)[1]

    assert said.startswith("With up to 6.4 miles instead of 5 miles")
    assert load_region("us").in_km(Decimal("6.3")) < change.to["place"]
    assert load_region("us").in_km(Decimal("6.4")) >= change.to["place"]
