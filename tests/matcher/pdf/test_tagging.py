"""The structure of the sheets, read by libraries that had no part in writing it."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdf
import pytest
from support.pdf_files import accessibility_findings
from support.sittings import sample_match

from matcher import document as content
from matcher.i18n import Catalogue, languages
from matcher.pdf.document_pdf import document_pdf
from matcher.scoring.result import Group
from matcher.services.sheets.checklist_files import make_checklist

_EVERYTHING = content.Document(
    "First visit notes",
    "en",
    (
        content.Sheet(
            "A title",
            ("beside it",),
            (
                content.Section(
                    "A heading",
                    (
                        content.Paragraph("Words."),
                        content.Bullets(("one", "two")),
                        content.Ask(1, "A question?", "A reason.", boxes=("clear",)),
                        content.Contrast("Heard", ("good",), ("care",)),
                        content.Table(("Who", "When"), (("Ana", ""),)),
                        content.Questions("More", ("and this?",)),
                    ),
                ),
            ),
            "the foot",
        ),
    ),
    "Page {page}",
    "left empty",
    "(not printable)",
)

_TREE = """\
Document
  Sect
    H1
    P
    H2
    P
    L
      LI
        LBody
      LI
        LBody
    L
      LI
        Lbl
        LBody
          P
          P
          L
            LI
              Lbl
              LBody
    Table
      TR
        TH
          H3
        TD
          L
            LI
              LBody
        TD
          L
            LI
              LBody
    Table
      TR
        TH
          P
        TH
          P
      TR
        TH
          P
        TD
    H3
    L
      LI
        Lbl
        LBody"""


@pytest.fixture(scope="module", params=languages())
def sheets(request: pytest.FixtureRequest) -> bytes:
    match = sample_match()
    ids = [match.result(row).profile_id for row in match.order(Group.MEETS_ALL, 2)]
    return make_checklist(match, ids, Catalogue(request.param))


def _tree(element: pikepdf.Object, depth: int = 0) -> Iterator[str]:
    yield f"{'  ' * depth}{str(element.S)[1:]}"
    for kid in element.K:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _tree(kid, depth + 1)


def test_tree_when_every_kind_of_block_is_printed_then_each_says_what_it_is() -> None:
    with pikepdf.open(BytesIO(document_pdf(_EVERYTHING))) as pdf:
        (document,) = pdf.Root.StructTreeRoot.K
        tree = "\n".join(_tree(document))

    assert tree == _TREE


def _elements(element: pikepdf.Object, kind: str) -> Iterator[pikepdf.Object]:
    if kind == element.S:
        yield element
    for kid in element.K:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _elements(kid, kind)


def test_headings_of_a_table_when_read_then_each_says_what_it_heads() -> None:
    with pikepdf.open(BytesIO(document_pdf(_EVERYTHING))) as pdf:
        (document,) = pdf.Root.StructTreeRoot.K
        scopes = [str(head.A.Scope) for head in _elements(document, "/TH")]

    assert scopes == ["/Row", "/Column", "/Column", "/Row"]


def test_boxes_when_read_then_each_says_that_it_is_one() -> None:
    with pikepdf.open(BytesIO(document_pdf(_EVERYTHING))) as pdf:
        (document,) = pdf.Root.StructTreeRoot.K
        labels = [*_elements(document, "/Lbl")]
        said = [str(label.ActualText) for label in labels if "/ActualText" in label]
        signs = [str(each.A.ListNumbering) for each in _elements(document, "/L")]

    assert said == ["☐", "☐"]
    assert signs == ["/None", "/Decimal", "/Square", "/None", "/None", "/Square"]


def test_file_when_made_then_it_makes_no_claim_to_conform() -> None:
    assert b"pdfuaid" not in document_pdf(_EVERYTHING)


def test_sheets_when_checked_by_a_tool_for_it_then_nothing_is_found(
    sheets: bytes, tmp_path: Path
) -> None:
    file = tmp_path / "first-visit-notes.pdf"
    file.write_bytes(sheets)

    assert accessibility_findings(file) == []


def test_sheets_when_read_by_another_library_then_all_content_is_tagged_or_decoration(
    sheets: bytes,
) -> None:
    paints = {"Tj", "TJ", "S", "f", "B", "f*", "B*", "s", "Do"}
    with pikepdf.open(BytesIO(sheets)) as pdf:
        for page in pdf.pages:
            depth, open_paints = 0, 0
            for each in pikepdf.parse_content_stream(page):
                operator = str(each.operator)
                depth += (operator in {"BDC", "BMC"}) - (operator == "EMC")
                open_paints += operator in paints and depth == 0
                assert depth in (0, 1)
            assert (depth, open_paints) == (0, 0)


def test_marks_when_looked_up_from_a_page_then_they_lead_to_their_element(sheets: bytes) -> None:
    reader = pypdf.PdfReader(BytesIO(sheets))
    tree = reader.root_object["/StructTreeRoot"]
    assert isinstance(tree, pypdf.generic.DictionaryObject)
    nums = tree["/ParentTree"]["/Nums"]  # type: ignore[index]

    assert [*nums[::2]] == [*range(len(reader.pages))]
    for number, owners in enumerate(nums[1::2]):
        for place, owner in enumerate(owners.get_object()):
            marks = [kid.get_object() for kid in owner.get_object()["/K"]]
            pages = [mark["/Pg"].indirect_reference for mark in marks if "/MCID" in mark]
            assert reader.pages[number].indirect_reference in pages
            assert place in [mark["/MCID"] for mark in marks if "/MCID" in mark]


def test_sheets_when_read_then_they_say_title_language_and_nothing_of_when(sheets: bytes) -> None:
    reader = pypdf.PdfReader(BytesIO(sheets))

    assert reader.metadata is not None
    assert set(reader.metadata) == {"/Title", "/Producer"}
    assert reader.root_object["/ViewerPreferences"]["/DisplayDocTitle"]  # type: ignore[index]
    assert reader.xmp_metadata is not None
    assert reader.xmp_metadata.dc_title == {"x-default": reader.metadata.title}
