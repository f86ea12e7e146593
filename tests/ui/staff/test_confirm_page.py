from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from support.builders import make_statement
from support.colleagues import come_between
from support.kept_directories import kept_directory
from support.page_checks import mute, out_of_order, overlapping, squeezed, unreached
from support.upkeep import (
    TODAY,
    confirm_controller,
    old_people,
    open_page,
    signed_in,
)
from support.window import focused, press, settle

from matcher.directory.profile import Source
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.staff.signed_in import LoggedIn
from matcher.services.upkeep.editing import EditingService
from matcher.services.upkeep.history import HistoryService
from ui.controllers.staff_session import StaffSession
from ui.language import Language
from ui.staff.confirm_page import ConfirmPage
from ui.widgets.reading_order import tab_stops


@pytest.fixture
def directory(tmp_path: Path) -> Iterator[DirectoryService]:
    with closing(kept_directory(tmp_path, old_people(12))) as directory:
        yield directory


def _page(
    directory: DirectoryService, qtbot: QtBot, session: StaffSession | None = None
) -> ConfirmPage:
    session = session or signed_in()
    page = ConfirmPage(Language("en"), confirm_controller(directory, session), session)
    qtbot.addWidget(page)
    open_page(page)
    return page


@pytest.fixture
def page(directory: DirectoryService, qtbot: QtBot) -> ConfirmPage:
    return _page(directory, qtbot)


def test_page_when_entered_then_ten_cards_with_how_to_reach_them_and_what_is_old(
    page: ConfirmPage,
) -> None:
    card = page.cards[0]

    assert len(page.cards) == 10
    assert card.name.plain == "Person 1"
    phone = card.findChild(QPushButton, "copy_phone_p-001")
    assert phone is not None
    assert [row.says for row in card.rows] == [
        (
            "Taking new people",
            "Yes",
            "Said by the therapist, September 23, 2024: 2 years ago. Too old to count.",
        ),
        (
            "Highest fee",
            "$90",
            "Said by the therapist, September 23, 2024: 2 years ago. Too old to count.",
        ),
    ]
    assert "(C)" in card.all.text()
    assert page.progress.plain == "0 of 10 done"
    assert page._whole.plain == "In all, 12 people have facts that no longer count."
    assert focused() == "confirm_p-001"
    assert not mute(page)
    assert not squeezed(page)


def test_card_when_its_key_is_pressed_then_all_is_confirmed_and_the_next_has_the_focus(
    page: ConfirmPage, directory: DirectoryService
) -> None:
    press(Qt.Key.Key_C)
    settle()

    assert directory.profile("p-001").facts["fee_max"].confirmed_on == TODAY
    assert directory.profile("p-002").facts["fee_max"].confirmed_on != TODAY
    assert page.cards[0].state.plain == "Done for today: Taking new people and Highest fee."
    assert page.progress.plain == "1 of 10 done"
    assert focused() == "confirm_p-002"

    QTest.keyClick(page, Qt.Key.Key_C)  # the focus is in no card
    settle()
    assert page.progress.plain == "1 of 10 done"


def test_page_when_it_goes_on_by_itself_then_it_tells(page: ConfirmPage, qtbot: QtBot) -> None:
    for _ in range(2):
        with qtbot.waitSignal(page.moved_on):
            press(Qt.Key.Key_C)
            settle()
    with qtbot.waitSignal(page.moved_on):
        page.undo.setFocus()
        press(Qt.Key.Key_Return)
        settle()

    assert focused() == "confirm_p-002"


def test_page_when_the_key_is_pressed_ten_times_then_it_says_thanks(page: ConfirmPage) -> None:
    for _ in range(10):
        press(Qt.Key.Key_C)
        settle()

    assert page.progress.plain == "10 of 10 done"
    assert page._state.words == (
        "That is all for today. Thank you. People who look for help can rely on this.",
    )
    assert focused() == "confirm_undo"


def test_fact_when_still_so_then_that_one_is_done_and_the_next_is_asked(
    page: ConfirmPage, directory: DirectoryService
) -> None:
    page.cards[0].rows[0].same.setFocus()
    press(Qt.Key.Key_Return)
    settle()

    assert directory.profile("p-001").facts["accepting"].confirmed_on == TODAY
    assert page.cards[0].rows[0].says[2].startswith("Confirmed: Said by the therapist")
    assert not page.cards[0].rows[0].is_open
    assert focused() == "same_p-001_fee_max"
    assert page.progress.plain == "0 of 10 done"


def test_fact_when_changed_then_the_profile_is_asked_for_and_shown_as_it_is_on_return(
    page: ConfirmPage, directory: DirectoryService, qtbot: QtBot
) -> None:
    page.cards[1].rows[1].other.setFocus()
    with qtbot.waitSignal(page.person_requested) as told:
        press(Qt.Key.Key_Space)
    assert told.args == ["p-002"]

    EditingService(directory).change("p-002", {"fee_max": "110"}, source=Source.CLINIC, day=TODAY)
    page.enter()
    settle()
    assert page.cards[1].rows[1].says[1] == "$110"
    assert not page.cards[1].rows[1].is_open


def test_person_when_not_reached_then_it_says_what_becomes_of_them(
    page: ConfirmPage, directory: DirectoryService
) -> None:
    before = directory.revision
    page.cards[0].out.click()
    settle()

    said = (
        "Could not be reached today. Nothing was changed. Person 1 stays on the list for tomorrow."
    )
    assert page.cards[0].state.plain == said
    assert page.progress.plain == "1 of 10 done"
    assert directory.revision == before
    page.cards[0].out.click()
    assert page.cards[0].state.plain == ""


def test_undo_when_pressed_then_the_last_one_is_open_again(
    page: ConfirmPage, directory: DirectoryService
) -> None:
    assert page.undo.isHidden()
    press(Qt.Key.Key_C)
    settle()
    assert page.undo.text() == "Take back: Person 1"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()

    assert directory.profile("p-001").facts["fee_max"].confirmed_on != TODAY
    assert page.cards[0].rows[0].is_open
    assert page.undo.isHidden()
    assert page.progress.plain == "0 of 10 done"


def test_undo_when_a_colleague_took_it_back_already_then_the_one_before_is_offered(
    page: ConfirmPage, directory: DirectoryService
) -> None:
    for _ in range(2):
        press(Qt.Key.Key_C)
        settle()
    assert page.undo.text() == "Take back: Person 2"
    history = HistoryService(directory)
    history.undo(history.acts(1)[0].id, LoggedIn("colleague"))
    page.undo.click()
    settle()

    assert page.told.plain
    assert page.undo.text() == "Take back: Person 1"


def test_phone_when_copied_then_it_is_on_the_clipboard_and_nothing_opens(
    page: ConfirmPage,
) -> None:
    copy = page.findChild(QPushButton, "copy_phone_p-003")
    assert copy is not None
    copy.click()

    assert QGuiApplication.clipboard().text() == "401-555-0103"
    QGuiApplication.clipboard().clear()


def test_page_when_nobody_is_signed_in_then_it_says_so_and_asks_for_it(
    directory: DirectoryService, qtbot: QtBot
) -> None:
    session = StaffSession()
    page = _page(directory, qtbot, session)
    assert page._reading.words
    with qtbot.waitSignal(session.sign_in_requested):
        press(Qt.Key.Key_C)
    settle()
    assert page.progress.plain == "0 of 10 done"

    session.sign_in(LoggedIn("Kim"))
    assert not page._reading.words
    assert focused() == "confirm_p-001"


def test_page_when_nothing_is_old_then_it_says_so(tmp_path: Path, qtbot: QtBot) -> None:
    fresh = make_statement("q", name="Fresh", accepting="yes", confirmed_on=TODAY)
    with closing(kept_directory(tmp_path, [fresh])) as directory:
        page = _page(directory, qtbot)

        assert page.cards == ()
        assert page._bring.isHidden()
        assert page._state.words[0].startswith("Nothing needs to be asked today.")
        assert page.progress.plain == ""


def test_page_when_nobody_is_there_then_it_says_so_and_leads_to_an_import(
    tmp_path: Path, qtbot: QtBot
) -> None:
    with closing(kept_directory(tmp_path)) as directory:
        page = _page(directory, qtbot, StaffSession())

        assert page.heading.plain == "Confirm today"
        assert page._state.words == ("Nobody is in the directory yet.",)
        assert page._reading.words == ()
        assert page._whole.plain == ""
        assert focused() == "confirm_bring"
        with qtbot.waitSignal(page.page_requested) as led:
            press(Qt.Key.Key_Space)
        assert led.args == ["import"]


def test_whole_list_when_wanted_then_it_is_asked_for(page: ConfirmPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.stale_requested):
        page._whole_open.click()


def test_page_when_the_directory_cannot_be_read_then_it_says_why(
    tmp_path: Path, qtbot: QtBot
) -> None:
    directory = DirectoryService(str(tmp_path / "nowhere.sqlite"))
    page = _page(directory, qtbot)

    assert page.told.plain
    assert page._state.words == ()


def test_page_when_another_language_holds_then_everything_is_said_anew(
    page: ConfirmPage,
) -> None:
    press(Qt.Key.Key_C)
    settle()
    page.words.set_code("es")
    page.retranslate()

    assert page.title == "Confirme estas diez personas hoy"
    assert page.progress.plain == "1 de 10 hechas"
    assert page.undo.text() == "Deshacer: Person 1"
    assert page.cards[1].rows[0].says[0] == "Recibe a personas nuevas"


def test_page_when_walked_by_keys_then_each_control_is_reached_in_the_order_it_is_read(
    directory: DirectoryService, qtbot: QtBot
) -> None:
    page = _page(directory, qtbot)
    stops = [*tab_stops(page)]  # as the window gives them to Tab

    assert not unreached(page, stops)
    assert not out_of_order(page, stops)
    assert not overlapping(page)


def test_page_when_there_are_fewer_than_ten_then_the_heading_counts_them(
    tmp_path: Path, qtbot: QtBot
) -> None:
    with closing(kept_directory(tmp_path, old_people(3))) as directory:
        assert _page(directory, qtbot).title == "Confirm these 3 today"


def test_page_when_a_colleague_changed_it_before_then_the_card_is_shown_anew_and_says_so(
    page: ConfirmPage, directory: DirectoryService, monkeypatch: pytest.MonkeyPatch
) -> None:
    def change() -> None:
        EditingService(directory).change(
            "p-001", {"accepting": "no", "fee_max": "999"}, source=Source.CLINIC, day=TODAY
        )

    with monkeypatch.context() as meanwhile:
        come_between(meanwhile, page._confirm._services.confirming, "confirm_seen", change)
        press(Qt.Key.Key_C)
        settle()

    assert page.told.plain == (
        "A colleague changed what is said of Person 1 meanwhile. Nothing was confirmed. "
        "Please look at the card again."
    )
    said = "Said by the clinic, November 22, 2026. This is new."
    assert [row.says for row in page.cards[0].rows] == [
        ("Taking new people", "No", said),
        ("Highest fee", "$999", said),
    ]
    assert all(row.is_open for row in page.cards[0].rows)
    assert page.progress.plain == "0 of 10 done"
    assert page.undo.isHidden()
    assert focused() == "confirm_p-001"

    press(Qt.Key.Key_C)
    settle()
    assert page.told.plain == ""
    assert page.cards[0].state.plain == "Done for today: Taking new people and Highest fee."


def test_page_when_a_colleague_took_the_facts_out_before_then_it_goes_on_to_the_next(
    page: ConfirmPage, directory: DirectoryService, monkeypatch: pytest.MonkeyPatch
) -> None:
    def withdraw() -> None:
        EditingService(directory).change(
            "p-001", {"accepting": "", "fee_max": ""}, source=Source.THERAPIST, day=TODAY
        )

    with monkeypatch.context() as meanwhile:
        come_between(meanwhile, page._confirm._services.confirming, "confirm_seen", withdraw)
        press(Qt.Key.Key_C)
        settle()

    assert "Nothing was confirmed." in page.told.plain
    assert focused() == "confirm_p-002"
