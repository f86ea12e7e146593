"""The directory's database; SQLAlchemy and Alembic are known here and nowhere else.

It keeps practitioners' public entries only. There is no table for clients.
"""

from matcher.store.profiles import Counts, Profiles
from matcher.store.unit_of_work import Database, UnitOfWork, discard, exists

__all__ = ["Counts", "Database", "Profiles", "UnitOfWork", "discard", "exists"]
