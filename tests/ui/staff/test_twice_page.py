from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from support.builders import make_statement
from support.kept_directories import kept_directory
from support.page_checks import mute, out_of_order, overlapping, squeezed, unreached
from support.upkeep import open_page, pairs_of_people, signed_in, twice_controller
from support.window import focused, press, settle

from matcher.services.directory.stored_directory import DirectoryService
from ui.controllers.staff_session import StaffSession
from ui.language import Language
from ui.staff.twice_page import TwicePage
from ui.widgets.reading_order import tab_stops


@pytest.fixture
def directory(tmp_path: Path) -> Iterator[DirectoryService]:
    with closing(kept_directory(tmp_path, pairs_of_people(7))) as directory:
        yield directory


def _page(
    directory: DirectoryService, qtbot: QtBot, session: StaffSession | None = None
) -> TwicePage:
    session = session or signed_in()
    page = TwicePage(Language("en"), twice_controller(directory, session), session)
    qtbot.addWidget(page)
    open_page(page)
    return page


@pytest.fixture
def page(directory: DirectoryService, qtbot: QtBot) -> TwicePage:
    return _page(directory, qtbot)


def test_page_when_entered_then_a_portion_of_pairs_with_why_and_what_differs(
    page: TwicePage,
) -> None:
    card = page.cards[0]

    assert len(page.cards) == 5
    assert card.why.plain == (
        "May be one person: the same number on the register; the same name and place."
    )
    assert [row.title.plain for row in card.rows] == [
        "Phone: different",
        "Website: only in b-001",
    ]
    assert page.place.plain == "Pairs 1 to 5 of 7"
    assert focused() == "keep_a-001_b-001_a-001"
    assert not mute(page)
    assert not squeezed(page)
    assert not overlapping(page)
    stops = [*tab_stops(page)]  # as the window gives them to Tab
    assert not unreached(page, stops)
    assert not out_of_order(page, stops)


def test_pair_when_it_is_decided_then_the_page_tells_that_it_went_on(
    page: TwicePage, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Tab)

    with qtbot.waitSignal(page.moved_on):
        press(Qt.Key.Key_Return)
        settle()


def test_pair_when_merged_by_keys_then_what_will_happen_is_said_first_and_it_can_be_undone(
    page: TwicePage, directory: DirectoryService
) -> None:
    card = page.cards[0]
    press(Qt.Key.Key_Space)
    assert card.future.words == (
        "b-001 goes into a-001. Only a-001 stays.",
        "New in a-001: Website.",
        "Lists that name b-001 are about a-001 from then on. You can take it back.",
    )
    assert directory.count() == 14
    press(Qt.Key.Key_Tab)
    assert focused() == "merge_a-001_b-001"
    press(Qt.Key.Key_Return)
    settle()

    assert directory.count() == 13
    assert card.state.plain == "b-001 is part of a-001 now."
    assert focused() == "undo_a-001_b-001"
    press(Qt.Key.Key_Return)
    settle()
    assert directory.count() == 14
    assert card.state.plain == ""
    assert card.merge.isVisible()
    assert focused() == "keep_a-001_b-001_a-001"


def test_pair_when_none_is_chosen_to_stay_then_it_asks_for_that(
    page: TwicePage, directory: DirectoryService
) -> None:
    page.cards[0].merge.click()
    settle()

    assert page.cards[0].missing.plain == "Choose above which profile stays."
    assert focused() == "keep_a-001_b-001_a-001"
    assert directory.count() == 14


def test_pair_when_it_is_two_people_then_it_says_so_and_is_not_suggested_again(
    page: TwicePage,
) -> None:
    page.cards[1].apart.setFocus()
    press(Qt.Key.Key_Return)
    settle()
    assert page.cards[1].state.plain.startswith("Noted: these are two people.")
    assert focused() == "undo_a-002_b-002"

    page.enter()
    settle()
    assert page.place.plain == "Pairs 1 to 5 of 6"
    assert "a-002" not in {card.key[0] for card in page.cards}


def test_page_when_turned_then_the_next_pairs_are_shown_from_the_top(page: TwicePage) -> None:
    assert page.earlier.isHidden()
    page.later.click()
    settle()

    assert [card.key for card in page.cards] == [("a-006", "b-006"), ("a-007", "b-007")]
    assert page.place.plain == "Pairs 6 to 7 of 7"
    assert focused() == "keep_a-006_b-006_a-006"
    assert page.later.isHidden()
    page.earlier.click()
    settle()
    assert page.cards[0].key == ("a-001", "b-001")


def test_page_when_nobody_is_signed_in_then_it_says_so_and_keeps_what_was_chosen(
    directory: DirectoryService, qtbot: QtBot
) -> None:
    session = StaffSession()
    page = _page(directory, qtbot, session)
    assert page._reading.words
    page.cards[0].keep.cards[1].click()
    with qtbot.waitSignal(session.sign_in_requested):
        page.cards[0].merge.click()
    settle()

    assert directory.count() == 14
    assert page.cards[0].keep.chosen == ("b-001",)


def test_page_when_nobody_is_twice_then_it_says_so(tmp_path: Path, qtbot: QtBot) -> None:
    with closing(kept_directory(tmp_path, [make_statement(name="Ana")])) as directory:
        page = _page(directory, qtbot, StaffSession())

        assert page._reading.words == ()

        assert page._state.words == (
            "Nobody seems to be in the directory twice. There is nothing to do.",
        )
        assert page.place.plain == ""
        assert focused() == "back"


def test_page_when_the_directory_cannot_be_read_then_it_says_why(
    tmp_path: Path, qtbot: QtBot
) -> None:
    page = _page(DirectoryService(str(tmp_path / "nowhere.sqlite")), qtbot)

    assert page.told.plain
    assert page._state.words == ()


def test_page_when_another_language_holds_then_everything_is_said_anew(page: TwicePage) -> None:
    page.words.set_code("es")
    page.retranslate()

    assert page.title == "La misma persona dos veces"
    assert page.place.plain == "Pares 1 a 5 de 7"
    assert page.cards[0].rows[0].title.plain == "Teléfono: distinto"
