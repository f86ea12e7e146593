"""The sheets for the people chosen as a file: PDF, web page or text."""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import assert_never

from matcher.i18n import Catalogue
from matcher.services.files.output_file import (
    PDF_BEGINS,
    OutputKind,
    place_for,
    write_file,
)
from matcher.services.matching.match import Match
from matcher.services.sheets.checklist import ChecklistOptions, make_document, paper_of
from matcher.services.sheets.sheet_form import Form, endings_of, form_of

_NAME = "first-visit-notes"
_SHARED_NAME = f"{_NAME}-to-share"

FILE_NAME = f"{_NAME}.pdf"
"""Neutral: it may be read over a shoulder."""

SHARED_FILE_NAME = f"{_SHARED_NAME}.pdf"
"""Of a copy to share, so that no other sheets are taken for it."""


def make_checklist(
    match: Match,
    profile_ids: Sequence[str],
    catalogue: Catalogue,
    options: ChecklistOptions | None = None,
) -> bytes:
    """Return the sheets for the people chosen, as PDF; equal input gives equal bytes.

    Raises
    ------
    StoreError
        When the directory has no such profile.
    KeyError
        When the match has none, because it is not published.
    """
    from matcher.pdf.document_pdf import document_pdf
    from matcher.pdf.styles import make_styles

    options = options or ChecklistOptions()
    return document_pdf(
        make_document(match, profile_ids, catalogue, options),
        paper=paper_of(match, options),
        styles=make_styles(options.edition),
        is_fillable=options.is_fillable,
    )


def make_edition(
    match: Match,
    profile_ids: Sequence[str],
    catalogue: Catalogue,
    options: ChecklistOptions | None = None,
    form: Form = "pdf",
) -> bytes:
    """Return the sheets for the people chosen in one of their forms, all from the same content.

    Only a PDF has sheets of paper: a page and a text hold everything, however much was wanted on
    one.

    Raises
    ------
    StoreError
        When the directory has no such profile.
    KeyError
        When the match has none, because it is not published.
    """
    if form == "pdf":
        return make_checklist(match, profile_ids, catalogue, options)
    endless = replace(options or ChecklistOptions(), is_one_sheet=False)
    document = make_document(match, profile_ids, catalogue, endless)
    if form == "html":
        from matcher.editions.html_page import html_page

        return html_page(document).encode()
    if form == "txt":
        from matcher.editions.plain_text import plain_text

        return plain_text(document).encode()
    assert_never(form)


def write_checklist(
    match: Match,
    profile_ids: Sequence[str],
    path: str | os.PathLike[str],
    options: ChecklistOptions | None = None,
) -> Path:
    """Make the sheets for the people chosen, in the language and for the region of the answers.

    The ending of the file's name says in which form; without one it is a PDF.

    Raises as `form_of`, `make_checklist` and `write_sheets` do.
    """
    catalogue = Catalogue(match.answers.language, match.answers.region)
    form = form_of(path) or "pdf"
    data = make_edition(match, profile_ids, catalogue, options, form)
    is_share_copy = options is not None and options.is_share_copy
    return write_sheets(path, data, form, is_share_copy=is_share_copy)


def write_sheets(
    path: str | os.PathLike[str], data: bytes, form: Form = "pdf", *, is_share_copy: bool = False
) -> Path:
    """Write the sheets' file, for its owner alone; a folder takes it under a neutral name.

    Parameters
    ----------
    path
        Where to.
    data
        What `make_edition` returned.
    form
        Which form that is. Of a page or a text nobody can tell whether somebody wrote in it: one
        that is there is never replaced.
    is_share_copy
        Whether it is a copy to share, which has a name of its own in a folder.

    Raises
    ------
    OutputError
        When it cannot be written, saying why and what to do.
    """
    # A page and a text begin with words that are the same in all sheets of a language.
    begins = PDF_BEGINS if form == "pdf" else data.partition(b"\n")[0]
    return write_file(path, data, _kind(form, begins, is_share_copy=is_share_copy))


def place_for_sheets(path: str | os.PathLike[str]) -> Path:
    """Return the file that sheets will be written to as PDF, without writing it.

    Raises
    ------
    OutputError
        When something that must not be lost is there.
    """
    return place_for(path, _kind("pdf", PDF_BEGINS))


def _kind(form: Form, begins: bytes, *, is_share_copy: bool = False) -> OutputKind:
    name = f"{_SHARED_NAME if is_share_copy else _NAME}.{form}"
    further = endings_of(form)[1:]
    return OutputKind(name, begins, is_replaced=form == "pdf", further_endings=further)
