"""What this computer makes its copies of a directory known by: its key, and their numbers."""

from pathlib import Path

from matcher.directory.copy_file import CopyNote, CopyTrust, public_part, read_note
from matcher.errors import SnapshotError
from matcher.services.directory.copy_key import own_key, public_key_apart
from matcher.services.directory.copy_version import keep_version, last_version


class CopySeal:
    """Held by who makes copies, and by nobody who opens them for a client.

    Parameters
    ----------
    data_dir
        The folder for the program's own data.
    lowest_version
        Copies have come so far, whatever is noted there.
    """

    def __init__(self, data_dir: Path, lowest_version: int = 0) -> None:
        self._data_dir = data_dir
        self._lowest_version = lowest_version

    def trust(self, folder: Path) -> CopyTrust:
        """Return which copies of a folder are this computer's own.

        Raises
        ------
        SnapshotError, OSError
            As in `own_key`.
        """
        return CopyTrust(public_part(own_key(self._data_dir)), self._last(folder))

    def next_version(self, folder: Path) -> int:
        """Return the number that the next copy in a folder has; see `trust` for what is raised."""
        try:
            note = read_note(folder)
            note.check(folder, self.trust(folder))
        except SnapshotError:
            return self._last(folder) + 1
        return note.version + 1

    def signed(self, note: CopyNote) -> CopyNote:
        """Return it with the computer's signature; see `trust` for what is raised."""
        return note.signed(own_key(self._data_dir))

    def note_in_place(self, folder: Path, version: int) -> None:
        """Note that a copy is in place: from now on none that is older is opened.

        Raises
        ------
        OSError
            When it cannot be written.
        """
        keep_version(self._data_dir, folder.name, version)

    def _last(self, folder: Path) -> int:
        return max(self._lowest_version, last_version(self._data_dir, folder.name))


class CopyKnowledge:
    """What is known of a folder's copies by who begins sittings, which never holds the key.

    Parameters
    ----------
    data_dir
        The folder for the program's own data.
    folder
        Where the directory is made ready.
    """

    def __init__(self, data_dir: Path, folder: Path) -> None:
        self._data_dir = data_dir
        self._folder = folder
        self._public = b""
        self._lowest_version = 0

    def trust(self) -> CopyTrust:
        """Return which copies a sitting that begins now may open."""
        self._lowest_version = max(
            self._lowest_version, last_version(self._data_dir, self._folder.name)
        )
        # Only a sign that it is worth asking: who signed it is not taken from the copy itself.
        if self._named() != self._public.hex():
            self._public = public_key_apart(self._data_dir) or self._public
        return CopyTrust(self._public, self._lowest_version)

    def _named(self) -> str:
        try:
            return read_note(self._folder).key
        except SnapshotError:
            return self._public.hex()
