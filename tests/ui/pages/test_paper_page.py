from pathlib import Path

import pypdf
import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from support.printers import silent_printers

from ui.controllers.blank_controller import BlankController
from ui.controllers.print_controller import PrintController
from ui.controllers.region_controller import RegionController
from ui.language import Language
from ui.pages.paper_page import PaperPage
from ui.pages.sheets_way import SheetsWay
from ui.widgets.save_dialog import ask_where
from ui.widgets.text import Text

_SLOW = 60_000


def _page(
    qtbot: QtBot,
    words: Language,
    *,
    saves: bool = True,
    printing: PrintController | None = None,
) -> PaperPage:
    region = RegionController("us")
    blank = BlankController(region)
    region.setParent(blank)
    page = PaperPage(words, blank, SheetsWay(ask_where if saves else None, printing))
    blank.setParent(page)
    qtbot.addWidget(page)
    page.enter()
    page.show()
    return page


def test_paper_when_shown_then_it_says_that_staff_see_the_answers(
    qtbot: QtBot, words: Language
) -> None:
    page = _page(qtbot, words)

    said = [text.plain for text in page.findChildren(Text)]

    for what in ("on_paper", "seen", "on_screen", "unseen", "questions"):
        assert words.text(f"screen.paper.{what}") in said
    assert not page.offers_back


@pytest.mark.parametrize("name", ["preview", "print"])
def test_paper_when_a_button_is_pressed_then_a_page_opens_over_it(
    qtbot: QtBot, words: Language, name: str
) -> None:
    page = _page(qtbot, words)

    with qtbot.waitSignal(page.detour_requested) as told:
        page.buttons[name].click()

    assert told.args == [f"{name}_blank"]


def test_paper_when_saved_then_it_says_where(qtbot: QtBot, words: Language, tmp_path: Path) -> None:
    page = _page(qtbot, words)

    page.buttons["save"].click()
    dialog = page.findChild(QFileDialog, "save_dialog")
    assert isinstance(dialog, QFileDialog)
    dialog.selectFile(str(tmp_path / "mine.pdf"))
    dialog.accept()

    said = f"Saved as mine.pdf in {tmp_path.name}."
    qtbot.waitUntil(lambda: page.told.plain == said, timeout=_SLOW)
    assert pypdf.PdfReader(tmp_path / "mine.pdf").pages


def test_paper_when_strangers_share_the_computer_then_nothing_is_saved(
    qtbot: QtBot, words: Language
) -> None:
    page = _page(qtbot, words, saves=False)

    assert [*page.buttons] == ["preview", "print"]
    assert "at the desk" in page.why.plain


def test_paper_when_nothing_can_be_printed_then_it_leads_to_the_desk(
    qtbot: QtBot, words: Language
) -> None:
    printing = PrintController(silent_printers())
    with qtbot.waitSignal(printing.found):
        page = _page(qtbot, words, saves=False, printing=printing)

    assert page.buttons["print"].isHidden()
    assert not page.buttons["preview"].isHidden()
    assert page.why.plain.startswith("Ask for the questions at the desk.")
