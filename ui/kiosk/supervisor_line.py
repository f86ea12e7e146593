"""The line from a window's process to the supervisor of the kiosk."""

import contextlib
import os
import sys
from multiprocessing.connection import Connection

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

from ui.supervisor.words import LONGEST, Word, write

_ALIVE_MS = 1000
_LISTEN_MS = 100


class SupervisorLine(QObject):
    """Says the few words there are, and says each second that the window still turns.

    Whoever nobody supervises any more ends at once.

    Parameters
    ----------
    connection
        As the supervisor gave it.

    Signals
    -------
    show_requested
        The window is to be seen.
    """

    show_requested = Signal()

    def __init__(self, connection: Connection, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._connection = connection
        self._alive = QTimer(self)
        self._alive.timeout.connect(self._say_alive)
        self._alive.start(_ALIVE_MS)
        if sys.platform == "win32":
            # Qt cannot wait for a pipe there.
            self._listening = QTimer(self)
            self._listening.timeout.connect(self._listen)
            self._listening.start(_LISTEN_MS)
        else:
            kind = QSocketNotifier.Type.Read
            self._notifier = QSocketNotifier(connection.fileno(), kind, self)
            self._notifier.activated.connect(self._listen)

    def say(self, word: Word, code: str = "") -> None:
        """Say a word; once nobody listens there is nothing to go on for."""
        try:
            self._connection.send_bytes(write(word, code))
        except OSError:
            os._exit(1)

    def _say_alive(self) -> None:
        self.say(Word.ALIVE)

    def _listen(self) -> None:
        with contextlib.suppress(EOFError, OSError):
            while self._connection.poll():
                if self._connection.recv_bytes(LONGEST) == Word.SHOW.encode("ascii"):
                    self.show_requested.emit()
            return
        os._exit(1)
