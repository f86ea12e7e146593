from matcher.store.from_nothing import migrate_from_nothing
from matcher.store.tables import METADATA


def test_migrations_when_all_are_run_in_a_row_then_every_table_is_there() -> None:
    assert migrate_from_nothing() == {*METADATA.tables, "alembic_version"}
