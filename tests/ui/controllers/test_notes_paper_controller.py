from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from matcher.document import Sheet
from matcher.i18n import Catalogue
from matcher.services.followup.files import SLIP
from ui.controllers.notes_paper_controller import NotesPaperController
from ui.controllers.region_controller import RegionController

pytestmark = pytest.mark.usefixtures("qapp")


def _sheets(_words: Catalogue) -> tuple[Sheet, ...]:
    return (Sheet("Mine", (), (), footer="Mine"),)


def test_paper_when_nothing_was_wanted_then_it_says_so() -> None:
    paper = NotesPaperController(RegionController("us"))
    assert paper.lacks == "search.paper.nothing"
    paper.want(_sheets)
    assert paper.lacks == ""
    paper.forget()
    assert paper.lacks == "search.paper.nothing"


def test_paper_when_it_is_for_the_clinic_then_its_title_is_not_that_of_notes() -> None:
    paper = NotesPaperController(RegionController("us"))
    paper.want(_sheets, SLIP)
    assert paper.usual_path().stem.startswith("correction-slip")
    pdf = PdfReader(BytesIO(paper.order(Catalogue("en", "us")).make()))
    assert pdf.metadata is not None
    assert pdf.metadata.title == "A note for the clinic"
    paper.want(_sheets)
    assert paper.usual_path().stem.startswith("my-notes")


def test_paper_when_wanted_then_equal_orders_make_equal_pages_and_a_file(
    qtbot: QtBot, tmp_path: Path
) -> None:
    paper = NotesPaperController(RegionController("us"))
    paper.want(_sheets)
    words = Catalogue("en", "us")
    assert paper.order(words) == paper.order(words)
    with qtbot.waitSignal(paper.saved):
        paper.save(tmp_path / "notes.pdf", words)
    assert (tmp_path / "notes.pdf").read_bytes() == paper.order(words).make()
