"""Ids as given, or made of what tells people apart."""

import pytest

from matcher.importers.profile_id import profile_id


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param({"id": "p-1", "name": "Ana"}, "p-1", id="given"),
        pytest.param({"id": "p 1", "name": "Ana", "postcode": "97201"}, "", id="wrong"),
        pytest.param(
            {"register": "OR Board", "register_number": "C 12"}, "or-board-c-12", id="register"
        ),
        pytest.param({"name": "José Ñ", "postcode": "97201"}, "jose-n-97201", id="name"),
        pytest.param({"name": "Ana"}, "", id="name-alone"),
    ],
)
def test_id_when_made_then_it_is_of_the_first_whole_group(
    cells: dict[str, str], expected: str
) -> None:
    assert profile_id(lambda column: cells.get(column, "")) == expected


def test_id_when_other_groups_are_named_then_it_is_made_of_those() -> None:
    assert profile_id({"id": "", "name": "Ana"}.__getitem__, (("name",),)) == "ana"
