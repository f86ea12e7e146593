"""Keys: drawn by chance, and wrapped by what a person keeps in mind or on paper.

Python copies bytes and texts as it likes and wipes none of them, so no promise is made that a key
or a passphrase is gone from memory once it is no longer needed; only that nothing here keeps it
longer than a call. What protects them there is that the process ends.
"""

import os
from dataclasses import astuple

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from matcher.errors import Message, PersonalError
from matcher.services.personal.key_file import Work, Wrapped
from matcher.services.secret.passphrase import read_passphrase
from matcher.services.secret.recovery_code import read_code
from matcher.store.personal import KEY_BYTES

_SALT_BYTES, _NONCE_BYTES = 16, 12


def new_key() -> bytes:
    """Return a key, drawn by chance."""
    return os.urandom(KEY_BYTES)


def wrap_by_passphrase(key: bytes, name: str, passphrase: str, work: Work) -> Wrapped:
    """Return a key wrapped by a passphrase.

    Parameters
    ----------
    name
        Of the file: what is wrapped for one is no good in another.

    Raises
    ------
    PersonalError
        When there is not memory enough.
    """
    salt = os.urandom(_SALT_BYTES)
    wrapping = _of_passphrase(passphrase, salt, work)
    return Wrapped(salt, _seal(wrapping, key, _about("passphrase", name, work)), work)


def wrap_by_code(key: bytes, name: str, code: str) -> Wrapped:
    """Return a key wrapped by a recovery code; see `wrap_by_passphrase`."""
    return _wrap_by_chance(key, name, "code", read_code(code).encode())


def wrap_by_computer(key: bytes, name: str, secret: bytes) -> Wrapped:
    """Return a key wrapped by a secret that the computer keeps; see `wrap_by_passphrase`."""
    return _wrap_by_chance(key, name, "computer", secret)


def unwrap_by_passphrase(wrapped: Wrapped, name: str, passphrase: str) -> bytes:
    """Return the key.

    Raises
    ------
    PersonalError
        When it is not the passphrase, or there is not memory enough. Both a right and a wrong one
        take the whole of the work.
    """
    work = wrapped.work or Work()
    wrapping = _of_passphrase(passphrase, wrapped.salt, work)
    key = _open(wrapping, wrapped, _about("passphrase", name, work))
    if key is None:
        raise PersonalError(Message("personal.error.wrong_passphrase"))
    return key


def unwrap_by_code(wrapped: Wrapped, name: str, code: str) -> bytes:
    """Return the key.

    Raises
    ------
    SecretError
        When there is a slip in the code.
    PersonalError
        When it is the code of something else.
    """
    key = _unwrap_by_chance(wrapped, name, "code", read_code(code).encode())
    if key is None:
        raise PersonalError(Message("personal.error.wrong_code"))
    return key


def unwrap_by_computer(wrapped: Wrapped, name: str, secret: bytes) -> bytes | None:
    """Return the key; ``None`` when what the computer kept opens nothing."""
    return _unwrap_by_chance(wrapped, name, "computer", secret)


def _of_passphrase(passphrase: str, salt: bytes, work: Work) -> bytes:
    secret = read_passphrase(passphrase).encode("utf-8", "surrogatepass")
    try:
        return hash_secret_raw(
            secret, salt, work.passes, work.memory_kib, work.lanes, KEY_BYTES, Type.ID
        )
    except (HashingError, MemoryError):
        raise PersonalError(Message("personal.error.no_memory")) from None


def _of_chance(secret: bytes, salt: bytes, kind: str) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt, b"rapport-key/" + kind.encode()).derive(secret)


def _wrap_by_chance(key: bytes, name: str, kind: str, secret: bytes) -> Wrapped:
    salt = os.urandom(_SALT_BYTES)
    return Wrapped(salt, _seal(_of_chance(secret, salt, kind), key, _about(kind, name)))


def _unwrap_by_chance(wrapped: Wrapped, name: str, kind: str, secret: bytes) -> bytes | None:
    return _open(_of_chance(secret, wrapped.salt, kind), wrapped, _about(kind, name))


def _about(kind: str, name: str, work: Work | None = None) -> bytes:
    """Return what belongs to a wrapped key and is not secret: with another it cannot be opened."""
    numbers = () if work is None else astuple(work)
    return " ".join(("rapport-key/1", kind, name, *map(str, numbers))).encode()


def _seal(wrapping: bytes, key: bytes, about: bytes) -> bytes:
    nonce = os.urandom(_NONCE_BYTES)
    return nonce + AESGCM(wrapping).encrypt(nonce, key, about)


def _open(wrapping: bytes, wrapped: Wrapped, about: bytes) -> bytes | None:
    nonce, sealed = wrapped.sealed[:_NONCE_BYTES], wrapped.sealed[_NONCE_BYTES:]
    try:
        return AESGCM(wrapping).decrypt(nonce, sealed, about)
    except (InvalidTag, ValueError):
        return None
