from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from matcher.errors import MatcherError, Message
from matcher.i18n import Catalogue
from matcher.region import Paper
from ui.controllers.paper_controller import PaperController
from ui.controllers.region_controller import RegionController

_WORDS = Catalogue("en")


@dataclass(frozen=True, slots=True)
class _Order:
    paper: Paper

    def make(self) -> bytes:
        return self.paper.encode()


class _Pages(PaperController):
    def order(self, catalogue: Catalogue) -> _Order:
        return _Order(self.paper)

    @staticmethod
    def write(path: Path, data: bytes) -> Path:
        if path.exists():
            raise MatcherError(Message("keeping.paper.no_file"))
        path.write_bytes(data)
        return path


@pytest.fixture
def pages(qtbot: QtBot) -> _Pages:
    region = RegionController("us")
    pages = _Pages(region)
    region.setParent(pages)
    return pages


def test_paper_when_the_printer_has_other_paper_then_it_is_that_until_it_is_forgotten(
    pages: _Pages,
) -> None:
    assert pages.paper == "Letter"
    pages.set_paper("A4")
    assert pages.paper == "A4"
    pages.forget()
    assert pages.paper == "Letter"


def test_save_when_there_is_room_or_not_then_it_is_told(
    pages: _Pages, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "pages.pdf"
    with qtbot.waitSignal(pages.saved) as told:
        pages.save(path, _WORDS)
    assert told.args == [path]
    assert path.read_bytes() == b"Letter"
    with qtbot.waitSignal(pages.failed) as told:
        pages.save(path, _WORDS)
    assert isinstance(told.args[0], MatcherError)
