"""``rapport practitioner``: one person's page as clients see it, and a form to correct it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from matcher.cli.invocation import (
    Invocation,
    command,
    known_language,
    option,
    paper_option,
    usage_error,
)
from matcher.cli.known_profile import known_profile
from matcher.cli.named_path import NamedPath
from matcher.cli.output import say, say_of
from matcher.i18n import Catalogue
from matcher.services.practitioner.files import FORMS

if TYPE_CHECKING:
    from matcher.directory.profile import Profile
    from matcher.services.practitioner.files import PractitionerForm
    from matcher.services.practitioner.words import PractitionerWords

_PDF_ONLY = ("full", "paper", "large_print", "airy", "fillable")


def practitioner_command(words: Catalogue) -> click.Command:
    """Make the command."""

    def text(key: str) -> str:
        return words.text(f"cli.practitioner.option.{key}")

    return command(
        "practitioner",
        _practitioner,
        words,
        click.Argument(["id_"], metavar="ID"),
        option("--out", text("out"), type=NamedPath(), metavar="FILE"),
        option("--format", text("format"), type=click.Choice(FORMS, case_sensitive=False)),
        option("--full", text("full"), is_flag=True),
        paper_option(words.text("cli.checklist.option.paper")),
        option("--large-print", words.text("cli.checklist.option.large"), is_flag=True),
        option("--airy", words.text("cli.checklist.option.airy"), is_flag=True),
        option("--fillable", words.text("cli.checklist.option.fillable"), is_flag=True),
        option("--language", text("language"), metavar="TAG"),
    )


def _practitioner(
    invocation: Invocation, id_: str, out: Path | None, language: str | None, **given: Any
) -> int:
    form = _form(out, given, invocation.words)
    speaks = invocation.words
    if language:
        speaks = Catalogue(known_language(language, speaks), speaks.region)
    today = date.today()
    with invocation.services() as services:
        profile = known_profile(services.directory, id_)
        limits = services.directory.age_limits
    from matcher.services.practitioner.page import practitioner_page
    from matcher.services.practitioner.words import PractitionerWords

    page = PractitionerWords(practitioner_page(profile, today, limits, speaks), speaks)
    if out is None:
        from matcher.services.files.document_text import document_text

        say(document_text(page.title, page.reading()))
        return 0
    from matcher.services.practitioner.files import write_codes, write_practitioner

    codes = write_codes(out, speaks) if form == "csv" else None
    written = write_practitioner(out, _data(form, profile, page, given), form)
    say_of(written, invocation.words.text("cli.saved", file=str(written)))
    if form != "pdf":
        say_of(written, invocation.words.text("cli.practitioner.how", day=today.isoformat()))
    if codes is not None:
        say_of(written, invocation.words.text("cli.practitioner.codes", file=str(codes)))
    return 0


def _form(out: Path | None, given: Mapping[str, Any], words: Catalogue) -> "PractitionerForm":
    """Return the kind of file: as named, or as the ending of its name says."""
    from matcher.services.files.output_file import ending_of
    from matcher.services.practitioner.files import form_of

    named, usual = given["format"], None if out is None else form_of(out)
    if out is None and (named or any(given[name] for name in _PDF_ONLY)):
        raise usage_error(words.text("cli.practitioner.no_out"))
    if out is not None and named and usual and named != usual:
        ending = ending_of(out)
        raise usage_error(words.text("cli.checklist.other_ending", format=named, ending=ending))
    form = cast("PractitionerForm", named or usual or FORMS[0])
    for name in _PDF_ONLY:
        if given[name] and form != "pdf":
            wrong = f"--{name.replace('_', '-')}"
            raise usage_error(words.text("cli.checklist.pdf_only", option=wrong))
    return form


def _data(
    form: "PractitionerForm",
    profile: "Profile",
    page: "PractitionerWords",
    given: Mapping[str, Any],
) -> bytes:
    from matcher.document import Edition
    from matcher.region import load_region
    from matcher.services.practitioner import files

    if form != "pdf":
        make = files.practitioner_csv if form == "csv" else files.practitioner_json
        return make(profile, page.page.today)
    return files.practitioner_pdf(
        page.document(is_full=given["full"]),
        paper=given["paper"] or load_region(page.words.region).paper,
        edition=Edition(is_large=given["large_print"], is_airy=given["airy"]),
        is_fillable=given["fillable"],
    )
