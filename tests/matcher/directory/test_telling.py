"""What tells people of one name and place apart."""

import pytest

from matcher.directory.telling import is_of_one, plain


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("(617) 555-0100", "617.555.0100"),
        ("Bea@Ex.org", "bea@ex.org"),
        ("https://www.bea.org/", "http://bea.org"),
        ("www.bea.org", "bea.org"),
        (None, ""),
    ],
)
def test_value_when_written_in_two_ways_then_it_is_the_same(one: object, two: object) -> None:
    assert plain(one) == plain(two)


@pytest.mark.parametrize(
    ("other", "is_one"),
    [
        pytest.param({"email": "BEA@ex.org", "fee_min": 90}, True, id="one agrees"),
        pytest.param({"email": "bea@ex.org", "phone": "2"}, False, id="one contradicts"),
        pytest.param({"email": None, "name": "Bea"}, False, id="nothing to compare"),
    ],
)
def test_people_when_said_twice_then_what_tells_them_says_if_they_are_one(
    other: dict[str, object], is_one: bool
) -> None:
    assert is_of_one({"name": "Bea", "email": "bea@ex.org", "phone": "1"}, other) is is_one
