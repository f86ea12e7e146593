"""What keeps passwords on this computer: asked only when somebody wants that, and by name.

The library that talks to it would also take whatever a variable, a file or another package names,
and some of that writes passwords into plain files. So it is never asked which to use: those below
are, one after the other, and nothing else.
"""

from __future__ import annotations

import sys
from base64 import b64decode, b64encode
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "Rapport"

ALLOWED = frozenset(
    {
        "keyring.backends.Windows.WinVaultKeyring",
        "keyring.backends.macOS.Keyring",
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
    }
)
"""The only ones there are: each a service of the system, which encrypts for the person."""


class ComputerKeyring:
    """Keeps one secret for each name, where this computer keeps passwords.

    Each method may wait for the person, whom the system may ask for a password of its own.
    """

    @property
    def is_there(self) -> bool:
        """Whether this computer has one that is allowed."""
        return _find() is not None

    def keep(self, name: str, secret: bytes) -> bool:
        """Keep a secret; tell whether that was done."""
        keeper = _find()
        if keeper is None:
            return False
        try:
            keeper.set_password(SERVICE, name, b64encode(secret).decode())
            return _read(keeper, name) == secret
        except Exception:  # noqa: BLE001 - each raises what its desktop does
            return False

    def get(self, name: str) -> bytes | None:
        """Return what was kept, if it is there still and given out."""
        keeper = _find()
        try:
            return None if keeper is None else _read(keeper, name)
        except Exception:  # noqa: BLE001 - as above
            return None

    def forget(self, name: str) -> bool:
        """Forget what was kept; tell whether nothing is left of it."""
        keeper = _find()
        if keeper is None:
            return False
        try:
            if keeper.get_password(SERVICE, name) is not None:
                keeper.delete_password(SERVICE, name)
            return keeper.get_password(SERVICE, name) is None
        except Exception:  # noqa: BLE001 - as above
            return False


def is_allowed(kind: type) -> bool:
    """Tell whether this is one of those allowed: itself, not one that is made from it."""
    return f"{kind.__module__}.{kind.__qualname__}" in ALLOWED


def _find() -> KeyringBackend | None:
    try:
        for kind in _kinds():
            if is_allowed(kind) and kind.viable:
                return kind()
    except Exception:  # noqa: BLE001 - as above
        return None
    return None


def _kinds() -> Iterator[type[KeyringBackend]]:
    """Return those of this system, without looking which others are installed."""
    if sys.platform == "win32":
        from keyring.backends import Windows

        yield Windows.WinVaultKeyring
    elif sys.platform == "darwin":
        from keyring.backends import macOS

        yield macOS.Keyring
    else:
        from keyring.backends import SecretService, kwallet

        yield SecretService.Keyring
        yield kwallet.DBusKeyring


def _read(keeper: KeyringBackend, name: str) -> bytes | None:
    kept = keeper.get_password(SERVICE, name)
    return None if kept is None else b64decode(kept, validate=True)
