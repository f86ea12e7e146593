"""Sheets that are filled in on a screen: every box and line a field that says what it is for."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pypdf
import pypdfium2
import pytest
from pypdf.generic import NameObject
from support.pdf_files import accessibility_findings

from matcher import document as content
from matcher.pdf.document_pdf import document_pdf

_BLOCKS = (
    content.Ask(2, "What does it cost?", "It matters.", 2, ("clear", "later")),
    content.Ticks("I was heard.", ("fully", "not")),
    content.Paragraph("Good to know"),
    content.Blank(""),
    content.Blank("Name:"),
    content.Questions("More", ("And then?",)),
    content.Table(("Who", "When"), (("Ana \u202e<b>", ""), ("", "")), kind="log"),
    content.Table(("Time", "Mon"), (("Early", "1"), ("", "")), kind="ticks"),
)
_ABOUT = {
    "tick-1": "2. What does it cost?: clear",
    "tick-2": "2. What does it cost?: later",
    "line-3": "2. What does it cost? 1",
    "line-4": "2. What does it cost? 2",
    "tick-5": "I was heard.: fully",
    "tick-6": "I was heard.: not",
    "line-7": "Good to know",
    "line-8": "Name:",
    "tick-9": "And then?",
    "line-10": "Ana <b>: When",
    "line-11": "2: Who",
    "line-12": "2: When",
    "tick-13": "Early: Mon: 1",
    "line-14": "2: Time",
    "tick-15": "2: Mon",
}


def _document() -> content.Document:
    section = content.Section("A heading", _BLOCKS)
    sheet = content.Sheet("A title", (), (section,), "the foot")
    return content.Document(
        "First visit notes", "en", (sheet,), "Page {page}", "left empty", "(not printable)"
    )


@pytest.fixture(scope="module")
def fillable() -> bytes:
    return document_pdf(_document(), is_fillable=True)


def test_fields_when_fillable_then_each_has_a_name_and_says_what_it_is_for(
    fillable: bytes,
) -> None:
    fields = pypdf.PdfReader(BytesIO(fillable)).get_fields()

    assert fields is not None
    assert {name: field["/TU"] for name, field in fields.items()} == _ABOUT
    kinds = {name: {"tick": "/Btn", "line": "/Tx"}[name.partition("-")[0]] for name in _ABOUT}
    assert {name: field["/FT"] for name, field in fields.items()} == kinds


def test_fields_when_not_asked_for_then_none() -> None:
    reader = pypdf.PdfReader(BytesIO(document_pdf(_document())))

    assert "/AcroForm" not in reader.root_object
    assert all("/Annots" not in page for page in reader.pages)


def test_page_when_fillable_then_it_is_drawn_as_when_it_is_not(fillable: bytes) -> None:
    plain = pypdf.PdfReader(BytesIO(document_pdf(_document())))

    for page, other in zip(pypdf.PdfReader(BytesIO(fillable)).pages, plain.pages, strict=True):
        assert page.extract_text() == other.extract_text()
        assert page["/Tabs"] == "/S"
        contents = [each.get_contents() for each in (page, other)]
        boxes = [each.get_data().count(b" re ") for each in contents if each is not None]
        assert boxes[0] == boxes[1] > 0


def test_fields_when_looked_up_in_the_structure_then_each_is_a_form_with_its_field(
    fillable: bytes,
) -> None:
    with pikepdf.open(BytesIO(fillable)) as pdf:
        nums = [*pdf.Root.StructTreeRoot.ParentTree.Nums]
        owners = dict(zip(map(int, nums[::2]), nums[1::2], strict=True))
        widgets = [*pdf.Root.AcroForm.Fields]

        assert [*owners] == sorted(owners)
        assert int(pdf.Root.StructTreeRoot.ParentTreeNextKey) == max(owners) + 1
        for widget in widgets:
            owner = owners[int(widget.StructParent)]
            assert owner.S == "/Form"
            assert owner.K[0].Obj.objgen == widget.objgen


def test_file_when_fillable_then_tools_find_nothing_and_it_is_the_same_each_time(
    fillable: bytes, tmp_path: Path
) -> None:
    file = tmp_path / "first-visit-notes.pdf"
    file.write_bytes(fillable)

    assert accessibility_findings(file) == []
    assert document_pdf(_document(), is_fillable=True) == fillable
    with pikepdf.open(file) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_fields_when_filled_in_and_saved_then_they_keep_what_was_typed(fillable: bytes) -> None:
    writer = pypdf.PdfWriter(clone_from=BytesIO(fillable))
    values = {"line-3": "60 dollars, más o menos", "tick-1": "/Yes"}
    writer.update_page_form_field_values(writer.pages[0], values)
    target = BytesIO()
    writer.write(target)

    fields = pypdf.PdfReader(target).get_fields()
    assert fields is not None
    assert {name: fields[name]["/V"] for name in values} == values


def _ink(data: bytes) -> int:
    with pypdfium2.PdfDocument(data) as pdf:
        pdf.init_forms()
        return int((255 - pdf[0].render(grayscale=True).to_numpy()).sum())


def test_fields_when_drawn_then_a_ticked_one_shows_and_an_empty_one_does_not(
    fillable: bytes,
) -> None:
    with pikepdf.open(BytesIO(fillable)) as pdf:
        first = pdf.Root.AcroForm.Fields[0]
        first.V = first.AS = pikepdf.Name.Yes
        target = BytesIO()
        pdf.save(target)

    assert _ink(target.getvalue()) > _ink(fillable)


def test_font_when_someone_types_then_all_letters_of_it_are_there(fillable: bytes) -> None:
    reader = pypdf.PdfReader(BytesIO(fillable))
    form = reader.root_object["/AcroForm"]
    (font,) = form["/DR"]["/Font"].values()  # type: ignore[index]

    assert font.get_object()[NameObject("/BaseFont")] == "/AtkinsonHyperlegible-Regular"
    program = font.get_object()["/FontDescriptor"]["/FontFile2"].get_data()
    assert program[:4] == b"\x00\x01\x00\x00"
    assert len(font.get_object()["/Widths"]) == 224


def test_fields_when_printed_then_they_are_on_the_paper_too(fillable: bytes) -> None:
    """The third bit of a field's flags says that it is printed; without it, a tick is not."""
    with pikepdf.open(BytesIO(fillable)) as pdf:
        flags = {int(widget.F) for widget in pdf.Root.AcroForm.Fields}

    assert flags == {4}
