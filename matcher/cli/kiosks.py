"""``rapport kiosks``: what kiosks of a directory on a server told of themselves."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from matcher.cli.invocation import Invocation, command, json_option
from matcher.cli.output import print_json, say, table
from matcher.i18n import Catalogue

if TYPE_CHECKING:
    from matcher.directory.kiosk_event import KioskStanding

_COLUMNS = ("name", "heard", "copy", "last")


def kiosks_command(words: Catalogue) -> click.Command:
    """Make the command."""
    return command("kiosks", _kiosks, words, json_option(words))


def _kiosks(invocation: Invocation) -> int:
    from matcher.services.kiosks.kiosk_words import kiosk_words

    with invocation.services() as services:
        found = services.kiosks.standing()
    now, words = datetime.now(UTC), invocation.words
    if invocation.as_json:
        print_json({"kiosks": [_to_json(each, now) for each in found]})
        return 0
    if found:
        rows = [[words.text(f"cli.kiosks.{column}") for column in _COLUMNS]]
        say(table([*rows, *(_row(each, words) for each in found)]))
        say()
    for each in found:
        for line in kiosk_words(each, now, words).notice:
            say(words.text("cli.kiosks.notice", name=each.name, notice=line))
    say(words.text("cli.kiosks.count", n=len(found)))
    return 0


def _row(kiosk: "KioskStanding", words: Catalogue) -> list[str]:
    from matcher.services.kiosks.kiosk_words import plain_minute

    told = ""
    if kiosk.last is not None:
        what = words.text(f"kiosks.what.{kiosk.last}")
        told = words.text("cli.kiosks.told", what=what, moment=plain_minute(kiosk.last_at))
    return [kiosk.name, plain_minute(kiosk.heard_at), plain_minute(kiosk.current_at), told]


def _to_json(kiosk: "KioskStanding", now: datetime) -> dict[str, object]:
    from matcher.services.kiosks.kiosks_service import has_old_copy, is_behind, is_quiet

    return {
        "name": kiosk.name,
        "heard_at": _moment(kiosk.heard_at),
        "current_at": _moment(kiosk.current_at),
        "last": kiosk.last.value if kiosk.last else None,
        "last_at": _moment(kiosk.last_at),
        "is_quiet": is_quiet(kiosk, now),
        "has_old_copy": has_old_copy(kiosk, now),
        "is_behind": is_behind(kiosk, now),
        "waits_since": _moment(kiosk.waits_since),
    }


def _moment(at: datetime | None) -> str | None:
    return at.isoformat(timespec="seconds") if at else None
