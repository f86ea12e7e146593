"""A practitioner's page as files: a PDF to read and fill in, a data file to change and import."""

from __future__ import annotations

import io
import json
import os
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Literal, get_args

from matcher.directory.field import UNSORTED
from matcher.directory.profile import Fact, Profile, Source
from matcher.directory.profile_json import FORMAT
from matcher.directory.record import ProfileRecord
from matcher.document import Document, Edition
from matcher.i18n import Catalogue
from matcher.region import Paper
from matcher.services.files.output_file import (
    PDF_BEGINS,
    OutputKind,
    ending_of,
    place_for,
    write_file,
)

PractitionerForm = Literal["pdf", "csv", "json"]
FORMS: tuple[PractitionerForm, ...] = get_args(PractitionerForm)

_NOT_THEIRS = frozenset({"register_checked_on", UNSORTED})
"""What others found out about a practitioner, or could not read, is not theirs to say."""

_KINDS: dict[PractitionerForm, OutputKind] = {
    "pdf": OutputKind("my-page.pdf", PDF_BEGINS),
    "csv": OutputKind("my-page.csv", b'"id","published"', is_replaced=False),
    "json": OutputKind("my-page.json", b'{\n  "format": "rapport-directory', is_replaced=False),
}

_CODES = OutputKind("my-page-codes.csv", "\ufeffcolumn,code,".encode(), is_replaced=False)


def file_name(form: PractitionerForm) -> str:
    """Return what such a file is called in a folder."""
    return _KINDS[form].name


def form_of(path: Path) -> PractitionerForm | None:
    """Return the kind of file that a name's ending tells; ``None`` where it tells none."""
    ending = ending_of(path).removeprefix(".")
    return next((form for form in FORMS if form == ending), None)


def practitioner_pdf(
    document: Document, *, paper: Paper, edition: Edition, is_fillable: bool = False
) -> bytes:
    """Return the page as PDF; equal input gives equal bytes."""
    from matcher.pdf.form_pdf import form_pdf

    return form_pdf(document, paper=paper, edition=edition, is_fillable=is_fillable)


def practitioner_csv(profile: Profile, day: date) -> bytes:
    """Return the data file with one row, as the practitioner's own word of a day.

    Whether the profile is shown is left open there: whoever reads the file in again, however
    late, brings nobody back who withdrew since.
    """
    from matcher.exporters.directory_csv import write_directory_csv

    file = io.BytesIO()
    write_directory_csv([_own_record(profile, day)], file)
    return file.getvalue()


def practitioner_json(profile: Profile, day: date) -> bytes:
    """Return the same as JSON, set out to be changed by hand."""
    from matcher.exporters.directory_json import record_to_json

    own = record_to_json(_own_record(profile, day))
    own |= {"published": None, "published_on": day.isoformat()}
    whole = {"format": FORMAT, "profiles": [own]}
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


def write_practitioner(path: str | os.PathLike[str], data: bytes, form: PractitionerForm) -> Path:
    """Write what one of the others returned; a folder takes it under its usual name.

    Raises
    ------
    OutputError
        When it cannot be written, or a file is there in which somebody may have written.
    """
    return write_file(path, data, _KINDS[form])


def write_codes(
    path: str | os.PathLike[str], words: Catalogue, kind: OutputKind = _KINDS["csv"]
) -> Path | None:
    """Write what each cell of a CSV data file may say, beside the place that a file will have.

    Parameters
    ----------
    path
        Where that file is about to be written.
    words
        The language of what each code means.
    kind
        What kind of file that is: the data file itself, or another with the same codes.

    Returns
    -------
    Path or None
        The list of codes; ``None`` beside a pipe or a device.

    Raises
    ------
    OutputError
        When either cannot be written, or somebody may have written in one that is there.
    """
    from matcher.forms.profile_csv import codes_csv

    place = place_for(path, kind)
    if place.exists() and not place.is_file():
        return None
    beside, codes = place.with_name(f"{place.stem}-codes.csv"), codes_csv(words)
    if beside.is_file() and beside.read_bytes() == codes:
        return beside
    return write_file(beside, codes, _CODES)


def _own_record(profile: Profile, day: date) -> ProfileRecord:
    facts = {
        field: Fact(fact.value, Source.THERAPIST, day)
        for field, fact in profile.facts.items()
        if field not in _NOT_THEIRS
    }
    own = replace(profile, facts=facts, superseded=(), published=True)
    return ProfileRecord(own)
