import pytest
from pytestqt.qtbot import QtBot
from support.window import show

from matcher.services.people.people_wish import PeopleColumn, PeopleWish
from ui.language import Language
from ui.staff.people_filters import PeopleFilters


@pytest.fixture
def filters(words: Language, qtbot: QtBot) -> PeopleFilters:
    filters = PeopleFilters(words)
    qtbot.addWidget(filters)
    filters.retranslate()
    filters.set_wish(PeopleWish(typed="kim"))
    show(filters, 1200, 200)
    return filters


def test_filters_when_shown_then_each_says_what_is_chosen(filters: PeopleFilters) -> None:
    filters.set_wish(PeopleWish(age="old", sorted_by=PeopleColumn.PLACE, reverse=True))

    said = [button.text() for button in filters.choices.values()]
    assert said == [
        "Taking new people: all", "Age of facts: old", "Said by: all", "Sources: all",
        "For clients: all",
    ]  # fmt: skip
    assert filters.order.text() == "Sorted by: Place"
    assert filters.reverse.isChecked()


def test_filters_when_one_is_chosen_then_the_wish_holds_it_and_what_was_typed(
    filters: PeopleFilters, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(filters.wish_changed) as told:
        filters.choices[PeopleColumn.CONFLICTS].chosen.emit("differ")

    assert told.args == [PeopleWish(typed="kim", conflicts="differ")]


def test_filters_when_another_order_is_chosen_then_it_begins_at_its_front(
    filters: PeopleFilters, qtbot: QtBot
) -> None:
    filters.reverse.click()
    with qtbot.waitSignal(filters.wish_changed) as told:
        filters.order.chosen.emit("age")

    assert told.args == [PeopleWish(typed="kim", sorted_by=PeopleColumn.AGE)]
    assert not filters.reverse.isChecked()


def test_filters_when_reversed_then_the_wish_says_so_once(
    filters: PeopleFilters, qtbot: QtBot
) -> None:
    told: list[PeopleWish] = []
    filters.wish_changed.connect(told.append)
    filters.reverse.click()

    assert told == [PeopleWish(typed="kim", reverse=True)]
