"""The texts under ``resources/translations``, read without the program."""

import tomllib
from functools import cache
from string import Formatter

from support.source import ROOT

_FOLDER = ROOT / "resources" / "translations"
PLURAL_FORMS = frozenset({"zero", "one", "two", "few", "many", "other"})
LANGUAGES = sorted(path.name for path in _FOLDER.iterdir() if path.is_dir())
DOMAINS = frozenset(path.stem for path in (_FOLDER / "en").glob("*.toml"))


@cache
def entries(language: str) -> dict[str, str | dict[str, str]]:
    """Return every key of a language with its text, or with its texts by plural form."""
    found: dict[str, str | dict[str, str]] = {}
    for path in sorted((_FOLDER / language).glob("*.toml")):
        _collect(path.stem, tomllib.loads(path.read_text(encoding="utf-8")), found)
    return found


def texts(language: str) -> dict[str, str]:
    """Return every text of a language by its key; a plural form is named after a colon."""
    return {
        f"{key}:{form}" if form else key: text
        for key, entry in entries(language).items()
        for form, text in _forms(entry).items()
    }


def placeholders(language: str, key: str) -> set[str]:
    """Return the names a text wants filled, in whichever of its plural forms."""
    return {
        name
        for text in _forms(entries(language)[key]).values()
        for _, name, _, _ in Formatter().parse(text)
        if name is not None
    }


def is_plural(entry: object) -> bool:
    """Tell whether a table holds the plural forms of one text."""
    return isinstance(entry, dict) and {*entry} <= PLURAL_FORMS and len({*entry} - {"other"}) > 0


def _forms(entry: str | dict[str, str]) -> dict[str, str]:
    return {"": entry} if isinstance(entry, str) else entry


def _collect(key: str, entry: object, found: dict[str, str | dict[str, str]]) -> None:
    if isinstance(entry, dict) and not is_plural(entry):
        for name, inner in entry.items():
            _collect(f"{key}.{name}", inner, found)
    elif isinstance(entry, str | dict):
        found[key] = entry
    else:
        raise TypeError(f"{key} is neither a text nor a table of texts")
