"""Whether a key is held down, or has something lying on it: then it repeats itself."""

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent

_AT_ONCE = 2
"""Milliseconds between letting go and pressing that no finger can do."""

_LET_GO = 0.5
"""Seconds after which a key that is up has been let go of, and does not only repeat itself."""


class HeldKey:
    """Follows the keys. X tells each repetition as an end and a new press, often without a mark.

    Parameters
    ----------
    clock
        Seconds since some moment.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._is_repeating = False
        self._up = (0, 0)
        self._up_since: float | None = None

    @property
    def is_there(self) -> bool:
        """Whether one repeats itself now."""
        up = self._up_since
        return self._is_repeating and (up is None or self._clock() - up < _LET_GO)

    def forget(self) -> None:
        """Begin anew: somebody did something else."""
        self._is_repeating = False

    def follow(self, event: QKeyEvent) -> None:
        """Take note of a key that went down or up."""
        if event.type() == QEvent.Type.KeyRelease:
            self._up = (event.key(), event.timestamp())
            self._up_since = self._clock()
            return
        key, since = self._up
        is_again = since and key == event.key() and event.timestamp() - since <= _AT_ONCE
        self._is_repeating = event.isAutoRepeat() or bool(is_again)
        self._up_since = None
