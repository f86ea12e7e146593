"""``rapport kiosk``: the process that supervises, and what its children begin with."""

import contextlib
import logging
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from time import monotonic
from typing import Any

from matcher import log
from matcher.bootstrap import Places
from matcher.directory.kiosk_event import KioskWord
from matcher.errors import SettingsError, StoreError
from matcher.i18n import Catalogue
from matcher.processes import process_context
from matcher.screen import screen_answers, screen_name
from matcher.services.directory.copy_seal import CopyKnowledge, CopySeal
from matcher.services.directory.waiting import (
    end_waiting,
    forget_others,
    has_run_in,
    sittings_folder,
    waits_since,
)
from matcher.services.kiosks.copy_standing import CopyDates, copy_mark
from matcher.services.kiosks.event_queue import EventQueue
from matcher.trace import fault_code, kind_of, trace_of
from ui.kiosk_start import HelperStart, SittingStart, StaffStart
from ui.settings import Settings, kiosk_settings
from ui.supervisor.children import ProcessChildren, Work, supervise
from ui.supervisor.confinement import confine, end_with
from ui.supervisor.idle_times import GRACE
from ui.supervisor.single_instance import single_instance
from ui.supervisor.supervisor import Supervisor
from ui.supervisor.words import Ending, ProcessKind, Word, write

_log = logging.getLogger(__name__)

_LAST_WORDS_WITHIN = 5.0
"""Seconds in which the server is told at the end; what it does not take then waits for a start."""

_SAID_EVERY = 1.0
"""Seconds after which a process says again that it gets on."""

# Nothing of Qt up here: the supervisor and what it forks begin without it.


def run_checked_kiosk(places: Places, *, is_sample: bool = False, log_level: str = "") -> int:
    """Run the kiosk if nothing it needs is missing; else say in sentences what is, and return 1.

    Parameters
    ----------
    is_sample, log_level
        As in `run_kiosk`.

    Raises
    ------
    MatcherError
        As in `run_kiosk`.
    """
    from matcher.services.kiosk_check import KioskStart, look_apart

    has_run = not is_sample and has_run_in(_folder(places))
    start = KioskStart(places.address, places.file.path, is_sample, has_run)
    outcome = look_apart(start)
    refused = [*outcome.refused] or _why_no_window()
    # What is read last is why it does not start.
    for sentence in (*outcome.noted, *refused):
        sys.stderr.write(sentence + "\n")
    if refused:
        return 1
    return run_kiosk(places, KeptSettings(places), is_sample=is_sample, log_level=log_level)


def _why_no_window() -> list[str]:
    from ui.kiosk.window_check import opens_window

    if opens_window():
        return []
    text = Catalogue().text
    screen = screen_name(os.environ)
    return [
        f"{text('doctor.kiosk_screen.shut', screen=screen)} {text('doctor.kiosk_screen.remedy')}"
    ]


def run_kiosk(
    places: Places, read: Callable[[], Settings], *, is_sample: bool = False, log_level: str = ""
) -> int:
    """Run the kiosk until staff or the system ends it, and return the exit code.

    Parameters
    ----------
    read
        Gives what windows are like; asked again for each one.
    is_sample
        Whether sittings show the invented directory.
    log_level
        From which level on its processes note something, as in `matcher.log.to_file`.

    Raises
    ------
    MatcherError
        When another kiosk runs in the same data folder, or nothing can be written there.
    """

    def begin_with(kind: ProcessKind) -> SittingStart | StaffStart | HelperStart:
        now = read()
        lasting = replace(places, otherwise=now.program)
        match kind:
            case ProcessKind.SITTING:
                return SittingStart(folder, now, known.trust())
            case ProcessKind.STAFF:
                return StaffStart(lasting, now, log_level)
            case ProcessKind.HELPER | ProcessKind.WATCHER:
                return HelperStart(lasting, folder, known.trust(), is_sample, log_level)

    def idle_limit() -> float:
        now = read()
        return now.warns_after + now.clears_after + GRACE

    folder = _folder(places, is_sample=is_sample)
    known = CopyKnowledge(places.data_dir, folder)
    with single_instance(places.data_dir):
        forget_others(places.data_dir, places.address)
        work: dict[ProcessKind, Work] = {
            ProcessKind.SITTING: sit,
            ProcessKind.STAFF: let_staff_work,
            ProcessKind.HELPER: prepare,
        }
        is_watching = places.is_shared and not is_sample
        if is_watching:
            work[ProcessKind.WATCHER] = watch
        children = ProcessChildren(work, begin_with)
        has_screen = partial(screen_answers, os.environ)
        tell = EventQueue(places.data_dir).tell if is_watching else _tell_nobody
        supervisor = Supervisor(children, idle_limit, has_screen, tell)
        tell(KioskWord.STARTED)
        code = supervise(supervisor, children)
        tell(KioskWord.ENDED if code else KioskWord.ENDED_BY_STAFF)
        if is_watching and not CopyDates(folder).is_unreached:
            _send_last_words(begin_with(ProcessKind.WATCHER))
        return code


def _tell_nobody(_what: KioskWord) -> None:
    """Leave it untold: nobody but who sits at this computer has the directory."""


def _send_last_words(start: Any) -> None:
    """Send what waits in a process of its own: whoever supervises never holds the database."""
    process = process_context().Process(target=send_last_words, args=(os.getpid(), start))
    try:
        process.start()
    except OSError:
        return
    process.join(_LAST_WORDS_WITHIN)
    process.kill()
    process.join(_LAST_WORDS_WITHIN)


def _folder(places: Places, *, is_sample: bool = False) -> Path:
    return sittings_folder(places.data_dir, places.address, is_sample=is_sample)


class KeptSettings:
    """Reads what a clinic has set; what was read last holds while that cannot be read.

    Raises
    ------
    SettingsError
        When it cannot be read the first time.
    """

    def __init__(self, places: Places) -> None:
        self._file = places.file
        self._last = kiosk_settings(self._file.values())

    def __call__(self) -> Settings:
        """Return it as it is now."""
        with contextlib.suppress(SettingsError):
            self._last = kiosk_settings(self._file.values())
        return self._last


def sit(line: Connection, parent: int, start: SittingStart) -> None:
    """Be a sitting: give up what it does not need, and only then read anything."""
    refused = confine(parent)
    _be_silent()
    try:
        from ui.kiosk_app import run_sitting

        run_sitting(line, start, refused)
    except BaseException as error:  # noqa: BLE001 - its own text could hold an answer
        _tell_fault(line, error)


def let_staff_work(line: Connection, parent: int, start: StaffStart) -> None:
    """Be the staff window."""
    end_with(parent)
    try:
        _note_in_file(start)
        from ui.kiosk_staff import run_kiosk_staff

        run_kiosk_staff(line, start)
    except BaseException as error:  # noqa: BLE001 - the supervisor tells of it
        _tell_fault(line, error)


def prepare(line: Connection, parent: int, start: HelperStart) -> None:
    """Make the directory ready for sittings; the exit code tells how that ended."""
    end_with(parent)
    _note_in_file(start)
    try:
        _prepare(line, start)
    except Exception as error:  # noqa: BLE001 - its own text could hold a name
        from matcher.services.directory.watching import is_cut_off

        _log.error("the directory was not made ready: %s", trace_of(error))
        sys.exit(Ending.CUT_OFF if is_cut_off(error) else Ending.FAILED)


def watch(line: Connection, parent: int, start: HelperStart) -> None:
    """End with 0 once the directory is another than the one that was made ready."""
    end_with(parent)
    _note_in_file(start)
    try:
        _watch(line, start)
    except Exception as error:  # noqa: BLE001 - its own text could hold a name
        _log.error("the directory was not watched: %s", trace_of(error))
        sys.exit(Ending.FAILED)


def send_last_words(parent: int, start: HelperStart) -> None:
    """Send what the kiosk had to tell last, if the server is there."""
    end_with(parent)
    _note_in_file(start)
    try:
        from matcher.services.directory.watching import PATIENCE_SECONDS
        from matcher.services.kiosks.sending import send_last

        places = start.places
        send_last(EventQueue(places.data_dir), places.address, places.kiosk_name, PATIENCE_SECONDS)
    except Exception as error:  # noqa: BLE001 - its own text could hold a name
        _log.info("what a kiosk has to tell waits for its next start: %s", kind_of(error))


def _watch(line: Connection, start: HelperStart) -> None:
    from matcher.bootstrap import build_services
    from matcher.services.directory.sitting_directory import stamp_made_ready
    from matcher.services.directory.watching import wait_for_change
    from matcher.services.kiosks.kiosk_report import KioskReport

    places, folder = start.places, start.folder
    report = KioskReport(
        EventQueue(places.data_dir),
        CopyDates(folder),
        places.kiosk_name,
        _alive(line),
    )
    made = stamp_made_ready(folder, start.trust)
    wait_for_change(build_services(places).directory, places.address, made, report)


def _alive(line: Connection) -> Callable[[], None]:
    """Return what tells the supervisor that the work gets on, however often that is called."""
    said_at = -_SAID_EVERY

    def say() -> None:
        nonlocal said_at
        now = monotonic()
        if now - said_at >= _SAID_EVERY:
            said_at = now
            line.send_bytes(write(Word.ALIVE))

    return say


def _prepare(line: Connection, start: HelperStart) -> None:
    from matcher.bootstrap import build_services
    from matcher.services.directory.sample_directory import sample_directory
    from matcher.services.directory.sitting_directory import prepare_for_sittings
    from matcher.services.directory.watching import is_cut_off

    seal = CopySeal(start.places.data_dir, start.trust.lowest_version)
    if start.is_sample:
        prepare_for_sittings(sample_directory(), start.folder, seal, _alive(line))
        return
    services = build_services(start.places)
    before, is_waiting = copy_mark(start.folder), waits_since(start.folder) is not None
    try:
        prepare_for_sittings(services.directory, start.folder, seal, _alive(line))
    except StoreError as error:
        # A server that is there and gives no copy may well have something newer.
        if start.places.is_shared and not is_waiting and is_cut_off(error):
            with contextlib.suppress(OSError):
                end_waiting(start.folder)
        raise
    services.close()
    if start.places.is_shared and copy_mark(start.folder) != before:
        EventQueue(start.places.data_dir).tell(KioskWord.COPIED)


def _note_in_file(start: StaffStart | HelperStart) -> None:
    """Note where the supervisor does; a process that was not forked knows nothing of that."""
    log.to_file(start.places.data_dir, start.log_level)


def _be_silent() -> None:
    """Let nothing of a sitting come out where its supervisor was started."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    log.keep_silent()


def _tell_fault(line: Connection, error: BaseException) -> None:
    line.send_bytes(write(Word.FAULT, fault_code(type(error), error.__traceback__)))
    os._exit(1)
