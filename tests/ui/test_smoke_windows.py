from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from matcher.errors import MatcherError
from matcher.services.directory.sample_directory import sample_directory
from ui import smoke_windows
from ui.smoke_windows import print_and_advise


def test_paper_when_the_first_one_is_printed_then_it_is_not_empty(
    qapp: object, tmp_path: Path
) -> None:
    print_and_advise(tmp_path, sample_directory())

    assert (tmp_path / "sheets.pdf").read_bytes().startswith(b"%PDF")


def test_paper_when_its_pages_are_blank_then_it_fails(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blank = QImage(70, 70, QImage.Format.Format_RGB32)
    blank.fill(0xFFFFFF)
    monkeypatch.setattr(smoke_windows, "page_picture", lambda *_: blank)

    with pytest.raises(MatcherError, match="nothing_painted"):
        print_and_advise(tmp_path, sample_directory())


def test_window_when_nothing_is_painted_in_it_then_it_fails(qtbot: object) -> None:
    window = QWidget()
    window.resize(200, 200)

    with pytest.raises(MatcherError, match="nothing_painted"):
        smoke_windows._show(window)
