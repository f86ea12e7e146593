"""What a person asks to have kept on their own computer: nothing unless they ask, and encrypted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from matcher.errors import Message, PersonalError
from matcher.services.personal.folder import PersonalFolder
from matcher.services.personal.kept_documents import KeptDocuments
from matcher.services.personal.key_file import Work
from matcher.services.personal.key_safe import KeySafe, write_new
from matcher.services.personal.keyring import ComputerKeyring

if TYPE_CHECKING:
    from matcher.store.personal import PersonalFile


def _now() -> datetime:
    return datetime.now(UTC)


class PersonalService:
    """Keeps things for a person, in one encrypted file that only they can open.

    Parameters
    ----------
    data_dir
        The folder for the program's own data; made when something is first kept.
    work
        What a new passphrase takes; the usual takes about a second.
    keyring
        Where this computer keeps passwords.
    now
        The time.

    Attributes
    ----------
    documents
        What is kept; usable while it is open.

    Raises
    ------
    PersonalError
        By every method that reads or writes, saying why it could not be done. What was kept before
        is there still.

    Notes
    -----
    There is nothing to count tries in vain in: whoever has the files can copy them. What protects
    them is that each try is much work.

    As long as it is open, the key is in the memory of this process, and `close` only lets go of
    it: see `matcher.services.personal.keys`. Opening and creating take a second or more, and
    remembering may wait for the person: neither belongs into the thread of a window.
    """

    def __init__(
        self,
        data_dir: Path,
        work: Work | None = None,
        keyring: ComputerKeyring | None = None,
        now: Callable[[], datetime] = _now,
    ) -> None:
        self._folder = PersonalFolder(data_dir)
        self._keyring = keyring or ComputerKeyring()
        self._safe = KeySafe(self._folder, work or Work(), self._keyring)
        self.documents = KeptDocuments(self._opened, now)
        self._file: PersonalFile | None = None
        self._key = b""

    @property
    def path(self) -> Path:
        """The folder all of it is in, or would be."""
        return self._folder.path

    @property
    def exists(self) -> bool:
        """Whether something is kept."""
        return self._folder.is_there

    def check_place(self) -> None:
        """See to it that nobody takes what is on a disk that is not there for nothing.

        Raises
        ------
        PersonalError
            When the folder is a link that leads nowhere.
        """
        self._folder.check_place()

    @property
    def is_open(self) -> bool:
        """Whether it can be read and written now."""
        return self._file is not None

    @property
    def is_remembered(self) -> bool:
        """Whether the person asked this computer to open it without the passphrase."""
        try:
            return self.exists and bool(self._safe.remembered_as)
        except PersonalError:  # whoever opens it is told
            return False

    @property
    def can_be_remembered(self) -> bool:
        """Whether this computer has a place for passwords that is allowed."""
        return self._keyring.is_there

    def create(self, passphrase: str) -> str:
        """Begin to keep something; it is open then, and empty.

        Returns
        -------
        str
            The recovery code. It is kept nowhere and shown once.

        Raises
        ------
        SecretError
            When the passphrase is easy to guess.
        """
        if self.exists:
            raise PersonalError(Message("personal.error.exists", file=str(self.path)))
        key, key_file, code = self._safe.draw(passphrase)

        def fill(key_path: Path, data_path: Path) -> None:
            from matcher.store.personal import PersonalFile

            PersonalFile(data_path, key, create=True).close()
            write_new(key_path, key_file)

        self._folder.make_data_dir()
        self._taking(lambda: self._folder.make(fill), key)
        return code

    def open(self, passphrase: str) -> None:
        """Open it with the passphrase; where it is open, see whether this is the one."""
        self._open(lambda: self._safe.open(passphrase))

    def open_with_code(self, code: str) -> None:
        """Open it with the recovery code; `change_passphrase` may follow.

        Raises
        ------
        SecretError
            When there is a slip in the code.
        """
        self._open(lambda: self._safe.open_with_code(code))

    def open_remembered(self) -> bool:
        """Open it without the passphrase, if this computer remembers; tell whether it is open."""
        if not self.is_remembered:
            return self.is_open
        key = self._safe.open_remembered()
        if key is not None:
            self._open(lambda: key)
        return self.is_open

    def change_passphrase(self, passphrase: str) -> None:
        """Give what is open another passphrase.

        A copy of both files that was made before is still opened by the old one.

        Raises
        ------
        SecretError
            When the passphrase is easy to guess.
        """
        self._opened()
        self._safe.change_passphrase(self._key, passphrase)

    def renew_code(self) -> str:
        """Return a new recovery code for what is open; the old one opens nothing any more."""
        self._opened()
        return self._safe.renew_code(self._key)

    def remember(self) -> None:
        """Let this computer open it without the passphrase from now on."""
        self._opened()
        self._safe.remember(self._key)

    def stop_remembering(self) -> None:
        """Let this computer ask for the passphrase again."""
        self._opened()
        self._safe.forget()

    def clear_all(self) -> None:
        """Take away everything that is kept, open or not, the key first.

        From its first step on nobody can read the rest, where the system lets the key be
        overwritten; an error says whether it can still be read. What a backup program
        copied earlier, and what a disk keeps of what was overwritten, is out of reach. Where the
        folder was moved while it was open, nothing is taken away, and that is said.
        """
        if self._file is None:
            if not self._folder.has_remains:
                return
            self._folder.take()
        try:
            if self._file is not None and not self._file.is_in_place:
                raise PersonalError(Message("personal.error.gone", folder=str(self.path)))
            self._safe.destroy()
            self._close_file()
            self._folder.clear()
        finally:
            self.close()

    def close(self) -> None:
        """Let go of the file and the key; what is kept stays."""
        try:
            self._close_file()
        finally:
            self._folder.let_go()

    def _close_file(self) -> None:
        file, self._file, self._key = self._file, None, b""
        if file is not None:
            file.close()

    def _opened(self) -> PersonalFile:
        if self._file is None:
            raise PersonalError(Message("personal.error.closed"))
        return self._file

    def _open(self, find_key: Callable[[], bytes]) -> None:
        if self.is_open:
            find_key()
            return
        self._folder.check_is_there()
        self._taking(find_key)

    def _taking(self, first: Callable[[], bytes | None], key: bytes = b"") -> None:
        """Do something while nobody else can, and open the file; stay so only if that is done."""
        from matcher.store.personal import PersonalFile

        self._folder.take()
        try:
            found = first() or key
            self._folder.check_data()
            with self._folder.in_words():
                self._file, self._key = PersonalFile(self._folder.data_path, found), found
        finally:
            if not self.is_open:
                self._folder.let_go()
