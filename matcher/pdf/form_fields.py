"""What makes a printed place one that can be ticked or typed into in a program that shows PDFs."""

from collections.abc import Mapping
from functools import cache

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String
from reportlab.pdfbase import pdfmetrics

from matcher.pdf.fonts import REGULAR, font_file
from matcher.pdf.tag import Field

_FONT = Name("/Reading")
_SIZE = 11
_PRINT = 4
_FIRST_CODE, _LAST_CODE = 32, 255
"""The letters that can be typed, by their codes; those below are no letters."""


class FormFields:
    """The fields of one PDF, made one after the other.

    Parameters
    ----------
    pdf
        Where they belong.
    """

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._fields = Array()
        self._shapes: dict[tuple[float, float], pikepdf.Object] = {}
        self._font = pdf.make_indirect(_whole_font(pdf))
        self._nothing = self._shape((0, 0), b"")

    def add(self, field: Field, parent_key: int) -> pikepdf.Object:
        """Put a field on its page and return it.

        Parameters
        ----------
        field
            Where it is and what it is about.
        parent_key
            Where in the structure it finds what it is a part of.
        """
        page = self._pdf.pages[field.page].obj
        common = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            Rect=Array([round(edge, 2) for edge in field.place]),
            F=_PRINT,
            P=page,
            T=String(f"{field.kind}-{len(self._fields) + 1}"),
            TU=String(field.about),
            StructParent=parent_key,
        )
        for key, value in self._of_its_kind(field).items():
            common[key] = value
        widget = self._pdf.make_indirect(common)
        if Name.Annots not in page:
            page.Annots = Array()
        page.Annots.append(widget)
        self._fields.append(widget)
        return widget

    def finish(self) -> None:
        """Tell the PDF that it has fields."""
        self._pdf.Root.AcroForm = self._pdf.make_indirect(
            Dictionary(
                Fields=self._fields,
                DR=Dictionary(Font=Dictionary({str(_FONT): self._font})),
                DA=_look(_SIZE),
            )
        )

    def _of_its_kind(self, field: Field) -> Mapping[str, pikepdf.Object]:
        left, bottom, right, top = field.place
        size = (round(right - left, 2), round(top - bottom, 2))
        if field.kind == "tick":
            states = Dictionary(Yes=self._tick(size), Off=self._nothing)
            return {
                "/FT": Name.Btn,
                "/V": Name.Off,
                "/AS": Name.Off,
                "/AP": Dictionary(N=states),
            }
        return {
            "/FT": Name.Tx,
            "/V": String(""),
            "/DA": _look(min(_SIZE, size[1] * 0.8)),
            "/AP": Dictionary(N=self._line(size)),
        }

    def _tick(self, size: tuple[float, float]) -> pikepdf.Object:
        """Return a cross that leaves the box itself to the page."""
        if size not in self._shapes:
            width, height = size
            low, right, top = 0.2 * width, 0.8 * width, 0.8 * height
            cross = f"1.4 w {low:.2f} {low:.2f} m {right:.2f} {top:.2f} l "
            cross += f"{low:.2f} {top:.2f} m {right:.2f} {low:.2f} l S"
            self._shapes[size] = self._shape(size, cross.encode())
        return self._shapes[size]

    def _line(self, size: tuple[float, float]) -> pikepdf.Object:
        if size not in self._shapes:
            self._shapes[size] = self._shape(size, b"/Tx BMC EMC")
        return self._shapes[size]

    def _shape(self, size: tuple[float, float], drawn: bytes) -> pikepdf.Object:
        shape = self._pdf.make_stream(drawn)
        shape.Type, shape.Subtype = Name.XObject, Name.Form
        shape.BBox = Array([0, 0, *size])
        shape.Resources = Dictionary(Font=Dictionary({str(_FONT): self._font}))
        return shape


def _look(size: float) -> String:
    return String(f"{_FONT} {size:.4g} Tf 0 g")


@cache
def _font_data() -> bytes:
    return font_file(REGULAR).read()


def _whole_font(pdf: Pdf) -> Dictionary:
    """Return the reading font with all its letters, for whatever will be typed."""
    face = pdfmetrics.getFont(REGULAR).face
    name = Name(f"/{face.name.decode()}")
    codes = range(_FIRST_CODE, _LAST_CODE + 1)
    letters = [bytes([code]).decode("cp1252", "replace") for code in codes]
    widths = [face.charWidths.get(ord(letter), face.defaultWidth) for letter in letters]
    program = pdf.make_stream(_font_data())
    program.Length1 = len(_font_data())
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=name,
        Flags=32,
        FontBBox=Array([round(edge) for edge in face.bbox]),
        ItalicAngle=0,
        Ascent=round(face.ascent),
        Descent=round(face.descent),
        CapHeight=round(face.capHeight),
        StemV=round(face.stemV),
        FontFile2=program,
    )
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.TrueType,
        BaseFont=name,
        FirstChar=_FIRST_CODE,
        LastChar=_LAST_CODE,
        Widths=Array([round(width) for width in widths]),
        Encoding=Name.WinAnsiEncoding,
        FontDescriptor=pdf.make_indirect(descriptor),
    )
