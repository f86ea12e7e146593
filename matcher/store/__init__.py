"""The directory's database, and a person's own file; SQLAlchemy and Alembic are known here alone.

The directory keeps practitioners' public entries, who of the staff may change them, and what was
done. It has no table for clients: what one of them keeps is in `matcher.store.personal`.
"""

from matcher.store.backup import Content, copy_out, is_ours, look_through, put_in
from matcher.store.engine import SNAPSHOT_ENDING
from matcher.store.location import locate
from matcher.store.overview import Overview
from matcher.store.profiles import Counts, Profiles
from matcher.store.trail import Trail
from matcher.store.unit_of_work import Database, UnitOfWork, discard, exists

__all__ = [
    "SNAPSHOT_ENDING",
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
