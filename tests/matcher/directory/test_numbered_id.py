"""Ids that end in a number."""

import pytest

from matcher.directory.numbered_id import (
    LONGEST,
    ends_in_postcode,
    family_of,
    family_of_numbered,
    numbered,
)


@pytest.mark.parametrize("made", ["kim-ray-02118", "a" * LONGEST, "b" * (LONGEST - 3)])
@pytest.mark.parametrize("number", [2, 17, 9999])
def test_id_when_numbered_then_it_is_short_enough_and_of_the_same_family(
    made: str, number: int
) -> None:
    own = numbered(made, number)

    assert own.endswith(f"-{number}")
    assert len(own) <= LONGEST
    assert family_of_numbered(own) == family_of(made)


def test_first_id_when_numbered_then_it_stays_as_it_was_made() -> None:
    assert numbered("kim-ray-02118", 1) == "kim-ray-02118"


@pytest.mark.parametrize("profile_id", ["kim-ray-02118", "kim-1", "kim-02", "kim", "-2"])
def test_id_when_it_ends_in_no_such_number_then_it_has_no_family(profile_id: str) -> None:
    assert family_of_numbered(profile_id) == ""


@pytest.mark.parametrize(
    ("profile_id", "postcode", "ends"),
    [
        ("eva-lo-2000", "2000", True),
        ("eva-lo-1000-205", "1000-205", True),
        ("eva-lo-1000-205", "1000 205", True),
        ("eva-lo-2000-2", "2000", False),
        ("eva-lo-2222-2", "2222", False),
        ("eva-lo-12000", "2000", False),
    ],
)
def test_id_when_it_ends_in_a_postcode_then_only_all_of_it_counts(
    profile_id: str, postcode: str, ends: bool
) -> None:
    assert ends_in_postcode(profile_id, postcode) is ends
