"""The key of this computer, which signs the copies that it makes of a directory.

Whoever makes a copy reads it. Whoever opens one knows its public part alone.
"""

import os
from multiprocessing.connection import Connection
from pathlib import Path

from matcher.errors import MatcherError, Message, SnapshotError
from matcher.private_folder import make_data_folder
from matcher.processes import process_context
from matcher.whole_file import WholeFile

KEY = "copy.key"
"""Its name in the data folder."""

CREDENTIAL = "rapport-copy-key"
"""Its name among what systemd hands to a service; then none is in the data folder."""

_BYTES = 32
_PATIENCE_SECONDS = 20.0


def own_key(data_dir: Path) -> bytes:
    """Return the key; where there is none in the data folder, or a damaged one, a new one is made.

    Copies that the one before signed do not open any more: until the next is made, which is signed
    anew, the kiosk is closed.

    Raises
    ------
    SnapshotError
        When what systemd hands over is no key, or the file cannot be read.
    OSError
        When none can be made.
    """
    path = _place(data_dir)
    key = _read(path)
    if key is not None:
        return key
    if path.parent != data_dir:
        raise SnapshotError(Message("error.snapshot.no_key", file=str(path)))
    make_data_folder(data_dir)
    with WholeFile(data_dir, lambda file: file.write(os.urandom(_BYTES))) as whole:
        whole.replace(path)
    return own_key(data_dir)


def public_key_apart(data_dir: Path) -> bytes:
    """Return the public part of the key; ``b""`` where there is none yet.

    A process of its own reads it: whoever begins sittings never holds the key, and so none of them
    has it in its memory.
    """
    here, there = process_context().Pipe(duplex=False)
    process = process_context().Process(target=_tell, args=(there, data_dir), name="rapport key")
    process.start()
    there.close()
    try:
        return here.recv_bytes(_BYTES) if here.poll(_PATIENCE_SECONDS) else b""
    except (EOFError, OSError):
        return b""
    finally:
        here.close()
        process.kill()
        process.join()
        process.close()


def _tell(line: Connection, data_dir: Path) -> None:
    from matcher.directory.copy_file import public_part

    try:
        key = _read(_place(data_dir))
    except MatcherError:
        key = None
    line.send_bytes(public_part(key) if key else b"")


def _place(data_dir: Path) -> Path:
    handed = os.environ.get("CREDENTIALS_DIRECTORY", "")
    given = Path(handed, CREDENTIAL)
    return given if handed and given.exists() else data_dir / KEY


def _read(path: Path) -> bytes | None:
    """Return the key in a file; ``None`` where there is none."""
    try:
        with path.open("rb") as file:
            key = file.read(_BYTES + 1)
    except FileNotFoundError:
        return None
    except OSError:
        raise SnapshotError(Message("error.snapshot.unreadable", file=str(path))) from None
    return key if len(key) == _BYTES else None
