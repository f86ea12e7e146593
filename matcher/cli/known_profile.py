"""A profile somebody named by its id: when there is none, those that come near are named."""

from difflib import get_close_matches
from typing import TYPE_CHECKING

from matcher.errors import Message, StoreError

if TYPE_CHECKING:
    from matcher.directory.profile import Profile
    from matcher.services.directory.stored_directory import DirectoryService

_NEAR = 3


def known_profile(directory: "DirectoryService", id_: str) -> "Profile":
    """Return a profile.

    Raises
    ------
    StoreError
        When there is none of this id, with those that come near; or no id at all.
    """
    if not id_.strip():
        raise StoreError(Message("cli.show.no_id"))
    try:
        return directory.profile(id_)
    except StoreError as error:
        if error.messages[0].key != "error.store.no_profile":
            raise
        known = [summary.id for summary in directory.list_profiles()]
        near = get_close_matches(id_, known, _NEAR)
        if not near:
            raise
        hint = Message("cli.show.near", ids=", ".join(near))
        raise StoreError(*error.messages, hint) from None
