"""JSON values that have to be of one kind: what only looks like it is refused."""

from typing import Any


def read_text(value: object) -> str:
    """Return a text.

    Raises
    ------
    TypeError
        When it is none.
    """
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def read_texts(values: object) -> tuple[str, ...]:
    """Return the texts of a list.

    Raises
    ------
    TypeError
        When it is none, or not all in it are texts.
    """
    return tuple(map(read_text, read_list(values)))


def read_list(values: object) -> list[Any]:
    """Return a list.

    Raises
    ------
    TypeError
        When it is none: a text would give its letters, and a table its keys.
    """
    if not isinstance(values, list):
        raise TypeError(values)
    return values
