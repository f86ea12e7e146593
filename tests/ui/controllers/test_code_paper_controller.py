from pathlib import Path

from pytestqt.qtbot import QtBot

from matcher.i18n import Catalogue
from ui.controllers.code_paper_controller import CodePaperController
from ui.controllers.region_controller import RegionController

_CODE = "ABCD-EFGH"


def test_paper_when_a_code_is_shown_then_it_can_be_printed_until_it_is_forgotten(
    qapp: object,
) -> None:
    paper = CodePaperController(RegionController("us"))
    assert paper.lacks
    paper.code = _CODE
    assert not paper.lacks
    order = paper.order(Catalogue("es"))
    assert (order.language, order.paper) == ("es", "Letter")
    assert order.make().startswith(b"%PDF")
    paper.set_paper("A4")
    assert paper.order(Catalogue("en")).paper == "A4"

    paper.forget()
    assert paper.lacks
    assert not paper.code


def test_paper_when_its_order_is_written_out_then_the_code_is_not_in_it(qapp: object) -> None:
    paper = CodePaperController(RegionController("us"))
    paper.code = _CODE
    assert _CODE not in repr(paper.order(Catalogue("en")))


def test_paper_when_it_is_to_be_saved_then_that_is_refused(qtbot: QtBot, tmp_path: Path) -> None:
    paper = CodePaperController(RegionController("us"))
    paper.code = _CODE
    with qtbot.waitSignal(paper.failed):
        paper.save(tmp_path / "code.pdf", Catalogue("en"))
    assert not [*tmp_path.iterdir()]
