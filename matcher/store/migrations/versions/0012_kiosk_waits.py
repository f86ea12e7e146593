"""A kiosk tells that it waits for the newest list, too."""

import sqlalchemy as sa
from alembic import op

from matcher.store.sql import TEXT

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_OLD_WORDS = (
    "'started', 'ended_by_staff', 'ended', 'staff_came_in', 'new_copy', 'copy_is_current', "
    "'server_away', 'server_back', 'sittings_ended_early', 'some_left_out'"
)
_WORDS = _OLD_WORDS.replace("'server_away'", "'waits_for_newest', 'server_away'")
_COLUMNS = ("id", "at", "kiosk", "what")
_EVENTS = sa.table("kiosk_event", *map(sa.column, _COLUMNS))
_BEFORE = sa.table("kiosk_event_before", *map(sa.column, _COLUMNS))


def upgrade() -> None:
    _hold_to(_WORDS)


def downgrade() -> None:
    op.execute(sa.delete(_EVENTS).where(_EVENTS.c.what == "waits_for_newest"))
    _hold_to(_OLD_WORDS)


def _hold_to(words: str) -> None:
    check = f"what IN ({words})"
    if op.get_bind().dialect.name != "sqlite":
        op.drop_constraint("ck_kiosk_event_what", "kiosk_event")
        op.create_check_constraint("ck_kiosk_event_what", "kiosk_event", check)
        return
    # SQLite cannot change what a table is held to.
    op.rename_table("kiosk_event", "kiosk_event_before")
    op.create_table(
        "kiosk_event",
        *(sa.Column(column, TEXT, nullable=False) for column in _COLUMNS),
        sa.PrimaryKeyConstraint("id", name="pk_kiosk_event"),
        sa.CheckConstraint("length(id) <= 32", "ck_kiosk_event_id"),
        sa.CheckConstraint("at LIKE '____-__-__T__:__:__.______+00:00'", "ck_kiosk_event_at"),
        sa.CheckConstraint("length(kiosk) <= 60", "ck_kiosk_event_kiosk"),
        sa.CheckConstraint(check, "ck_kiosk_event_what"),
        sqlite_with_rowid=False,
    )
    op.execute(sa.insert(_EVENTS).from_select(_COLUMNS, sa.select(*_BEFORE.c)))
    op.drop_table("kiosk_event_before")
