"""The tables of the directory: profiles, what each source says of them, and a count of changes."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, MetaData, Table, Text

METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
    }
)

PROFILE = Table(
    "profile",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("published", Boolean, nullable=False),
    Column("published_on", Date),
    sqlite_with_rowid=False,
)
"""Who is in the directory. `published_on` dates the statement that last set `published`."""

FACT = Table(
    "fact",
    METADATA,
    Column("profile_id", Text, ForeignKey("profile.id", ondelete="CASCADE"), primary_key=True),
    Column("field", Text, primary_key=True),
    Column("source", Text, primary_key=True),
    Column("value", Text),
    Column("confirmed_on", Date),
    sqlite_with_rowid=False,
)
"""One source's word on one field, in the text form of `matcher.directory.cells`.

A `value` of NULL says that the source withdrew the fact on that day, so that an older file read
again cannot bring it back.
"""

DIRECTORY_STATE = Table(
    "directory_state",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("token", Text, nullable=False),
    Column("change", Integer, nullable=False),
)
"""One row that differs after every change of the tables above: see `matcher.store.change`."""
