"""What kiosks tell is held to its form by the database: who may add there may write anything."""

import sqlalchemy as sa
from alembic import op

from matcher.store.sql import TEXT

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_WORDS = (
    "'started', 'ended_by_staff', 'ended', 'staff_came_in', 'new_copy', 'copy_is_current', "
    "'server_away', 'server_back', 'sittings_ended_early', 'some_left_out'"
)
_CHECKS = {
    "id": "length(id) <= 32",
    "at": "at LIKE '____-__-__T__:__:__.______+00:00'",
    "kiosk": "length(kiosk) <= 60",
    "what": f"what IN ({_WORDS})",
}
_COLUMNS = ("id", "at", "kiosk", "what")
_EVENTS = sa.table("kiosk_event", *map(sa.column, _COLUMNS))
_OLD = sa.table("kiosk_event_of_0008", *map(sa.column, _COLUMNS))


def upgrade() -> None:
    # What is of another form was never read, and was written by nothing of ours.
    fits = sa.and_(*map(sa.text, _CHECKS.values()))
    if op.get_bind().dialect.name != "sqlite":
        op.execute(sa.delete(_EVENTS).where(sa.not_(fits)))
        for column, check in _CHECKS.items():
            op.create_check_constraint(_named(column), "kiosk_event", check)
        return
    checks = [sa.CheckConstraint(check, _named(column)) for column, check in _CHECKS.items()]
    _make_anew(checks, fits)


def downgrade() -> None:
    if op.get_bind().dialect.name != "sqlite":
        for column in _CHECKS:
            op.drop_constraint(_named(column), "kiosk_event")
        return
    _make_anew([], sa.true())


def _named(column: str) -> str:
    return f"ck_kiosk_event_{column}"


def _make_anew(checks: list[sa.CheckConstraint], fits: sa.ColumnElement[bool]) -> None:
    """Put another table in the place of this one: SQLite cannot change what one is held to."""
    op.rename_table("kiosk_event", "kiosk_event_of_0008")
    op.create_table(
        "kiosk_event",
        *(sa.Column(column, TEXT, nullable=False) for column in _COLUMNS),
        sa.PrimaryKeyConstraint("id", name="pk_kiosk_event"),
        *checks,
        sqlite_with_rowid=False,
    )
    op.execute(sa.insert(_EVENTS).from_select(_COLUMNS, sa.select(*_OLD.c).where(fits)))
    op.drop_table("kiosk_event_of_0008")
