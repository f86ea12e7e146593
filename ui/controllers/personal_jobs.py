"""What is done with a person's file off the GUI thread, one thing at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any

from matcher.errors import MatcherError
from ui.controllers.kept_notes import NO_NOTES, KeptNotes, forget_notes, read_notes, write_notes

if TYPE_CHECKING:
    from matcher.questionnaire.response import ResponseSet
    from matcher.services.personal.personal import PersonalService

_WINDOW = "window"
"""Name of the document that holds what the window is like."""

_MAPS = ("looks", "names", "sheets")


@dataclass(frozen=True, slots=True)
class Standing:
    """What there is of a person's file.

    Attributes
    ----------
    exists, is_remembered
        Whether something is kept; whether this computer opens it without the passphrase.
    path, size
        The folder it is in, or would be, and how many bytes are in that.
    since, changed
        When it was first kept, which only an open file tells, and when it changed last.
    """

    exists: bool = False
    is_remembered: bool = False
    path: Path = field(default_factory=Path)
    size: int = 0
    since: datetime | None = None
    changed: datetime | None = None


@dataclass(frozen=True, slots=True)
class WindowState:
    """What is kept of a window.

    Attributes
    ----------
    answers
        All of them, with language and region.
    chosen
        Ids of the people chosen, in order.
    page, marks
        Where the person is, and codes of what else is known of the sitting.
    looks
        Palette, text size and whether anything moves.
    names
        What the chosen people are called, by id: who left the directory is named all the same.
    sheets
        What was picked and written for their sheets, by id.
    notes
        What the person notes after the list.
    """

    answers: ResponseSet
    chosen: tuple[str, ...] = ()
    page: str = ""
    marks: tuple[str, ...] = ()
    looks: Mapping[str, Any] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    sheets: Mapping[str, Any] = field(default_factory=dict)
    notes: KeptNotes = field(default_factory=KeptNotes)


class Held:
    """The service, made when first needed, for one caller at a time.

    Parameters
    ----------
    find
        Gives it.

    Attributes
    ----------
    newest
        The number of what was asked for last of what is to be kept.
    """

    def __init__(self, find: Callable[[], PersonalService]) -> None:
        self.newest = 0
        self._find = find
        self._lock = RLock()
        self._service: PersonalService | None = None
        self.written: dict[str, Any] = {}
        self.noted = KeptNotes()

    @property
    def is_made(self) -> bool:
        """Whether it was ever needed."""
        return self._service is not None

    def overtake(self) -> int:
        """Let nothing that was to be kept before be kept any more; return the next number."""
        self.newest += 1
        return self.newest

    def forget(self) -> None:
        """Forget what was written last."""
        self.written = {}
        self.noted = KeptNotes()

    @contextmanager
    def working(self) -> Iterator[PersonalService]:
        """Give the service to one caller."""
        with self._lock:
            if self._service is None:
                self._service = self._find()
            yield self._service


def own_personal() -> PersonalService:
    """Return the service of the person's own data folder."""
    from matcher.bootstrap import Places, build_services

    return build_services(Places.from_environment()).personal


def look(held: Held) -> Standing:
    """Return what there is."""
    with held.working() as service:
        files = _files_of(service.path)
        return Standing(
            service.exists,
            service.is_remembered,
            service.path,
            sum(size for size, _ in files),
            _since(held, service),
            max((_time(at) for _, at in files), default=None),
        )


def look_for_keyring(held: Held) -> bool:
    """Return whether this computer has a place for passwords; asked beside all other work."""
    with held.working() as service:
        found = service
    return found.can_be_remembered


def create(held: Held, passphrase: str) -> str:
    """Begin to keep, and return the recovery code."""
    with held.working() as service:
        code = service.create(passphrase)
        held.written = {}
        held.noted = NO_NOTES
        return code


def open_(held: Held, passphrase: str) -> WindowState | None:
    """Open it, and return what was kept."""
    with held.working() as service:
        service.open(passphrase)
        return _read(held, service)


def open_with_code(held: Held, code: str) -> WindowState | None:
    """Open it with the recovery code, and return what was kept."""
    with held.working() as service:
        service.open_with_code(code)
        return _read(held, service)


def open_remembered(held: Held) -> WindowState | None:
    """Open it without the passphrase, and return what was kept."""
    from matcher.errors import Message, PersonalError

    with held.working() as service:
        if not service.open_remembered():
            raise PersonalError(Message("keeping.error.not_remembered"))
        return _read(held, service)


def take(held: Held, passphrase: str) -> None:
    """Open it, whatever is in it."""
    with held.working() as service:
        service.open(passphrase)
        held.written = {}
        forget_notes(service.documents)
        held.noted = NO_NOTES


def change_passphrase(held: Held, passphrase: str) -> None:
    """Give it another passphrase."""
    with held.working() as service:
        service.change_passphrase(passphrase)


def renew_code(held: Held) -> str:
    """Return another recovery code."""
    with held.working() as service:
        return service.renew_code()


def remember(held: Held) -> None:
    """Let this computer open it by itself."""
    with held.working() as service:
        service.remember()


def stop_remembering(held: Held) -> None:
    """Let this computer ask again."""
    with held.working() as service:
        service.stop_remembering()


def clear_all(held: Held) -> None:
    """Take away everything."""
    with held.working() as service:
        held.forget()
        service.clear_all()


def save(held: Held, state: WindowState) -> None:
    """Keep the state of a window in place of what was kept before.

    Raises
    ------
    PersonalError
        When something cannot be kept; of the notes, all others are.
    """
    with held.working() as service:
        documents = service.documents
        kept = documents.save_answers(state.answers, state.chosen, state.page, state.marks)
        since = held.written.get("since") or kept.at.isoformat()
        maps = {name: {**getattr(state, name)} for name in _MAPS}
        window = {**maps, "since": since}
        if window != held.written:
            documents.keep(_WINDOW, window)
            held.written = window
        held.noted, failed = write_notes(documents, held.noted, state.notes)
        if failed is not None:
            raise failed


def save_if_newest(held: Held, number: int, state: WindowState) -> None:
    """Do as `save`, unless it was overtaken while it waited for its turn."""
    with held.working():
        if number == held.newest:
            save(held, state)


def close(held: Held) -> None:
    """Let go of the file."""
    with held.working() as service:
        held.forget()
        service.close()


def fault_of(passphrase: str) -> MatcherError | None:
    """Return why a passphrase will not do; ``None`` when it will."""
    from matcher.services.secret.passphrase import check_passphrase

    try:
        check_passphrase(passphrase)
    except MatcherError as error:
        return error
    return None


def _read(held: Held, service: PersonalService) -> WindowState | None:
    """Return what was kept; what cannot be read leaves the file closed, and as it was."""
    try:
        kept = service.documents.answers()
        held.written = service.documents.kept(_WINDOW) or {}
        held.noted = read_notes(service.documents)
    except MatcherError:
        service.close()
        raise
    if kept is None:
        return None
    found = {name: held.written.get(name) for name in _MAPS}
    maps = {name: each for name, each in found.items() if isinstance(each, dict)}
    return WindowState(kept.answers, kept.chosen, kept.page, kept.marks, **maps, notes=held.noted)


def _since(held: Held, service: PersonalService) -> datetime | None:
    since = held.written.get("since")
    return datetime.fromisoformat(since) if service.is_open and isinstance(since, str) else None


def _files_of(folder: Path) -> list[tuple[int, float]]:
    """Return size and time of every file of a folder."""
    try:
        found = [path.stat() for path in folder.iterdir()]
    except OSError:
        return []
    return [(each.st_size, each.st_mtime) for each in found]


def _time(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds).astimezone()
