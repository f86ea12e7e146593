"""A PDF that somebody wrote in, or that another program made, is told from one of ours."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from matcher.document import Blank, Document, Section, Sheet, Ticks
from matcher.pdf.document_pdf import document_pdf
from matcher.pdf.untouched import Hand, hand_in


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    section = Section("Head", (Blank("Name"), Ticks("One?", ("yes",))))
    sheet = Sheet("T", (), (section,), "T")
    document = Document("T", "en", (sheet,), "{page} of {total}", "empty", "-")
    path = tmp_path / "ours.pdf"
    path.write_bytes(document_pdf(document, is_fillable=True))
    return path


def _fields(pdf: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
    return {str(each.FT): each for each in pdf.pages[0].Annots}


def test_hand_when_made_here_then_untouched(ours: Path) -> None:
    assert hand_in(ours) is Hand.UNTOUCHED


@pytest.mark.parametrize(
    ("field", "value"), [("/Tx", String("typed")), ("/Btn", Name.Yes)], ids=["line", "box"]
)
def test_hand_when_a_field_is_filled_then_written_in(
    ours: Path, tmp_path: Path, field: str, value: pikepdf.Object
) -> None:
    with pikepdf.open(BytesIO(ours.read_bytes())) as pdf:
        _fields(pdf)[field].V = value
        pdf.save(tmp_path / "filled.pdf")

    assert hand_in(tmp_path / "filled.pdf") is Hand.WRITTEN_IN


def test_hand_when_somebody_drew_on_a_page_then_written_in(ours: Path, tmp_path: Path) -> None:
    with pikepdf.open(BytesIO(ours.read_bytes())) as pdf:
        note = Dictionary(Type=Name.Annot, Subtype=Name.Ink, Rect=Array([0, 0, 9, 9]))
        pdf.pages[0].Annots.append(pdf.make_indirect(note))
        pdf.save(tmp_path / "drawn.pdf")

    assert hand_in(tmp_path / "drawn.pdf") is Hand.WRITTEN_IN


@pytest.mark.parametrize("producer", ["Rapport 2", "Another", None])
def test_hand_when_another_program_made_it_then_it_is_another_ones(
    tmp_path: Path, producer: str | None
) -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        if producer:
            pdf.docinfo["/Producer"] = producer
        pdf.save(tmp_path / "thesis.pdf")

    assert hand_in(tmp_path / "thesis.pdf") is Hand.OTHER


def test_hand_when_it_is_no_pdf_then_it_is_another_ones(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-old")

    assert hand_in(tmp_path / "a.pdf") is Hand.OTHER
