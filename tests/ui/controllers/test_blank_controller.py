from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from pytestqt.qtbot import QtBot

from matcher.errors import OutputError
from matcher.i18n import Catalogue
from ui.controllers.blank_controller import FULL, LARGE, BlankController
from ui.controllers.region_controller import RegionController

_ENGLISH = Catalogue("en")
_SLOW = 60_000


@pytest.fixture
def blank(qtbot: QtBot) -> BlankController:
    region = RegionController("us")
    blank = BlankController(region)
    region.setParent(blank)
    return blank


def _pages(blank: BlankController) -> int:
    return len(pypdf.PdfReader(BytesIO(blank.order(_ENGLISH).make())).pages)


@pytest.mark.parametrize("look", [FULL, LARGE])
def test_order_when_more_or_larger_is_wanted_then_there_are_more_pages(
    blank: BlankController, look: str
) -> None:
    usual = _pages(blank)

    blank.set_looks([look])

    assert _pages(blank) > usual


def test_order_when_the_printer_has_other_paper_then_it_follows(blank: BlankController) -> None:
    before = blank.order(_ENGLISH)

    blank.set_paper("A4")

    assert (before.paper, blank.order(_ENGLISH).paper) == ("Letter", "A4")
    assert before != blank.order(_ENGLISH)


def test_save_when_there_is_no_folder_then_it_fails_with_words(
    blank: BlankController, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(blank.failed, timeout=_SLOW) as told:
        blank.save(tmp_path / "nowhere" / "questions.pdf", _ENGLISH)

    assert isinstance(told.args[0], OutputError)


def test_forget_when_the_next_person_comes_then_all_is_usual(blank: BlankController) -> None:
    before = blank.order(_ENGLISH)
    blank.set_looks([FULL, LARGE])
    blank.set_paper("A4")

    blank.forget()

    assert blank.order(_ENGLISH) == before
