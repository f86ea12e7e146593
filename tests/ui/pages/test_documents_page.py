import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from support.window import english, focused, press, settle, show

from matcher.errors import Message, ResourceError
from ui.app import Wiring
from ui.controllers.documents_controller import DocumentsController
from ui.pages.documents_page import DocumentsPage
from ui.widgets.button import Button
from ui.widgets.copy_button import CopyButton
from ui.widgets.document_words import DocumentWords
from ui.widgets.text import Text
from ui.widgets.wrapping_button import WrappingLink

_SLOW = 60_000

_NEAR = 4
"""Pixels that nobody sees a page move by."""


def _made(qtbot: QtBot, *, is_section: bool = False, can_copy: bool = False) -> DocumentsPage:
    shelf = "shelf:staff" if is_section else "shelf:clients"
    page = DocumentsPage(
        english(), DocumentsController(), shelf, is_section=is_section, can_copy=can_copy
    )
    qtbot.addWidget(page)
    show(page, 1000, 700)
    page.enter()
    page.begin()
    _wait(page, qtbot)
    return page


def _wait(page: DocumentsPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.is_complete, timeout=_SLOW)
    settle()


@pytest.fixture
def page(qtbot: QtBot) -> DocumentsPage:
    return _made(qtbot)


def _titles(page: DocumentsPage) -> list[str]:
    return [button.accessibleName() for button in page.entries.buttons]


def test_page_when_entered_then_it_lists_what_there_is_and_begins_there(
    page: DocumentsPage,
) -> None:
    assert page.title == "About this program"
    assert _titles(page) == ["For people who look for a therapist", "Version and licenses"]
    assert focused() == "entries_0"
    assert page.back.isHidden()
    assert not page.shows_answers


def test_page_when_one_is_opened_by_key_then_all_of_it_can_be_read(
    page: DocumentsPage, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_Space)
    _wait(page, qtbot)

    assert page.opened == "document:clients"
    assert page.title == "For people who look for a therapist"
    assert focused() == "documents_back"
    said = [text.plain for text in page.findChildren(Text) if text.isVisible()]
    assert "Therapists and staff do not see your answers." in said
    assert "1. Press Start. If you help somebody else, press I’m helping someone." in said


def test_page_when_going_back_then_it_leads_step_by_step_to_where_one_was(
    page: DocumentsPage, qtbot: QtBot
) -> None:
    page.open(1)
    _wait(page, qtbot)
    number = next(n for n, title in enumerate(_titles(page)) if title.startswith("pyside6"))
    page.open(number)
    _wait(page, qtbot)
    lgpl = _titles(page).index("LGPL-3.0-only.txt")
    page.open(lgpl)
    _wait(page, qtbot)
    said = "\n".join(text.plain for text in page.findChildren(Text))
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in said

    page.back.click()
    _wait(page, qtbot)
    assert focused() == f"entries_{lgpl}"
    page.back.click()
    _wait(page, qtbot)
    assert (page.opened, focused()) == ("about", f"entries_{number}")
    page.back.click()
    _wait(page, qtbot)
    assert (page.title, focused()) == ("About this program", "entries_1")
    with qtbot.waitSignal(page.back_requested):
        page.go_back()


def test_page_when_done_is_pressed_in_a_document_then_it_is_left(
    page: DocumentsPage, qtbot: QtBot
) -> None:
    page.open(0)
    _wait(page, qtbot)

    with qtbot.waitSignal(page.next_requested):
        page.next_button.click()


def test_page_when_another_language_holds_then_what_is_read_stays_open_in_that(
    page: DocumentsPage, qtbot: QtBot
) -> None:
    page.open(0)
    _wait(page, qtbot)
    page.words.set_code("es")
    page.retranslate()
    _wait(page, qtbot)

    assert page.title == "Para quien busca un terapeuta"


def test_page_when_something_cannot_be_read_then_it_says_so(page: DocumentsPage) -> None:
    page._documents.failed.emit(ResourceError(Message("error.resource.missing", file="a.md")))

    said = [text.plain for text in page.findChildren(Text) if text.isVisible()]
    assert any("could not be read" in words for words in said)


def test_page_when_it_is_a_section_then_nothing_is_to_be_closed(qtbot: QtBot) -> None:
    page = _made(qtbot, is_section=True)

    assert page.title == "Documents"
    assert "For staff" in _titles(page)
    assert page.next_button.isHidden()
    page.open(1)
    _wait(page, qtbot)
    assert page.next_button.isHidden()
    assert not page.back.isHidden()


@pytest.mark.parametrize("can_copy", [True, False])
def test_page_when_something_is_to_be_typed_then_it_can_be_copied_where_that_is_kept(
    can_copy: bool, qtbot: QtBot
) -> None:
    page = _made(qtbot, is_section=True, can_copy=can_copy)
    page.open(_titles(page).index("On the command line"))
    _wait(page, qtbot)

    buttons = page.findChildren(CopyButton)

    assert bool(buttons) == can_copy
    assert all(button.accessibleName().startswith("Copy: rapport") for button in buttons[:2])


def test_link_when_pressed_then_the_page_it_names_opens_and_leads_back_to_where_one_read(
    qtbot: QtBot,
) -> None:
    page = _made(qtbot, is_section=True)
    page.open(_titles(page).index("Setting up a kiosk"))
    _wait(page, qtbot)
    assert page.entries.heading.plain == "Pages named here"
    words = next(one for one in page.findChildren(DocumentWords) if "install-debian" in one.text())

    page.show_from(words)
    place = page.scroll_bar.value()

    words.linkActivated.emit("document:install-debian")
    _wait(page, qtbot)
    assert page.title == "Installing on Debian"
    page.back.click()
    _wait(page, qtbot)

    assert (page.title, focused()) == ("Setting up a kiosk", "documents_back")
    assert page.scroll_bar.value() == place > 0


def test_licence_of_qt_when_looked_for_then_a_key_opens_it_from_where_it_is_named(
    page: DocumentsPage, qtbot: QtBot
) -> None:
    page.open(1)
    _wait(page, qtbot)
    links = [one for one in page.findChildren(WrappingLink) if one.objectName().startswith("text:")]
    assert [link.text() for link in links] == ["Read the LGPL-3.0", "Read the GPL-3.0"]
    name = links[0].objectName()

    links[0].setFocus()
    press(Qt.Key.Key_Return)
    _wait(page, qtbot)
    assert page.title == "LGPL-3.0-only.txt"
    page.back.click()
    _wait(page, qtbot)

    assert focused() == name


@pytest.mark.parametrize("shelf", [True, False])
def test_page_when_going_back_then_what_was_opened_is_in_sight_with_the_focus(
    shelf: bool, qtbot: QtBot
) -> None:
    page = _made(qtbot, is_section=shelf)
    page.resize(700, 320)
    if not shelf:
        page.open(1)
        _wait(page, qtbot)
    last = len(page.entries.buttons) - 1
    page.entries.buttons[last].setFocus()
    settle()
    place = page.scroll_bar.value()

    press(Qt.Key.Key_Space)
    _wait(page, qtbot)
    page.back.setFocus()
    press(Qt.Key.Key_Space)
    _wait(page, qtbot)

    assert focused() == f"entries_{last}"
    assert page.scroll_bar.value() == pytest.approx(place, abs=_NEAR)
    assert place > _NEAR
    assert page.entries.buttons[last].visibleRegion().boundingRect().height() > 0


def test_welcome_when_its_link_is_pressed_then_the_page_opens_and_leads_back(
    wiring: Wiring, qtbot: QtBot
) -> None:
    link = wiring.window.page.findChild(Button, "about")
    assert link is not None
    link.click()
    page = wiring.window.page
    assert isinstance(page, DocumentsPage)
    _wait(page, qtbot)

    page.next_button.click()

    assert wiring.window.page.objectName() == "page_welcome"
