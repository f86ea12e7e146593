from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from matcher.i18n import Catalogue
from ui.demo import run_demo, sample_answers


@pytest.mark.timeout(300)
def test_demo_when_run_then_it_leaves_the_sheets_and_a_picture_of_every_page(
    qapp: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "new" / "folder"

    assert run_demo(["--out", str(out)]) == 0

    said = capsys.readouterr()
    assert said.err == ""
    assert str(out / "checklist.pdf") in said.out
    assert (out / "checklist.pdf").read_bytes().startswith(b"%PDF")
    pictures = sorted(out.glob("*.png"))
    names = " ".join(path.stem for path in pictures)
    for page in ("welcome", "helper", "times", "pause", "review", "results", "profile", "how"):
        assert f"-{page}" in names
    assert "checklist-1" in names
    for path in pictures:
        assert len(_colours(QImage(str(path)))) > 1, path.name


def _colours(image: QImage) -> set[int]:
    """Return the colours of a picture at many points."""
    columns, rows = range(0, image.width(), 7), range(0, image.height(), 7)
    return {image.pixel(x, y) for x in columns for y in rows}


def test_demo_when_the_folder_cannot_be_made_then_a_sentence_says_so(
    qapp: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "file"
    file.write_text("in the way")

    assert run_demo(["--out", str(file)]) == 1

    words = Catalogue().text("screen.demo.cannot_write", file=str(file))
    assert capsys.readouterr().err.strip() == words


def test_demo_when_asked_wrongly_then_it_is_wrong_usage(qapp: object) -> None:
    with pytest.raises(SystemExit) as caught:
        run_demo(["--nonsense"])

    assert caught.value.code == 2


def test_sample_answers_when_read_then_they_are_valid_and_ask_for_much() -> None:
    assert len(sample_answers().responses) > 10
