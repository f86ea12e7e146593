"""``rapport doctor``: is everything in its place."""

from datetime import date
from typing import TYPE_CHECKING

import click

from matcher.cli.invocation import Invocation, command, json_option
from matcher.cli.output import print_json, say
from matcher.i18n import Catalogue

if TYPE_CHECKING:
    from matcher.services.check import Check


def doctor_command(words: Catalogue) -> click.Command:
    """Make the command."""
    return command("doctor", _doctor, words, json_option(words))


def _doctor(invocation: Invocation) -> int:
    from matcher.services.check import Status
    from matcher.services.doctor import run_checks

    places = invocation.places
    looked_at = places.address, places.data_dir, date.today(), places.file.path
    checks = [*run_checks(*looked_at)]
    if invocation.as_json:
        print_json({"checks": [_to_json(check, invocation.words) for check in checks]})
    else:
        for check in checks:
            _say(check, invocation.words)
    return int(any(check.status is Status.PROBLEM for check in checks))


def _to_json(check: "Check", words: Catalogue) -> dict[str, object]:
    return {
        "id": check.id,
        "status": check.status.value,
        "message": words.render(check.message),
        "remedy": words.render(check.remedy) if check.remedy else None,
    }


def _say(check: "Check", words: Catalogue) -> None:
    say(words.text(f"cli.doctor.{check.status}", message=check.message))
    if check.remedy:
        say(words.text("cli.doctor.remedy", remedy=check.remedy))
