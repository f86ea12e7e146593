"""What sittings stand on: which state of it there is, and when it is to be made ready again."""

from collections.abc import Callable

from ui.supervisor.pauses import Pauses
from ui.supervisor.words import Ending, ProcessKind

_LONGEST_PAUSE = 600.0
"""Seconds between two tries of what does not get better by trying."""

_LONGEST_UNSEEN = 4.0
"""Seconds in which nobody looks whether it was changed elsewhere, after trouble."""


_TRIED_AT_ONCE = 2
"""How often what was seen to be changed is made ready without a pause, though that fails here."""


class Ground:
    """Knows whether to make it ready: when it was changed, and when sittings cannot open it.

    Parameters
    ----------
    clock
        Seconds since some moment.
    is_shared
        Whether other computers change it too, so that somebody has to look.

    Attributes
    ----------
    state
        Each time it was made ready has a number; 0 until the first try is over, or is not waited
        for any more.
    is_in_work
        Whether it is being made ready.
    """

    def __init__(self, clock: Callable[[], float], *, is_shared: bool = False) -> None:
        self.state = 0
        self.is_in_work = False
        # It was changed while it was made ready: what was read may be older than the change.
        self._is_behind = False
        # It is to be made ready as soon as the pause is over.
        self._is_wanted = False
        # It was seen to be changed, and so the server is there.
        self._was_seen = self._follows_look = False
        # How often it could not be made ready although the server was there, as on a full disk.
        self._in_vain = 0
        # Somebody has looked since the last try.
        self._was_looked_at = False
        self._pauses = Pauses(clock, 1, _LONGEST_PAUSE)
        self._is_shared = is_shared
        self._looks = Pauses(clock, 1, _LONGEST_UNSEEN)

    @property
    def is_due(self) -> bool:
        """Whether the work is to begin now."""
        return not self.is_in_work and (
            self._is_behind or (self._is_wanted and self._pauses.is_over)
        )

    @property
    def is_to_watch(self) -> bool:
        """Whether somebody is to look now if it was changed elsewhere.

        Where only time may help, one look between two tries takes along what there is to tell.
        """
        is_of_use = self.state > 0 and not (self._is_stuck and self._was_looked_at)
        return self._is_shared and not self.is_in_work and is_of_use and self._looks.is_over

    @property
    def _is_stuck(self) -> bool:
        """Whether only time may help: no look at the server shows when."""
        return self._is_wanted and self._in_vain >= _TRIED_AT_ONCE

    def change(self) -> None:
        """Want it made ready without a pause."""
        self._is_behind = True

    def begin(self) -> None:
        """Take note that the work begins."""
        self.is_in_work = True
        self._follows_look, self._was_seen = self._was_seen, False
        self._is_behind = self._is_wanted = self._was_looked_at = False

    def do_without(self) -> None:
        """Let sittings begin on what there is, while the first try goes on."""
        self.state = self.state or 1

    def note_end(self, kind: ProcessKind, how: Ending) -> None:
        """Take note how a process ended: what makes ready, or what looks if it is to be."""
        if kind is ProcessKind.HELPER:
            self._end_work(how)
        elif kind is ProcessKind.WATCHER and how is Ending.DONE:
            self._was_looked_at = True
            if not self._is_stuck:
                self._was_seen = True
                self.change()
        elif kind is ProcessKind.WATCHER:
            self._looks.grow()

    def _end_work(self, how: Ending) -> None:
        """Go on from where the work ended; without it, sittings do with what there was before."""
        self.is_in_work = False
        has_done = how is Ending.DONE
        if has_done or not self.state:
            self.state += 1
        if has_done:
            self._looks.forget()
            self._in_vain = 0
        else:
            is_in_vain = self._follows_look and how is not Ending.CUT_OFF
            if is_in_vain and not self._in_vain:  # whatever was waited for before, this is new
                self._pauses.forget()
            self._in_vain += is_in_vain
            # Who sees it changed again at once is not to make it ready at once again.
            self._looks.grow()
            self._try_again()

    def miss(self, state: int) -> None:
        """Heed that a sitting of a state could not open it; of older ones it is known."""
        if state == self.state and not self.is_in_work:
            self._try_again()

    def find(self, state: int) -> None:
        """Heed that a sitting of a state could open it."""
        if state == self.state and not (self.is_in_work or self._is_wanted):
            self._pauses.forget()

    def _try_again(self) -> None:
        """Try once more at once, and then less and less often."""
        if not self._is_wanted:
            self._is_wanted = True
            self._pauses.grow()
