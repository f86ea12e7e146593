"""``rapport directory``: look at who is in the directory, and keep it true."""

from datetime import date
from typing import TYPE_CHECKING

import click

from matcher.cli.history import history_commands
from matcher.cli.invocation import Invocation, command, json_option, program_options
from matcher.cli.keeping import keeping_commands
from matcher.cli.known_profile import known_profile
from matcher.cli.output import print_json, say, table
from matcher.i18n import Catalogue

if TYPE_CHECKING:
    from matcher.services.directory.directory import ProfileSummary

_COLUMNS = ("id", "name", "city", "accepting", "accepting_on", "confirmed_on")


def directory_command(words: Catalogue) -> click.Command:
    """Make the command with the words below it."""
    below = (
        command("list", _list, words, json_option(words)),
        command("show", _show, words, click.Argument(["id_"], metavar="ID"), json_option(words)),
        command("validate", _validate, words, json_option(words)),
        *keeping_commands(words),
        *history_commands(words),
    )
    return click.Group(
        "directory",
        {each.name: each for each in below if each.name},
        help=words.text("cli.directory.help"),
        params=[*program_options(words)],
    )


def _list(invocation: Invocation) -> int:
    with invocation.services() as services:
        found = services.directory.list_profiles()
    if invocation.as_json:
        print_json({"profiles": [_summary_to_json(each) for each in found]})
        return 0
    words = invocation.words
    rows = [[words.text(f"cli.list.{column}") for column in _COLUMNS]]
    rows += [_summary_row(each, words) for each in found]
    if found:
        say(table(rows))
        say()
    say(words.text("cli.list.count", n=len(found)))
    return 0


def _summary_to_json(summary: "ProfileSummary") -> dict[str, object]:
    return {
        "id": summary.id,
        "name": summary.name,
        "city": summary.city or None,
        "accepting": summary.accepting or None,
        "accepting_on": _day(summary.accepting_on) or None,
        "confirmed_on": _day(summary.confirmed_on) or None,
    }


def _summary_row(summary: "ProfileSummary", words: Catalogue) -> list[str]:
    name = summary.name
    if not summary.published:
        name = words.text("cli.list.not_published", name=name)
    return [
        summary.id,
        name,
        summary.city or "",
        words.text(f"fact.accepting.{summary.accepting}") if summary.accepting else "",
        _day(summary.accepting_on),
        _day(summary.confirmed_on),
    ]


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _show(invocation: Invocation, id_: str) -> int:
    with invocation.services() as services:
        profile = known_profile(services.directory, id_)
    if invocation.as_json:
        from matcher.directory.profile_json import profile_to_json

        print_json(profile_to_json(profile))
    else:
        from matcher.cli.profile_text import profile_text

        say(profile_text(profile, invocation.words))
    return 0


def _validate(invocation: Invocation) -> int:
    words = invocation.words
    with invocation.services() as services:
        found = [*services.directory.validate(date.today())]
    if invocation.as_json:
        findings = [
            {
                "profile": each.profile_id,
                "field": each.finding.field,
                "severity": each.finding.severity.value,
                "message": words.render(each.finding.message),
            }
            for each in found
        ]
        print_json({"findings": findings})
        return 0
    for each in found:
        say(
            words.text(
                f"cli.validate.{each.finding.severity}",
                profile=each.profile_id,
                field=each.finding.field,
                message=each.finding.message,
            )
        )
    say(words.text("cli.validate.count", n=len(found)))
    return 0
