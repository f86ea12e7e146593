"""Codes that are chosen, in the order in which they were: what groups of cards have in common."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """Some chosen codes and the rule about them.

    Attributes
    ----------
    several
        Whether more than one may be chosen.
    limit
        The most that may be chosen; 0 is no limit.
    """

    codes: tuple[str, ...] = ()
    several: bool = True
    limit: int = 0

    @property
    def is_full(self) -> bool:
        """Whether no other code may be chosen before one is taken off."""
        return self.several and bool(self.limit) and len(self.codes) >= self.limit

    def with_codes(self, codes: tuple[str, ...]) -> "Choice":
        """Return the same rule with other codes chosen."""
        return Choice(codes, self.several, self.limit)

    def turned(self, code: str, *, on: bool) -> "Choice":
        """Return what is chosen after a code was turned on or off; full, it stays as it was."""
        without = tuple(one for one in self.codes if one != code)
        if not on:
            return self.with_codes(without)
        if not self.several:
            return self.with_codes((code,))
        if self.is_full:
            return self
        return self.with_codes((*without, code))
