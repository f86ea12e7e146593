"""What `rapport doctor` may say, as the documents quote it."""

import re
from collections.abc import Iterator

from support.catalogues import entries

NO_FAULT = frozenset({"ok", "rest", "usual", "chosen", "starts", "more"})
"""Last words of keys of what is no fault."""

_HOLE = re.compile(r"\{(?!packages)[^}]*\}")


def quoted(text: object) -> str:
    """Return a text as a page quotes it: what differs each time is left open."""
    said = text["other"] if isinstance(text, dict) else text
    return _HOLE.sub("…", str(said)).replace("{packages}", "…")


def faults() -> dict[str, str]:
    """Return what it says is wrong, by key."""
    return {key: text for key, text in _sayings() if not _is_remedy(key)}


def remedies() -> dict[str, str]:
    """Return what it says to do, by key."""
    return {key: text for key, text in _sayings() if _is_remedy(key)}


def _sayings() -> Iterator[tuple[str, str]]:
    for key, entry in entries("en").items():
        domain, _, rest = key.partition(".")
        is_place = rest.startswith("region.")
        if domain == "doctor" and not is_place and rest.rpartition(".")[2] not in NO_FAULT:
            yield key, quoted(entry)


def _is_remedy(key: str) -> bool:
    last = key.rpartition(".")[2]
    return last.endswith("remedy") or last in {"put_back", "put_right", "other", "unlock"}
