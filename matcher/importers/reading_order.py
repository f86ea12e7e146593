"""What is to be read, and how: told to whoever reads, in this process or in another."""

import json
from collections.abc import Generator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from matcher.directory.profile import Source
from matcher.errors import ImportFileError
from matcher.importers.formats import ImportFormat, detect, read
from matcher.importers.mapped_table import read_mapped
from matcher.importers.mapping import ColumnMapping, ListMapping
from matcher.importers.portion import Portion, in_portions
from matcher.importers.row import ReadOptions

_STREAMED = frozenset({ImportFormat.CSV, ImportFormat.NPPES, ImportFormat.JSON})
_SECONDS = 30
_MEGABYTE = 1 << 20


class Glance(NamedTuple):
    """How a list is to be looked at, as `matcher.importers.table_look.look_at` takes it."""

    sheet: str
    most_rows: int


@dataclass(frozen=True, slots=True)
class ReadingOrder:
    """One file to be read, or several that refer to each other.

    Attributes
    ----------
    paths
        As for `matcher.importers.formats.read`.
    format
        ``None`` tells it by the content.
    mapping
        What the columns mean, for a clinic's own list.
    options
        What the importing person said.
    glance
        When the file is to be looked at and not read: which sheet, and how many rows.
    """

    paths: tuple[Path, ...]
    format: ImportFormat | None = None
    mapping: ListMapping | None = None
    options: ReadOptions = field(default_factory=ReadOptions)
    glance: Glance | None = None

    @property
    def file(self) -> str:
        """The name by which it is spoken of."""
        return self.paths[0].name

    def seconds(self) -> int | None:
        """Return how long the reading may take; ``None`` for what is read as a stream.

        A stream may be as long as it likes. What is held in memory as a whole has half a minute,
        and a second more for each megabyte.
        """
        try:
            known = None if self.mapping else self.format
            if not self.glance and (known or detect(self.paths[0])) in _STREAMED:
                return None
        except ImportFileError:
            # What is wrong with it is said when it is read.
            pass
        return _SECONDS + sum(map(_size, self.paths)) // _MEGABYTE


def read_here(order: ReadingOrder) -> Generator[Portion]:
    """Read in this process.

    Raises
    ------
    ImportFileError
        When a file cannot be read on; what was given before is good.
    """
    if order.mapping is not None:
        return in_portions(read_mapped(order.paths[0], order.mapping, order.options))
    return in_portions(read(order.paths, order.format, order.options))


def write_order(order: ReadingOrder) -> bytes:
    """Return an order as JSON."""
    options = order.options
    document = {
        "paths": [str(path) for path in order.paths],
        "format": order.format,
        "mapping": order.mapping and _write_mapping(order.mapping),
        "options": {
            "source": options.source,
            "state": options.state,
            "taxonomy": options.taxonomy,
            "postcode": options.postcode,
            "confirmed_on": options.confirmed_on and options.confirmed_on.isoformat(),
            "today": options.today.isoformat(),
        },
        "glance": order.glance,
    }
    return json.dumps(document).encode()


def read_order(text: bytes) -> ReadingOrder:
    """Return the order that `write_order` wrote."""
    document = json.loads(text)
    said, found = document["options"], document["format"]
    options = ReadOptions(**said)
    return ReadingOrder(
        paths=tuple(map(Path, document["paths"])),
        format=found and ImportFormat(found),
        mapping=document["mapping"] and _read_mapping(document["mapping"]),
        options=replace(
            options,
            source=options.source and Source(options.source),
            confirmed_on=said["confirmed_on"] and date.fromisoformat(said["confirmed_on"]),
            today=date.fromisoformat(said["today"]),
        ),
        glance=document["glance"] and Glance(*document["glance"]),
    )


def _write_mapping(mapping: ListMapping) -> dict[str, object]:
    columns = [
        [column.header, column.field, column.split, dict(column.terms), column.dates]
        for column in mapping.columns
    ]
    return {"columns": columns, "sheet": mapping.sheet, "country": mapping.country}


def _read_mapping(document: dict[str, list[list[str]]]) -> ListMapping:
    columns = tuple(ColumnMapping(*column) for column in document["columns"])  # type: ignore[arg-type]
    return ListMapping(columns, str(document["sheet"]), str(document["country"]))


def _size(path: Path) -> int:
    try:
        files = path.iterdir() if path.is_dir() else [path]
        return sum(file.stat().st_size for file in files)
    except OSError:
        return 0
