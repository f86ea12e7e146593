"""A sitting in a process of its own: one person's, and gone with the process."""

import gc
import os
from dataclasses import replace
from functools import partial
from multiprocessing.connection import Connection

from PySide6.QtCore import QObject, QTimer

from matcher.services.directory.directory import Directory
from ui.application import make_application
from ui.controllers.directory_source import DirectorySource
from ui.kiosk.supervisor_line import SupervisorLine
from ui.kiosk_start import SittingStart
from ui.kiosk_window import KioskWiring
from ui.qt_messages import note_qt_messages
from ui.supervisor.idle_clock import idle_clock
from ui.supervisor.idle_times import SIGNS_APART
from ui.supervisor.supervisor import CLOSED
from ui.supervisor.words import Word
from ui.theme.motion import system_moves

_GONE_AFTER_MS = 3000
"""When a sitting that is over and was not ended ends itself."""


def run_sitting(connection: Connection, start: SittingStart, refused: tuple[str, ...] = ()) -> None:
    """Be a sitting until the process is ended.

    Parameters
    ----------
    connection
        The line to the supervisor.
    refused
        What the system would not let this process give up.
    """
    # What Qt says may quote a text; noted, it goes where all a sitting notes goes: nowhere.
    note_qt_messages()
    app = make_application()
    # It waits unseen, and what ends it is the supervisor.
    app.setQuitOnLastWindowClosed(False)
    line = SupervisorLine(connection, app)
    for what in refused:
        line.say(Word.FAULT, f"confinement:{what}")
    settings = replace(start.settings, moves=system_moves(app))
    source = DirectorySource(partial(_open_directory, start))
    wiring = KioskWiring(app, settings, source)
    wiring.faults.met.connect(partial(line.say, Word.FAULT))
    wiring.faults.listen()
    Sitting(line, wiring).warm_up()
    app.exec()
    os._exit(0)


class Sitting(QObject):
    """Tells the supervisor what becomes of a window, and shows it when it is wanted.

    Parameters
    ----------
    line
        To the supervisor.
    wiring
        The window, not shown yet.
    """

    def __init__(self, line: SupervisorLine, wiring: KioskWiring) -> None:
        super().__init__(wiring)
        self._line = line
        self._wiring = wiring
        self._shared = wiring.shared
        self._signed_at = 0.0
        self._is_ready = False
        wiring.directory.opened.connect(self._tell_ready)
        wiring.directory.failed.connect(self._tell_closed)
        wiring.window.painted.connect(self._tell_shown_soon)
        wiring.begun.connect(partial(line.say, Word.BEGUN))
        wiring.staff_requested.connect(partial(line.say, Word.STAFF))
        wiring.ended.connect(self._tell_ended)
        self._shared.idle.touched.connect(self._tell_sign)
        line.show_requested.connect(self._show)

    def warm_up(self) -> None:
        """Do all there is to do before anybody sees the window."""
        self._wiring.warm_up()

    def _tell_ready(self) -> None:
        if not self._is_ready:
            self._is_ready = True
            gc.collect()
            # What stays as long as the sitting is not looked through for garbage again and again.
            gc.freeze()
            self._line.say(Word.READY)

    def _tell_closed(self) -> None:
        self._line.say(Word.FAULT, CLOSED)
        self._tell_ready()

    def _show(self) -> None:
        self._shared.shell.show()
        self._shared.idle.touch()

    def _tell_shown_soon(self) -> None:
        # What is painted is on its way to the screen only when this turn is over.
        QTimer.singleShot(0, self, partial(self._line.say, Word.SHOWN))

    def _tell_sign(self) -> None:
        now = idle_clock()
        if now - self._signed_at >= SIGNS_APART:
            self._signed_at = now
            self._line.say(Word.SIGN)

    def _tell_ended(self) -> None:
        self._line.say(Word.ENDED)
        QTimer.singleShot(_GONE_AFTER_MS, self, partial(os._exit, 0))


def _open_directory(start: SittingStart) -> Directory:
    from matcher.services.directory.sitting_directory import open_for_sitting

    return open_for_sitting(start.folder, start.trust)
