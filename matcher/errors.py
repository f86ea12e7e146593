"""What can go wrong, as keys and numbers that a catalogue turns into sentences."""

from collections.abc import Mapping
from types import MappingProxyType


class Message:
    """A sentence to be said: its catalogue key and what goes into it.

    Parameters
    ----------
    key
        Dotted key of a text in ``resources/translations``.
    **params
        Values for the placeholders of that text; a parameter may itself be a `Message`.

    Notes
    -----
    Immutable by convention of `params` being a read-only mapping; equal by key and parameters.
    """

    __slots__ = ("key", "params")

    def __init__(self, key: str, /, **params: object) -> None:
        self.key = key
        self.params: Mapping[str, object] = MappingProxyType(params)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Message):
            return NotImplemented
        return self.key == other.key and self.params == other.params

    def __hash__(self) -> int:
        return hash((self.key, repr(sorted(self.params.items()))))

    def __repr__(self) -> str:
        inside = "".join(f", {name}={value!r}" for name, value in self.params.items())
        return f"Message({self.key!r}{inside})"


class MatcherError(Exception):
    """Work could not be done; `messages` say what, where and what to do.

    Parameters
    ----------
    *messages
        At least one `Message`; all that was found, not only the first.
    """

    def __init__(self, *messages: Message) -> None:
        super().__init__(*messages)
        self.messages = messages


class ResourceError(MatcherError):
    """A file that ships with the program is missing or wrong."""


class AnswersError(MatcherError):
    """An answers file cannot be used as it is."""


class ImportFileError(MatcherError):
    """A directory file could not be read to its end."""


class StoreError(MatcherError):
    """The directory's database cannot be opened, read or written."""


class SecretError(MatcherError):
    """A passphrase or a recovery code cannot be so."""


class StaffError(SecretError):
    """Somebody is not let in, or a PIN or a name cannot be so."""


class SignedOutError(StaffError):
    """Somebody signed in, and may no longer change anything."""


class PersonalError(MatcherError):
    """What a person keeps on their own computer cannot be made, opened, read or written."""


class SnapshotError(MatcherError):
    """A file that keeps a directory as arrays cannot be used."""


class SettingsError(MatcherError):
    """The program's settings file says something it cannot say."""


class ReceiptError(MatcherError):
    """A receipt cannot be read, or its result cannot be made again."""


class OutputError(MatcherError):
    """A file the person asked for could not be written."""
