"""Alembic's scripts: how the schema came to be what `matcher.store.tables` says."""
