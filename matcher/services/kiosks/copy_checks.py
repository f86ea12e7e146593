"""How old the copies of kiosks are, as ``rapport doctor`` says it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

from matcher.directory.kiosk_event import KioskStanding
from matcher.errors import Message, StoreError
from matcher.services.check import Check, Status
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.kiosks.copy_standing import CopyStanding, copy_standing, is_old
from matcher.services.kiosks.kiosk_words import plain_minute
from matcher.services.kiosks.kiosks_service import KiosksService, has_old_copy, is_behind, is_quiet
from matcher.services.named_ids import name_first


def checks_of_copies(address: str, data_dir: Path, now: datetime) -> Iterator[Check]:
    """Give what there is to say of this computer's kiosk, where one runs, and of those elsewhere.

    Parameters
    ----------
    address
        Of the directory.
    data_dir
        The folder for the program's own data.
    """
    here = copy_standing(data_dir, address)
    if here.waits_since is not None and here.unreached_since is None:
        how = f"doctor.kiosk_state.{here.why_waiting}"
        message = Message(how, since=plain_minute(here.waits_since))
        yield Check("kiosk_state", Status.KIOSK, message, Message(f"{how}_remedy"))
    yield from _copy_here(here, now)
    try:
        with closing(DirectoryService(address)) as directory:
            known = KiosksService(directory, lambda: now).standing()
    except StoreError:  # which is said where the directory is looked at
        return
    yield from _copies_elsewhere(known, now)


def _copy_here(here: CopyStanding, now: datetime) -> Iterator[Check]:
    current, since = here.current_at, here.unreached_since
    said: dict[str, object] = {}
    if current is not None:
        said = {"moment": plain_minute(current), "n": max(0, (now - current).days)}
    if since is not None:
        said["since"] = plain_minute(since)
    if is_old(current, now):
        yield _check("kiosk_copy", Status.WARNING, "old", said)
    elif since is not None:
        yield _check("kiosk_copy", Status.KIOSK, "unreached" if current else "no_copy", said)
    elif current is not None:
        yield _check("kiosk_copy", Status.OK, "ok", said)


def _copies_elsewhere(known: Sequence[KioskStanding], now: datetime) -> Iterator[Check]:
    kinds: dict[str, Callable[[KioskStanding, datetime], bool]]
    kinds = {"quiet": is_quiet, "old": has_old_copy, "behind": is_behind}
    found = {
        how: [_named(each, how) for each in known if is_so(each, now)]
        for how, is_so in kinds.items()
    }
    for how, names in found.items():
        if names:
            said: dict[str, object] = {"n": len(names), "names": name_first(names)}
            yield _check("kiosks", Status.WARNING, how, said)
    if known and not any(found.values()):
        yield _check("kiosks", Status.OK, "ok", {"n": len(known)})


def _named(kiosk: KioskStanding, how: str) -> str:
    return f"{kiosk.name} ({plain_minute(kiosk.waits_since)})" if how == "behind" else kiosk.name


def _check(id_: str, status: Status, how: str, said: dict[str, object]) -> Check:
    what = "behind_remedy" if how == "behind" else "remedy"
    remedy = None if status is Status.OK else Message(f"doctor.{id_}.{what}")
    return Check(id_, status, Message(f"doctor.{id_}.{how}", **said), remedy)
