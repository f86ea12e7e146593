from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from support.builders import make_statement
from support.kiosk_events import tell_of_kiosks
from support.page_checks import mute
from support.rotten import change_outside
from support.staff_people import TODAY, staff_directory
from support.window import focused, press, settle, show

from matcher.directory.kiosk_event import KioskWord
from matcher.directory.trail import Deed, DeedKind
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.kiosks.copy_standing import CopyStanding
from matcher.services.kiosks.kiosks_service import KiosksService
from matcher.services.people.people_wish import PeopleColumn
from matcher.services.staff.signed_in import LoggedIn
from ui.application import make_application
from ui.controllers.kiosks_controller import KiosksController
from ui.controllers.people_controller import PeopleController
from ui.controllers.staff_session import StaffSession
from ui.language import Language
from ui.models.people_model import COLUMNS
from ui.staff.people_page import PeoplePage
from ui.theme.appearance import Appearance
from ui.theme.tokens import PaletteName

Open = Callable[[DirectoryService], PeoplePage]


@pytest.fixture
def session() -> StaffSession:
    return StaffSession()


@pytest.fixture
def opened(words: Language, session: StaffSession, qtbot: QtBot) -> Open:
    def opened(directory: DirectoryService) -> PeoplePage:
        controller = PeopleController(directory, lambda: TODAY)
        kiosks = KiosksController(KiosksService(directory))
        page = PeoplePage(words, controller, session, kiosks)
        qtbot.addWidget(page)
        show(page, 1280, 800)
        page.enter()
        settle()
        page.begin()
        return page

    return opened


@pytest.fixture
def directory(tmp_path: Path) -> Iterator[DirectoryService]:
    with closing(staff_directory(tmp_path)) as directory:
        yield directory


@pytest.fixture
def page(opened: Open, directory: DirectoryService) -> PeoplePage:
    return opened(directory)


def _shown(page: PeoplePage) -> list[str]:
    return [page.model.profile_id(row) for row in range(page.model.rowCount())]


def _type(page: PeoplePage, words: str) -> None:
    QTest.keyClicks(page.search, words)
    settle()


def test_page_when_entered_then_everybody_is_counted_and_the_search_has_the_focus(
    page: PeoplePage,
) -> None:
    assert page.title == "People in the directory"
    assert _shown(page) == ["p-2", "p-4", "p-3", "p-5", "p-1"]
    assert page.filters.count.plain == "5 people"
    assert focused() == "search"
    assert page.filters.clear.isHidden()
    assert mute(page) == set()


def test_page_when_words_are_typed_then_the_found_are_counted(page: PeoplePage) -> None:
    _type(page, "aue")

    assert _shown(page) == ["p-4", "p-1"]
    assert page.filters.count.plain == "2 of 5 people"
    page.filters.clear.click()
    settle()
    assert page.filters.count.plain == "5 people"
    assert page.search.text() == ""


def test_page_when_used_by_keys_then_somebody_is_found_and_opened(
    page: PeoplePage, qtbot: QtBot
) -> None:
    _type(page, "aue")
    press(Qt.Key.Key_Down)
    assert focused() == "table"
    press(Qt.Key.Key_Down)
    with qtbot.waitSignal(page.person_requested) as told:
        press(Qt.Key.Key_Return)

    assert told.args == ["p-1"]


def test_page_when_one_is_found_then_return_in_the_search_opens_them(
    page: PeoplePage, qtbot: QtBot
) -> None:
    _type(page, "munoz")
    with qtbot.waitSignal(page.person_requested) as told:
        press(Qt.Key.Key_Return)

    assert told.args == ["p-2"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Slash, Qt.Key.Key_F])
def test_page_when_the_search_is_asked_for_by_key_then_it_has_the_focus(
    page: PeoplePage, key: Qt.Key
) -> None:
    page.table.setFocus()
    how = Qt.KeyboardModifier.ControlModifier if key == Qt.Key.Key_F else Qt.KeyboardModifier(0)
    QTest.keyClick(page.table, key, how)

    assert focused() == "search"


def test_page_when_a_slash_is_typed_in_the_search_then_it_stands_there(page: PeoplePage) -> None:
    _type(page, "a/b")

    assert page.search.text() == "a/b"
    press(Qt.Key.Key_Escape)
    settle()
    assert page.search.text() == ""


def test_page_when_letters_are_typed_on_the_table_then_they_are_looked_for(
    page: PeoplePage,
) -> None:
    page.table.setFocus()
    press(Qt.Key.Key_B)
    settle()

    assert focused() == "search"
    assert page.search.text() == "b"
    assert _shown(page) == ["p-4", "p-3"]


def test_page_when_somebody_is_chosen_then_they_stay_chosen_in_another_order(
    page: PeoplePage,
) -> None:
    page.table.choose_row(0)
    page.filters.order.chosen.emit("id")
    settle()

    assert _shown(page)[page.table.currentIndex().row()] == "p-2"
    assert page.table.horizontalHeader().sortIndicatorSection() == COLUMNS.index(PeopleColumn.ID)


def test_page_when_a_heading_is_pressed_twice_then_the_order_turns(page: PeoplePage) -> None:
    head = page.table.horizontalHeader()
    place = COLUMNS.index(PeopleColumn.PLACE)
    middle = head.sectionViewportPosition(place) + 20
    for _ in range(2):
        QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle, 10))
        settle()

    assert _shown(page)[0] == "p-2"
    assert page.filters.order.code == "place"
    assert page.filters.reverse.isChecked()


def test_page_when_nobody_is_found_then_it_leads_back_to_everybody(page: PeoplePage) -> None:
    page.table.setFocus()
    page.search.setText("nobody")
    settle()
    assert page.table.isHidden()
    assert page.notice.heading.plain == "Nobody found"
    assert focused() == "search"

    page.notice.lead.click()
    settle()
    assert page.notice.isHidden()
    assert len(_shown(page)) == 5


def test_page_when_there_is_no_directory_then_it_leads_to_the_import(
    opened: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    page = opened(DirectoryService(str(tmp_path / "none.sqlite")))
    assert page.notice.heading.plain == "The directory is empty"
    assert focused() == "lead"
    assert page.search.isHidden()

    with qtbot.waitSignal(page.page_requested) as told:
        page.notice.lead.click()
    assert told.args == ["import"]


def test_page_when_the_directory_cannot_be_read_then_it_says_why_and_tries_again(
    opened: Open, tmp_path: Path
) -> None:
    path = tmp_path / "directory.sqlite"
    path.write_text("This is no database, and long enough to be told apart from one.")
    page = opened(DirectoryService(str(path)))
    assert page.notice.heading.plain == "The directory can’t be read"
    assert "directory.sqlite" in page.notice.why.plain

    path.unlink()
    page.notice.lead.click()
    settle()
    assert page.notice.heading.plain == "The directory is empty"


def test_page_when_somebody_is_added_then_an_account_is_needed(
    page: PeoplePage, session: StaffSession, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.sign_in_requested), qtbot.assertNotEmitted(page.person_requested):
        page.add_button.click()
    session.sign_in(LoggedIn("Kim"))

    with qtbot.waitSignal(page.person_requested) as told:
        page.add_button.click()
    assert told.args == [""]


def test_page_when_entered_after_a_change_then_it_shows_it(
    page: PeoplePage, directory: DirectoryService
) -> None:
    with directory.changing() as work:
        work.profiles.apply([make_statement("p-9", name="Aaron")])
    page.enter()
    settle()

    assert _shown(page)[0] == "p-9"
    assert page.filters.count.plain == "6 people"


def test_page_when_another_language_holds_then_everything_is_said_in_it(
    page: PeoplePage, words: Language
) -> None:
    words.set_code("es")
    page.retranslate()

    assert page.filters.count.plain == "5 personas"
    assert page.model.index(0, COLUMNS.index(PeopleColumn.ACCEPTING)).data() == "lista de espera"


@pytest.mark.parametrize(("text_size", "width"), [(100, 1280), (200, 1280), (200, 1024)])
def test_page_when_letters_are_large_then_nothing_has_to_be_scrolled_across(
    page: PeoplePage, text_size: int, width: int
) -> None:
    Appearance(make_application(), PaletteName.LIGHT).set_text_size(text_size)
    show(page, width, 640)
    settle()
    columns = page.table.shown_columns

    assert page.width() == width
    assert page.table.horizontalScrollBar().maximum() == 0
    assert page.table.mapTo(page, page.table.rect().topRight()).x() < width
    assert (len(columns) < 7) == (text_size == 200)
    assert 0 in columns


def test_page_when_somebody_was_changed_outside_then_they_are_named_until_put_right(
    opened: Open, directory: DirectoryService
) -> None:
    path = directory.path
    assert path is not None
    page = opened(directory)
    assert page.room.changed.isHidden()

    change_outside(path, "UPDATE fact SET value = 'Nobody' WHERE profile_id = 'p-2'")
    page = opened(directory)
    assert not page.room.changed.isHidden()
    assert page.room.changed.words[0].endswith("p-2")
    assert len(page.room.changed.words) == 2

    edited = make_statement("p-2", city="Aue", confirmed_on=TODAY)
    with directory.changing() as work:
        work.profiles.apply([edited], Deed(DeedKind.EDIT))
    page = opened(directory)
    assert page.room.changed.isHidden()


def test_page_when_a_kiosk_waits_for_the_newest_state_then_it_says_since_when_and_what_to_do(
    page: PeoplePage, words: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    since = datetime.now(UTC) - timedelta(days=15)
    monkeypatch.setattr(page._controller, "copy", lambda: CopyStanding(waits_since=since))
    assert page.room.changed.isHidden()

    page.enter()
    settle()

    old, which, what_to_do = page.room.changed.words
    assert "15 days old" in old
    assert words.catalogue.date(since.astimezone().date()) in which
    assert what_to_do == words.text("doctor.kiosk_state.waits_remedy")
    assert page.room.copy.isHidden()
    words.set_code("es")
    page.retranslate()
    assert "tiene 15 días" in page.room.changed.words[0]


def test_page_when_a_kiosk_has_a_copy_of_a_server_then_a_quiet_line_says_how_old_it_is(
    page: PeoplePage, words: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = datetime.now(UTC)
    assert page.room.copy.isHidden()
    monkeypatch.setattr(page._controller, "copy", lambda: CopyStanding(now))
    page.enter()
    settle()
    assert page.room.copy.plain.startswith("Clients here see the directory as of today, ")
    assert page.room.changed.isHidden()

    away = CopyStanding(now - timedelta(days=16), now - timedelta(days=15, minutes=58))
    monkeypatch.setattr(page._controller, "copy", lambda: away)
    page.enter()
    settle()
    assert page.room.copy.plain.startswith("Nothing has come from the server since ")
    assert "16 days old" in page.room.changed.words[0]
    assert page.room.changed.words[1] == words.text("kiosks.copy.remedy")


def test_page_when_kiosks_elsewhere_need_somebody_then_they_are_named(
    page: PeoplePage, directory: DirectoryService
) -> None:
    tell_of_kiosks(directory, {"Hall": [(15, KioskWord.COPIED)], "Attic": [(0, KioskWord.COPIED)]})

    page.enter()
    settle()

    (line,) = page.room.changed.words
    assert line.startswith("Kiosks to look after: Hall.")


def test_page_when_somebody_is_looked_for_then_no_file_is_looked_at_for_what_stands_above(
    page: PeoplePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(page._controller, "copy", lambda: asked.append("kiosk") or CopyStanding())
    monkeypatch.setattr(page._controller, "settings_fault", lambda: asked.append("settings"))

    _type(page, "aue")
    assert asked == []

    page.enter()
    assert sorted(asked) == ["kiosk", "settings"]
