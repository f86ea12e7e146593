"""``rapport checklist``: the sheets for the people chosen."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from matcher.cli.invocation import Invocation, command, option
from matcher.cli.matching import rank, read_answers
from matcher.cli.named_path import NamedPath
from matcher.cli.output import say
from matcher.errors import Message, StoreError
from matcher.i18n import Catalogue, languages

if TYPE_CHECKING:
    from matcher.checklist.document import PartId
    from matcher.directory.snapshot import Snapshot

_PAPERS = ("A4", "Letter")
_FORMATS = ("pdf",)


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
        option("--profile", text("profile"), multiple=True, required=True, metavar="ID"),
        option("--out", text("out"), required=True, type=NamedPath()),
        option("--parts", text("parts"), default="", metavar="PARTS"),
        option("--paper", text("paper"), type=click.Choice(_PAPERS, case_sensitive=False)),
        option(
            "--format",
            text("format"),
            expose_value=False,
            default=_FORMATS[0],
            type=click.Choice(_FORMATS, case_sensitive=False),
        ),
        option("--language", text("language"), metavar="TAG"),
    )


def _checklist(
    invocation: Invocation, answers: Path, profile: tuple[str, ...], out: Path, **options: Any
) -> int:
    from matcher.services.checklist import ChecklistOptions, make_checklist, write_sheets

    chosen = _chosen((*profile, *options["further"]), invocation.words)
    wanted = ChecklistOptions(
        parts=_parts(options["parts"], invocation.words), paper=options["paper"]
    )
    language = _language(options["language"], invocation.words)
    with invocation.services() as services:
        given = read_answers(invocation, answers)
        if language:
            invocation.speak(language)
        match = rank(services, given)
        _check_known(chosen, match.evaluation.snapshot)
        written = write_sheets(out, make_checklist(match, chosen, invocation.words, wanted))
    say(invocation.words.text("cli.saved", file=str(written)))
    return 0


def _chosen(ids: tuple[str, ...], words: Catalogue) -> tuple[str, ...]:
    from matcher.checklist.document import MOST_TO_CHOOSE

    chosen = tuple(dict.fromkeys(ids))
    if len(chosen) > MOST_TO_CHOOSE:
        raise _usage_error(words.text("cli.checklist.too_many", n=MOST_TO_CHOOSE))
    return chosen


def _parts(names: str, words: Catalogue) -> tuple["PartId", ...]:
    """Return the parts named, in the order they are printed; all of them when none is named."""
    from matcher.checklist.document import PartId

    named = {name.strip() for name in names.split(",")} - {""}
    for name in sorted(named - {*PartId}):
        known = ", ".join(PartId)
        raise _usage_error(words.text("cli.checklist.unknown_part", name=name, known=known))
    return tuple(part for part in PartId if part in named or not named)


def _language(tag: str | None, words: Catalogue) -> str | None:
    if tag is not None and tag.partition("-")[0] not in languages():
        known = ", ".join(languages())
        raise _usage_error(words.text("cli.unknown_language", name=tag, known=known))
    return tag


def _usage_error(text: str) -> click.UsageError:
    return click.UsageError(text, ctx=click.get_current_context())


def _check_known(ids: tuple[str, ...], snapshot: "Snapshot") -> None:
    known = {*snapshot.ids}
    unknown = [Message("error.store.no_profile", id=id_) for id_ in ids if id_ not in known]
    if unknown:
        raise StoreError(*unknown)
