"""The directory's database; SQLAlchemy and Alembic are known here and nowhere else.

It keeps practitioners' public entries only. There is no table for clients.
"""

from matcher.store.backup import Content, copy_out, is_ours, look_through, put_in
from matcher.store.engine import locate
from matcher.store.overview import Overview
from matcher.store.profiles import Counts, Profiles
from matcher.store.trail import Trail
from matcher.store.unit_of_work import Database, UnitOfWork, discard, exists

__all__ = [
    "Content",
    "Counts",
    "Database",
    "Overview",
    "Profiles",
    "Trail",
    "UnitOfWork",
    "copy_out",
    "discard",
    "exists",
    "is_ours",
    "locate",
    "look_through",
    "put_in",
]
