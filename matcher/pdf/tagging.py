"""The last step of a PDF: the structure that is read aloud, and what says that there is one."""

from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from matcher.pdf.form_fields import FormFields
from matcher.pdf.tag import Field, Mark, Tag
from matcher.pdf.untouched import sealed

PRODUCER = "Rapport"


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
        Equal for equal input; without a date; holding a digest of itself.
    """
    with pikepdf.open(BytesIO(data)) as pdf:
        tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        structure = _Structure(pdf)
        tree.K = Array([structure.element(root, tree)])
        tree.ParentTree = pdf.make_indirect(Dictionary(Nums=structure.parents()))
        tree.ParentTreeNextKey = structure.next_key
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
        return sealed(target.getvalue())


class _Structure:
    """The elements of a PDF, and what finds them again from its pages and fields."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._pages: list[dict[int, pikepdf.Object]] = [{} for _ in pdf.pages]
        self._of_fields: list[pikepdf.Object] = []
        self._fields: FormFields | None = None

    @property
    def next_key(self) -> int:
        """The first number that is free: pages have theirs, then fields."""
        return len(self._pages) + len(self._of_fields)

    def element(self, tag: Tag, parent: pikepdf.Object) -> pikepdf.Object:
        """Return a tag as an element, with all below it."""
        element = self._pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name(f"/{tag.kind}"), P=parent)
        )
        if tag.attributes:
            element.A = Dictionary(
                {
                    f"/{key}": Name(f"/{value}") if isinstance(value, str) else value
                    for key, value in tag.attributes.items()
                }
            )
        if tag.says:
            element.ActualText = pikepdf.String(tag.says)
        element.K = Array([self._kid(kid, element) for kid in tag.kids])
        return element

    def _kid(self, kid: Tag | Mark | Field, element: pikepdf.Object) -> pikepdf.Object:
        if isinstance(kid, Tag):
            return self.element(kid, element)
        page = self._pdf.pages[kid.page].obj
        if isinstance(kid, Mark):
            self._pages[kid.page][kid.number] = element
            return Dictionary(Type=Name.MCR, Pg=page, MCID=kid.number)
        self._fields = self._fields or FormFields(self._pdf)
        widget = self._fields.add(kid, self.next_key)
        self._of_fields.append(element)
        return Dictionary(Type=Name.OBJR, Pg=page, Obj=widget)

    def parents(self) -> Array:
        """Return, for each page, whose each of its marks is, and then whose each field is."""
        if self._fields is not None:
            self._fields.finish()
        nums = Array()
        for number, marks in enumerate(self._pages):
            nums.append(number)
            nums.append(self._pdf.make_indirect(Array([marks[each] for each in sorted(marks)])))
        for number, element in enumerate(self._of_fields, start=len(self._pages)):
            nums.append(number)
            nums.append(element)
        return nums


def _describe(pdf: Pdf, title: str, language: str) -> None:
    """Say what it is called; that it is tagged, but not that it conforms to a standard.

    ``pdfuaid:part`` in the metadata would be such a claim, and nobody has certified it.
    """
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["dc:title"] = title
        metadata["dc:language"] = {language}
    pdf.docinfo = pdf.make_indirect(Dictionary(Title=title, Producer=PRODUCER))
