"""What sittings stand on: which state of it there is, and when it is to be made ready again."""

from collections.abc import Callable

from ui.supervisor.pauses import Pauses

_LONGEST_PAUSE = 600.0
"""Seconds between two tries of what does not get better by trying."""


class Ground:
    """Knows whether to make it ready: when it was changed, and when sittings cannot open it.

    Parameters
    ----------
    clock
        Seconds since some moment.

    Attributes
    ----------
    state
        Each time it was made ready has a number; 0 until the first try is over.
    is_in_work
        Whether it is being made ready.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self.state = 0
        self.is_in_work = False
        # It was changed while it was made ready: what was read may be older than the change.
        self._is_behind = False
        # It is to be made ready as soon as the pause is over.
        self._is_wanted = False
        self._pauses = Pauses(clock, 1, _LONGEST_PAUSE)

    @property
    def is_due(self) -> bool:
        """Whether the work is to begin now."""
        return not self.is_in_work and (
            self._is_behind or (self._is_wanted and self._pauses.is_over)
        )

    def change(self) -> None:
        """Want it made ready without a pause."""
        self._is_behind = True

    def begin(self) -> None:
        """Take note that the work begins."""
        self.is_in_work = True
        self._is_behind = self._is_wanted = False

    def end(self, *, has_done: bool) -> None:
        """Take note how the work ended; without it, sittings do with what there was before."""
        self.is_in_work = False
        if has_done or not self.state:
            self.state += 1
        if not has_done:
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
