"""The code for when the PIN and every passphrase are forgotten: drawn by chance, typed by hand.

26 signs of 5 bits hold 130 bits; two more tell a slip of the pen from a wrong code. The signs are
those of Crockford's base 32, which has no I, L, O and U.
"""

import secrets

from matcher.errors import Message, SecretError

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
DRAWN, CHECKS, GROUP = 26, 2, 4
LENGTH = DRAWN + CHECKS

_PRIME = 1021
"""The largest below 32². Any one sign that is wrong, and any two neighbors that are swapped,
leave another remainder."""

_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})
_BETWEEN = str.maketrans("", "", " -\N{EN DASH}\N{EM DASH}\N{HYPHEN}\N{NO-BREAK SPACE}\t")


def draw_code() -> str:
    """Return a new code in groups, as it is shown."""
    drawn = "".join(secrets.choice(SIGNS) for _ in range(DRAWN))
    return in_groups(drawn + _checks_of(drawn))


def in_groups(code: str) -> str:
    """Return the signs of a code as they are written down."""
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def read_code(typed: str) -> str:
    """Return the signs of a code that was typed in, however it was written.

    Raises
    ------
    SecretError
        When it cannot be a code: nothing, too few signs or too many, or a slip in one of them.
    """
    code = signs_in(typed)
    if not code:
        raise SecretError(Message("secret.error.code_empty"))
    if len(code) != LENGTH:
        raise SecretError(Message("secret.error.code_length", n=len(code), wanted=LENGTH))
    if {*code} - {*SIGNS} or _checks_of(code[:DRAWN]) != code[DRAWN:]:
        raise SecretError(Message("secret.error.code_slip"))
    return code


def signs_in(typed: str) -> str:
    """Return the signs that somebody meant who typed a code, or a part of it."""
    return typed.translate(_BETWEEN).upper().translate(_MISREAD)


def _checks_of(drawn: str) -> str:
    number = 0
    for sign in drawn:
        number = (number * len(SIGNS) + SIGNS.index(sign)) % _PRIME
    high, low = divmod(number, len(SIGNS))
    return SIGNS[high] + SIGNS[low]
