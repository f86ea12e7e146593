from datetime import date, timedelta

import pytest

from matcher.directory.fact_age import COSTLY_FIRST, AgeLimits, FactAge
from matcher.directory.field import FIELDS
from matcher.directory.profile import Fact, Source

_TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("days", "age"),
    [(0, "fresh"), (60, "fresh"), (61, "ageing"), (180, "ageing"), (181, "old"), (-1, "fresh")],
)
def test_age_when_a_fact_is_so_many_days_old_then_in_one_word(days: int, age: str) -> None:
    fact = Fact("yes", Source.CLINIC, _TODAY - timedelta(days=days))

    assert AgeLimits().age_of(fact, _TODAY) is FactAge(age)


def test_age_when_nobody_noted_a_date_then_it_is_neither_old_nor_fresh() -> None:
    assert AgeLimits().age_of(Fact("yes", Source.CLINIC), _TODAY) is FactAge.UNDATED


def test_costly_fields_when_listed_then_they_are_those_that_age() -> None:
    assert sorted(COSTLY_FIRST) == sorted(name for name, field in FIELDS.items() if field.ages)
