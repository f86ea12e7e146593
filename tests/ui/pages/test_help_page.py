import pytest
from PySide6.QtWidgets import QFrame, QRadioButton
from support.window import open_window, settle

from matcher.checklist.crisis import LineKind, crisis_regions, load_crisis_lines
from ui.app import Wiring
from ui.settings import Settings
from ui.widgets.text import Text


def _said(wiring: Wiring) -> str:
    return "\n".join(text.plain for text in wiring.window.page.findChildren(Text))


@pytest.mark.parametrize("region", crisis_regions())
def test_help_when_opened_in_a_region_then_all_its_lines_are_shown(
    wiring: Wiring, region: str
) -> None:
    wiring.region.set_region(region)

    wiring.window.go("help")
    settle()

    said = _said(wiring)
    assert all(line.number in said for line in load_crisis_lines(region).lines)
    assert wiring.words.text("crisis.panel.unwatched") in said


@pytest.mark.parametrize("region", crisis_regions())
def test_help_when_a_card_says_what_to_do_in_danger_then_it_is_not_said_twice(
    wiring: Wiring, region: str
) -> None:
    wiring.region.set_region(region)

    wiring.window.go("help")

    danger = wiring.window.page.findChild(Text, "danger")
    kinds = {line.kind for line in load_crisis_lines(region).lines}
    assert danger is not None
    assert bool(danger.plain) is (LineKind.EMERGENCY not in kinds)


@pytest.mark.parametrize(
    ("text_size", "width", "height", "least"),
    [pytest.param(100, 1280, 800, 2, id="usual"), pytest.param(200, 1024, 768, 1, id="large")],
)
def test_help_when_opened_then_the_first_cards_are_seen_whole(
    qapp: object, text_size: int, width: int, height: int, least: int
) -> None:
    with open_window(Settings(text_size=text_size)) as wiring:
        wiring.window.resize(width, height)
        wiring.window.go("help")
        settle()

        lines = load_crisis_lines("us").lines[:least]
        cards = [wiring.window.page.findChild(QFrame, f"line_{line.id}") for line in lines]
        for card in cards:
            assert card is not None
            assert card.visibleRegion().boundingRect().size() == card.size()


def test_help_when_another_region_is_chosen_then_its_lines_and_money_hold(
    wiring: Wiring,
) -> None:
    wiring.window.go("help")
    card = wiring.window.page.findChild(QRadioButton, "region_ie")
    assert card is not None

    card.click()

    assert wiring.sitting.answers.region == "ie"
    assert wiring.window.page.objectName() == "page_help"
    assert "116 123" in _said(wiring)


def test_help_when_another_region_is_chosen_then_money_stays_that_of_the_directory_and_is_named(
    wiring: Wiring,
) -> None:
    wiring.window.go("fee")
    wiring.window.open("help")

    wiring.region.set_region("ie")
    wiring.window.page.next_button.click()
    settle()

    unit = wiring.window.page.findChild(Text, "fee_unit")
    note = wiring.window.page.findChild(Text, "fee_note")
    assert unit is not None
    assert note is not None
    assert "US dollars" in unit.plain
    assert "US dollars" in note.plain


def test_help_when_left_then_the_person_is_where_they_were_and_nothing_is_noted(
    wiring: Wiring,
) -> None:
    wiring.window.go("times")
    before = wiring.sitting.answers
    wiring.window.open("help")

    wiring.window.page.next_button.click()

    assert wiring.window.page.objectName() == "page_times"
    assert wiring.sitting.answers == before
