"""The key of what a person keeps: made, given out for a secret, and wrapped anew."""

from __future__ import annotations

import os
import secrets
from dataclasses import replace
from pathlib import Path

from matcher.errors import Message, PersonalError
from matcher.services.personal.folder import PersonalFolder
from matcher.services.personal.key_file import KeyFile, Work, from_bytes, to_bytes
from matcher.services.personal.keyring import ComputerKeyring
from matcher.services.secret.passphrase import check_passphrase
from matcher.services.secret.recovery_code import draw_code

_NAME_BYTES, _SECRET_BYTES = 16, 32


class KeySafe:
    """Gives out the key for a secret; the key itself never leaves the computer's memory bare.

    Parameters
    ----------
    folder
        Where the file of the key is.
    work
        What a new passphrase takes.
    keyring
        Where this computer keeps passwords.
    """

    def __init__(self, folder: PersonalFolder, work: Work, keyring: ComputerKeyring) -> None:
        self._folder = folder
        self._work = work
        self._keyring = keyring

    @property
    def remembered_as(self) -> str:
        """The name under which this computer was asked to remember a secret; ``""`` if never."""
        key_file = self._read()
        return "" if key_file.computer is None else key_file.name

    def draw(self, passphrase: str) -> tuple[bytes, bytes, str]:
        """Draw a key.

        Returns
        -------
        tuple
            The key, the bytes of the file that keeps it wrapped, and the recovery code.

        Raises
        ------
        SecretError
            When the passphrase is easy to guess.
        """
        from matcher.services.personal import keys

        chosen = check_passphrase(passphrase)
        key, name, code = keys.new_key(), secrets.token_hex(_NAME_BYTES), draw_code()
        by_passphrase = keys.wrap_by_passphrase(key, name, chosen, self._work)
        key_file = KeyFile(name, by_passphrase, keys.wrap_by_code(key, name, code))
        return key, to_bytes(key_file), code

    def open(self, passphrase: str) -> bytes:
        """Return the key for the passphrase.

        Raises
        ------
        PersonalError
            When it is another one, or the file of the key cannot be used.
        """
        from matcher.services.personal import keys

        key_file = self._read()
        return keys.unwrap_by_passphrase(key_file.passphrase, key_file.name, passphrase)

    def open_with_code(self, code: str) -> bytes:
        """Return the key for the recovery code; see `open`."""
        from matcher.services.personal import keys

        key_file = self._read()
        return keys.unwrap_by_code(key_file.code, key_file.name, code)

    def open_remembered(self) -> bytes | None:
        """Return the key, if this computer remembers what opens it."""
        from matcher.services.personal import keys

        key_file = self._read()
        if key_file.computer is None:
            return None
        secret = self._keyring.get(key_file.name)
        if secret is None:
            return None
        return keys.unwrap_by_computer(key_file.computer, key_file.name, secret)

    def change_passphrase(self, key: bytes, passphrase: str) -> None:
        """Let another passphrase give out the key, and the old one no more."""
        from matcher.services.personal import keys

        chosen, key_file = check_passphrase(passphrase), self._read()
        wrapped = keys.wrap_by_passphrase(key, key_file.name, chosen, self._work)
        self._folder.replace_key(to_bytes(replace(key_file, passphrase=wrapped)))

    def renew_code(self, key: bytes) -> str:
        """Return another recovery code; the old one gives out nothing any more."""
        from matcher.services.personal import keys

        code, key_file = draw_code(), self._read()
        wrapped = keys.wrap_by_code(key, key_file.name, code)
        self._folder.replace_key(to_bytes(replace(key_file, code=wrapped)))
        return code

    def remember(self, key: bytes) -> None:
        """Let this computer remember a secret that gives out the key.

        Raises
        ------
        PersonalError
            When it has no place for passwords that is allowed, or that keeps nothing.
        """
        from matcher.services.personal import keys

        key_file, secret = self._read(), os.urandom(_SECRET_BYTES)
        if not self._keyring.keep(key_file.name, secret):
            raise PersonalError(Message("personal.error.no_keyring"))
        wrapped = keys.wrap_by_computer(key, key_file.name, secret)
        self._folder.replace_key(to_bytes(replace(key_file, computer=wrapped)))

    def forget(self) -> None:
        """Let this computer forget that secret; what it may still keep opens nothing any more."""
        key_file = self._read()
        if key_file.computer is not None:
            self._folder.replace_key(to_bytes(replace(key_file, computer=None)))
            self._keyring.forget(key_file.name)

    def destroy(self) -> None:
        """Overwrite the key: where the system lets it, nobody can read what is kept from now on.

        Where it does not, `PersonalFolder.clear` may take the key away still, and says if not.
        """
        try:
            name = self.remembered_as
        except PersonalError:  # nobody can open it anyway
            name = ""
        self._folder.wipe_key()
        if name:
            self._keyring.forget(name)

    def _read(self) -> KeyFile:
        return from_bytes(self._folder.read_key(), str(self._folder.key_path))


def write_new(path: Path, data: bytes) -> None:
    """Write the file of a key where there is none."""
    from matcher.whole_file import WholeFile

    with WholeFile(path.parent, lambda file: file.write(data)) as new:
        new.take(path)
