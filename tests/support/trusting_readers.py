"""Readers that trust what they are given, to be held beside the program's own."""

import csv
import json

_REFUSALS = (ValueError, LookupError, TypeError, RecursionError, csv.Error)


def table_breaks_it(content: bytes) -> bool:
    """Tell whether a table breaks a reader who takes it for one."""
    try:
        names, *rows = csv.reader(content.decode().splitlines(keepends=True), strict=True)
        return not [dict(zip(names, row, strict=True)) for row in rows]
    except _REFUSALS:
        return True


def document_breaks_it(content: bytes) -> bool:
    """Tell whether a directory in JSON breaks a reader who takes it for one."""
    try:
        return not [profile["id"] for profile in json.loads(content)["profiles"]]
    except _REFUSALS:
        return True
