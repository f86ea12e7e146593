"""What kiosks tell of themselves when several share one directory."""

import sqlalchemy as sa
from alembic import op

from matcher.store.sql import TEXT

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "kiosk_event",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("at", TEXT, nullable=False),
        sa.Column("kiosk", TEXT, nullable=False),
        sa.Column("what", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_kiosk_event"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("kiosk_event")
