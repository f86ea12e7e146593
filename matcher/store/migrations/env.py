"""Run by Alembic: migrate over the connection that `matcher.store.upgrade` hands in."""

from alembic import context

from matcher.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
