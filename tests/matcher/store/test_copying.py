from contextlib import closing
from datetime import date
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Connection, select
from sqlalchemy.exc import OperationalError
from support.builders import make_statement
from support.servers import Server
from support.stores import new_directory

from matcher.errors import StoreError
from matcher.store import Database, unit_of_work
from matcher.store.copying import count_rows
from matcher.store.engine import WRITES, Writes
from matcher.store.staff import SecretKind, StaffSecret
from matcher.store.tables import METADATA

pytestmark = [pytest.mark.usefixtures("engine"), pytest.mark.versions]

_DAY = date(2026, 11, 1)


def _fill(database: Database) -> None:
    with database.writing() as work:
        people = [make_statement(name, city="Aue", confirmed_on=_DAY) for name in "abc"]
        work.profiles.apply(
            [*people, make_statement("d", name="Ñandú", city="", unsorted="times: Sat")]
        )
        work.profiles.merge("a", "b", "Kim")
        work.profiles.set_apart("a", "c", "Kim")
        work.trail.undo(2, "Kim")
        work.staff.put(StaffSecret(SecretKind.ACCOUNT, "hash", "kim", "Kim", 3))
        work.commit()


def _all_of(database: Database) -> list[object]:
    with database.reading() as work:
        assert work.profiles.look_through().ids == ()
        return [
            work.connection.execute(select(table).order_by(*table.primary_key)).all()
            for table in METADATA.sorted_tables
        ]


def test_directory_when_saved_to_a_file_and_taken_from_it_then_nothing_is_lost(
    tmp_path: Path,
) -> None:
    with new_directory() as database, new_directory() as other:
        _fill(database)
        content = database.save_to(tmp_path / "copy.sqlite")
        assert (content.profiles, content.changed_outside) == (4, ())
        with closing(Database(str(tmp_path / "copy.sqlite"))) as copy:
            saved = _all_of(copy)
        other.take_from(tmp_path / "copy.sqlite")

        assert saved == _all_of(database) == _all_of(other)


def test_directory_when_it_is_taken_from_no_directory_then_it_is_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "copy.sqlite").write_bytes(b"nothing of that kind")
    with new_directory() as database:
        _fill(database)
        before = _all_of(database)
        with pytest.raises(StoreError):
            database.take_from(tmp_path / "copy.sqlite")

        assert _all_of(database) == before


def test_rows_when_counted_then_every_table_is_among_them() -> None:
    with new_directory() as database:
        _fill(database)
        with database.reading() as work:
            counted = count_rows(work.connection)

    assert counted["profile"] == 4
    assert counted["staff_secret"] == counted["directory_state"] == 1
    assert counted["profile_digest"] == 4
    assert counted["whole_digest"] == 1


def test_directory_when_its_server_goes_away_while_it_is_saved_then_that_is_said_of_the_server(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def copy_rows(*_: Connection) -> None:
        raise OperationalError("SELECT", {}, psycopg.OperationalError("closed the connection"))

    monkeypatch.setattr(unit_of_work, "copy_rows", copy_rows)
    with (
        server.database() as address,
        closing(Database(address)) as database,
        pytest.raises(StoreError) as caught,
    ):
        database.save_to(tmp_path / "copy.rapport")

    (message,) = caught.value.messages
    assert message.key == "error.store.away"
    assert "copy.rapport" not in repr(message)


def test_directory_when_a_server_takes_one_then_all_of_it_may_take_its_time(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[object] = []

    def look(_source: Connection, target: Connection) -> None:
        seen.append(target.get_execution_options()[WRITES])

    monkeypatch.setattr(unit_of_work, "copy_rows", look)
    Database(str(tmp_path / "copy.sqlite"), create=True).close()
    with server.database() as address, closing(Database(address)) as database:
        database.take_from(tmp_path / "copy.sqlite")

    assert seen == [Writes.RENEWS]
