"""The staff window of a kiosk: in a process of its own, over the whole screen."""

import os
from dataclasses import replace
from functools import partial
from multiprocessing.connection import Connection

from PySide6.QtCore import QObject, QThreadPool, QTimer

from matcher.bootstrap import Places, build_services
from ui.application import make_application
from ui.controllers.directory_source import DirectorySource, open_sample
from ui.fault import Faults
from ui.kiosk.door_shell import DoorShell
from ui.kiosk.leaving_question import LeavingQuestion
from ui.kiosk.supervisor_line import SupervisorLine
from ui.kiosk_start import StaffStart
from ui.language import Language
from ui.parts import Parts
from ui.qt_messages import note_qt_messages
from ui.qt_texts import QtTexts
from ui.staff_app import PublicStaffWiring, StaffWiring
from ui.supervisor.words import Word
from ui.theme.appearance import Appearance
from ui.theme.motion import system_moves

_WITH_DRAFTS = 10
"""How many times as long the question for the PIN waits where unsaved words would go with it."""


def run_kiosk_staff(connection: Connection, start: StaffStart) -> None:
    """Be the staff window of a kiosk until it is closed.

    Raises
    ------
    MatcherError
        When a setting cannot be read.
    """
    note_qt_messages()
    app = make_application()
    app.setQuitOnLastWindowClosed(False)
    line = SupervisorLine(connection, app)
    settings = replace(start.settings, is_kiosk=False, moves=system_moves(app))
    parts = Parts(app, settings, DirectorySource(open_sample))
    QtTexts(app, parts.words)
    staff = staff_in_public(parts.words, parts.appearance, start.places)
    faults = Faults(staff)
    faults.met.connect(partial(line.say, Word.FAULT))
    faults.watch(staff.fault_cover)
    faults.listen()
    KioskStaff(line, staff, settings.staff_after).show()
    app.exec()


def staff_in_public(words: Language, appearance: Appearance, places: Places) -> StaffWiring:
    """Return the staff window of a kiosk: anybody can walk up to it, and it makes no directory."""
    services = build_services(places, makes_database=False)
    return PublicStaffWiring(words, appearance, services)


class KioskStaff(QObject):
    """Covers the screen with a staff window, and tells the supervisor what becomes of it.

    Parameters
    ----------
    line
        To the supervisor.
    staff
        The window, not shown yet.
    door_after
        Seconds the question for the PIN waits for a sign: it stands in front of a client.
    """

    def __init__(self, line: SupervisorLine, staff: StaffWiring, door_after: float) -> None:
        super().__init__(line)
        self._line = line
        self._staff = staff
        self._door_after = door_after
        self._was_open = False
        self._shell = DoorShell(staff.window, lambda: staff.window.is_open)
        self._door = QTimer(self)
        self._door.setSingleShot(True)
        self._door.timeout.connect(self._leave_door)
        header = staff.window.header
        header.offer_leaving()
        header.leave_requested.connect(self._ask_to_leave)
        self._question = LeavingQuestion(staff.parts.words)
        staff.window.stage.keep(self._question)
        self._question.leave_chosen.connect(self._leave_kiosk)
        self._question.stay_chosen.connect(partial(staff.window.take_off, self._question))
        access = staff.parts.access
        for came_in in (access.opened, access.signed_in):
            came_in.connect(self._begin)
        staff.idle.touched.connect(self._wait_at_door)
        staff.window.page_entered.connect(self._wait_at_door)
        staff.ended.connect(self._end)

    def show(self) -> None:
        """Cover the screen, and tell."""
        self._shell.show()
        self._wait_at_door()
        self._line.say(Word.READY)

    def _begin(self) -> None:
        self._was_open = True
        self._line.say(Word.BEGUN)

    def _wait_at_door(self) -> None:
        if self._staff.window.is_open:
            self._door.stop()
        else:
            times = _WITH_DRAFTS if self._staff.parts.kept_for else 1
            self._door.start(int(1000 * self._door_after * times))

    def _leave_door(self) -> None:
        if not self._staff.window.is_open:
            self._staff.window.close()

    def _ask_to_leave(self) -> None:
        window = self._staff.window
        if not window.is_open or window.keeps_unsaved():
            return
        if not self._staff.guard.waits(self._ask_to_leave, "leave"):
            window.lay_over(self._question)

    def _leave_kiosk(self) -> None:
        if self._staff.window.is_open:
            _finish()
            self._line.say(Word.LEAVE)

    def _end(self, is_changed: bool) -> None:
        self._door.stop()
        _finish()
        # What was brought in beside the kiosk is seen too, once staff looked in.
        if is_changed or self._was_open:
            self._line.say(Word.CHANGED)
        self._line.say(Word.ENDED)
        os._exit(0)


def _finish() -> None:
    """Let what is written be written: who hears of the end ends this process in the same moment.

    What is long was waited for before, with words. What never ends is ended by the supervisor.
    """
    QThreadPool.globalInstance().waitForDone()
