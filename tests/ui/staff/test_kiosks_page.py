from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from support.kiosk_events import tell_of_kiosks
from support.staff import PIN, type_in
from support.window import press, settle, show

from matcher.bootstrap import Services
from matcher.directory.kiosk_event import KioskStanding, KioskWord
from matcher.errors import Message, StoreError
from ui.controllers.kiosks_controller import KiosksController
from ui.language import Language
from ui.staff.kiosks_page import KiosksPage
from ui.staff_app import StaffWiring

_NOW = datetime(2026, 11, 23, 10, 2, tzinfo=UTC)
_DAY = timedelta(days=1)
_WELL = KioskStanding("Attic", _NOW, _NOW, KioskWord.STAFF, _NOW - _DAY)
_OLD = KioskStanding("Hall", _NOW - 2 * _DAY, _NOW - 15 * _DAY, KioskWord.AWAY, _NOW - 2 * _DAY)


class _Service:
    """Knows what the test says."""

    def __init__(self) -> None:
        self.known: Sequence[KioskStanding] | None = (_WELL, _OLD)

    def standing(self) -> Sequence[KioskStanding]:
        if self.known is None:
            raise StoreError(Message("error.store.away", file="clinic"))
        return self.known


@pytest.fixture
def service() -> _Service:
    return _Service()


@pytest.fixture
def page(qtbot: QtBot, words: Language, service: _Service) -> KiosksPage:
    page = KiosksPage(words, KiosksController(service), lambda: _NOW)  # type: ignore[arg-type]
    qtbot.addWidget(page)
    show(page, 1024, 768)
    return page


def _enter(page: KiosksPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page._kiosks.known):
        page.enter()
    settle()


def test_page_when_entered_then_each_kiosk_is_told_of_with_what_to_look_after(
    page: KiosksPage, qtbot: QtBot
) -> None:
    assert page.standing.plain == "One moment: reading what kiosks told."

    _enter(page, qtbot)

    attic, hall = page.entries
    assert (attic.name.plain, attic.notice.words) == ("Attic", ())
    assert "staff came in" in attic.lines[1].plain
    assert len(hall.notice.words) == 2
    assert "15 days old" in hall.notice.words[1]
    assert page.standing.plain.startswith("Looked at today, ")
    assert page.first_focus() is page.again


def test_page_when_somebody_looks_again_then_what_is_new_is_shown_and_said(
    page: KiosksPage, qtbot: QtBot, service: _Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    _enter(page, qtbot)
    said: list[str] = []
    monkeypatch.setattr(page, "announce", said.append)
    service.known = (_WELL,)

    page.again.setFocus()
    with qtbot.waitSignal(page._kiosks.known):
        press(Qt.Key.Key_Space)

    assert [entry.name.plain for entry in page.entries] == ["Attic"]
    assert said == [page.standing.plain]


def test_page_when_the_server_does_not_answer_then_it_says_so_and_shows_what_was_known(
    page: KiosksPage, qtbot: QtBot, service: _Service
) -> None:
    _enter(page, qtbot)
    service.known = None
    _enter(page, qtbot)
    assert page.problem.plain
    assert len(page.entries) == 2

    service.known = ()
    _enter(page, qtbot)
    assert page.problem.isHidden()
    assert page.standing.plain == page.words.text("kiosks.nothing")


def test_page_when_another_language_holds_then_all_is_said_anew(
    page: KiosksPage, qtbot: QtBot
) -> None:
    _enter(page, qtbot)

    page.words.set_code("es")
    page.retranslate()

    assert page.title == "Quioscos"
    assert "entró el personal" in page.entries[0].lines[1].plain
    assert page.entries[1].notice.words[1].startswith("Su lista tiene 15 días")


@pytest.fixture
def opened(staff: StaffWiring) -> Iterator[Callable[[], QAbstractButton]]:
    """Come in by the PIN, and give the button that leads to the kiosks."""

    def opened() -> QAbstractButton:
        type_in(PIN)
        press(Qt.Key.Key_Return)
        settle()
        button = staff.window.rail.findChild(QAbstractButton, "section_kiosks")
        assert button is not None
        return button

    yield opened
    settle()


def test_window_when_no_kiosk_told_anything_then_nothing_leads_to_them(
    opened: Callable[[], QAbstractButton],
) -> None:
    assert not opened().isVisible()


def test_window_when_a_kiosk_told_something_then_a_section_leads_there(
    services: Services, staff: StaffWiring, opened: Callable[[], QAbstractButton]
) -> None:
    tell_of_kiosks(services.directory, {"Hall": [(0.1, KioskWord.COPIED)]})
    button = opened()
    assert button.isVisible()

    button.click()
    settle()

    assert staff.window.page_id == "kiosks"
    page = staff.window.page
    assert isinstance(page, KiosksPage)
    assert [entry.name.plain for entry in page.entries] == ["Hall"]
