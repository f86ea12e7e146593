"""Examples as cells of a table."""

import pytest

from matcher.i18n import Catalogue
from matcher.scoring.published import ValueExample, load_published
from matcher.services.model_card.examples import example_row


def _example(criterion: str, offered: dict[str, str], starred: str | None = None) -> ValueExample:
    return next(
        example
        for example in load_published().examples
        if (example.criterion, example.offered, example.starred) == (criterion, offered, starred)
    )


@pytest.mark.parametrize(
    ("criterion", "offered", "starred", "expected"),
    [
        (
            "style_steer",
            {"style_steer": "-1..1"},
            None,
            (
                "The therapist leads",
                "“Mostly the therapist leads” to “Mostly the client leads”",
                "750",
            ),
        ),
        ("issues", {"issues": "worry"}, None, ("Worry", "Worry", "300\u00a0to\u00a01,000")),
        (
            "issues",
            {"issues": "sleep:focus"},
            "worry",
            ("Worry; Sleep, with a star for Worry", "Sleep (A main part of the work)", "333"),
        ),
        (
            "start",
            {"next_opening": "2026-07-02"},
            None,
            ("This week, asked on June 1, 2026", "From July 2, 2026", "0"),
        ),
    ],
)
def test_example_row_when_told_then_asked_offered_and_value(
    criterion: str, offered: dict[str, str], starred: str | None, expected: tuple[str, str, str]
) -> None:
    assert example_row(_example(criterion, offered, starred), Catalogue("en")) == expected
