"""What is known of kiosks and their copies, in words."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from matcher.checklist.hours import clock_words
from matcher.directory.kiosk_event import KioskStanding
from matcher.i18n import Catalogue
from matcher.services.kiosks.copy_standing import CopyStanding, is_old
from matcher.services.kiosks.kiosks_service import has_old_copy, is_behind, is_quiet


class CopyWords(NamedTuple):
    """What staff read at a kiosk: a quiet line, and what to look after."""

    line: str = ""
    notice: tuple[str, ...] = ()


class KioskWords(NamedTuple):
    """What staff read of a kiosk elsewhere: its name, what is known, and what to look after."""

    name: str
    lines: tuple[str, ...]
    notice: tuple[str, ...] = ()


def moment_words(at: datetime, now: datetime, catalogue: Catalogue) -> str:
    """Say when something was, in the time of this computer: *today, 10:02*.

    What is yet to come by a clock that was set back is told by its date.
    """
    at, now = at.astimezone(), now.astimezone()
    ago = (now.date() - at.date()).days if at <= now else -1
    named = {0: "today", 1: "yesterday"}.get(ago, "day")
    time = clock_words(at.hour * 60 + at.minute, catalogue)
    return catalogue.text(f"kiosks.moment.{named}", date=catalogue.date(at.date()), time=time)


def plain_minute(at: datetime | None) -> str:
    """Say when something was as tables and files have it; nothing where that is not known."""
    return f"{at.astimezone():%Y-%m-%d %H:%M}" if at else ""


def copy_words(standing: CopyStanding, now: datetime, catalogue: Catalogue) -> CopyWords:
    """Say what clients see at a kiosk, and how old it is."""
    said = {
        name: moment_words(at, now, catalogue)
        for name, at in (("moment", standing.current_at), ("since", standing.unreached_since))
        if at is not None
    }
    line = catalogue.text(f"kiosks.copy.{'_'.join(said)}", **said) if said else ""
    return CopyWords(line, (*_copy_notice(standing, now, catalogue),))


def _copy_notice(standing: CopyStanding, now: datetime, catalogue: Catalogue) -> Iterator[str]:
    as_of, since = standing.as_of, standing.waits_since
    if as_of is not None and is_old(as_of, now):
        yield catalogue.text("kiosks.copy.old", n=(now - as_of).days)
    if since is not None and standing.unreached_since is None:
        moment = moment_words(since, now, catalogue)
        how = f"doctor.kiosk_state.{standing.why_waiting}"
        yield catalogue.text(how, since=moment)
        yield catalogue.text(f"{how}_remedy")
    elif is_old(as_of, now):
        yield catalogue.text("kiosks.copy.remedy")


def kiosk_words(kiosk: KioskStanding, now: datetime, catalogue: Catalogue) -> KioskWords:
    """Say what is known of a kiosk."""
    return KioskWords(
        kiosk.name, (*_known(kiosk, now, catalogue),), (*_notice(kiosk, now, catalogue),)
    )


def _known(kiosk: KioskStanding, now: datetime, catalogue: Catalogue) -> Iterator[str]:
    text = catalogue.text
    if kiosk.has_ended:
        yield text("kiosks.known.ended")
    elif kiosk.current_at is None:
        yield text("kiosks.known.no_copy")
    else:
        yield text("kiosks.known.copy", moment=moment_words(kiosk.current_at, now, catalogue))
    if kiosk.last is not None and kiosk.last_at is not None:
        moment = moment_words(kiosk.last_at, now, catalogue)
        yield text("kiosks.known.last", what=text(f"kiosks.what.{kiosk.last}"), moment=moment)
    if not kiosk.has_ended:
        yield text("kiosks.known.heard", moment=moment_words(kiosk.heard_at, now, catalogue))


def _notice(kiosk: KioskStanding, now: datetime, catalogue: Catalogue) -> Iterator[str]:
    told = is_quiet(kiosk, now)
    if told:
        yield catalogue.text("kiosks.notice.quiet", n=(now - kiosk.heard_at).days)
    if kiosk.current_at is not None and has_old_copy(kiosk, now):
        # What to do is said once.
        how = "old_too" if told else "old"
        yield catalogue.text(f"kiosks.notice.{how}", n=(now - kiosk.current_at).days)
    if kiosk.waits_since is not None and is_behind(kiosk, now):
        since = moment_words(kiosk.waits_since, now, catalogue)
        yield catalogue.text("kiosks.notice.behind", since=since)
