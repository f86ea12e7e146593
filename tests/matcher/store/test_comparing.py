from datetime import date

import pytest

from matcher.directory.profile import Source
from matcher.directory.statement import Statement
from matcher.directory.trail import Word
from matcher.store.comparing import (
    asked_of,
    asking_after,
    is_stranger,
    said_of_both,
    takes_away,
    weighed_standing,
)
from matcher.store.tally import Standing

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
    ("standing", "source", "said", "after"),
    [
        ((True, None), "clinic", (False, None), (False, None)),
        ((True, None), "therapist", (False, None), (False, _TODAY)),
        ((False, _MONDAY), "therapist", (False, None), (False, _MONDAY)),
        ((True, _TUESDAY), "clinic", (False, _MONDAY), (True, _TUESDAY)),
        ((True, _MONDAY), "clinic", (False, _TUESDAY), (False, _TUESDAY)),
        ((False, _TUESDAY), "clinic", (True, None), (False, _TUESDAY)),
        ((True, _MONDAY), "clinic", (None, _TUESDAY), (True, _MONDAY)),
        (None, "clinic", (None, _TUESDAY), (True, None)),
        (None, "clinic", (True, _TUESDAY), (True, _TUESDAY)),
    ],
)
def test_standing_when_something_newer_is_said_then_that_holds(
    standing: Standing | None,
    source: str,
    said: tuple[bool | None, date | None],
    after: Standing,
) -> None:
    statement = Statement("p", Source(source), said[1], {}, said[0])

    assert weighed_standing(standing, statement, _TODAY) == after


@pytest.mark.parametrize(
    ("standing", "asked", "source", "published", "is_asked"),
    [
        ((False, _MONDAY), None, "therapist", False, True),
        ((False, _MONDAY), None, "clinic", False, False),
        ((False, _MONDAY), Word(None, _MONDAY), "clinic", False, True),
        ((True, _MONDAY), Word(None, _MONDAY), "clinic", True, False),
        ((True, _MONDAY), None, "therapist", False, False),
    ],
)
def test_practitioner_when_they_asked_not_to_be_shown_then_that_stands_until_they_are_shown(
    standing: Standing, asked: Word | None, source: str, published: bool, is_asked: bool
) -> None:
    statement = Statement("p", Source(source), _MONDAY, {}, published)

    word = asking_after(standing, asked, statement)

    assert word == (Word(None, _MONDAY) if is_asked else None)
    assert asked_of("p") == ("p", "published", "therapist")


@pytest.mark.parametrize(
    ("source", "said", "asked", "counts"),
    [
        ("therapist", False, None, True),
        ("therapist", True, _MONDAY, True),
        ("therapist", True, _TUESDAY, False),
        ("therapist", True, None, False),
        ("clinic", True, _MONDAY, False),
        ("clinic", False, None, False),
    ],
)
def test_word_under_the_id_that_went_when_it_is_the_practitioners_wish_then_it_counts(
    source: str, said: bool, asked: date | None, counts: bool
) -> None:
    statement = Statement("gone", Source(source), _TUESDAY, {}, said)

    assert said_of_both(statement, Word(None, asked) if asked else None) is (
        said if counts else None
    )


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
