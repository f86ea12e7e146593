"""One sitting and the people chosen in it, as sheets to print."""

from collections.abc import Iterable
from dataclasses import replace

from matcher.checklist.call_slip import call_slip
from matcher.checklist.first_visit import first_visit_notes
from matcher.checklist.keep_at_home import keep_at_home
from matcher.checklist.part import PartId
from matcher.checklist.visit import Sitting, Visit
from matcher.document import Document, Paragraph, Section, Sheet, Tone
from matcher.document_words import document_of
from matcher.i18n import Catalogue


def build_document(
    sitting: Sitting,
    visits: tuple[Visit, ...],
    catalogue: Catalogue,
    parts: Iterable[PartId] = (*PartId,),
) -> Document:
    """Return the sheets for the people chosen.

    Parameters
    ----------
    sitting
        Answers, weights and what made the result.
    visits
        One to three people, each with the questions for them.
    catalogue
        The reader's language.
    parts
        Which parts are wanted; they always stand in the order of `PartId`.
    """
    wanted = set(parts)
    sheets: list[Sheet] = []
    if PartId.BEFORE in wanted:
        sheets.append(call_slip(sitting, visits, catalogue))
    if PartId.TAKE_IN in wanted:
        sheets += [first_visit_notes(sitting, visit, catalogue) for visit in visits]
    if PartId.HOME in wanted:
        sheets.append(keep_at_home(sitting, visits, catalogue))
    if sitting.is_share_copy:
        sheets = [_marked_as_copy(sheet, catalogue) for sheet in sheets]
    return document_of(catalogue.text("sheet.title"), sheets, catalogue)


def _marked_as_copy(sheet: Sheet, catalogue: Catalogue) -> Sheet:
    """Say on the sheet, and at the foot of each page, that it may be shown to others."""
    note = Section("", (Paragraph(catalogue.text("sheet.copy_note"), Tone.QUIET),))
    footer = catalogue.text("sheet.copy_footer", title=sheet.footer)
    return replace(sheet, sections=(note, *sheet.sections), footer=footer)
