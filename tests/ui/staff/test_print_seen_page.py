from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.builders import make_statement
from support.directories import TODAY
from support.kept_directories import kept_directory
from support.printers import DESK, printers
from support.window import settle, show

from ui.controllers.print_controller import PrintController
from ui.controllers.seen_controller import SeenController
from ui.controllers.sheets_controller import SheetsController
from ui.language import Language
from ui.staff.print_seen_page import PrintSeenPage
from ui.widgets.print_parts import Step

_SLOW = 60_000


@pytest.fixture
def seen(tmp_path: Path) -> Iterator[SeenController]:
    statement = make_statement("p-1", confirmed_on=TODAY, name="Ana Vidal", accepting="yes")
    with closing(kept_directory(tmp_path, [statement])) as directory:
        controller = SeenController(directory, lambda: TODAY)
        controller.show("p-1")
        yield controller


@pytest.fixture
def page(qtbot: QtBot, seen: SeenController, words: Language, tmp_path: Path) -> PrintSeenPage:
    sheets = SheetsController(seen)
    printing = PrintController(printers(tmp_path / "out.pdf", DESK), is_choosing=True)
    page = PrintSeenPage(words, sheets, printing, seen)
    qtbot.addWidget(page)
    page.retranslate()
    page.enter()
    show(page, 1000, 700)
    _wait(page, qtbot)
    return page


def _wait(page: PrintSeenPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.step is Step.READY, timeout=_SLOW)
    settle()


def _count(page: PrintSeenPage) -> int:
    assert page._sheets.sheets is not None
    return len(page._sheets.sheets.pages)


def test_page_when_entered_then_the_short_edition_is_chosen(page: PrintSeenPage) -> None:
    assert page.editions.chosen == ("short",)
    assert [card.accessibleName() or card.text() for card in page.editions.cards]
    assert _count(page) <= 5


def test_page_when_all_of_it_is_chosen_then_those_sheets_are_made_and_the_focus_stays(
    page: PrintSeenPage, seen: SeenController, qtbot: QtBot
) -> None:
    short, card = _count(page), page.editions.cards[1]
    card.setFocus()

    card.click()
    _wait(page, qtbot)

    assert seen.is_full
    assert _count(page) > short
    assert page.focusWidget() is card


def test_page_when_ready_then_what_else_can_be_done_is_said_to_staff(page: PrintSeenPage) -> None:
    assert page.parts.desk.plain.startswith("Go back and save the page as a PDF.")


def test_show_when_somebody_else_is_opened_then_it_is_the_short_edition_again(
    page: PrintSeenPage, seen: SeenController
) -> None:
    seen.set_full(is_full=True)

    seen.show("p-1")

    assert not seen.is_full
