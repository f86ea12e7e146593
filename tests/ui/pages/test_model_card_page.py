from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot
from support.printers import silent_printers
from support.window import focused, open_window, press, settle

from matcher.document import Paragraph, Table
from matcher.i18n import Catalogue
from matcher.services.model_card.card import load_model_card
from matcher.services.model_card.words import model_card_sections
from ui.app import Wiring
from ui.controllers.print_controller import PrintController
from ui.pages.checklist_page import ChecklistPage
from ui.pages.model_card_page import ModelCardPage
from ui.pages.sheets_way import SheetsWay
from ui.settings import Settings
from ui.widgets.button import Button
from ui.widgets.document_section import DocumentSection
from ui.widgets.document_table import DocumentTable
from ui.widgets.save_dialog import SaveDialog
from ui.widgets.text import Text

_SLOW = 60_000


def _page(wiring: Wiring, qtbot: QtBot) -> ModelCardPage:
    wiring.window.go("results")
    settle()
    wiring.window.open("how")
    page = wiring.window.page
    assert isinstance(page, ModelCardPage)
    qtbot.waitUntil(lambda: page.is_complete, timeout=_SLOW)
    settle()
    return page


@pytest.fixture
def page(wiring: Wiring, qtbot: QtBot) -> ModelCardPage:
    return _page(wiring, qtbot)


def _sections(page: ModelCardPage) -> list[DocumentSection]:
    shown = page.findChildren(DocumentSection)
    return sorted(shown, key=lambda one: int(one.objectName().removeprefix("section_")))


def test_page_when_opened_then_it_says_at_once_that_it_is_put_together(wiring: Wiring) -> None:
    wiring.window.open("how")
    page = wiring.window.page

    assert page.title == "How this works"
    said = [text.plain for text in page.findChildren(Text) if not text.isHidden()]
    assert "One moment: putting the page together." in said


@pytest.mark.parametrize("language", ["en", "es"])
def test_page_when_it_is_whole_then_it_holds_the_whole_card(
    qapp: object, qtbot: QtBot, language: str
) -> None:
    with open_window(Settings(language=language)) as wiring:
        page = _page(wiring, qtbot)
        expected = model_card_sections(load_model_card(), Catalogue(language))

        assert [one.heading.plain for one in _sections(page)] == [one.heading for one in expected]
        assert [one.text() for one in page.contents.buttons] == [one.heading for one in expected]
        said = {text.plain for text in page.findChildren(Text)}
        blocks = [block for one in expected for block in one.blocks]
        assert {block.text for block in blocks if isinstance(block, Paragraph)} <= said
        rows = [len(block.rows) for block in blocks if isinstance(block, Table)]
        assert [len(table.spoken) for table in page.findChildren(DocumentTable)] == rows


def test_page_when_a_screen_reader_asks_then_headings_are_headings(page: ModelCardPage) -> None:
    headings = [page.heading, *(section.heading for section in _sections(page))]

    roles = {QAccessible.queryAccessibleInterface(heading).role() for heading in headings}

    assert roles == {QAccessible.Role.Heading}


def test_page_when_a_heading_of_the_contents_is_pressed_then_it_begins_there(
    page: ModelCardPage,
) -> None:
    number = 5
    page.contents.buttons[number].setFocus()
    settle()

    press(Qt.Key.Key_Space)
    settle()

    heading = _sections(page)[number].heading
    assert 0 <= heading.mapTo(page, QPoint(0, 0)).y() <= 60


def test_page_when_read_by_keys_alone_then_it_scrolls_wherever_the_focus_is(
    page: ModelCardPage,
) -> None:
    bar = page.scroll_bar
    assert focused() == "next"

    places = []
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_Home):
        press(key)
        places.append(bar.value())

    assert places[0] > 0
    assert places[1] == bar.maximum()
    assert places[0] < places[2] < places[1]
    assert places[3] == 0


def test_page_when_a_section_is_wanted_before_it_is_made_then_it_is_made_at_once(
    wiring: Wiring, qtbot: QtBot
) -> None:
    wiring.window.open("how")
    page = wiring.window.page
    assert isinstance(page, ModelCardPage)
    qtbot.waitUntil(lambda: bool(page.contents.buttons), timeout=_SLOW)
    assert _sections(page)[-1].isHidden()

    page.contents.buttons[-1].click()

    assert not any(section.isHidden() for section in _sections(page))


def test_page_when_opened_again_then_it_is_not_made_again(
    page: ModelCardPage, wiring: Wiring
) -> None:
    before = _sections(page)

    wiring.window.go_back()
    wiring.window.open("how")
    settle()

    assert _sections(page) == before


def test_page_when_another_language_holds_then_the_card_is_written_anew(
    page: ModelCardPage, wiring: Wiring, qtbot: QtBot
) -> None:
    wiring.words.set_code("es")
    settle()
    qtbot.waitUntil(lambda: page.is_complete, timeout=_SLOW)

    assert page.title == "Cómo funciona"
    assert page.contents.buttons[0].text() == "Para qué sirve"
    assert "Para qué sirve" in [one.heading.plain for one in _sections(page)]
    assert page.next_button.text() == "Volver"


def test_page_when_closed_then_the_list_has_the_focus_where_it_was(
    wiring: Wiring, qtbot: QtBot
) -> None:
    wiring.window.go("results")
    settle()
    how = wiring.window.page.findChild(type(wiring.window.page.next_button), "how")
    assert how is not None
    how.setFocus()

    press(Qt.Key.Key_Return)
    settle()
    assert wiring.window.page.objectName() == "page_how"
    assert focused() == "next"
    press(Qt.Key.Key_Return)
    settle()

    assert wiring.window.page.objectName() == "page_results"
    assert focused() == "how"


def test_page_when_saved_then_it_says_where(
    page: ModelCardPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.save.click()
    dialog = page.findChild(SaveDialog)
    assert dialog is not None
    assert Path(dialog.selectedFiles()[0]).stem.startswith("how-this-works")
    dialog.selectFile(str(tmp_path / "how.pdf"))
    dialog.accept()

    said = f"Saved as how.pdf in {tmp_path.name}."
    qtbot.waitUntil(lambda: page.told.plain == said, timeout=_SLOW)
    assert (tmp_path / "how.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("name", "language"),
    [(name, language) for name in ("how", "checklist") for language in ("en", "es")],
)
def test_page_when_it_tells_something_in_large_text_then_no_button_is_cut(
    qapp: object, name: str, language: str
) -> None:
    with open_window(Settings(language=language)) as wiring:
        wiring.appearance.set_text_size(200)
        wiring.window.resize(1024, 768)
        wiring.window.go("results")
        settle()
        assert wiring.results.match is not None
        wiring.results.choose(wiring.results.match.evaluation.snapshot.ids[0])
        wiring.window.open(name)
        page = wiring.window.page
        assert isinstance(page, ModelCardPage | ChecklistPage)
        page.told.set_words("Saved as how-this-works.pdf in /home/somebody/Documents/Papers.")
        settle()

        assert wiring.window.width() == 1024
        buttons = [one for one in page.bar_row.findChildren(Button) if one.isVisible()]
        assert len(buttons) == {"how": 3, "checklist": 4}[name]
        for button in buttons:
            assert button.width() >= button.sizeHint().width()
            assert page.told.geometry().bottom() < button.y()
        wiring.appearance.set_text_size(100)


def test_page_when_opened_then_five_lines_say_the_whole(page: ModelCardPage) -> None:
    assert len(page.short.words) == 5
    assert page.short.words[-1] == "Nobody can pay to stand higher."


def test_page_when_to_be_printed_then_the_page_for_it_opens_over_it(
    page: ModelCardPage, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.detour_requested) as told:
        page.print.click()

    assert told.args == ["print_card"]


def test_page_when_nothing_can_be_printed_then_it_offers_no_paper(
    wiring: Wiring, qtbot: QtBot
) -> None:
    printing = PrintController(silent_printers())
    page = ModelCardPage(wiring.words, wiring.card, SheetsWay(printing=printing))
    qtbot.addWidget(page)

    with qtbot.waitSignal(printing.found):
        page.enter()

    assert page.print.isHidden()
    assert page.save.isHidden()
