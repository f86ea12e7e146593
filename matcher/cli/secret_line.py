"""A secret from the keyboard: unseen, twice, and never from the words of the command."""

import io
import sys
from getpass import getpass

from matcher.errors import Message, StaffError
from matcher.i18n import Catalogue


def ask_new(what: str, words: Catalogue) -> str:
    """Return a new secret that was typed twice; from a pipe, one line will do.

    Parameters
    ----------
    what
        ``pin`` or ``passphrase``: names the words it is asked for with.

    Raises
    ------
    StaffError
        When the two were not the same, or there was nothing to read.
    """
    first = ask(what, words)
    if sys.stdin.isatty():
        again = getpass(words.text(f"cli.staff.ask.{what}_again"))
    else:
        again = sys.stdin.readline().rstrip("\r\n") or first
    if first != again:
        raise StaffError(Message("staff.error.differ"))
    return first


def ask(what: str, words: Catalogue) -> str:
    """Return a secret that was typed once.

    Raises
    ------
    StaffError
        When there was nothing to read.
    """
    if sys.stdin.isatty():
        try:
            typed = getpass(words.text(f"cli.staff.ask.{what}"))
        except EOFError:
            typed = ""
    else:
        if isinstance(sys.stdin, io.TextIOWrapper):
            sys.stdin.reconfigure(encoding="utf-8", errors="replace")
        typed = sys.stdin.readline().rstrip("\r\n")
    if not typed:
        raise StaffError(Message("cli.staff.nothing"))
    return typed
