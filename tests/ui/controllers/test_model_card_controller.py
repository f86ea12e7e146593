from pathlib import Path

import pypdf
import pytest
from pytestqt.qtbot import QtBot

from matcher.errors import OutputError
from matcher.i18n import Catalogue
from ui.controllers.model_card_controller import FILE_NAME, ModelCardController
from ui.controllers.region_controller import RegionController

_SLOW = 60_000


def _controller(region: str = "us") -> ModelCardController:
    return ModelCardController(RegionController(region))


@pytest.mark.parametrize(
    ("language", "first"), [("en", "What it is for"), ("es", "Para qué sirve")]
)
def test_request_when_asked_then_the_card_is_written_in_that_language(
    qtbot: QtBot, language: str, first: str
) -> None:
    card = _controller()

    with qtbot.waitSignal(card.written, timeout=_SLOW) as told:
        card.request(Catalogue(language))

    sections = told.args[0]
    assert sections[0].heading == first
    assert len(sections) > 10


def test_request_when_asked_again_in_another_language_then_only_the_last_is_told(
    qtbot: QtBot,
) -> None:
    card = _controller()
    told: list[str] = []
    card.written.connect(lambda sections: told.append(sections[0].heading))

    with qtbot.waitSignal(card.written, timeout=_SLOW):
        card.request(Catalogue("en"))
        card.request(Catalogue("es"))

    assert told == ["Para qué sirve"]


@pytest.mark.parametrize(
    ("region", "paper", "points"), [("us", "Letter", 792), ("ca", "Letter", 792), ("gb", "A4", 842)]
)
def test_save_when_asked_then_the_pdf_has_the_paper_of_the_region(
    qtbot: QtBot, tmp_path: Path, region: str, paper: str, points: int
) -> None:
    card = _controller(region)

    with qtbot.waitSignal(card.saved, timeout=_SLOW) as told:
        card.save(tmp_path / "how.pdf", Catalogue("en"))

    assert told.args == [tmp_path / "how.pdf"]
    assert card.paper == paper
    page = pypdf.PdfReader(tmp_path / "how.pdf").pages[0]
    assert round(page.mediabox.height) == points
    assert "How this works" in page.extract_text()


def test_save_when_there_is_no_folder_then_it_fails_with_words(
    qtbot: QtBot, tmp_path: Path
) -> None:
    card = _controller()

    with qtbot.waitSignal(card.failed, timeout=_SLOW) as told:
        card.save(tmp_path / "nowhere" / "how.pdf", Catalogue("en"))

    assert isinstance(told.args[0], OutputError)


def test_order_when_the_printer_has_other_paper_then_it_follows() -> None:
    card = _controller()
    before = card.order(Catalogue("en"))

    card.set_paper("A4")

    assert (before.paper, card.order(Catalogue("en")).paper) == ("Letter", "A4")
    assert card.order(Catalogue("en")) == card.order(Catalogue("en"))
    assert before.make().startswith(b"%PDF")


def test_usual_path_when_nothing_is_there_then_it_is_neutral(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))

    assert _controller().usual_path() == tmp_path / FILE_NAME
