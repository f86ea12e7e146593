"""Values of foreign JSON taken for what they should be; another shape counts as absent."""

from decimal import Decimal


def as_dict(value: object) -> dict[str, object]:
    """Return an object, or an empty one."""
    return value if isinstance(value, dict) else {}


def as_list(value: object) -> list[object]:
    """Return a list; one value alone becomes a list of one, nothing an empty list."""
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def as_dicts(value: object) -> list[dict[str, object]]:
    """Return the objects of a list."""
    return [entry for entry in as_list(value) if isinstance(entry, dict)]


def as_text(value: object) -> str:
    """Return a text or number as text without white space around it, a truth value as in JSON."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, int):
        # Python refuses to write numbers of thousands of digits.
        return str(value) if value.bit_length() < 256 else ""
    if isinstance(value, Decimal):
        return str(value)
    return ""
