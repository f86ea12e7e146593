"""JSON as the answers file allows it: small, plain, without doubt about what it says."""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from matcher.errors import AnswersError, Message

LARGEST_FILE = 1_000_000
"""Bytes."""


def decode(data: bytes) -> tuple[Any, list[Message]]:
    """Read one JSON document, numbers with a point or an exponent as exact decimals.

    Returns
    -------
    tuple
        The document, and a message for each key that one table names twice.

    Raises
    ------
    AnswersError
        When it is too large, not UTF-8, not JSON, or nested too deeply to be read.
    """
    if len(data) > LARGEST_FILE:
        raise AnswersError(Message("error.answers.too_large", limit=LARGEST_FILE))
    repeated: dict[str, None] = {}
    try:
        document = _parse(data.decode("utf-8-sig"), repeated)
    except UnicodeDecodeError as error:
        raise AnswersError(Message("error.answers.not_utf8", byte=error.start + 1)) from None
    except json.JSONDecodeError as error:
        raise AnswersError(
            Message("error.answers.not_json", line=error.lineno, column=error.colno)
        ) from None
    except RecursionError:
        raise AnswersError(Message("error.answers.too_deep")) from None
    return document, [Message("error.answers.repeated_key", key=shown(key)) for key in repeated]


def encode(document: Mapping[str, Any]) -> bytes:
    """Write a document with its keys in the order they have, ending in a newline."""
    return (json.dumps(document, ensure_ascii=False, indent=2, default=_plain) + "\n").encode()


def shown(value: object) -> str:
    """Return something of an answers file as it may stand in a message: short and harmless."""
    if isinstance(value, Mapping):
        return "{…}"
    if isinstance(value, list | tuple):
        return "[…]"
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    text = "".join(sign for sign in _text_of(value) if sign.isprintable())
    return text if len(text) <= 40 else f"{text[:39]}…"


def _text_of(value: object) -> str:
    if isinstance(value, int) and value.bit_length() > 128:
        return "…"
    return str(value)


def _parse(text: str, repeated: dict[str, None]) -> Any:
    def table_of(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        table: dict[str, Any] = {}
        for key, value in pairs:
            if key in table:
                repeated[key] = None
            table[key] = value
        return table

    # NaN and the infinities become decimals too: the check of each number names the item.
    return json.loads(
        text,
        object_pairs_hook=table_of,
        parse_float=_exact,
        parse_int=_whole,
        parse_constant=Decimal,
    )


def _whole(text: str) -> int | Decimal:
    # Python refuses to read whole numbers of thousands of digits; no answer comes near.
    return int(text) if len(text) < 100 else _exact(text)


def _exact(text: str) -> Decimal:
    try:
        return Decimal(text)
    except ArithmeticError:  # an exponent beyond all bounds
        return Decimal("Infinity")


def _plain(value: object) -> int | float:
    """Write an exact decimal as the JSON number it came from."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    raise TypeError(type(value).__name__)
