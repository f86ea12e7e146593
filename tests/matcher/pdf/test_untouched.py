"""A PDF that is as this program made it is told from every other one, byte by byte."""

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from matcher.document import Blank, Document, Section, Sheet, Ticks
from matcher.pdf.document_pdf import document_pdf
from matcher.pdf.untouched import is_untouched, sealed


def _made() -> bytes:
    section = Section("Head", (Blank("Name"), Ticks("One?", ("yes",))))
    sheet = Sheet("T", (), (section,), "T")
    document = Document("T", "en", (sheet,), "{page} of {total}", "empty", "-")
    return document_pdf(document, is_fillable=True)


_OURS = _made()


def test_pdf_when_made_here_then_untouched_and_its_bytes_are_equal() -> None:
    assert is_untouched(_OURS)
    assert _made() == _OURS


def _ticked(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Annots[0].V = Name.Yes


def _ticked_and_flat(pdf: pikepdf.Pdf) -> None:
    _ticked(pdf)
    pdf.flatten_annotations("all")


def _drawn_on(pdf: pikepdf.Pdf) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Ink, Rect=Array([0, 0, 9, 9]))
    pdf.pages[0].Annots.append(pdf.make_indirect(note))


def _drawn_into(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(b"0 0 m 99 99 l S")


def _longer(pdf: pikepdf.Pdf) -> None:
    pdf.add_blank_page()


def _under_another(pdf: pikepdf.Pdf) -> None:
    with pikepdf.new() as over:
        over.add_blank_page()
        pdf.pages[0].add_overlay(over.pages[0])


def _with_attachment(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["notes.txt"] = b"notes"


def _odd(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Annots = Array([None, 5])


@pytest.mark.parametrize(
    "change",
    [
        _ticked,
        _ticked_and_flat,
        _drawn_on,
        _drawn_into,
        _longer,
        _under_another,
        _with_attachment,
        _odd,
    ],
    ids=lambda change: change.__name__.strip("_"),
)
def test_pdf_when_somebody_worked_on_it_then_touched(change: Callable[[pikepdf.Pdf], None]) -> None:
    target = BytesIO()
    with pikepdf.open(BytesIO(_OURS)) as pdf:
        change(pdf)
        pdf.save(target)

    assert not is_untouched(target.getvalue())


@pytest.mark.parametrize("place", [10, len(_OURS) // 2, -60, -1])
def test_pdf_when_one_byte_is_another_then_touched(place: int) -> None:
    changed = bytearray(_OURS)
    changed[place] ^= 1

    assert not is_untouched(bytes(changed))


def test_pdf_when_a_reader_appends_to_it_then_touched() -> None:
    assert not is_untouched(_OURS + b"my notes\n")
    assert not is_untouched(_OURS + _OURS[_OURS.rfind(b"trailer") :])


def test_pdf_when_it_has_a_password_then_touched() -> None:
    target = BytesIO()
    with pikepdf.open(BytesIO(_OURS)) as pdf:
        pdf.save(target, encryption=pikepdf.Encryption(owner="o", user="u"))

    assert not is_untouched(target.getvalue())


@pytest.mark.parametrize("data", [b"", b"%PDF-old", b"%PDF-1.4 /ID [<", b"/ID [<" + b"0" * 34])
def test_pdf_when_it_has_no_digest_then_it_is_not_ours(data: bytes) -> None:
    assert not is_untouched(data)
    with pytest.raises(ValueError, match="digest"):
        sealed(data)
