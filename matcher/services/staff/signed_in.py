"""Who does something, and whether what let them in still does."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from matcher.errors import Message, SignedOutError

if TYPE_CHECKING:
    from matcher.store import UnitOfWork


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Somebody who signed in to an account.

    Attributes
    ----------
    name
        Of the account, as the trail shows it.
    mark
        The hash of what opened it.
    """

    name: str
    mark: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class LoggedIn:
    """Whoever is at the command line, which asks for no account.

    Attributes
    ----------
    name
        The login name; ``""`` where there is none.
    """

    name: str = ""


Doer = SignedIn | LoggedIn
"""Who does something. A plain name is neither: it could not be told which of the two it is of."""

NO_ACCOUNT = SignedIn("", "")
"""Nobody: whatever is done so is refused."""

NO_LOGIN = LoggedIn()
"""The program itself, or a command line without a name."""


def check_still_signed_in(work: UnitOfWork, who: Doer) -> None:
    """See to it, in the piece of work that changes something, that they still may.

    Raises
    ------
    SignedOutError
        When the account is gone, or has another passphrase since.
    """
    if isinstance(who, LoggedIn):
        return
    from matcher.services.staff.rules import fold_name
    from matcher.store.staff import SecretKind

    kept = work.staff.get(SecretKind.ACCOUNT, fold_name(who.name))
    if kept is None or kept.hash != who.mark:
        raise SignedOutError(Message("staff.error.signed_out", name=who.name))
