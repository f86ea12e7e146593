"""Ways through the window that nobody planned: nothing is left out, asked twice, or lost."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QAbstractButton
from support.window import open_window, settle

from matcher.questionnaire.response import Money
from ui.app import Wiring
from ui.widgets.text import Text

_PRIVATE = ("issues", "communities", "therapist_gender")


@pytest.fixture
def wiring(qapp: object) -> Iterator[Wiring]:
    with open_window() as opened:
        yield opened


def _press(wiring: Wiring, name: str) -> None:
    settle()
    button = wiring.window.page.findChild(QAbstractButton, name)
    assert button is not None, name
    button.click()
    settle()


def _id(wiring: Wiring) -> str:
    return wiring.window.page.objectName().removeprefix("page_")


def _next(wiring: Wiring) -> str:
    wiring.window.page.next_button.click()
    settle()
    return _id(wiring)


def _way_from(wiring: Wiring) -> list[str]:
    """Press *Next* up to the check page and give the pages that were shown."""
    seen = [_id(wiring)]
    while seen[-1] != "review":
        seen.append(_next(wiring))
    return seen


def test_private_item_when_skipped_among_all_items_then_those_on_the_way_are_still_asked(
    wiring: Wiring,
) -> None:
    wiring.window.go("languages")
    wiring.window.page.open_over("more")
    _press(wiring, "change_medication")
    assert _id(wiring) == "pause"

    _press(wiring, "skip")
    wiring.window.go("languages")

    way = _way_from(wiring)
    assert "pause" in way
    assert {*_PRIVATE} <= {*way}


def test_pause_when_passed_among_all_items_then_it_does_not_come_again(wiring: Wiring) -> None:
    wiring.window.go("languages")
    wiring.window.page.open_over("more")
    _press(wiring, "change_medication")
    assert _next(wiring) == "medication"
    wiring.window.go("languages")

    way = _way_from(wiring)

    assert "pause" not in way
    assert {*_PRIVATE} <= {*way}


@pytest.mark.parametrize("way_in", ["review", "more"])
def test_age_when_changed_from_a_list_of_answers_then_the_limit_holds(
    wiring: Wiring, way_in: str
) -> None:
    wiring.sitting.respond("age_band", "26-64")
    wiring.window.go("review")
    settle()
    if way_in == "more":
        wiring.window.page.open_over("more")
        settle()
    _press(wiring, "change_age_band")

    wiring.sitting.respond("age_band", "6-12")

    assert _next(wiring) == "youth"


def test_region_when_looked_up_and_left_again_then_money_and_place_are_as_they_were(
    wiring: Wiring,
) -> None:
    wiring.sitting.respond("fee", Money(Decimal(85), "USD"))

    wiring.region.set_region("ca")
    assert wiring.sitting.response("fee") is None
    wiring.region.set_region("us")

    assert wiring.sitting.answers.value("fee") == Money(Decimal(85), "USD")


def test_pause_when_something_private_was_said_then_it_tells_that_it_counts(
    wiring: Wiring,
) -> None:
    wiring.sitting.respond("issues", ("worry",))

    wiring.window.go("pause")

    kept = wiring.window.page.findChild(Text, "kept")
    assert kept is not None
    assert kept.plain == wiring.words.text("screen.pause.kept")
