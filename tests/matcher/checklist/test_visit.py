"""A help line is said with its last check, or that nobody has checked it."""

from matcher.checklist.crisis import load_crisis_lines
from matcher.checklist.visit import crisis_line_text
from matcher.i18n import Catalogue


def test_crisis_line_text_when_checked_then_the_day_stands_there() -> None:
    line = load_crisis_lines("us").talk_line("en")

    text = crisis_line_text(line, Catalogue("en"))

    assert text == "Help now: 988 Lifeline, 988 (checked on November 21, 2026)"


def test_crisis_line_text_when_not_checked_then_it_says_so() -> None:
    line = load_crisis_lines("elsewhere").talk_line("en")

    assert "(not yet checked)" in crisis_line_text(line, Catalogue("en"))
