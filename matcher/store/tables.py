"""The tables of the directory: profiles, what each source says of them, and what was done."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

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

DIGEST = Table(
    "profile_digest",
    METADATA,
    Column("profile_id", Text, ForeignKey("profile.id", ondelete="CASCADE"), primary_key=True),
    Column("digest", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
"""SHA-256 of all that the two tables above hold of a profile: see `matcher.store.digests`."""

DIRECTORY_STATE = Table(
    "directory_state",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("token", Text, nullable=False),
    Column("change", Integer, nullable=False),
)
"""One row that differs after every change of the tables above: see `matcher.store.change`."""

MERGED = Table(
    "merged",
    METADATA,
    Column("old_id", Text, primary_key=True),
    Column("kept_id", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""Ids of profiles that turned out to be somebody known: files that name them mean the other."""

NOT_THE_SAME = Table(
    "not_the_same",
    METADATA,
    Column("profile_id", Text, primary_key=True),
    Column("other_id", Text, primary_key=True),
    sqlite_with_rowid=False,
)
"""Two ids that somebody said are two people, each pair in both orders. It holds for ids, whether
there are such profiles or not: who went, or went into another, may come back.
"""

ACT = Table(
    "act",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("undone_by", Integer),
)
"""What was done to the directory; `at` is in UTC."""

ACT_CHANGE = Table(
    "act_change",
    METADATA,
    Column("act_id", Integer, ForeignKey("act.id", ondelete="CASCADE"), primary_key=True),
    Column("profile_id", Text, primary_key=True),
    Column("field", Text, primary_key=True),
    Column("source", Text, primary_key=True),
    Column("before_value", Text),
    Column("before_day", Date),
    Column("after_value", Text),
    Column("after_day", Date),
    Index("ix_act_change_profile_id", "profile_id"),
    sqlite_with_rowid=False,
)
"""What each act changed, as in `matcher.directory.trail`; `field` and `source` are ``""`` for a
profile itself. Of a profile that an act brought, only that is kept: its facts are its own.
"""
