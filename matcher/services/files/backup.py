"""Keep the directory safe: a copy that was looked through, and the way back from it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from time import time
from typing import TYPE_CHECKING

from matcher.directory.trail import Deed, DeedKind
from matcher.errors import Message, OutputError, StoreError
from matcher.private_folder import make_data_folder
from matcher.services.files.last_backup import LastBackup, last_backup, note_backup
from matcher.services.files.output_file import OutputKind, cannot_write, new_place, numbered
from matcher.services.named_ids import name_first
from matcher.services.staff.signed_in import NO_LOGIN, Doer, check_still_signed_in
from matcher.whole_file import put_in_place

if TYPE_CHECKING:  # SQLAlchemy is not imported before the first page is painted
    from matcher.services.directory.stored_directory import DirectoryService
    from matcher.store import Content
    from matcher.store.renumbering import ActMark
    from matcher.store.staff import StaffSecret

BACKUP_NAME = "rapport-backup.sqlite"
"""What a copy is called in a folder."""

_KIND = OutputKind(BACKUP_NAME, b"SQLite format 3\x00")
_UNUSABLE = {"error.store.damaged", "error.store.not_a_database"}
_UNFINISHED = ".rapport-unfinished-"
_LONGEST_SECONDS = 3600
_BESIDE = ("", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Saved:
    """A copy that was made.

    Attributes
    ----------
    path
        The copy.
    profiles
        How many profiles it holds that are what the program wrote.
    changed_at
        When the last act in it was done; ``None`` where that is not known.
    changed_outside
        The ids of others that are in it.
    """

    path: Path
    profiles: int
    changed_at: datetime | None = None
    changed_outside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Restored:
    """A copy that was put back.

    Attributes
    ----------
    before
        Where the directory that was there before lies now; ``None`` when there was none.
    profiles
        How many profiles the copy holds that are what the program wrote.
    changed_outside
        The ids of others that are in it.
    """

    before: Path | None
    profiles: int
    changed_outside: tuple[str, ...] = ()


def new_backup(path: Path) -> Path:
    """Return where a copy goes so that no older one is replaced.

    Raises
    ------
    OutputError
        When there is one, saying how to replace it.
    """
    return new_place(path, _KIND)


class BackupService:
    """Copies of a directory.

    Parameters
    ----------
    directory
        The directory in the database.
    """

    def __init__(self, directory: DirectoryService) -> None:
        self._directory = directory

    def backup(self, path: Path) -> Saved:
        """Copy the directory, look the copy through, and only then put it in its place.

        Parameters
        ----------
        path
            The file; a folder takes one by the usual name. An older copy is replaced.

        Raises
        ------
        StoreError
            When the directory cannot be read, or the copy is not the same.
        OutputError
            When the copy cannot be written.
        """
        database = self._directory.database()  # says what is wrong with it, if anything
        own = self._own_file()
        with _in_words(path):
            target = path / BACKUP_NAME if path.is_dir() else path
            _check_target(target, own)
            with _folder_beside(target) as folder:
                content = database.save_to(folder / target.name)
                put_in_place(folder / target.name, target)
        note_backup(own, LastBackup(target.absolute(), datetime.now(UTC), content.profiles))
        return _saved(target, content)

    def last(self) -> LastBackup | None:
        """Return the newest copy that is known; ``None`` when there is none."""
        return last_backup(self._own_file())

    def look(self, path: Path) -> Saved:
        """Look a copy through, and change nothing.

        Raises
        ------
        StoreError
            When `restore` could not use it.
        """
        from matcher.store import look_through

        content = look_through(path, is_brought=True)
        own = self._own_file()
        if own.exists() and path.samefile(own):
            raise StoreError(Message("error.backup.itself", file=str(path)))
        return _saved(path, content)

    def restore(self, path: Path, who: Doer = NO_LOGIN) -> Restored:
        """Put a copy back in the place of the directory, which is copied aside first.

        Who may change it stays as it is today: no account comes back, and none is lost. Only where
        there is none today does the copy bring its own.

        Parameters
        ----------
        path
            A copy, of this version or an older one; it is looked through before anything else.
        who
            For the trail, which the copy brings with it.

        Raises
        ------
        StoreError
            When the copy cannot be used, or the directory is in use; it is as it was then.
        OutputError
            When there is no room beside the directory.
        """
        own = self._own_file()
        content = self.look(path)
        self._directory.close()  # what is open may have been moved: go on with what is there
        with _in_words(own), self._set_aside(own) as before:
            database = self._directory.database(create=True)
            with database.reading() as work:
                check_still_signed_in(work, who)
                staff = work.staff.all()
                deed = Deed(DeedKind.RESTORE, who.name, path.name[:200])
                known = work.trail.marks
            with _folder_beside(own) as folder:
                new = folder / own.name
                _make_ready(path, new, (deed, known), staff)
                database.take_from(new)
        self._directory.refresh()
        return Restored(before, content.profiles, content.changed_outside)

    def _own_file(self) -> Path:
        """Return the file, or by which name copies are kept here of what is on a server."""
        path = self._directory.beside
        if path is None:
            raise StoreError(Message("error.store.no_directory", file=":memory:"))
        if self._directory.path is None:
            with _in_words(path):
                make_data_folder(path.parent)
        return path

    @contextmanager
    def _set_aside(self, own: Path) -> Iterator[Path | None]:
        """Copy the directory that is there; one that cannot be opened is moved instead.

        What is done meanwhile may fail: then all is as it was before.
        """
        from matcher.store import discard

        if not self._directory.exists:
            yield None
            return
        aside = _free_name(own)
        is_moved = self._copy_or_move(own, aside)
        try:
            yield aside
        except Exception:  # when it is killed, what lies aside may be all there is
            if is_moved:
                self._directory.close()
                discard(str(own))
                _move(aside, own)
            else:
                aside.unlink(missing_ok=True)
            raise

    def _copy_or_move(self, own: Path, aside: Path) -> bool:
        """Give the directory that is there another place; tell whether it is only there now."""
        with _in_words(aside):
            try:
                database = self._directory.database()
                with _folder_beside(aside) as folder:
                    database.save_to(folder / aside.name)
                    put_in_place(folder / aside.name, aside)
            except StoreError as error:
                if error.messages[0].key not in _UNUSABLE:
                    raise
                self._directory.close()
                _move(own, aside)
                return True
        return False


def damage_of(ids: Sequence[str]) -> tuple[Message, ...]:
    """Name who in a copy is not what the program wrote, the first few of them, if any."""
    if not ids:
        return ()
    return (Message("files.backup.damaged", n=len(ids), ids=name_first(ids)),)


def _saved(path: Path, content: Content) -> Saved:
    return Saved(path, content.profiles, content.changed_at, content.changed_outside)


def _make_ready(
    path: Path,
    new: Path,
    noted: tuple[Deed, Mapping[int, ActMark]],
    staff: Sequence[StaffSecret],
) -> None:
    """Make a copy of a copy, of this version's schema, that knows what it was made for.

    It lets in whom the directory lets in today, unless that is nobody.

    Parameters
    ----------
    path, new
        The copy, and where the other goes.
    noted
        What is done, and the acts of the directory that is replaced: no other act may have a
        number that somebody has before their eyes.
    staff
        Who may change the directory today.
    """
    from matcher.store import Database, copy_out

    deed, known = noted
    copy_out(path, new)
    with closing(Database(str(new))) as database, database.writing() as work:
        work.trail.make_room(known)
        work.trail.note(deed, max(known, default=0))
        if staff:
            work.staff.clear()
        for secret in staff:
            work.staff.put(secret)
        work.commit()


def _check_target(target: Path, own: Path) -> None:
    from matcher.store import is_ours

    if not target.exists():
        if target.is_symlink():  # it leads nowhere
            raise OutputError(Message("error.output.no_plain_file", file=str(target)))
        return
    if target.samefile(own):
        raise OutputError(Message("error.backup.itself", file=str(target)))
    if not target.is_file():  # a folder, a device or a pipe: its size says nothing
        reason = "is_folder" if target.is_dir() else "no_plain_file"
        raise OutputError(Message(f"error.output.{reason}", file=str(target)))
    if target.stat().st_size and not is_ours(target):
        raise OutputError(Message("error.output.other_file", file=str(target)))


def _free_name(own: Path) -> Path:
    name = f"{own.stem}-before{own.suffix}"
    names = (own.with_name(numbered(name, number)) for number in count(1))
    return next(name for name in names if not name.exists())


def _move(own: Path, aside: Path) -> None:
    for ending in _BESIDE:
        part = own.with_name(f"{own.name}{ending}")
        if part.exists():
            part.replace(aside.with_name(f"{aside.name}{ending}"))


@contextmanager
def _folder_beside(path: Path) -> Iterator[Path]:
    """Give a folder of its own on the same disk, and remove it with what is in it.

    What goes wrong in it is said of the file that was to come of it: nobody knows the folder.
    """
    _remove_left(path.parent)
    folder = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=path.parent))
    try:
        yield folder
    except StoreError as error:
        raise StoreError(*(_of_file(each, folder, path) for each in error.messages)) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _of_file(message: Message, folder: Path, path: Path) -> Message:
    named = message.params.get("file")
    if not isinstance(named, str) or not Path(named).is_relative_to(folder):
        return message
    return Message(message.key, **{**message.params, "file": str(path)})


def _remove_left(parent: Path) -> None:
    """Remove what was left where the program was ended: whole copies, with who may sign in."""
    for folder in parent.glob(f"{_UNFINISHED}*"):
        with suppress(OSError):
            touched = max(each.lstat().st_mtime for each in (folder, *folder.iterdir()))
            if touched < time() - _LONGEST_SECONDS and not folder.is_symlink():
                shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _in_words(target: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:  # a name with a NUL is a ValueError
        raise OutputError(cannot_write(target, getattr(error, "errno", None))) from error
