import pytest
from sqlalchemy import Connection, column, literal, select
from sqlalchemy.dialects import postgresql
from sqlalchemy.engine import Dialect
from support.stores import new_directory

from matcher.store.sql import as_bytes, digest_of, names_of, run, run_many
from matcher.store.tables import MERGED


def _written(element: object, dialect: Dialect) -> str:
    return str(select(element).compile(dialect=dialect))  # type: ignore[call-overload]


def test_words_when_written_for_a_server_then_they_are_its_own() -> None:
    dialect = postgresql.dialect()

    assert "convert_to(a, 'UTF8')" in _written(as_bytes(column("a")), dialect)
    assert "string_agg(DISTINCT a, ',')" in _written(names_of(column("a")), dialect)
    assert "sha256(a)" in _written(digest_of(column("a")), dialect)


@pytest.mark.versions
@pytest.mark.usefixtures("engine")
def test_text_when_asked_for_as_bytes_then_they_are_those_it_is_kept_in() -> None:
    with new_directory() as database, database.reading() as work:
        found = work._connection.scalar(select(as_bytes(literal("Ñ\\x"))))

    assert found == "Ñ\\x".encode()


@pytest.mark.versions
@pytest.mark.usefixtures("engine")
def test_statement_when_run_for_many_rows_then_values_go_where_they_are_named() -> None:
    put = "INSERT INTO merged (old_id, kept_id) VALUES (:old, :kept)"
    with new_directory() as database, database.writing() as work:
        connection = work._connection
        run_many(connection, put, [("b%s", "a"), (":c", "a?")])
        named = run(connection, "SELECT kept_id FROM merged WHERE old_id = :old", {"old": ":c"})

        assert named.scalar() == "a?"
        assert _all(connection) == [(":c", "a?"), ("b%s", "a")]


def _all(connection: Connection) -> list[tuple[str, str]]:
    return [(row[0], row[1]) for row in run(connection, "SELECT * FROM merged ORDER BY 1")]


@pytest.mark.versions
@pytest.mark.usefixtures("engine")
def test_names_when_put_together_then_each_is_there_once() -> None:
    with new_directory() as database, database.writing() as work:
        connection = work._connection
        put = "INSERT INTO merged (old_id, kept_id) VALUES (:old, :kept)"
        run_many(connection, put, [("a", "x"), ("b", "y"), ("c", "x")])
        found = connection.scalar(select(names_of(MERGED.c.kept_id)))

    assert sorted(str(found).split(",")) == ["x", "y"]
