"""A server is made ready for several computers that share one directory."""

from collections.abc import Mapping
from dataclasses import dataclass

from matcher.errors import Message, StoreError


@dataclass(frozen=True, slots=True)
class ServerSetup:
    """What became of it.

    Attributes
    ----------
    addresses
        By each name that is new, where the directory is for whoever comes by it, with its
        password: nobody else knows that.
    unset
        The settings that keep values out of the server's log and did not take, each as it stands
        in the server's own file of settings.
    loose
        What is otherwise than these names are for and could not be put right, each as the line by
        which whoever may do anything on the server does it.
    error
        Why `unset` and `loose` could not be looked at once the names were made; ``None`` if they
        were.
    """

    addresses: Mapping[str, str]
    unset: tuple[str, ...]
    loose: tuple[str, ...]
    error: StoreError | None = None


def set_up_server(address: str) -> ServerSetup:
    """Make the tables of a directory, and names by which one comes to it.

    Parameters
    ----------
    address
        Of somebody who may make names on the server and to whom the database belongs.

    Raises
    ------
    StoreError
        When it is no address of a server, the server cannot be asked, or does not let them do it.
    """
    from matcher.store import locate

    if locate(address).server is None:
        raise StoreError(Message("error.store.no_server"))
    from matcher.store.roles import SILENT, address_of, init_roles, left_too_much, silence

    new = init_roles(address)
    addresses = {str(role): address_of(address, role, secret) for role, secret in new.items()}
    try:
        unset = tuple(f"{name} = {SILENT[name]}" for name in silence(address))
        return ServerSetup(addresses, unset, left_too_much(address))
    except StoreError as error:
        # The names are there by now, and nobody else will ever know their passwords.
        return ServerSetup(addresses, (), (), error)
