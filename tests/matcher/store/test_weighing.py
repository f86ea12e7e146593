from datetime import date

import pytest

from matcher.directory.trail import Word
from matcher.store.tally import Standing
from matcher.store.weighing import is_stranger, takes_away, weighed_standing

_MONDAY, _TUESDAY, _TODAY = (date(2026, 11, day) for day in (2, 3, 4))


@pytest.mark.parametrize(
    ("held", "word", "takes"),
    [
        ({"clinic": ("mon-late;wed-late", _MONDAY)}, ("mon-late", _TUESDAY), True),
        ({"clinic": ("mon-late", _MONDAY)}, ("wed-late;mon-late", _TUESDAY), False),
        ({"clinic": ("-", _MONDAY)}, ("mon-late", _TUESDAY), False),
        ({"clinic": (None, _MONDAY)}, ("mon-late", _TUESDAY), False),
        ({"clinic": ("mon-late", _MONDAY)}, (None, _TUESDAY), True),
        ({"register": ("mon-late", _MONDAY)}, (None, _TUESDAY), False),
        ({"register": ("wed-late", _MONDAY)}, ("mon-late", _MONDAY), True),
        ({"therapist": ("wed-late", _MONDAY)}, ("mon-late", _TUESDAY), True),
        ({"therapist": ("wed-late", _MONDAY)}, ("mon-late", _MONDAY), False),
        ({"therapist": ("wed-late", _TUESDAY)}, ("mon-late", _MONDAY), False),
        ({}, ("mon-late", _MONDAY), False),
    ],
)
def test_list_when_it_would_outweigh_a_word_that_names_more_then_it_takes_something_away(
    held: dict[str, tuple[str | None, date]], word: tuple[str | None, date], takes: bool
) -> None:
    words = {("p", "times", source): Word(*said) for source, said in held.items()}

    assert takes_away(words, ("p", "times", "clinic"), Word(*word)) == takes


@pytest.mark.parametrize(
    ("standing", "word", "after"),
    [
        ((True, None), (False, None), (False, None)),
        ((True, _TUESDAY), (False, _MONDAY), (True, _TUESDAY)),
        ((True, _MONDAY), (False, _TUESDAY), (False, _TUESDAY)),
        ((False, _TUESDAY), (True, None), (False, _TUESDAY)),
    ],
)
def test_standing_when_something_newer_is_said_then_that_holds(
    standing: Standing, word: tuple[bool, date | None], after: Standing
) -> None:
    assert weighed_standing(standing, *word, _TODAY) == after


@pytest.mark.parametrize(
    ("name", "number", "is_new"),
    [("Ana", "7", False), ("Bo", "7", False), ("ANA", "8", False), ("Bo", "8", True)],
)
def test_person_when_name_and_number_are_new_then_it_may_be_somebody_else(
    name: str, number: str, is_new: bool
) -> None:
    held = {
        ("p", "name", "clinic"): Word("Ana", _MONDAY),
        ("p", "register_number", "register"): Word("7", _MONDAY),
    }
    said = {"name": Word(name, _TUESDAY), "register_number": Word(number, _TUESDAY)}

    assert is_stranger(held, "p", said) == is_new
