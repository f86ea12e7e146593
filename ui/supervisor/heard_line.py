"""The supervisor's end of a line: whatever a child sends, or leaves out, nothing waits for it."""

import os
import sys
from multiprocessing.connection import Connection

from ui.supervisor.words import LONGEST

_HEADER_BYTES = 4
_AT_ONCE = 4096
"""Bytes taken at a time: who sends more is not listened to at the cost of all others."""


class TooLongError(ValueError):
    """Longer than anything that may be said."""


class HeardLine:
    """Takes from a line what is there, and gives the messages that are whole.

    Parameters
    ----------
    connection
        Ours from now on.

    Notes
    -----
    `Connection.recv_bytes` waits for the rest of a message. On Windows there is no rest: its pipes
    hold whole messages.
    """

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._taken = bytearray()
        if sys.platform != "win32":
            os.set_blocking(connection.fileno(), False)

    def say(self, data: bytes) -> None:
        """Send a message; whoever does not listen misses it.

        Raises
        ------
        OSError
            When it cannot be sent.
        """
        self.connection.send_bytes(data)

    def take(self) -> list[bytes]:
        """Return the messages that have come.

        Raises
        ------
        EOFError
            When the other end is shut.
        TooLongError
            When something is longer than it may be; none of it is read.
        """
        if sys.platform == "win32":
            return self._take_whole()
        try:
            data = os.read(self.connection.fileno(), _AT_ONCE)
        except BlockingIOError:
            return []
        except OSError:
            # Shut before all that was said to it was read.
            raise EOFError from None
        if not data:
            raise EOFError
        self._taken += data
        return self._cut()

    def close(self) -> None:
        """Shut it."""
        self.connection.close()

    def _cut(self) -> list[bytes]:
        found = []
        while len(self._taken) >= _HEADER_BYTES:
            # As `Connection` writes it: the length first, and -1 for a very great one.
            length = int.from_bytes(self._taken[:_HEADER_BYTES], "big", signed=True)
            if not 0 <= length <= LONGEST:
                raise TooLongError
            end = _HEADER_BYTES + length
            if len(self._taken) < end:
                break
            found.append(bytes(self._taken[_HEADER_BYTES:end]))
            del self._taken[:end]
        return found

    def _take_whole(self) -> list[bytes]:
        try:
            return [self.connection.recv_bytes(LONGEST)] if self.connection.poll() else []
        except OSError:
            raise TooLongError from None
