"""The last step of a PDF: the structure that is read aloud, and what says that there is one."""

from collections.abc import Iterator
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from matcher.pdf.tag import Mark, Tag

_HEADER_CELL = {"/O": Name.Table, "/Scope": Name.Column}
_PRODUCER = "Rapport"


def tagged(data: bytes, root: Tag, title: str, language: str) -> bytes:
    """Return a PDF with its structure.

    Parameters
    ----------
    data
        As drawn on a `matcher.pdf.tagged_canvas.TaggedCanvas`.
    root
        The tree of what was drawn.
    title, language
        What it is called, and the tag of the language it is written in.

    Returns
    -------
    bytes
        Equal for equal input; without a date.
    """
    with pikepdf.open(BytesIO(data)) as pdf:
        owners = [*_marked(root)]
        tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        elements: dict[Tag, pikepdf.Object] = {}
        tree.K = Array([_element(root, tree, pdf, elements)])
        tree.ParentTree = pdf.make_indirect(Dictionary(Nums=_parents(owners, pdf, elements)))
        tree.ParentTreeNextKey = len(pdf.pages)
        for number, page in enumerate(pdf.pages):
            page.obj.StructParents = number
            page.obj.Tabs = Name.S
        pdf.Root.StructTreeRoot = tree
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        pdf.Root.Lang = pikepdf.String(language)
        _describe(pdf, title, language)
        target = BytesIO()
        pdf.save(target, deterministic_id=True)
        return target.getvalue()


def _marked(tag: Tag) -> Iterator[tuple[Mark, Tag]]:
    for kid in tag.kids:
        if isinstance(kid, Mark):
            yield kid, tag
        else:
            yield from _marked(kid)


def _element(
    tag: Tag, parent: pikepdf.Object, pdf: Pdf, elements: dict[Tag, pikepdf.Object]
) -> pikepdf.Object:
    element = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{tag.kind}"), P=parent))
    elements[tag] = element
    if tag.kind == "TH":
        element.A = Dictionary(_HEADER_CELL)
    element.K = Array(
        _reference(kid, pdf) if isinstance(kid, Mark) else _element(kid, element, pdf, elements)
        for kid in tag.kids
    )
    return element


def _reference(mark: Mark, pdf: Pdf) -> pikepdf.Object:
    page = pdf.pages[mark.page].obj
    return Dictionary(Type=Name.MCR, Pg=page, MCID=mark.number)


def _parents(
    owners: list[tuple[Mark, Tag]], pdf: Pdf, elements: dict[Tag, pikepdf.Object]
) -> Array:
    """Return, for each page, whose each of its marks is."""
    pages: list[list[tuple[int, Tag]]] = [[] for _ in pdf.pages]
    for mark, tag in owners:
        pages[mark.page].append((mark.number, tag))
    nums = Array()
    for number, marks in enumerate(pages):
        nums.append(number)
        in_order = sorted(marks, key=lambda pair: pair[0])
        nums.append(pdf.make_indirect(Array(elements[tag] for _, tag in in_order)))
    return nums


def _describe(pdf: Pdf, title: str, language: str) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["dc:title"] = title
        metadata["dc:language"] = {language}
        metadata["pdfuaid:part"] = "1"
    pdf.docinfo = pdf.make_indirect(Dictionary(Title=title, Producer=_PRODUCER))
