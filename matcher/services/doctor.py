"""Is everything in its place: the files of the program, data folder, directory, help lines."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryFile

import matcher
from matcher.bundled import bundled, bundled_toml
from matcher.checklist.bank import load_bank
from matcher.checklist.crisis import CrisisRegion, crisis_regions, load_crisis_lines
from matcher.checklist.cues import load_cues
from matcher.directory.vocabulary import load_vocabulary, vocabulary_names
from matcher.errors import Message, ResourceError, SettingsError, StoreError
from matcher.i18n import PLURAL_FORMS, SOURCE_LANGUAGE, languages
from matcher.questionnaire.loader import load_questionnaire
from matcher.region import ELSEWHERE, HOME
from matcher.scoring.criteria import load_criteria
from matcher.services.check import Check, Status
from matcher.services.computer_check import computer_checks
from matcher.services.directory.sample_directory import sample_directory
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.directory.waiting import has_run_in, sittings_folder
from matcher.services.kiosk_check import checks_for_doctor, gone, of_one_that_was
from matcher.services.kiosks.copy_checks import checks_of_copies
from matcher.services.named_ids import name_first
from matcher.services.settings.settings_file import SettingsFile
from matcher.services.sheets.printers import printer_names

LINE_LIMIT = timedelta(days=180)
"""Age from which a help line should be looked up again."""

_SEES_MORE = "doctor.server_bounds.rights"
_CHANGED = ("changed_outside", "database.put_right")
_NOTHING_THERE = ("error.store.no_directory", "error.store.no_tables")


def run_checks(
    address: str, data_dir: Path, today: date, settings: Path | None = None
) -> Iterator[Check]:
    """Look at everything, one thing at a time; nothing is made or changed.

    Parameters
    ----------
    address
        Where the directory's database is, or will be.
    data_dir
        The folder for the program's own data.
    today
        Dates of help lines are compared with this day.
    settings
        Where the settings are kept, with the region whose help lines are told of one by one; left
        out, nothing is said of them, nor of a kiosk.
    """
    yield _ok("program", version=matcher.__version__)
    for id_, count in _RESOURCES.items():
        yield _resource(id_, count)
    for language in languages():
        yield _language(language)
    yield _fonts()
    yield _printers()
    yield from _help_lines(_home(settings), today)
    yield _data_folder(data_dir)
    yield from computer_checks(_nearest(data_dir))
    has_run = has_run_in(sittings_folder(data_dir, address))
    yield from _database(address, has_run=has_run)
    if settings is not None:
        yield from checks_for_doctor(address, settings, has_run=has_run)
        yield from checks_of_copies(address, data_dir, datetime.now(UTC))


def _printers() -> Check:
    names = printer_names()
    if names:
        return _ok("printers", n=len(names))
    message = Message("doctor.printers.unknown" if names is None else "doctor.printers.none")
    return Check("printers", Status.WARNING, message, Message("doctor.printers.remedy"))


_RESOURCES: dict[str, Callable[[], int]] = {
    "questionnaire": lambda: len(load_questionnaire().items),
    "vocabularies": lambda: sum(len(load_vocabulary(name)) for name in vocabulary_names()),
    "model": lambda: len(load_criteria().criteria),
    "questions": lambda: len(load_bank()),
    "cues": lambda: len(load_cues()),
    "sample_directory": lambda: sum(1 for _ in sample_directory().profiles()),
}


def _ok(id_: str, **params: object) -> Check:
    return Check(id_, Status.OK, Message(f"doctor.{id_}.ok", **params))


def _resource(id_: str, count: Callable[[], int]) -> Check:
    """Load a resource the way the program does, which looks through all of it."""
    try:
        return _ok(id_, n=count())
    except ResourceError as error:
        faults: list[Message] = [*error.messages]
    except (LookupError, TypeError, ValueError) as error:
        # A file that is torn in a way its own reader does not expect.
        faults = [Message("doctor.resource.torn", detail=type(error).__name__)]
    return Check(id_, Status.PROBLEM, faults[0], Message("doctor.resource.remedy"))


def _language(language: str) -> Check:
    missing = missing_texts(language)
    id_ = f"language_{language}"
    if missing:
        message = Message("doctor.language.missing", language=language, n=len(missing))
        return Check(id_, Status.WARNING, message, Message("doctor.language.remedy"))
    return Check(id_, Status.OK, Message("doctor.language.ok", language=language))


def missing_texts(language: str) -> list[str]:
    """Return the keys that have a text in English and none in `language`."""
    return sorted(_keys_of(SOURCE_LANGUAGE) - _keys_of(language))


def _keys_of(language: str) -> set[str]:
    files = [entry.name for entry in bundled("translations", language).iterdir()]
    return {
        key
        for name in files
        if name.endswith(".toml")
        for key in _keys(name.removesuffix(".toml"), bundled_toml("translations", language, name))
    }


def _keys(start: str, entry: object) -> Iterator[str]:
    if isinstance(entry, dict) and not entry.keys() <= PLURAL_FORMS:
        for name, inner in entry.items():
            yield from _keys(f"{start}.{name}", inner)
    else:
        yield start


def _fonts() -> Check:
    try:
        from matcher.pdf.fonts import register_fonts

        register_fonts()
    except Exception as error:  # noqa: BLE001 - the remedy is the same whatever the reader says
        message = Message("doctor.fonts.problem", detail=type(error).__name__)
        return Check("fonts", Status.PROBLEM, message, Message("doctor.resource.remedy"))
    return _ok("fonts")


def _home(settings: Path | None) -> str:
    """Return the region that holds, of those that have help lines."""
    try:
        home = HOME if settings is None else SettingsFile(settings).values().home
    except SettingsError:  # which is said where the settings are looked at
        home = HOME
    return home if home in crisis_regions() else ELSEWHERE


def _help_lines(home: str, today: date) -> Iterator[Check]:
    """Look at all help lines, and say of those that nobody sees here only how many need a look."""
    checks = {name: _crisis_lines(name, today) for name in crisis_regions()}
    yield checks.pop(home)
    yield from (each for each in checks.values() if each.status is Status.PROBLEM)
    rest = [name for name, each in checks.items() if each.status is Status.WARNING]
    if rest:
        places = ", ".join(rest)
        message = Message("doctor.crisis_lines.rest", n=len(rest), places=places)
        yield Check("crisis_lines_rest", Status.OK, message)


def _crisis_lines(name: str, today: date) -> Check:
    id_ = f"crisis_lines_{name}"
    try:
        region = load_crisis_lines(name)
    except ResourceError as error:
        return Check(id_, Status.PROBLEM, error.messages[0], Message("doctor.resource.remedy"))
    oldest, unchecked = _last_checks(region)
    place = Message(f"doctor.region.{name}")
    remedy = Message("doctor.crisis_lines.remedy")
    if unchecked:
        message = Message("doctor.crisis_lines.unchecked", place=place, n=unchecked)
        return Check(id_, Status.WARNING, message, remedy)
    if oldest is not None and today - oldest > LINE_LIMIT:
        message = Message("doctor.crisis_lines.old", place=place, date=oldest)
        return Check(id_, Status.WARNING, message, remedy)
    message = Message("doctor.crisis_lines.ok", place=place, n=len(region.lines))
    return Check(id_, Status.OK, message)


def _last_checks(region: CrisisRegion) -> tuple[date | None, int]:
    """Return the oldest check of a region's lines, and how many were never checked."""
    days = [line.checked_on for line in region.lines]
    known = [day for day in days if day is not None]
    return min(known, default=None), len(days) - len(known)


def _data_folder(folder: Path) -> Check:
    try:
        # Rights alone tell nothing of a user who may do everything.
        with TemporaryFile(dir=_nearest(folder)):
            pass
    except OSError:
        message = Message("doctor.data_folder.problem", folder=str(folder))
        return Check("data_folder", Status.PROBLEM, message, Message("doctor.data_folder.remedy"))
    return _ok("data_folder", folder=str(folder))


def _nearest(folder: Path) -> Path:
    """Return the folder, or the nearest one above it that is there."""
    return next(path for path in (folder, *folder.absolute().parents) if path.exists())


def _database(address: str, *, has_run: bool) -> Iterator[Check]:
    try:
        with closing(DirectoryService(address)) as directory:
            changed, bounds = directory.changed_outside(), [*_server_bounds(directory)]
            sees_more = any(check.message.key == _SEES_MORE for check in bounds)
            ok = _ok("database", n=directory.count())
            yield _changed(changed, sees_more=sees_more) if changed else ok
            yield from _states(directory)
            yield from bounds
    except StoreError as error:
        yield _unusable(address, error.messages[0], has_run=has_run)


def _states(directory: DirectoryService) -> Iterator[Check]:
    """Say it where what leads to people by state is old, and only others can make it anew."""
    database = directory.database()
    with database.reading() as work:
        if database.location.is_for_kiosks and not work.profiles.knows_states:
            message, remedy = Message("doctor.states.old"), Message("doctor.states.remedy")
            yield Check("states", Status.KIOSK, message, remedy)


def _server_bounds(directory: DirectoryService) -> Iterator[Check]:
    """Tell whether the server keeps within bounds the name by which one comes to it."""
    database = directory.database()
    if database.location.server is None:
        return
    from matcher.store.bounds import bounds_gone  # its driver is not wanted without a server

    with database.reading() as work:
        gone = bounds_gone(work.connection)
    if gone is not None and not gone:
        yield _ok("server_bounds")
    for bound in sorted(gone or ()):
        message, remedy = (
            Message(f"doctor.server_bounds.{bound}"),
            Message("doctor.server_bounds.remedy"),
        )
        yield Check(f"server_{bound}", Status.WARNING, message, remedy)


def _unusable(address: str, message: Message, *, has_run: bool) -> Check:
    message = of_one_that_was(message) if has_run else message
    if message.key in _NOTHING_THERE and has_run:
        remedy = Message("doctor.database.put_back")
        return Check("database", Status.PROBLEM, gone(address), remedy)
    if message.key == "error.store.no_directory":
        remedy = Message("doctor.database.remedy")
        return Check("database", Status.WARNING, Message("doctor.database.none"), remedy)
    return Check("database", Status.PROBLEM, message, Message("doctor.database.other"))


def _changed(ids: Sequence[str], *, sees_more: bool) -> Check:
    """Name who was changed outside the program, the first few of them.

    Of a name that sees more on the server than it is for, nobody can tell whether they were.
    """
    why, what = ("seen_otherwise", "server_bounds.remedy") if sees_more else _CHANGED
    message = Message(f"doctor.database.{why}", n=len(ids), ids=name_first(ids))
    return Check("database", Status.PROBLEM, message, Message(f"doctor.{what}"))
