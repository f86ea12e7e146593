"""The tables of the directory: profiles, what each source says of them, and what was done."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    LargeBinary,
    MetaData,
    Table,
)

from matcher.directory.kiosk_event import KioskWord
from matcher.store.sql import NUMBER, TEXT

METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
    }
)

PROFILE = Table(
    "profile",
    METADATA,
    Column("id", TEXT, primary_key=True),
    Column("published", Boolean, nullable=False),
    Column("published_on", Date),
    sqlite_with_rowid=False,
)
"""Who is in the directory. `published_on` dates the statement that last set `published`."""

FACT = Table(
    "fact",
    METADATA,
    Column("profile_id", TEXT, ForeignKey("profile.id", ondelete="CASCADE"), primary_key=True),
    Column("field", TEXT, primary_key=True),
    Column("source", TEXT, primary_key=True),
    Column("value", TEXT),
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
    Column("profile_id", TEXT, ForeignKey("profile.id", ondelete="CASCADE"), primary_key=True),
    Column("digest", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
"""SHA-256 of what clients may see of a profile in the two tables above, which is all as a rule: see
`matcher.store.digests`.
"""

WHOLE_DIGEST = Table(
    "whole_digest",
    METADATA,
    Column(
        "profile_id", TEXT, ForeignKey(DIGEST.c.profile_id, ondelete="CASCADE"), primary_key=True
    ),
    Column("digest", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
"""SHA-256 of all of a profile of which staff alone see a part. Kiosks on a server see no row of it:
they have the rest, and could try out what the part says.
"""

REACH = Table(
    "reach",
    METADATA,
    Column("area", TEXT, primary_key=True),
    Column("profile_id", TEXT, ForeignKey("profile.id", ondelete="CASCADE"), primary_key=True),
    Index("ix_reach_profile_id", "profile_id"),
    sqlite_with_rowid=False,
)
"""In which areas people can see whom, as `matcher.directory.reach` tells it of their facts."""

REACH_RULES = Table(
    "reach_rules",
    METADATA,
    Column("digest", TEXT, primary_key=True),
    sqlite_with_rowid=False,
)
"""By which rules all of the table above was made; no row where that is not known."""

DIRECTORY_STATE = Table(
    "directory_state",
    METADATA,
    Column("id", NUMBER, primary_key=True, autoincrement=False),
    Column("token", TEXT, nullable=False),
    Column("change", NUMBER, nullable=False),
)
"""One row that differs after every change of the tables above: see `matcher.store.change`."""

MERGED = Table(
    "merged",
    METADATA,
    Column("old_id", TEXT, primary_key=True),
    Column("kept_id", TEXT, nullable=False),
    sqlite_with_rowid=False,
)
"""Ids of profiles that turned out to be somebody known: files that name them mean the other."""

NOT_THE_SAME = Table(
    "not_the_same",
    METADATA,
    Column("profile_id", TEXT, primary_key=True),
    Column("other_id", TEXT, primary_key=True),
    sqlite_with_rowid=False,
)
"""Two ids that somebody said are two people, each pair in both orders. It holds for ids, whether
there are such profiles or not: who went, or went into another, may come back.
"""

ACT = Table(
    "act",
    METADATA,
    Column("id", NUMBER, primary_key=True, autoincrement=False),
    Column("at", TEXT, nullable=False),
    Column("who", TEXT, nullable=False),
    Column("what", TEXT, nullable=False),
    Column("detail", TEXT, nullable=False),
    Column("undone_by", NUMBER),
)
"""What was done to the directory; `at` is in UTC."""

ACT_CHANGE = Table(
    "act_change",
    METADATA,
    Column("act_id", NUMBER, ForeignKey("act.id", ondelete="CASCADE"), primary_key=True),
    Column("profile_id", TEXT, primary_key=True),
    Column("field", TEXT, primary_key=True),
    Column("source", TEXT, primary_key=True),
    Column("before_value", TEXT),
    Column("before_day", Date),
    Column("after_value", TEXT),
    Column("after_day", Date),
    Index("ix_act_change_profile_id", "profile_id"),
    sqlite_with_rowid=False,
)
"""What each act changed, as in `matcher.directory.trail`; `field` and `source` are ``""`` for a
profile itself. Of a profile that an act brought, only that is kept: its facts are its own.
"""

STAFF_SECRET = Table(
    "staff_secret",
    METADATA,
    Column("kind", TEXT, primary_key=True),
    Column("folded", TEXT, primary_key=True),
    Column("name", TEXT, nullable=False),
    Column("hash", TEXT, nullable=False),
    Column("tries", NUMBER, nullable=False),
    sqlite_with_rowid=False,
)
"""What lets staff in. `folded` is an account's name as it is looked up, `name` as it is shown;
both are ``""`` for what there is only one of. `tries` counts those in vain since the last that
was not."""

_KIOSK_WORDS = ", ".join(f"'{word}'" for word in KioskWord)

KIOSK_EVENT = Table(
    "kiosk_event",
    METADATA,
    Column("id", TEXT, primary_key=True),
    Column("at", TEXT, nullable=False),
    Column("kiosk", TEXT, nullable=False),
    Column("what", TEXT, nullable=False),
    CheckConstraint("length(id) <= 32", "ck_kiosk_event_id"),
    CheckConstraint("at LIKE '____-__-__T__:__:__.______+00:00'", "ck_kiosk_event_at"),
    CheckConstraint("length(kiosk) <= 60", "ck_kiosk_event_kiosk"),
    CheckConstraint(f"what IN ({_KIOSK_WORDS})", "ck_kiosk_event_what"),
    sqlite_with_rowid=False,
)
"""What kiosks tell of themselves, and nothing of who sat there. A kiosk draws `id`: what it sends
twice is there once. It is no part of the directory, so a copy neither takes nor brings it. All
kiosks may add here by one name and its password: what they add is held to its form by the database.
"""
