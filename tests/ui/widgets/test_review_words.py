from decimal import Decimal

import pytest
from support.builders import make_profile
from support.directories import MemoryDirectory, make_answers

from matcher.questionnaire.item import Importance
from matcher.questionnaire.response import Money, Response
from matcher.services.matching.match import Match, match
from ui.language import Language
from ui.widgets.review_words import most_open, say_counts

_MUST = Importance.MUST
_NEEDS = {
    "fee": Response(Money(Decimal(60), "USD"), importance=_MUST),
    "formats": Response(("video",), importance=_MUST),
}
_FITS, _DEAR = ("50", "video"), ("140", "video")
_ONE_OPEN, _TWO_OPEN = ("", "video"), ("", "")


def _match(people: list[tuple[str, str]], needs: dict[str, Response]) -> Match:
    profiles = [
        make_profile(
            f"p-{n}", accepting="yes", fee_min=fee, fee_max=fee, currency="USD", formats=formats
        )
        for n, (fee, formats) in enumerate(people)
    ]
    return match(MemoryDirectory(profiles), make_answers(needs), seed=1)


@pytest.mark.parametrize(
    ("people", "said"),
    [
        pytest.param([_FITS], "1 person fits all your needs.", id="one"),
        pytest.param(
            [_FITS, _FITS, _ONE_OPEN],
            "2 people fit all your needs. 1 more might: one question to ask.",
            id="one_more",
        ),
        pytest.param(
            [_FITS, _ONE_OPEN, _ONE_OPEN],
            "1 person fits all your needs. 2 more might: one question each.",
            id="one_question_each",
        ),
        pytest.param(
            [_FITS, _ONE_OPEN, _TWO_OPEN],
            "1 person fits all your needs. 2 more might: up to 2 questions each.",
            id="several_questions",
        ),
        pytest.param(
            [_DEAR, _TWO_OPEN],
            "Nobody here is confirmed for everything you need."
            " 1 person might fit: 2 questions to ask.",
            id="only_might",
        ),
        pytest.param(
            [_DEAR],
            "Nobody here is confirmed for everything you need. You will see who comes close.",
            id="nobody",
        ),
        pytest.param(
            [],
            "There is nobody in the list yet. Please ask staff, or bring in a list first.",
            id="empty",
        ),
    ],
)
def test_counts_when_said_then_every_sentence_is_true(
    people: list[tuple[str, str]], said: str
) -> None:
    assert say_counts(_match(people, _NEEDS), Language("en")) == said


def test_counts_when_there_are_no_needs_then_nobody_is_said_to_fit_them() -> None:
    words = Language("en")

    wish = {"formats": Response(("video",), importance=Importance.MATTERS)}
    said = say_counts(_match([_FITS, _DEAR], wish), words)
    assert said == words.text("screen.review.no_needs")


def test_counts_when_nothing_was_answered_then_nothing_is_said_of_wishes() -> None:
    said = say_counts(_match([_FITS, _DEAR], {}), Language("en"))

    assert said == "You left everything open. So nothing makes the list shorter."


def test_counts_when_a_kiosk_has_nobody_then_strangers_are_not_told_to_bring_in_a_list() -> None:
    said = say_counts(_match([], {}), Language("en"), is_kiosk=True)

    assert said.endswith("Please ask someone who works here.")


def test_counts_when_somebody_helps_then_the_needs_are_theirs() -> None:
    words = Language("en")
    words.set_about_other(True)

    assert say_counts(_match([_FITS], _NEEDS), words) == "1 person fits all their needs."


def test_open_needs_when_nobody_might_fit_then_there_are_none() -> None:
    assert most_open(_match([_FITS, _DEAR], _NEEDS)) == 0
