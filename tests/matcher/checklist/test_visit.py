"""A help line is said with its last check, or that it is old, or that nobody has checked it."""

from datetime import date

import pytest

from matcher.checklist.crisis import load_crisis_lines
from matcher.checklist.visit import crisis_line_text, joined
from matcher.i18n import Catalogue

_TODAY = date(2026, 11, 21)


def test_crisis_line_text_when_checked_then_the_day_stands_there() -> None:
    line = load_crisis_lines("us").talk_line("en")

    text = crisis_line_text(line, _TODAY, Catalogue("en"))

    assert text == "Help now: Lifeline, 988 (checked on November 21, 2026)"


def test_crisis_line_text_when_not_checked_then_it_says_so() -> None:
    line = load_crisis_lines("elsewhere").talk_line("en")

    assert "(not yet checked)" in crisis_line_text(line, _TODAY, Catalogue("en"))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "(last checked on November 21, 2026, so it may have changed)"),
        ("es", "(comprobado por última vez el 21 de noviembre de 2026; puede haber cambiado)"),
    ],
)
def test_crisis_line_text_when_the_check_is_old_then_it_may_have_changed(
    language: str, said: str
) -> None:
    line = load_crisis_lines("us").talk_line("en")

    assert said not in crisis_line_text(line, date(2027, 5, 20), Catalogue(language))
    assert said in crisis_line_text(line, date(2027, 5, 21), Catalogue(language))


@pytest.mark.parametrize(
    ("parts", "line"),
    [
        (("a", "b"), "a  ·  b"),
        (("", "b"), "b"),
        (("a", "", "c"), "a  ·  c"),
        (("a", ""), "a"),
        ((), ""),
    ],
)
def test_joined_when_a_part_is_empty_then_no_sign_is_left_hanging(
    parts: tuple[str, ...], line: str
) -> None:
    assert joined(*parts) == line
