"""How long to wait before the next try of something that goes wrong again and again."""

from collections.abc import Callable


class Pauses:
    """Grow from one failure to the next, until something succeeds.

    Parameters
    ----------
    clock
        Seconds since some moment.
    at_once
        After how many failures the next try follows without any pause.
    longest
        Seconds that no pause is longer than.

    Attributes
    ----------
    failures
        How many there were in a row.
    """

    def __init__(self, clock: Callable[[], float], at_once: int, longest: float) -> None:
        self.failures = 0
        self._clock = clock
        self._at_once = at_once
        self._longest = longest
        self._until = clock()

    @property
    def is_over(self) -> bool:
        """Whether it may be tried now."""
        return self._clock() >= self._until

    def grow(self) -> float:
        """Begin the next pause, after one more failure, and return its seconds."""
        self.failures += 1
        more = self.failures - self._at_once
        # Bounded before it is raised: after years of failures it would be no number any more.
        seconds = 0.0 if more <= 0 else min(self._longest, 2.0 ** min(more - 1, 30))
        self._until = self._clock() + seconds
        return seconds

    def forget(self) -> None:
        """Let the next failure be the first one; a pause that has begun is waited for."""
        self.failures = 0
