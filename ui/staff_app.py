"""The staff window with all that it is made of, on its own or beside the client's window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from matcher.bootstrap import Places, Services, build_services
from matcher.errors import MatcherError
from matcher.services.settings.program_settings import ProgramSettings
from ui.fault import FaultCover
from ui.idle.idle_question import IdleQuestion
from ui.idle.idle_watch import IdleWatch
from ui.language import Language
from ui.pages.page import Page
from ui.staff.staff_pages import StaffPages
from ui.staff.staff_parts import StaffParts
from ui.staff.staff_window import StaffWindow
from ui.staff.work_guard import WorkGuard
from ui.supervisor.idle_clock import idle_clock
from ui.theme.appearance import Appearance
from ui.widgets.fault_layer import FaultLayer

WARNED_FOR = 60.0
"""Seconds there are to answer, before everybody is signed out."""


class StaffWiring(QObject):
    """Opens the staff window and ends with it.

    Parameters
    ----------
    language, region
        What the window begins with.
    appearance
        The looks of all windows.
    services
        What everything is done with; closed with the window.
    more
        Makers of pages besides those that `StaffPages` knows, by id.
    clock
        Seconds since some moment, to know how long nobody gave a sign.

    Attributes
    ----------
    parts, window, guard, idle, question, fault_cover
        What it is made of.

    Signals
    -------
    ended
        After the window was closed, with whether the directory was changed.
    """

    ended = Signal(bool)
    in_public = False
    """Whether anybody can walk up to the window."""

    def __init__(
        self,
        language: Language,
        appearance: Appearance,
        services: Services,
        more: Mapping[str, Callable[[StaffParts], Page]] | None = None,
        clock: Callable[[], float] = idle_clock,
    ) -> None:
        super().__init__()
        words = Language(language.code, self, language.catalogue.region)
        self.parts = StaffParts(words, appearance, services, self, in_public=self.in_public)
        pages = StaffPages(self.parts)
        pages.makers |= {name: partial(make, self.parts) for name, make in (more or {}).items()}
        self.window = StaffWindow(words, self.parts.session, pages.sections, pages.make)
        self.guard = WorkGuard(self.window, self.parts.work, words, in_public=self.in_public)
        self._stamp: str | None = None
        access = self.parts.access
        access.looked.connect(self._remember)
        access.opened.connect(self.window.let_in)
        access.signed_in.connect(self.window.take_signed_in)
        for came_in in (access.opened, access.signed_in):
            came_in.connect(self._take_up)
            came_in.connect(self.parts.kiosks.request)
        self._kiosks = self.parts.kiosks
        self._kiosks.known.connect(self._offer_kiosks)
        self._offer_kiosks()
        appearance.text_size_changing.connect(self.window.make_anew)
        self.fault_cover = FaultCover(self.window, partial(FaultLayer, words, "staff"), clock)
        self.fault_cover.started_again.connect(self.window.shut)
        self.window.closed.connect(self._end)
        self._watch(services.places.sign_out_minutes() * 60.0, clock)

    def show(self) -> None:
        """Open the window, no larger than the screen has room for; or bring it to the front."""
        window = self.window
        if window.isVisible():
            window.raise_()
            window.activateWindow()
        else:
            window.open_on_screen()

    def _watch(self, seconds: float, clock: Callable[[], float]) -> None:
        """Ask after a while whether somebody is there, and shut the window when nobody is."""
        self.idle = IdleWatch(self.window, seconds - WARNED_FOR, WARNED_FOR, clock, self)
        self.question = IdleQuestion(self.window, self.parts.words, self.idle)
        self.idle.warned.connect(self._warn)
        self.idle.expired.connect(self._shut)

    def _warn(self) -> None:
        if self.window.is_open:
            self.question.ask()
        else:
            self.idle.rest()

    def _take_up(self) -> None:
        """Show who came in what they had written when they were signed out."""
        if self.window.is_open and self.parts.takes_up():
            self.window.open("person")

    def _offer_kiosks(self) -> None:
        """Lead to what kiosks told where one has told anything."""
        self.window.rail.offer("kiosks", is_offered=bool(self._kiosks.kiosks))

    def _shut(self) -> None:
        if self.window.is_open:
            self.window.shut()

    def _end(self) -> None:
        is_changed = self._stamp is not None and self._stamp != self._current_stamp()
        self.parts.stop()
        self.parts.services.close()
        self.ended.emit(is_changed)
        self.window.deleteLater()
        self.deleteLater()

    def _remember(self, _standing: object) -> None:
        """Keep the state of the directory before anybody could change it."""
        if self._stamp is None:
            self._stamp = self._current_stamp()

    def _current_stamp(self) -> str:
        try:
            services = self.parts.services
            kept = (services.directory.stamp, services.areas.stamp, services.places.file.mark)
            return " ".join(kept)
        except MatcherError:
            return ""


class PublicStaffWiring(StaffWiring):
    """The same where anybody can walk up to it: nothing is set up there, and little is told."""

    in_public = True


def own_services(database: str = "") -> Services:
    """Return the services of the person's own directory, or of the one at an address.

    A slip in the settings shuts nobody out: the usual ones hold then, and the pages say so.
    """
    places = Places.from_environment(database=database)
    return build_services(replace(places, otherwise=ProgramSettings.of({})))
