from datetime import date

import pytest
from support.builders import make_statement

from matcher.directory.profile import Source
from matcher.directory.trail import Word
from matcher.store.rows import StoredFact, faults_of, profiles_of, words_of

_DAY = date(2026, 10, 1)
# One cell of every kind, and what *stated: none* looks like.
_CELLS = {
    "name": "Ana Vidal; Ph.D.",
    "accepting": "waitlist",
    "languages": "en:native;es:fluent",
    "access": "-",
    "style_steer": "-2..1",
    "times": "mon-evening;tue 17:00-20:00",
    "fee_min": "62.5",
    "next_opening": "2026-12-01",
    "bio": "-",
}


def _row(field: str, value: str, source: str = "therapist", day: date | None = None) -> StoredFact:
    return StoredFact("p-001", True, field, source, value, day)


def test_statement_when_written_and_read_then_every_value_is_the_same() -> None:
    statement = make_statement(confirmed_on=_DAY, **_CELLS)

    rows = [_row(field, word.value or "", day=word.day) for field, word in words_of(statement)]
    (profile,) = profiles_of(rows)

    assert {field: fact.value for field, fact in profile.facts.items()} == statement.values
    assert {fact.confirmed_on for fact in profile.facts.values()} == {_DAY}
    assert {fact.source for fact in profile.facts.values()} == {Source.THERAPIST}


def test_entries_when_a_cell_is_empty_then_it_is_a_withdrawal() -> None:
    statement = make_statement(confirmed_on=_DAY, city="")

    assert [*words_of(statement)] == [("city", Word(None, _DAY))]


def test_profiles_when_two_sources_speak_then_the_older_is_superseded() -> None:
    rows = [
        _row("city", "Old Town", "register", date(2020, 1, 1)),
        _row("city", "New Town", "therapist", _DAY),
    ]
    (profile,) = profiles_of(rows)

    assert profile.value("city") == "New Town"
    assert [(field, fact.value) for field, fact in profile.superseded] == [("city", "Old Town")]


def test_profiles_when_rows_are_of_two_then_each_has_its_own() -> None:
    rows = [
        StoredFact("p-001", True, "", "", "", None),
        StoredFact("p-002", False, "city", "clinic", "Lindenau", None),
    ]
    first, second = profiles_of(rows)

    assert (first.id, dict(first.facts), first.published) == ("p-001", {}, True)
    assert (second.id, second.text("city"), second.published) == ("p-002", "Lindenau", False)


@pytest.mark.parametrize(
    ("field", "value", "faults"),
    [
        pytest.param("accepting", "yes", 0, id="known"),
        pytest.param("accepting", "perhaps", 1, id="code not known"),
        pytest.param("issues", "worry:focus;gone_from_list", 1, id="one of two"),
        pytest.param("a_column_of_another_version", "x", 0, id="column not known"),
    ],
)
def test_stored_value_when_a_word_is_not_known_then_the_rest_still_counts(
    field: str, value: str, faults: int
) -> None:
    row = _row(field, value)
    (profile,) = profiles_of([row])

    assert len(faults_of(field, value)) == faults
    assert profile.tokens("issues") == (("worry:focus",) if field == "issues" else ())
