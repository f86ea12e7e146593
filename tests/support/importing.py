"""What the tests of the importers share: the files they read, and what came of them."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from matcher.directory.profile import FactValue
from matcher.directory.statement import Statement
from matcher.errors import ImportFileError, Message
from matcher.i18n import Catalogue
from matcher.importers.portion import Portion
from matcher.importers.reading_order import ReadingOrder, read_here
from matcher.importers.row import ReadOptions, Row
from matcher.importers.table_look import TableLook, look_at

DATA = Path(__file__).parents[1] / "data"
TODAY = date(2026, 11, 21)
OPTIONS = ReadOptions(today=TODAY)


class ReadingHere:
    """Reads in this process, in the place of the one of its own that the program starts.

    That takes a quarter of a second each time, longer than most of what is asked of an import.
    """

    def __init__(self, order: ReadingOrder) -> None:
        self._order = order

    def portions(self) -> Iterator[Portion]:
        """Give what is read; nothing when a look is ordered."""
        return iter(()) if self._order.glance else read_here(self._order)

    def look(self) -> TableLook:
        """Look at the list."""
        assert self._order.glance is not None
        return look_at(self._order.paths[0], *self._order.glance)

    def end(self) -> None:
        """Leave nothing behind; there is nothing."""


def write(folder: Path, content: str | bytes, name: str = "list.csv") -> Path:
    """Write a file to be read, and return where it is."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def statements(rows: Iterable[Row]) -> list[Statement]:
    """Return what the understood rows state."""
    return [row.statement for row in rows if row.statement is not None]


def only(rows: Iterable[Row]) -> Statement:
    """Return the one statement there is."""
    (statement,) = statements(rows)
    return statement


def values(rows: Iterable[Row]) -> dict[str, FactValue | None]:
    """Return what the one statement there is states."""
    return dict(only(rows).values)


def keys(rows: Iterable[Row]) -> list[str]:
    """Return the keys of all findings, in order."""
    return [finding.message.key for row in rows for finding in row.findings]


def read_on(rows: Iterable[Row]) -> tuple[list[Row], list[str]]:
    """Return the rows given before a reader gave up, and the keys of why it did."""
    good: list[Row] = []
    try:
        for row in rows:
            good.append(row)  # noqa: PERF402 - what came before an error counts
    except ImportFileError as error:
        return good, [message.key for message in error.messages]
    return good, []


def say(message: Message) -> dict[str, str]:
    """Put a message into words in each language; a text or parameter that lacks fails."""
    return {language: Catalogue(language).render(message) for language in ("en", "es")}


def say_all(rows: Iterable[Row]) -> None:
    """Put every finding into words."""
    for row in rows:
        for finding in row.findings:
            say(finding.message)
