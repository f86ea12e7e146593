"""Who signed in, and whether what let them in still does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from matcher.errors import Message, SignedOutError

if TYPE_CHECKING:
    from matcher.store import UnitOfWork


class SignedIn(str):
    """The name of an account that was signed in to, with the hash of what opened it.

    It goes wherever the name of who does something goes. A plain name, as of who is logged in on
    the command line, is nobody's account.
    """

    __slots__ = ("mark",)
    mark: str

    def __new__(cls, name: str, mark: str) -> Self:
        """Make one of a name and a hash."""
        made = super().__new__(cls, name)
        made.mark = mark
        return made


def check_still_signed_in(work: UnitOfWork, who: str) -> None:
    """See to it, in the piece of work that changes something, that they still may.

    Raises
    ------
    SignedOutError
        When the account is gone, or has another passphrase since.
    """
    if not isinstance(who, SignedIn):
        return
    from matcher.services.staff.rules import fold_name
    from matcher.store.staff import SecretKind

    kept = work.staff.get(SecretKind.ACCOUNT, fold_name(who))
    if kept is None or kept.hash != who.mark:
        raise SignedOutError(Message("staff.error.signed_out", name=str(who)))
