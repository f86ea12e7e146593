import pytest

from matcher.directory.fact_age import FactAge
from matcher.directory.profile import Source
from matcher.services.people.people_wish import CHOICES, PeopleColumn, PeopleWish


def test_choices_when_compared_with_the_directory_then_they_are_its_codes() -> None:
    assert {*FactAge} < {*CHOICES[PeopleColumn.AGE]}
    assert CHOICES[PeopleColumn.SOURCE] == tuple(source.value for source in Source)


@pytest.mark.parametrize(
    ("wish", "is_for_all"),
    [
        (PeopleWish(), True),
        (PeopleWish(typed="  ", sorted_by=PeopleColumn.AGE, reverse=True), True),
        (PeopleWish(typed="a"), False),
        (PeopleWish(conflicts="differ"), False),
    ],
)
def test_wish_when_something_is_asked_for_then_it_is_not_for_all(
    wish: PeopleWish, is_for_all: bool
) -> None:
    assert wish.is_for_all is is_for_all


def test_wish_when_asked_for_a_column_then_it_gives_its_choice() -> None:
    assert PeopleWish(age="old").chosen(PeopleColumn.AGE) == "old"


def test_wish_when_something_is_chosen_then_the_rest_stays() -> None:
    wish = PeopleWish(typed="kim").choosing(PeopleColumn.AGE, "old")

    assert wish == PeopleWish(typed="kim", age="old")
