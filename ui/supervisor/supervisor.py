"""Who is in front, who comes next, and whom it is time to end: all a kiosk decides, without Qt."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from time import monotonic
from typing import Protocol

from matcher.directory.kiosk_event import KioskWord
from matcher.trace import Sayable, code_word
from ui.supervisor.ground import Ground
from ui.supervisor.idle_clock import idle_clock
from ui.supervisor.pauses import Pauses
from ui.supervisor.words import Ending, ProcessKind, Said, Word

SILENT_FOR = 10.0
"""Seconds after which a child whose window thread says nothing is taken for hanging."""

STAFF_SILENT_FOR = 60.0
"""For staff's window, where a large file may hold things up and more is lost."""

WARM_WITHIN = 120.0
"""Seconds a child may take to be ready."""

PREPARED_WITHIN = 60.0
"""Seconds in which nothing is seen until what sittings stand on is ready; then they begin without.

It goes on behind them: one that is very large or slow gets ready after all.
"""

PREPARING_SILENT_FOR = 600.0
"""Seconds after which what makes it ready, and does not get on, is taken for hanging."""

CURTAIN_WITHIN = 1.0
"""Seconds until a sitting that is over is gone, whether or not the next one is seen."""

SCREEN_GONE = 1
"""The exit code when there is nothing to be seen on any more: the system's session begins anew."""

CLOSED = "closed"
"""The code of a fault: a sitting could not open what it stands on."""

PROVEN_AFTER = 5.0
"""Seconds a sitting has to speak, once it is ready or shown, until its death is no early one."""

_DEATHS_AT_ONCE = 2
_LONGEST_DELAY = 60.0

_log = logging.getLogger(__name__)


class Children(Protocol):
    """What starts and ends processes; they are known by numbers.

    Attributes
    ----------
    can_watch
        Whether one can be started that sees changes made on other computers.
    """

    can_watch: bool

    def start(self, kind: ProcessKind) -> int:
        """Start one and return its number.

        Raises
        ------
        OSError
            When the system has no room for it now.
        """

    def tell(self, number: int, word: Word) -> None:
        """Say a word to it."""

    def kill(self, number: int) -> None:
        """End it at once, whatever it does."""


@dataclass(eq=False, slots=True)
class _Child:
    number: int
    kind: ProcessKind
    state: int
    heard_at: float
    signed_at: float
    since: float
    idle_limit: float
    is_ready: bool = False
    is_closed: bool = False
    has_begun: bool = False
    is_proven: bool = False


@dataclass(frozen=True, slots=True)
class Clocks:
    """What a supervisor goes by.

    Attributes
    ----------
    seconds
        Gives seconds since some moment; what is done to the computer's date changes nothing.
    idle
        The same for people, who are somewhere else while the computer sleeps.
    """

    seconds: Callable[[], float] = monotonic
    idle: Callable[[], float] = idle_clock


class Supervisor:
    """Keeps one sitting in front and a warm one behind it.

    Parameters
    ----------
    children
        Starts and ends them.
    idle_limit
        Gives the seconds after which somebody who began and gives no sign has left.
    has_screen
        Tells whether the screen is still there; asked when a process ended by itself.
    tell
        Takes what the kiosk has to tell of itself; it waits for nobody.
    clocks
        What it goes by.

    Attributes
    ----------
    exit_code
        What the kiosk ends with; ``None`` as long as it runs.
    """

    def __init__(
        self,
        children: Children,
        idle_limit: Callable[[], float],
        has_screen: Callable[[], bool] = lambda: True,
        tell: Callable[[KioskWord], None] = lambda _: None,
        clocks: Clocks | None = None,
    ) -> None:
        clocks = clocks or Clocks()
        self.exit_code: int | None = None
        self._has_screen = has_screen
        self._tell = tell
        self._idle = clocks.idle
        self._children = children
        self._idle_limit = idle_limit
        self._clock = clocks.seconds
        self._known: dict[int, _Child] = {}
        self._front: _Child | None = None
        self._spare: _Child | None = None
        self._staff: _Child | None = None
        self._helper: _Child | None = None
        # Sittings that are over and still cover the screen, with the moment until which they may.
        self._leaving: dict[int, float] = {}
        self._ground = Ground(self._clock, is_shared=children.can_watch)
        # No sitting is begun before a pause is over: too many have died early.
        self._deaths = Pauses(self._clock, _DEATHS_AT_ONCE, _LONGEST_DELAY)
        self._told: set[str] = set()

    def start(self) -> None:
        """Make ready what sittings stand on; the first one follows by itself."""
        self._ground.change()
        self._go_on()

    def stop(self, exit_code: int = 0) -> None:
        """End everything."""
        self.exit_code = exit_code
        for child in [*self._known.values()]:
            self._end(child)

    def heard(self, number: int, said: Said | None) -> None:
        """Act on what a child said; one that says what it may not is ended."""
        child = self._known.get(number)
        if child is None:
            return
        child.heard_at = self._clock()
        if said is None:
            _log.warning("a process said what it may not: %s", Sayable(child.kind))
            self._note_death(child)
            self._end(child)
        elif child.kind is ProcessKind.STAFF:
            self._heed_staff(child, said)
        else:
            self._heed_sitting(child, said)
        self._go_on()

    def died(self, number: int, exit_code: int | None = None) -> None:
        """Notice that a child ended by itself; its code may tell how, as in `Ending`."""
        child = self._known.get(number)
        if child is None:
            return
        if number not in self._leaving:
            self._note_death(child, Ending.of(exit_code))
        self._end(child)
        if not self._has_screen():
            _log.error("the screen is gone")
            self.stop(SCREEN_GONE)
        self._go_on()

    def look(self) -> None:
        """End whoever hangs, whoever was left alone, and whoever is over."""
        now = self._clock()
        _prove(self._known.values(), self._deaths)
        for number, until in [*self._leaving.items()]:
            if now >= until:
                self._end(self._known[number])
        for child in [*self._known.values()]:
            if now - child.heard_at > _may_be_silent_for(child):
                _log.warning("a process hangs and is ended: %s", Sayable(child.kind))
                self._note_death(child)
                self._end(child)
        if self._helper is not None and now - self._helper.since > PREPARED_WITHIN:
            self._ground.do_without()
        front, idle = self._front, self._idle()
        if front is not None and front.has_begun and idle - front.signed_at > front.idle_limit:
            _log.warning("nobody is there, and the sitting did not end by itself")
            self._let_go(front)
        self._go_on()

    def _heed_sitting(self, child: _Child, said: Said) -> None:
        match said.word:
            case Word.READY:
                self._note_ready(child)
            case Word.SHOWN if child is self._front:
                for number in [*self._leaving]:
                    self._end(self._known[number])
            case Word.BEGUN:
                child.has_begun, child.signed_at = True, self._idle()
            case Word.SIGN:
                child.signed_at = self._idle()
            case Word.ENDED:
                self._let_go(child)
            case Word.STAFF if child is self._front and self._staff is None:
                self._staff = self._begin(ProcessKind.STAFF)
            case Word.FAULT:
                _note_fault(self._told, said.code)
                child.is_closed |= said.code == CLOSED
            case _:
                pass

    def _heed_staff(self, child: _Child, said: Said) -> None:
        match said.word:
            case Word.READY:
                child.is_ready = True
            case Word.BEGUN:
                self._tell(KioskWord.STAFF)
                if self._front is not None:
                    # The PIN ends the sitting: staff works here now.
                    self._end(self._front)
            case Word.CHANGED:
                self._ground.change()
            case Word.LEAVE:
                self.stop()
            case Word.ENDED:
                self._end(child)
            case Word.FAULT:
                _note_fault(self._told, said.code)
            case _:
                pass

    def _go_on(self) -> None:
        """Bring about what should be: somebody in front, somebody warm, nobody of yesterday."""
        if self.exit_code is not None:
            return
        if self._ground.is_due:
            if self._helper is not None:  # it watches, and there is something to see
                self._end(self._helper)
            self._ground.begin()
            self._helper = self._begin(ProcessKind.HELPER)
        elif self._helper is None and self._ground.is_to_watch:
            self._helper = self._begin(ProcessKind.WATCHER)
        if not self._ground.state:
            return
        self._renew()
        spare, is_free = self._spare, self._staff is None or not self._staff.is_ready
        if self._front is None and is_free and spare is not None and spare.is_ready:
            self._front, self._spare = spare, None
            spare.signed_at, spare.since = self._idle(), self._clock()
            spare.is_proven = False
            self._children.tell(spare.number, Word.SHOW)
        if self._spare is None and self._deaths.is_over:
            self._spare = self._begin(ProcessKind.SITTING)

    def _renew(self) -> None:
        """Let nobody begin on what has changed meanwhile."""
        spare, front = self._spare, self._front
        if spare is not None and spare.state != self._ground.state:
            self._end(spare)
        elif spare is None or not spare.is_ready or front is None or front.has_begun:
            return
        elif front.state != self._ground.state:
            self._let_go(front)

    def _begin(self, kind: ProcessKind) -> _Child | None:
        """Begin one; ``None`` where the system has no room for it, and the others go on."""
        now = self._clock()
        # As it is now: a sitting goes by what it was begun with.
        limit = self._idle_limit()
        try:
            number = self._children.start(kind)
        except OSError:
            self._note_unstarted(kind)
            return None
        child = _Child(number, kind, self._ground.state, now, self._idle(), now, limit)
        self._known[child.number] = child
        return child

    def _let_go(self, child: _Child) -> None:
        """End a sitting once the next one covers it, or a moment later."""
        if child is not self._front:
            self._end(child)
            return
        self._front = None
        self._leaving[child.number] = self._clock() + CURTAIN_WITHIN

    def _end(self, child: _Child) -> None:
        self._children.kill(child.number)
        del self._known[child.number]
        self._leaving.pop(child.number, None)
        if child is self._front:
            self._front = None
        elif child is self._spare:
            self._spare = None
        elif child is self._helper:
            self._helper = None
        elif child is self._staff:
            self._staff = None
            if self._front is not None:
                # Whoever was here before is here again, and has to get the keys back.
                self._children.tell(self._front.number, Word.SHOW)

    def _note_ready(self, child: _Child) -> None:
        child.is_ready, child.since = True, self._clock()
        if child.is_closed:
            self._ground.miss(child.state)
        else:
            self._ground.find(child.state)

    def _note_death(self, child: _Child, how: Ending = Ending.FAILED) -> None:
        if child is self._helper:
            self._ground.note_end(child.kind, how)
            if how is Ending.DONE:
                return
        if child.kind is ProcessKind.STAFF:
            # What was changed it could not tell any more.
            self._ground.change()
        if child.kind is not ProcessKind.SITTING or _lasts(child):
            _log.warning("a process ended by itself: %s", Sayable(child.kind))
        else:
            _note_early(self._deaths, self._tell)

    def _note_unstarted(self, kind: ProcessKind) -> None:
        _log.error("a process could not be started: %s", Sayable(kind))
        self._ground.note_end(kind, Ending.FAILED)
        if kind is ProcessKind.SITTING:
            _note_early(self._deaths, self._tell)


def _note_fault(told: set[str], code: str) -> None:
    """Log what went wrong, and only once what goes wrong in every sitting."""
    if not code.startswith("confinement:") or code not in told:
        told.add(code)
        _log.warning("fault: %s", code_word(code))


def _may_be_silent_for(child: _Child) -> float:
    if child.kind is ProcessKind.WATCHER:
        return STAFF_SILENT_FOR
    if child.kind is ProcessKind.HELPER:
        return PREPARING_SILENT_FOR
    if not child.is_ready:
        return WARM_WITHIN
    return STAFF_SILENT_FOR if child.kind is ProcessKind.STAFF else SILENT_FOR


def _prove(children: Iterable[_Child], deaths: Pauses) -> None:
    """Forget early deaths once a sitting lasts, each time it is ready or shown."""
    for child in children:
        if child.kind is ProcessKind.SITTING and not child.is_proven and _lasts(child):
            child.is_proven = True
            deaths.forget()


def _note_early(deaths: Pauses, tell: Callable[[KioskWord], None]) -> None:
    if deaths.failures == _DEATHS_AT_ONCE:  # and not again until one has lasted
        tell(KioskWord.EARLY)
    if delay := deaths.grow():
        _log.error("%d sittings in a row ended early; the next one in %d s", deaths.failures, delay)
    else:
        _log.warning("a sitting ended early")


def _lasts(child: _Child) -> bool:
    """Tell whether a sitting went on after it was ready or shown; one that hangs does not."""
    return child.is_ready and child.heard_at - child.since > PROVEN_AFTER
