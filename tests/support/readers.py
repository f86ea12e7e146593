"""Every reader of foreign files by its name, each read to its end: for files that mean harm."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from support.importing import OPTIONS

from matcher.errors import MatcherError
from matcher.importers.formats import ImportFormat, read
from matcher.importers.mapped_table import read_mapped
from matcher.importers.mapping import ColumnMapping, ListMapping
from matcher.importers.portion import in_portions
from matcher.importers.portion_json import write_portion
from matcher.importers.row import Row
from matcher.questionnaire.answers_file import read_answers

SUFFIXES = {
    "csv": ".csv",
    "mapped": ".csv",
    "spreadsheet": ".xlsx",
    "nppes": ".csv",
    "npi-api": ".json",
    "fhir": ".json",
    "json": ".json",
    "schema-org": ".html",
    "answers": ".json",
}
"""How the files of a reader usually end."""

MAPPING = ListMapping(
    (
        ColumnMapping("id", "id"),
        ColumnMapping("name", "name_and_credential"),
        ColumnMapping("city", "place"),
        ColumnMapping("languages", "languages", ";", {"Spanish": "es", "English": "en"}),
        ColumnMapping("issues", "issues", "\n", {"Panic": "panic", "Worry": ""}),
        ColumnMapping("times", "times", ""),
        ColumnMapping("fee_min", "fees"),
        ColumnMapping("next_opening", "next_opening", "", {}, "mdy"),
        ColumnMapping("accepting", "accepting"),
        ColumnMapping("formats", "formats", "|"),
        ColumnMapping("phone", "phone"),
        ColumnMapping("bio", "bio"),
    )
)
"""A mapping that reads every kind of cell."""


def _to_the_end(rows: Iterator[Row]) -> None:
    # As it leaves the process that reads: what cannot be told to the other one is a fault too.
    for portion in in_portions(rows):
        write_portion(portion)


def _read(name: str, path: Path) -> None:
    _to_the_end(read(path, ImportFormat(name), OPTIONS))


READERS: dict[str, Callable[[Path], object]] = {
    name: partial(_read, name) for name in SUFFIXES if name not in {"mapped", "answers"}
} | {
    "mapped": lambda path: _to_the_end(read_mapped(path, MAPPING, OPTIONS)),
    "answers": read_answers,
}


def said_of(read_on: Callable[[Path], object], path: Path) -> str:
    """Read a file and return what was said: a key, or ``""`` when it could be read through."""
    try:
        read_on(path)
    except MatcherError as error:
        return error.messages[0].key
    return ""
