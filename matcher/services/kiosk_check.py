"""What a kiosk needs before it starts: each thing with a sentence, and what to do about it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection
from pathlib import Path

from matcher.errors import MatcherError, Message, SettingsError, StoreError
from matcher.i18n import Catalogue
from matcher.network_part import can_leave_network, what_would_allow
from matcher.processes import process_context
from matcher.screen import has_screen, screen_answers, screen_name
from matcher.services.check import Check, Status
from matcher.services.settings.program_settings import ProgramSettings
from matcher.services.settings.settings_file import SettingsFile
from matcher.services.sheets.printers import printer_names

_STARTS_ALL_THE_SAME = Message("doctor.kiosk_directory.starts")

_WRONGLY_NAMED = frozenset(
    f"error.store.{key}" for key in ("bad_address", "is_folder", "no_plain_file")
)
"""What is wrong with where the directory should be, and not with the directory."""


@dataclass(frozen=True, slots=True)
class KioskStart:
    """What a kiosk is started with.

    Attributes
    ----------
    address
        Where the directory's database is.
    settings
        Where the settings are kept.
    is_sample
        Whether it shows invented people: then it does without a directory.
    has_run
        Whether one has run on this directory before: then it begins without it, too.
    environ
        The environment it is started in.
    """

    address: str
    settings: Path
    is_sample: bool = False
    has_run: bool = False
    environ: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))


@dataclass(frozen=True, slots=True)
class KioskOutcome:
    """What was found, in sentences.

    Attributes
    ----------
    refused
        Why it does not start; empty when it may.
    noted
        What it does without.
    """

    refused: tuple[str, ...] = ()
    noted: tuple[str, ...] = ()


def kiosk_checks(start: KioskStart) -> Iterator[Check]:
    """Look at everything a kiosk needs; nothing is made or changed.

    A problem is a reason not to start; with what is a warning it does without.
    """
    first, values = _settings(start)
    yield first
    if values is not None:
        yield _region(values)
    yield _printer(values.printer if values else "")
    yield _network()
    # What is said last is what somebody reads: why people see no list, or an old one.
    if _is_gone(start):
        # Whoever stands in front of it after a power cut sees help lines, and not a black screen.
        yield Check("kiosk_directory", Status.WARNING, gone(start.address), _STARTS_ALL_THE_SAME)
    else:
        yield _pin(start)
        if not start.is_sample:
            yield _directory(start)
            yield from _states(start, values)
    yield _screen(start.environ)


def checks_for_doctor(address: str, settings: Path, *, has_run: bool = False) -> Iterator[Check]:
    """Give those that say something where no kiosk is started.

    All but the settings are about a kiosk alone, which not everybody wants: none is a problem.

    Parameters
    ----------
    address, settings, has_run
        As in `KioskStart`.
    """
    said: set[Message] = set()
    for check in kiosk_checks(KioskStart(address, settings, has_run=has_run)):
        is_soft = check.status is not Status.OK and check.id != "settings"
        if check.message not in said:  # two may fail for one reason
            yield replace(check, status=Status.KIOSK) if is_soft else check
        said.add(check.message)


def look_apart(start: KioskStart, language: str = "en") -> KioskOutcome:
    """Do so in a process of its own: whoever supervises sittings never holds the database.

    Parameters
    ----------
    language
        Of the sentences.
    """
    context = process_context()
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_look, args=(there, start, language))
    process.start()
    there.close()
    try:
        refused, noted = json.loads(here.recv_bytes())
    except EOFError:
        refused, noted = [Catalogue(language).text("error.unexpected")], []
    process.join()
    return KioskOutcome(tuple(refused), tuple(noted))


def _look(line: Connection, start: KioskStart, language: str) -> None:
    words = Catalogue(language)
    said: dict[Status, list[str]] = {status: [] for status in Status}
    for check in kiosk_checks(start):
        remedy = words.render(check.remedy) if check.remedy else ""
        if check.remedy == _STARTS_ALL_THE_SAME:
            remedy += " " + words.text("doctor.kiosk_directory.more")
        sentence = f"{words.render(check.message)} {remedy}".rstrip()
        if sentence not in said[check.status]:  # two may fail for one reason
            said[check.status].append(sentence)
    line.send_bytes(json.dumps([said[Status.PROBLEM], said[Status.WARNING]]).encode())


def _check(id_: str, status: Status, how: str, **params: object) -> Check:
    """Return what was found, with what to do unless all is well."""
    remedy = None if status is Status.OK else Message(f"doctor.{id_}.remedy")
    return Check(id_, status, Message(f"doctor.{id_}.{how}", **params), remedy)


def _settings(start: KioskStart) -> tuple[Check, ProgramSettings | None]:
    """Return what was found, and what holds where it can be read."""
    try:
        values = SettingsFile(start.settings).values()
    except SettingsError as error:
        remedy = Message("doctor.settings.remedy")
        return Check("settings", Status.PROBLEM, error.messages[0], remedy), None
    how = "ok" if start.settings.exists() else "usual"
    return _check("settings", Status.OK, how, file=str(start.settings)), values


def _region(values: ProgramSettings) -> Check:
    place = Message(f"crisis.region.{values.home}")
    status, how = (Status.OK, "ok") if values.region else (Status.WARNING, "missing")
    return _check("kiosk_region", status, how, place=place)


def _pin(start: KioskStart) -> Check:
    from matcher.services.directory.stored_directory import DirectoryService
    from matcher.services.staff.accounts import StaffService
    from matcher.services.staff.door_place import door_address

    try:
        door = door_address(start.address, start.settings.parent)
        with closing(DirectoryService(door)) as directory:
            standing = StaffService(directory).standing()
    except StoreError as error:
        return _unreadable("kiosk_pin", start, error)
    if not standing.has_pin:
        return _check("kiosk_pin", Status.PROBLEM, "none")
    if standing.is_pin_locked:
        locked, remedy = Message("doctor.kiosk_pin.locked"), Message("doctor.kiosk_pin.unlock")
        return Check("kiosk_pin", Status.WARNING, locked, remedy)
    return _check("kiosk_pin", Status.OK, "ok")


def _directory(start: KioskStart) -> Check:
    from matcher.services.directory.stored_directory import DirectoryService

    try:
        with closing(DirectoryService(start.address)) as directory:
            n = directory.count() if directory.exists else 0
    except MatcherError as error:
        return _unreadable("kiosk_directory", start, error)
    how = "ok" if n else "none"
    return _check("kiosk_directory", Status.OK if n else Status.PROBLEM, how, n=n)


def _states(start: KioskStart, values: ProgramSettings | None) -> Iterator[Check]:
    """Say it where nobody of the directory is seen in the states that are set."""
    from matcher.services.directory.stored_directory import DirectoryService

    states = values.states if values else ()
    if not states:
        return
    try:
        with closing(DirectoryService(start.address)) as directory:
            if not directory.exists or not directory.count():
                return
            with directory.database().reading() as work:
                is_anybody = any(True for _ in work.profiles.published(states))
    except MatcherError:  # which is said where the directory is looked at
        return
    if not is_anybody:
        yield _check("kiosk_states", Status.WARNING, "nobody", states=states)


def _is_gone(start: KioskStart) -> bool:
    """Tell whether there is no directory where a kiosk has run on one."""
    from matcher.services.directory.stored_directory import DirectoryService

    try:
        with closing(DirectoryService(start.address)) as directory:
            return start.has_run and not directory.exists
    except MatcherError:
        return False


def gone(address: str) -> Message:
    """Return that the directory a kiosk has run on is not there any more."""
    from matcher.store import locate

    return Message("doctor.database.gone", file=locate(address).name)


def of_one_that_was(message: Message) -> Message:
    """Return what is wrong with a directory that a kiosk has run on: it was one, and is damaged."""
    if message.key == "error.store.not_a_database":
        return Message("error.store.damaged", **message.params)
    return message


def _unreadable(id_: str, start: KioskStart, error: MatcherError) -> Check:
    """Return why the directory cannot be used: a kiosk shows that it is closed, until it can be."""
    message = of_one_that_was(error.messages[0]) if start.has_run else error.messages[0]
    if message.key in _WRONGLY_NAMED:
        return Check(id_, Status.PROBLEM, message, Message("doctor.database.other"))
    return Check(id_, Status.WARNING, message, _STARTS_ALL_THE_SAME)


def _screen(environ: Mapping[str, str]) -> Check:
    if not has_screen(environ):
        return _check("kiosk_screen", Status.PROBLEM, "none")
    if not screen_answers(environ):
        return _check("kiosk_screen", Status.PROBLEM, "shut", screen=screen_name(environ))
    return _check("kiosk_screen", Status.OK, "ok")


def _printer(wanted: str) -> Check:
    names = printer_names()
    if names is None:
        return _check("kiosk_printer", Status.WARNING, "unknown")
    if wanted and wanted not in names:
        return _check("kiosk_printer", Status.WARNING, "gone", printer=wanted)
    if not names:
        return _check("kiosk_printer", Status.WARNING, "none")
    return _check("kiosk_printer", Status.OK, "chosen" if wanted else "usual", printer=wanted)


def _network() -> Check:
    can = can_leave_network()
    status = Status.OK if can else Status.WARNING
    how = "ok" if can else "elsewhere" if can is None else "refused"
    found = _check("kiosk_network", status, how)
    lines = what_would_allow() if can is False else ()
    if not lines:
        return found
    remedy = Message("doctor.kiosk_network.switch_remedy", lines=", ".join(lines))
    return replace(found, remedy=remedy)
