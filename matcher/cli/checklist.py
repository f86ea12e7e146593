"""``rapport checklist``: the sheets for the people chosen."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from matcher.cli.invocation import (
    Invocation,
    command,
    known_language,
    option,
    paper_option,
    usage_error,
)
from matcher.cli.matching import rank, read_answers
from matcher.cli.named_path import NamedPath
from matcher.cli.output import say, say_of
from matcher.cli.question_list import check_picks, question_list
from matcher.errors import Message, StoreError
from matcher.i18n import Catalogue
from matcher.services.sheets.sheet_form import FORMS, Form, form_of

if TYPE_CHECKING:
    from matcher.checklist.part import PartId
    from matcher.directory.snapshot import Snapshot
    from matcher.services.sheets.checklist import ChecklistOptions

_PDF_ONLY = ("paper", "large_print", "airy", "one_sheet", "fillable")


def checklist_command(words: Catalogue) -> click.Command:
    """Make the command."""

    def text(key: str) -> str:
        return words.text(f"cli.checklist.option.{key}")

    return command(
        "checklist",
        _checklist,
        words,
        click.Argument(["answers"], type=NamedPath()),
        click.Argument(["further"], nargs=-1, metavar="[ID]..."),
        option("--profile", text("profile"), multiple=True, metavar="ID"),
        option("--out", text("out"), type=NamedPath()),
        option("--parts", text("parts"), default="", metavar="PARTS"),
        paper_option(text("paper")),
        option(
            "--format",
            text("format"),
            type=click.Choice(FORMS, case_sensitive=False),
        ),
        option("--large-print", text("large"), is_flag=True),
        option("--airy", text("airy"), is_flag=True),
        option("--share-copy", text("share"), is_flag=True),
        option("--one-sheet", text("one_sheet"), is_flag=True),
        option("--short", text("short"), is_flag=True),
        option("--fillable", text("fillable"), is_flag=True),
        option("--pick", text("pick"), multiple=True, metavar="ID"),
        option("--own", text("own"), multiple=True, metavar="QUESTION"),
        option("--list-questions", text("list_questions"), is_flag=True),
        option("--language", text("language"), metavar="TAG"),
    )


def _checklist(
    invocation: Invocation, answers: Path, profile: tuple[str, ...], out: Path | None, **given: Any
) -> int:
    from matcher.services.sheets.checklist_files import make_edition, write_sheets

    words = invocation.words
    if (out is None) != given["list_questions"]:
        raise usage_error(words.text("cli.checklist.what"))
    form = _form(out, given["format"], words)
    chosen = _chosen((*profile, *given["further"]), words)
    wanted = _wanted(chosen, given, form, words)
    language = given["language"] and known_language(given["language"], words)
    with invocation.services() as services:
        answered = read_answers(invocation, answers)
        match = rank(services, answered)
        _check_known(chosen, match.evaluation.snapshot)
        # The sheets may be for somebody else than whoever types: only they change language.
        words = Catalogue(language or answered.language, answered.region)
        check_picks(match, wanted)
        if out is None:
            say("\n".join(question_list(match, chosen, words, is_short=wanted.is_short)))
            return 0
        data = make_edition(match, chosen, words, wanted, form)
        written = write_sheets(out, data, form, is_share_copy=wanted.is_share_copy)
    say_of(written, invocation.words.text("cli.saved", file=str(written)))
    return 0


def _form(out: Path | None, named: Form | None, words: Catalogue) -> Form:
    """Return the kind of file: as named, or as the ending of its name says."""
    from matcher.services.files.output_file import ending_of

    usual = None if out is None else form_of(out)
    if out is not None and named and usual and named != usual:
        ending = ending_of(out)
        raise usage_error(words.text("cli.checklist.other_ending", format=named, ending=ending))
    return named or usual or FORMS[0]


def _wanted(
    chosen: tuple[str, ...], given: Mapping[str, Any], form: Form, words: Catalogue
) -> "ChecklistOptions":
    from matcher.document import Edition
    from matcher.services.sheets.checklist import ChecklistOptions

    for name in _PDF_ONLY:
        if given[name] and form != "pdf":
            raise usage_error(
                words.text("cli.checklist.pdf_only", option=f"--{name.replace('_', '-')}")
            )
    return ChecklistOptions(
        picks=dict.fromkeys(chosen, given["pick"]),
        own=dict.fromkeys(chosen, given["own"]),
        parts=_parts(given["parts"], words),
        paper=given["paper"],
        edition=Edition(is_large=given["large_print"], is_airy=given["airy"]),
        is_share_copy=given["share_copy"],
        is_one_sheet=given["one_sheet"],
        is_short=given["short"],
        is_fillable=given["fillable"],
    )


def _chosen(ids: tuple[str, ...], words: Catalogue) -> tuple[str, ...]:
    from matcher.checklist.part import MOST_TO_CHOOSE

    chosen = tuple(dict.fromkeys(ids))
    if not chosen:
        raise usage_error(words.text("cli.checklist.nobody"))
    if len(chosen) > MOST_TO_CHOOSE:
        raise usage_error(words.text("cli.checklist.too_many", n=MOST_TO_CHOOSE))
    return chosen


def _parts(names: str, words: Catalogue) -> tuple["PartId", ...]:
    """Return the parts named, in the order they are printed; all of them when none is named.

    The name that stands on a part's sheets will do too.
    """
    from matcher.checklist.part import PartId

    part_of: dict[str, PartId] = {_plain(part): part for part in PartId}
    for part in PartId:
        part_of[_plain(words.text(f"sheet.{part}.title"))] = part
    named = [name.strip() for name in names.split(",") if name.strip()]
    for name in named:
        if _plain(name) not in part_of:
            known = ", ".join(PartId)
            raise usage_error(words.text("cli.checklist.unknown_part", name=name, known=known))
    wanted = {part_of[_plain(name)] for name in named}
    return tuple(part for part in PartId if part in wanted or not named)


def _plain(name: str) -> str:
    """Return a name as it is compared: however it is spaced, and in small letters."""
    return " ".join(re.split(r"[\s_-]+", name.casefold()))


def _check_known(ids: tuple[str, ...], snapshot: "Snapshot") -> None:
    known = {*snapshot.ids}
    unknown = [Message("error.store.no_profile", id=id_) for id_ in ids if id_ not in known]
    if unknown:
        raise StoreError(*unknown)
