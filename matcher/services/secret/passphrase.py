"""Which passphrases will do. What is obvious is computed, not listed."""

import re
import unicodedata

from matcher.errors import Message, SecretError

PASSPHRASE_LEAST, PASSPHRASE_MOST = 15, 200

_YEAR = re.compile(r"(?:19|20)\d\d")
_THREE = 3
_FEW_SIGNS = 5
_LEFT_LEAST = 8
_OBVIOUS = (
    *("password", "passphrase", "passwort", "contrasena", "clave", "secret", "secreto"),
    *("rapport", "therapist", "therapy", "terapeuta", "terapia", "clinic", "clinica", "staff"),
    *("personal", "welcome", "bienvenido", "bienvenida", "letmein", "admin", "administrator"),
    *("qwerty", "qwertz", "azerty", "asdfgh", "zxcvbn", "iloveyou", "teamo", "please"),
    *("correcthorsebatterystaple", "computer", "login", "user", "usuario"),
)
_KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz", "0123456789")


def check_passphrase(typed: str, name: str = "") -> str:
    """Return a passphrase that will do.

    Parameters
    ----------
    name
        Of whoever it is for, if they have one here: it is easy to guess.

    Raises
    ------
    SecretError
        When it is too short or too long, or among the first that somebody would try.
    """
    passphrase = read_passphrase(typed)
    if len(passphrase) < PASSPHRASE_LEAST:
        raise SecretError(Message("secret.error.passphrase_short", least=PASSPHRASE_LEAST))
    if len(passphrase) > PASSPHRASE_MOST:
        raise SecretError(Message("secret.error.passphrase_long", most=PASSPHRASE_MOST))
    if _is_obvious(_bare(passphrase), name):
        raise SecretError(Message("secret.error.passphrase_obvious"))
    return passphrase


def read_passphrase(typed: str) -> str:
    """Return a passphrase that was typed in, the same whatever keyboard it was typed on."""
    return unicodedata.normalize("NFC", typed).strip()


def is_repeated(text: str) -> bool:
    """Tell whether a text is nothing but a shorter one again and again."""
    return text in (text + text)[1:-1]


def _bare(text: str) -> str:
    """Return letters and digits alone, without case and accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if sign.isalnum())


def _is_obvious(bare: str, name: str) -> bool:
    if len({*bare}) < _FEW_SIGNS or is_repeated(bare):
        return True
    words = [_bare(word) for word in (name, *name.split()) if len(_bare(word)) >= _THREE]
    for word in sorted((*_OBVIOUS, *words), key=len, reverse=True):
        bare = bare.replace(word, "")
    return len(_without_runs(_YEAR.sub("", bare))) < _LEFT_LEAST


def _without_runs(text: str) -> str:
    """Take out what follows the alphabet or a row of keys, three signs or more at a time."""
    rows = [*_KEYBOARD, *(row[::-1] for row in _KEYBOARD)]
    pieces = {row[at : at + _THREE] for row in rows for at in range(len(row) - 2)}
    kept = [True] * len(text)
    for at in range(len(text) - 2):
        if text[at : at + _THREE] in pieces:
            kept[at : at + _THREE] = [False] * _THREE
    return "".join(sign for sign, is_kept in zip(text, kept, strict=True) if is_kept)
