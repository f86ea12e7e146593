"""Forms to fill in by hand, as PDF, and the file that a practitioner's profile is typed into."""

import os
from datetime import date
from pathlib import Path

from matcher.document import Edition
from matcher.forms.profile_csv import codes_csv, profile_csv
from matcher.forms.profile_form import blank_profile
from matcher.forms.questionnaire_form import blank_questionnaire
from matcher.i18n import Catalogue
from matcher.questionnaire.answers_file import write_answers
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import ResponseSet
from matcher.region import Paper, load_region
from matcher.services.files.output_file import PDF_BEGINS, OutputKind, place_for, write_file

FILE_NAME = "questions.pdf"
"""Neutral: it may be read over a shoulder."""

_QUESTIONNAIRE = OutputKind(FILE_NAME, PDF_BEGINS)
_PROFILE = OutputKind("profile-form.pdf", PDF_BEGINS)
_ANSWERS = OutputKind("answers.json", b'{\n  "format": "rapport-answers/1"', is_replaced=False)
_PROFILES = OutputKind("profiles.csv", b"id,published,", is_replaced=False)
_CODES = OutputKind("profiles-codes.csv", "\ufeffcolumn,code,".encode(), is_replaced=False)


def make_blank_questionnaire(
    catalogue: Catalogue,
    *,
    is_full: bool = False,
    paper: Paper | None = None,
    edition: Edition = Edition(),  # noqa: B008 - it cannot change
) -> bytes:
    """Return the questionnaire to fill in by hand as PDF.

    Parameters
    ----------
    catalogue
        The language, and the region whose payers, money and paper are usual.
    is_full
        All questions; otherwise those of the express path.
    paper
        Left out, what is usual in the region.
    edition
        For whose eyes it is set.
    """
    from matcher.pdf.form_pdf import form_pdf

    document = blank_questionnaire(load_questionnaire(), catalogue, is_full=is_full)
    paper = paper or load_region(catalogue.region).paper
    return form_pdf(document, paper=paper, edition=edition)


def write_blank_questionnaire(
    path: str | os.PathLike[str],
    catalogue: Catalogue,
    *,
    is_full: bool = False,
    paper: Paper | None = None,
    edition: Edition = Edition(),  # noqa: B008 - it cannot change
) -> Path:
    """Write the questionnaire to fill in by hand.

    Parameters
    ----------
    path
        A file, or a folder that takes it under a neutral name.
    catalogue, is_full, paper, edition
        As for `make_blank_questionnaire`.

    Raises
    ------
    OutputError
        When it cannot be written, saying why and what to do.
    """
    data = make_blank_questionnaire(catalogue, is_full=is_full, paper=paper, edition=edition)
    return write_blank(path, data)


def write_blank(path: str | os.PathLike[str], data: bytes) -> Path:
    """Write what `make_blank_questionnaire` returned.

    Raises
    ------
    OutputError
        When it cannot be written, saying why and what to do.
    """
    return write_file(path, data, _QUESTIONNAIRE)


def write_profile_form(
    path: str | os.PathLike[str],
    catalogue: Catalogue,
    *,
    paper: Paper | None = None,
    edition: Edition = Edition(),  # noqa: B008 - it cannot change
) -> Path:
    """Write the form on which a practitioner says what a profile holds.

    Raises
    ------
    OutputError
        When it cannot be written, saying why and what to do.
    """
    from matcher.pdf.form_pdf import form_pdf

    paper = paper or load_region(catalogue.region).paper
    data = form_pdf(blank_profile(catalogue), paper=paper, edition=edition)
    return write_file(path, data, _PROFILE)


def write_profile_csv(
    path: str | os.PathLike[str], catalogue: Catalogue, today: date | None = None
) -> tuple[Path, Path]:
    """Write the file that filled-in forms are typed into, and the list of its codes beside it.

    Returns
    -------
    tuple of Path
        The file and the list of codes.

    Raises
    ------
    OutputError
        When one cannot be written. What is there already is never written over.
    """
    place = place_for(path, _PROFILES)
    beside = place_for(place.with_name(f"{place.stem}-codes.csv"), _CODES)
    codes = write_file(beside, codes_csv(catalogue), _CODES)
    example = profile_csv(catalogue, today or date.today())
    return write_file(place, example, _PROFILES), codes


def place_for_answers(path: str | os.PathLike[str]) -> Path:
    """Return the file that answers will be written to, so that its name is known to be free.

    Raises
    ------
    OutputError
        When a file is there.
    """
    return place_for(path, _ANSWERS)


def write_typed_answers(path: str | os.PathLike[str], answers: ResponseSet) -> Path:
    """Write answers that were typed in; only whoever writes the file may read it.

    Raises
    ------
    OutputError
        When it cannot be written, or a file is there: it may hold somebody else's answers.
    """
    return write_file(path, write_answers(answers), _ANSWERS)
