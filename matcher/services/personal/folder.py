"""The folder of what a person keeps: it appears whole, and its key goes before anything else.

::

    personal.lock               held by the window that has it open
    personal/personal.key       the key, wrapped
    personal/personal.sqlite    what is kept, encrypted

A new one is filled under another name and gets its own in one step. To clear is to overwrite the
key first; from then on nobody can read the rest, wherever the work is broken off. Where the system
does not let it be overwritten, it can be read until it is taken away, and it is said when it stays.
What such a break leaves is taken away the next time.
"""

import errno
import os
import secrets
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from matcher.errors import Message, PersonalError
from matcher.private_folder import make_data_folder
from matcher.services.personal.key_file import is_wiped
from matcher.whole_file import WholeFile, keep_names

FOLDER = "personal"
KEY_FILE = f"{FOLDER}.key"
DATA_FILE = f"{FOLDER}.sqlite"
LOCK_FILE = f"{FOLDER}.lock"

_LARGEST_KEY = 64 * 1024
_BESIDE = ("", "-wal", "-shm", "-journal")
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_READ_ONLY = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_TAKEN = frozenset({errno.EEXIST, errno.ENOTEMPTY})


class PersonalFolder:
    """Where it all is, and the steps that change which files there are.

    Parameters
    ----------
    data_dir
        The folder for the program's own data; made when something is first kept.
    """

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self.path = data_dir / FOLDER
        self.key_path = self.path / KEY_FILE
        self.data_path = self.path / DATA_FILE
        self._lock = FileLock(
            data_dir / LOCK_FILE, mode=0o600, thread_local=False, fallback_to_soft=False
        )

    @property
    def is_there(self) -> bool:
        """Whether something is kept, if only one of the two files."""
        try:
            return not self._is_wiped() and (self.key_path.exists() or self.data_path.exists())
        except OSError:
            return True

    @property
    def has_remains(self) -> bool:
        """Whether something is there that `clear` takes away."""
        return self.is_there or any(self._data_dir.glob(f"{FOLDER}*"))

    @contextmanager
    def in_words(self) -> Iterator[None]:
        """Put what the system has to say into words."""
        try:
            yield
        except OSError as error:
            raise PersonalError(self._message_of(error)) from None

    def take(self) -> None:
        """See to it that no other window has it open, until `let_go`.

        Raises
        ------
        PersonalError
            When one has, or the folder cannot be written in.
        """
        with self.in_words():
            try:
                self._lock.acquire(blocking=False)
            except Timeout:
                raise PersonalError(Message("personal.error.in_use", file=str(self.path))) from None
            self._take_away_remains()

    def let_go(self) -> None:
        """Let other windows open it."""
        self._lock.release()

    def make(self, fill: Callable[[Path, Path], None]) -> None:
        """Make the folder with all that belongs into it, or nothing at all.

        Parameters
        ----------
        fill
            Given where to write the file of the key, and the encrypted one.
        """
        if self.path.is_symlink() or self.path.is_file():
            raise PersonalError(Message("personal.error.in_the_way", file=str(self.path)))
        part = self._data_dir / f"{FOLDER}.{secrets.token_hex(8)}.part"
        with self.in_words():
            try:
                part.mkdir(mode=0o700)
                fill(part / KEY_FILE, part / DATA_FILE)
                keep_names(part)
                part.rename(self.path)
            except BaseException as error:
                shutil.rmtree(part, ignore_errors=True)
                if isinstance(error, PersonalError):
                    raise self._called_by_its_name(error) from None
                raise
            keep_names(self._data_dir)

    def make_data_dir(self) -> None:
        """Make the folder for the program's own data, for the person's own eyes."""
        with self.in_words():
            make_data_folder(self._data_dir)

    def read_key(self) -> bytes:
        """Return the bytes of the key's file.

        Raises
        ------
        PersonalError
            When there is none, or it cannot be read.
        """
        with self.in_words():
            try:
                with self.key_path.open("rb") as file:
                    return file.read(_LARGEST_KEY)
            except FileNotFoundError:
                message = Message("personal.error.no_key", file=str(self.key_path))
                raise PersonalError(message) from None

    def check_place(self) -> None:
        """See to it that nobody takes what is on a disk that is not there for nothing.

        Raises
        ------
        PersonalError
            When the folder is a link that leads nowhere.
        """
        if self.path.is_symlink() and not self.path.exists():
            raise PersonalError(Message("personal.error.leads_nowhere", folder=str(self.path)))

    def check_is_there(self) -> None:
        """See to it that something is kept.

        Raises
        ------
        PersonalError
            When nothing is.
        """
        if not self.is_there:
            raise PersonalError(Message("personal.error.nothing_kept"))

    def check_data(self) -> None:
        """See to it that the encrypted file is there.

        Raises
        ------
        PersonalError
            When it is not.
        """
        if not self.data_path.is_file():
            raise PersonalError(Message("personal.error.no_file", file=str(self.data_path)))

    def replace_key(self, data: bytes) -> None:
        """Put other bytes in place of the key's file, all of them or none.

        The ones before are overwritten as well as a disk allows. A copy that somebody made of them
        earlier is still opened by what opened it then.
        """
        with self.in_words(), _held(self.key_path) as old:
            with WholeFile(self.path, lambda file: file.write(data)) as new:
                new.replace(self.key_path)
            if old is not None:
                with suppress(OSError):
                    _overwrite(old)

    def wipe_key(self) -> None:
        """Overwrite the file of the key, where the system lets it; `clear` tells whether it did."""
        with suppress(OSError):
            _wipe(self.key_path)

    def clear(self) -> None:
        """Take away everything; `take` and `wipe_key` come first.

        Raises
        ------
        PersonalError
            When some of it cannot be taken away; it says whether it can still be read. Where the
            folder is a link that leads nowhere, as to a disk that is not there, nothing is done.
        """
        self.check_place()
        with suppress(OSError):
            self._put_aside()
        try:
            self._take_away_remains()
            if self.path.is_dir():
                _take_away(self.path)
            keep_names(self._data_dir)
            if sys.platform != "win32":  # which takes it away by itself
                (self._data_dir / LOCK_FILE).unlink(missing_ok=True)
        except OSError:
            reason = "not_cleared" if self._may_be_read() else "left_over"
            raise PersonalError(
                Message(f"personal.error.{reason}", folder=str(self._data_dir))
            ) from None

    def _is_wiped(self) -> bool:
        return _holds_nothing(self.key_path)

    def _may_be_read(self) -> bool:
        """Tell whether a key is left, also one that was put aside and could not be overwritten."""
        aside = self._data_dir.glob(f"{FOLDER}.*/{KEY_FILE}")
        try:
            return self.is_there or not all(map(_holds_nothing, aside))
        except OSError:
            return True

    def _put_aside(self) -> None:
        self.path.rename(self._data_dir / f"{FOLDER}.{secrets.token_hex(8)}.cleared")
        keep_names(self._data_dir)

    def _take_away_remains(self) -> None:
        """Take away what was broken off: a folder half filled, and one half cleared."""
        for ending in ("part", "cleared"):
            for folder in self._data_dir.glob(f"{FOLDER}.*.{ending}"):
                _take_away(folder)
        if self._is_wiped():
            _take_away(self.path)

    def _called_by_its_name(self, error: PersonalError) -> PersonalError:
        """Return an error that names the folder, and not the one that was to become it."""
        where = {"file": str(self.path)}
        named = (Message(each.key, **{**each.params, **where}) for each in error.messages)
        return PersonalError(*named)

    def _message_of(self, error: OSError) -> Message:
        where = str(self.path)
        if error.errno in _FULL:
            return Message("personal.error.full", file=where)
        if error.errno in _READ_ONLY:
            return Message("personal.error.read_only", file=where)
        if error.errno in _TAKEN:
            return Message("personal.error.exists", file=where)
        return Message("personal.error.cannot_open", file=where)


def _holds_nothing(key: Path) -> bool:
    """Tell whether the file of a key was overwritten; one that is not there was not."""
    try:
        with key.open("rb") as file:
            return is_wiped(file.read(_LARGEST_KEY))
    except FileNotFoundError:
        return False


def _wipe(path: Path) -> None:
    with path.open("rb+", buffering=0) as file:
        _overwrite(file.fileno())


def _overwrite(handle: int) -> None:
    os.lseek(handle, 0, os.SEEK_SET)
    left = os.fstat(handle).st_size
    while left > 0:
        left -= os.write(handle, bytes(min(left, _LARGEST_KEY)))
    os.fsync(handle)


@contextmanager
def _held(path: Path) -> Iterator[int | None]:
    """Hold a file open while another takes its name; ``None`` where a system forbids that."""
    if sys.platform == "win32":
        yield None
        return
    handle = os.open(path, os.O_RDWR)
    try:
        yield handle
    finally:
        os.close(handle)


def _take_away(folder: Path) -> None:
    """Take a folder away with what we put into it: the key first, and what may be one."""
    for key in (folder / KEY_FILE, *folder.glob(".*.part")):
        with suppress(OSError):
            _wipe(key)
        key.unlink(missing_ok=True)
    keep_names(folder)
    for ending in _BESIDE:
        (folder / f"{DATA_FILE}{ending}").unlink(missing_ok=True)
    with suppress(OSError):  # something else is in it
        if folder.is_symlink():  # where it leads is a folder of somebody's own
            folder.unlink()
        else:
            folder.rmdir()
