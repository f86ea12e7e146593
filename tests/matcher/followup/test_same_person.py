"""Names of one person, and of two."""

import pytest

from matcher.followup.same_person import may_be_same


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Marisol Echeverry", "Marisol Echeverry, LCSW"),
        ("Marisol Echeverry", "Dr. Marisól ECHEVERRY-LUND, Ph.D."),
        ("Marisol Echeverry", "Marisol Lund"),
        ("Aoife O’Brien", "Aoife OBrien"),
        ("Ana", "Dra. Ana de la Cruz"),
        ("李 明", "李 明, PhD"),
        ("J. Li", "Li"),
        ("Md Rahman", "Rahman, MD"),
        ("Ma", "Ma, PhD"),
        ("", "Ana Vidal"),
        ("***", "***"),
    ],
)
def test_names_when_they_share_a_word_then_they_may_be_of_one_person(name: str, other: str) -> None:
    assert may_be_same(name, other)
    assert may_be_same(other, name)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Marisol Echeverry", "Tobias Fennwick"),
        ("Ana de la Cruz, PhD", "Petra de la Vega, PhD"),
        ("Dr. A. Vidal", "Dr. A. Park"),
        ("Ana Vidal", "Anabel Vidaller"),
        ("***", "Ana Vidal"),
    ],
)
def test_names_when_they_share_nothing_that_tells_then_they_are_of_two(
    name: str, other: str
) -> None:
    assert not may_be_same(name, other)
    assert not may_be_same(other, name)
