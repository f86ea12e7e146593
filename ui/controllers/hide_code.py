"""The code that shows a hidden screen again; kept in memory and forgotten with the sitting."""

from hmac import compare_digest

DIGITS = 4
"""How many digits a code has."""


class HideCode:
    """Owner of the code a person may choose for *Hide*."""

    def __init__(self) -> None:
        self._code = ""

    @property
    def is_set(self) -> bool:
        """Whether a code was chosen."""
        return bool(self._code)

    def choose(self, code: str) -> None:
        """Ask for this code from now on."""
        if len(code) == DIGITS and code.isdecimal():
            self._code = code

    def opens(self, code: str) -> bool:
        """Tell whether this is the code."""
        return self.is_set and compare_digest(code.encode(), self._code.encode())

    def forget(self) -> None:
        """Ask for no code any more."""
        self._code = ""
