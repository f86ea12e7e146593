"""``rapport export``: write the directory to a file."""

from pathlib import Path
from typing import Any

import click

from matcher.cli.invocation import (
    Invocation,
    command,
    json_option,
    known_language,
    option,
    usage_error,
)
from matcher.cli.named_path import NamedPath
from matcher.cli.output import print_json, say_of
from matcher.i18n import Catalogue
from matcher.services.files.exporting import (
    ExportFormat,
    export_directory,
    export_format,
    new_export,
)
from matcher.services.files.output_file import is_device


def export_command(words: Catalogue) -> click.Command:
    """Make the command."""

    def text(key: str) -> str:
        return words.text(f"cli.export.option.{key}")

    formats = [each.value for each in ExportFormat]
    return command(
        "export",
        _export,
        words,
        click.Argument(["file"], type=NamedPath()),
        option("--format", text("format"), type=click.Choice(formats)),
        click.Option(["--all", "everyone"], is_flag=True, help=text("all")),
        option("--replace", words.text("cli.option.replace"), is_flag=True),
        option("--language", text("language"), default="", metavar="CODE"),
        json_option(words),
    )


def _export(
    invocation: Invocation,
    file: Path,
    *,
    format: str | None,  # noqa: A002 - the word of the option
    everyone: bool,
    **given: Any,
) -> int:
    words = invocation.words
    if given["language"]:
        invocation.speak(known_language(given["language"], words))
    chosen = export_format(file, None if format is None else ExportFormat(format))
    if everyone and chosen is ExportFormat.FHIR:
        raise usage_error(words.text("cli.export.all_fhir"))
    if not given["replace"]:
        file = new_export(file, chosen)
    with invocation.services() as services:
        report = export_directory(
            services.directory, file, chosen, invocation.words, everyone=everyone
        )
    if invocation.as_json:
        counts = {"profiles": report.profiles, "left_out": report.left_out}
        about = {"file": str(report.file), "format": chosen.value, **counts}
        print_json(about, is_aside=is_device(report.file))
        return 0
    words = invocation.words
    say_of(report.file, words.text("cli.saved", file=str(report.file)))
    say_of(report.file, words.text(f"cli.export.done.{chosen.value}", n=report.profiles))
    if report.left_out:
        say_of(report.file, words.text("cli.export.left_out", n=report.left_out))
    return 0
