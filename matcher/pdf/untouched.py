"""Tells a PDF this program made, in which nobody wrote, from every other one."""

from enum import StrEnum
from pathlib import Path

import pikepdf
from pikepdf import Name, Pdf

from matcher.pdf.tagging import PRODUCER

_OURS = Name.Widget
"""What this program puts on a page: fields; notes, drawings and links are what a reader adds."""


class Hand(StrEnum):
    """Whose a PDF is by now."""

    UNTOUCHED = "untouched"
    WRITTEN_IN = "written_in"
    OTHER = "other"


def hand_in(path: Path) -> Hand:
    """Return who had a hand in a PDF: this program alone, a reader too, or another program.

    Raises
    ------
    OSError
        When it cannot be read.
    """
    try:
        with pikepdf.open(path) as pdf:
            if str(pdf.docinfo.get("/Producer", "")) != PRODUCER:
                return Hand.OTHER
            return Hand.WRITTEN_IN if _is_written_in(pdf) else Hand.UNTOUCHED
    except pikepdf.PdfError:
        return Hand.OTHER


def _is_written_in(pdf: Pdf) -> bool:
    annotations = [each for page in pdf.pages for each in page.obj.get("/Annots", ())]
    return any(
        each.get("/Subtype") != _OURS or str(each.get("/V", "")) not in {"", "/Off"}
        for each in annotations
    )
