"""Whether the tables of the questionnaire file hold the keys they should, of the right types."""

from collections.abc import Iterator, Mapping
from typing import Any

from matcher.errors import Message

_REQUIRED: dict[str, dict[str, type]] = {
    "file": {
        "id": str,
        "weights": dict,
        "pause": dict,
        "section": list,
        "item": list,
        "page": list,
    },
    "weights": {"groups": list, "presets": list},
    "pause": {"before": str},
    "section": {"id": str},
    "page": {"id": str, "items": list},
    "more": {"id": str, "items": list},
    "item": {"id": str, "section": str, "kind": str},
}  # fmt: skip
_OPTIONAL: dict[str, dict[str, type]] = {
    "file": {"more": list},
    "section": {"private": bool},
    "item": {
        "vocabulary": str, "options": list, "days": list, "importance": str, "limit": int,
        "must": bool, "private": bool, "ranked": bool, "starred": bool, "own_words": bool,
        "extensible": bool, "scored": bool, "page": bool,
    },
}  # fmt: skip
_TABLES = ("weights", "pause")
_ARRAYS = ("section", "item", "page", "more")


def shape_faults(raw: Mapping[str, Any], file: str) -> Iterator[Message]:
    """Yield a message for each key that is missing, unknown or of the wrong type.

    Parameters
    ----------
    raw
        The whole file as TOML gives it.
    file
        Its name, for the messages.
    """
    yield from _table_faults(raw, "file", file, file)
    for name in _TABLES:
        if isinstance(raw.get(name), dict):
            yield from _table_faults(raw[name], name, name, file)
    for name in _ARRAYS:
        entries = raw.get(name)
        for number, entry in enumerate(entries if isinstance(entries, list) else (), start=1):
            if isinstance(entry, dict):
                yield from _table_faults(entry, name, f"{name}.{entry.get('id', number)}", file)
            else:
                yield _wrong_type(file, name, str(number), dict)


def _table_faults(table: Mapping[str, Any], name: str, where: str, file: str) -> Iterator[Message]:
    required = _REQUIRED[name]
    allowed = required | _OPTIONAL.get(name, {})
    for key in required.keys() - table.keys():
        yield Message("error.resource.needs_key", file=file, item=where, key=key)
    for key, value in table.items():
        if key not in allowed:
            expected = ", ".join(allowed)
            yield Message(
                "error.resource.unknown_key", file=file, item=where, key=key, expected=expected
            )
        elif not _is(value, allowed[key], plain=name != "file"):
            yield _wrong_type(file, where, key, allowed[key])


def _is(value: object, expected: type, *, plain: bool) -> bool:
    """Tell whether a value is of a type; `plain` lists hold texts only. True is no number."""
    if type(value) is not expected:
        return False
    return not (plain and isinstance(value, list)) or all(isinstance(part, str) for part in value)


def _wrong_type(file: str, where: str, key: str, expected: type) -> Message:
    kind = Message(f"error.type.{expected.__name__}")
    return Message("error.resource.wrong_type", file=file, item=where, key=key, expected=kind)
