from collections.abc import Iterator
from datetime import date

import pytest
from support.builders import make_statement
from support.stores import new_directory

from matcher.directory.trail import Word
from matcher.store import UnitOfWork
from matcher.store.decided import decided_about

pytestmark = pytest.mark.usefixtures("engine")

_JANUARY, _FEBRUARY, _MARCH = (date(2026, month, 1) for month in (1, 2, 3))
_PLACE = ("keep", "city", "therapist")


@pytest.fixture
def work() -> Iterator[UnitOfWork]:
    with new_directory() as database, database.writing() as work:
        work.profiles.apply(
            [
                make_statement("keep", city="", confirmed_on=_FEBRUARY),
                make_statement("drop", city="Aue", confirmed_on=_JANUARY),
                make_statement("last", city="Ems", confirmed_on=_MARCH),
            ]
        )
        yield work


def test_decided_when_a_silence_was_filled_then_only_a_newer_one_is_news(work: UnitOfWork) -> None:
    work.profiles.merge("keep", "drop")
    decided = decided_about(work._connection, ["keep", "drop"])
    held = Word("Aue", _JANUARY)

    assert decided.has_filled(_PLACE, Word(None, _FEBRUARY), held)
    assert not decided.has_filled(_PLACE, Word(None, _MARCH), held)
    assert not decided.has_filled(_PLACE, Word(None, _FEBRUARY), Word("Ulm", _JANUARY))


def test_decided_when_another_came_in_later_then_the_silence_is_still_known(
    work: UnitOfWork,
) -> None:
    work.profiles.merge("keep", "drop")
    work.profiles.merge("keep", "last")
    decided = decided_about(work._connection, ["keep"])

    assert decided.has_filled(_PLACE, Word(None, _FEBRUARY), Word("Ems", _MARCH))


def test_decided_when_a_word_stood_on_who_is_gone_then_it_was_known(work: UnitOfWork) -> None:
    work.profiles.merge("keep", "drop")
    decided = decided_about(work._connection, ["keep", "drop"])

    assert decided.gave_up(_PLACE, Word("Aue", _JANUARY), "drop")
    assert not decided.gave_up(_PLACE, Word("Aue", _MARCH), "drop")
    assert not decided.gave_up(_PLACE, Word("Ulm", _JANUARY), "drop")


def test_decided_when_who_is_gone_was_silent_then_only_a_newer_silence_is_news(
    work: UnitOfWork,
) -> None:
    work.profiles.merge("drop", "keep")
    decided = decided_about(work._connection, ["keep", "drop"])
    place = ("drop", *_PLACE[1:])

    assert decided.gave_up(place, Word(None, _FEBRUARY), "keep")
    assert not decided.gave_up(place, Word(None, _MARCH), "keep")


def test_decided_when_a_word_came_in_where_there_was_none_then_it_is_known(
    work: UnitOfWork,
) -> None:
    work.profiles.merge("keep", "drop")
    decided = decided_about(work._connection, ["keep", "drop"])

    assert decided.has_brought(_PLACE, Word("Aue", _JANUARY))
    assert not decided.has_brought(_PLACE, Word("Aue", _MARCH))


def test_decided_when_a_word_came_from_who_is_gone_then_it_is_known_from_whom(
    work: UnitOfWork,
) -> None:
    work.profiles.merge("keep", "drop")
    decided = decided_about(work._connection, ["keep", "drop"])

    assert decided.has_lent(_PLACE, Word("Aue", _JANUARY), "drop")
    assert not decided.has_lent(_PLACE, Word("Aue", _MARCH), "drop")
    assert not decided.has_lent(_PLACE, Word("Aue", _JANUARY), "last")


def test_decided_when_taken_back_then_nothing_was(work: UnitOfWork) -> None:
    work.trail.undo(work.profiles.merge("keep", "drop"))

    assert decided_about(work._connection, ["keep", "drop"]) == ({}, {})
