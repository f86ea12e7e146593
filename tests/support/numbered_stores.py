"""Stores that are written to in numbered commits, so that what a crash left can be told from that.

Each commit writes to several tables at once: a person of their own, a counter that every commit
overwrites, and the trail. A commit is there whole or it is torn; nothing else is possible.
"""

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Protocol

from sqlcipher3 import dbapi2
from support.builders import make_statement
from support.personal import names_in

from matcher.errors import MatcherError
from matcher.services.personal.key_file import Work
from matcher.services.personal.personal import PersonalService
from matcher.store import Database, engine, personal
from matcher.store.personal import Document
from matcher.whole_file import WholeFile

CANARY = "Orchid-7731"
"""Stands in everything that is kept in a personal file."""

PASSPHRASE = "violet tram under rain"

_FIRST_DAY = date(2020, 1, 1)
_BIO = "Works with people who wait. " * 12


@dataclass(frozen=True, slots=True)
class Left:
    """What was found in a store.

    Attributes
    ----------
    commits
        How many there are, from the first without a gap.
    torn, corrupt
        Whether one of them is there in part, and whether the store itself is damaged.
    fault
        What was wrong, in a word.
    """

    commits: int
    torn: bool = False
    corrupt: bool = False
    fault: str = ""

    @property
    def is_readable(self) -> bool:
        """Whether its number means anything."""
        return not (self.torn or self.corrupt)


class Store(Protocol):
    """An open store."""

    def commit(self, number: int) -> None:
        """Write what belongs to a number; it is kept when this returns."""

    def left(self) -> Left:
        """Read all of it."""

    def close(self) -> None:
        """Let go of the file."""


class DirectoryStore:
    """The directory's database, through the program's own pieces of work."""

    def __init__(self, path: Path) -> None:
        self._database = Database(str(path), create=True)

    def commit(self, number: int) -> None:
        day = _FIRST_DAY + timedelta(number)
        person = make_statement(
            f"n-{number:06}", confirmed_on=day, city=f"Town {number}", phone="555-0101", bio=_BIO
        )
        counter = make_statement("last", confirmed_on=day, city=f"Town {number}")
        with self._database.writing() as work:
            work.profiles.apply([person, counter])
            work.commit()

    def left(self) -> Left:
        with self._database.reading() as work:
            ask = work._connection.exec_driver_sql
            check = ask("PRAGMA integrity_check").scalar()
            if check != "ok" or ask("PRAGMA foreign_key_check").first():
                return Left(0, corrupt=True, fault=str(check))
            counts = {name: ask(query).scalar() for name, query in _COUNTS.items()}
        found = counts["people"]
        expected = {
            "people": found,
            "highest": f"n-{found - 1:06}" if found else None,
            "facts": 3 * found,
            "counter": f"Town {found - 1}" if found else None,
            "acts": found,
            "changes": found,
        }
        wrong = [name for name in counts if counts[name] != expected[name]]
        return Left(found, torn=bool(wrong), fault=" ".join(wrong))

    def close(self) -> None:
        self._database.close()


_COUNTS = {
    "people": "SELECT count(*) FROM profile WHERE id != 'last'",
    "highest": "SELECT max(id) FROM profile WHERE id != 'last'",
    "facts": "SELECT count(*) FROM fact WHERE profile_id != 'last'",
    "counter": "SELECT value FROM fact WHERE profile_id = 'last' AND field = 'city'",
    "acts": "SELECT count(*) FROM act",
    "changes": "SELECT change FROM directory_state",
}


class PersonalStore:
    """What a person keeps on their own computer, through the program's own service."""

    def __init__(self, path: Path) -> None:
        self._service = PersonalService(path, Work(1, 8, 1))
        if self._service.exists:
            self._service.open(PASSPHRASE)
        else:
            self._service.create(PASSPHRASE)

    def commit(self, number: int) -> None:
        body = json.dumps({"number": number, "text": f"{CANARY} {_BIO * 20}"})
        names = (f"n-{number:06}", "last")
        self._service._opened().put(*(Document(name, 1, "2026-01-01", body) for name in names))

    def left(self) -> Left:
        file = self._service._opened()
        check = file._value("PRAGMA integrity_check")
        if check != "ok":
            return Left(0, corrupt=True, fault=str(check))
        found = len(names_in(file)) - ("last" in names_in(file))
        expected = [*(f"n-{number:06}" for number in range(found))]
        last = file.get("last")
        number = json.loads(last.body)["number"] if last else -1
        is_whole = [*names_in(file)] == [*(["last"] if found else []), *expected]
        return Left(found, torn=not is_whole or number != found - 1)

    def close(self) -> None:
        self._service.close()


class WholeFileStore:
    """A file that the program replaces as a whole, as it does with kept snapshots and keys."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def commit(self, number: int) -> None:
        with WholeFile(self._path.parent, lambda file: file.write(_numbered(number))) as whole:
            whole.replace(self._path)

    def left(self) -> Left:
        try:
            content = self._path.read_bytes()
        except FileNotFoundError:
            return Left(0)
        first = content.partition(b" ")[0]
        number = int(first) if first.isdigit() else -1
        return Left(number + 1, torn=content != _numbered(number))

    def close(self) -> None:
        """Nothing is open between two commits."""


class PlainFileStore(WholeFileStore):
    """A file that is written over without any care, to be held beside the other."""

    def commit(self, number: int) -> None:
        with self._path.open("wb") as file:
            file.write(_numbered(number))


def _numbered(number: int) -> bytes:
    """Return some sectors that say a number and nothing else."""
    return b"%d " % number * 1000


STORES: dict[str, type[Store]] = {
    "directory": DirectoryStore,
    "personal file": PersonalStore,
    "whole files": WholeFileStore,
    "plain files": PlainFileStore,
}
"""By the name they have in figures."""

ASSURED = ("directory", "personal file")
"""The databases among them that the program keeps."""


def left_in(name: str, path: Path) -> Left:
    """Open what a crash left and read it; what cannot be opened is damaged."""
    try:
        with closing(STORES[name](path)) as store:
            return store.left()
    except MatcherError as error:
        return Left(0, corrupt=True, fault=error.messages[0].key)
    except (sqlite3.DatabaseError, dbapi2.DatabaseError) as error:
        return Left(0, corrupt=True, fault=type(error).__name__)


def set_pragmas(statements: Iterable[str]) -> None:
    """Let every connection this process opens from now on behave otherwise than the program's."""
    more = [f"PRAGMA {each}" for each in statements]
    engine._ON_CONNECT = (*engine._ON_CONNECT, *more)
    personal._ON_CONNECT = (*personal._ON_CONNECT, *more)
