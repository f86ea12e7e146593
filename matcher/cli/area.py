"""``rapport area``: the clinic's own list of places."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from matcher.cli.invocation import Invocation, command, json_option, program_options
from matcher.cli.named_path import NamedPath
from matcher.cli.output import print_json, say, table
from matcher.i18n import Catalogue

if TYPE_CHECKING:
    from matcher.directory.area_list import Area

_COLUMNS = ("name", "latitude", "longitude", "aliases", "postcodes")


def area_command(words: Catalogue) -> click.Command:
    """Make the command with the words below it."""
    below = (
        command("area.list", _list, words, json_option(words)),
        command("area.import", _import, words, click.Argument(["file"], type=NamedPath())),
    )
    return click.Group(
        "area",
        {str(each.name).removeprefix("area."): each for each in below},
        help=words.text("cli.area.help"),
        params=[*program_options(words)],
    )


def _list(invocation: Invocation) -> int:
    words = invocation.words
    with invocation.services() as services:
        areas = services.areas.read().areas
    if invocation.as_json:
        print_json({"areas": [_document(area) for area in areas]})
        return 0
    if areas:
        say(table([[words.text(f"area.list.{name}") for name in _COLUMNS], *map(_row, areas)]))
        say()
    say(words.text("area.list.count", n=len(areas)))
    return 0


def _import(invocation: Invocation, file: Path) -> int:
    with invocation.services() as services:
        areas = services.areas.take(file, services.directory, invocation.who)
        kept = services.areas.path
    say(invocation.words.text("area.import.done", n=len(areas.areas), file=str(kept)))
    say(invocation.words.text("area.import.next"))
    return 0


def _document(area: "Area") -> dict[str, object]:
    return {
        "name": area.name,
        "latitude": area.latitude,
        "longitude": area.longitude,
        "aliases": [*area.aliases],
        "country": area.country or None,
        "postcodes": [*area.postcodes],
    }


def _row(area: "Area") -> list[str]:
    codes = "; ".join(area.postcodes)
    place = [str(area.latitude), str(area.longitude)]
    return [area.name, *place, "; ".join(area.aliases), f"{area.country} {codes}".strip()]
