from decimal import Decimal

import pytest
from support.builders import make_profile
from support.directories import MemoryDirectory, make_answers
from support.sittings import sample_match

from matcher.questionnaire.item import Importance
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import Money, Response, WeightWishes
from matcher.services.matching import Match, match
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

    assert said == "You left everything open. So all are level, and chance decides who comes first."


def test_advice_when_few_fit_then_a_change_is_offered_and_not_asked_for() -> None:
    said = answer_words.advice(_match(["70", "140"], fee=_FEE), _ENGLISH)

    assert said == ("With up to $70 instead of $60, 1 more person would fit. You don't have to.",)


def test_advice_when_enough_fit_then_there_is_none() -> None:
    assert answer_words.advice(_match(["50", "50", "50", "70"], fee=_FEE), _ENGLISH) == ()


def test_advice_when_access_is_missing_then_the_gap_is_the_directorys() -> None:
    access = Response(("step_free",), importance=Importance.MUST)

    said = answer_words.advice(_match(["50"], access=access), _ENGLISH)

    assert len(said) == 1
    assert "Getting in and taking part" in said[0]
    assert "a gap there, not you" in said[0]


def test_advice_when_the_directory_is_empty_then_it_says_how_people_get_in() -> None:
    said = answer_words.advice(_match([], fee=_FEE), _ENGLISH)

    assert "rapport import" in said[0]


def test_everyone_when_some_are_hidden_then_they_are_counted() -> None:
    hide = Response(("p-0",))

    said = answer_words.everyone(_match(["50", "50"], hide_people=hide), _ENGLISH)

    assert said == ("That is the whole directory: 2 people. 1 person is left out, as you asked.")


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
