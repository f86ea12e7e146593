"""By which rules it was made in which states people can see whom; who writes next makes it anew."""

import sqlalchemy as sa
from alembic import op

from matcher.store.sql import TEXT

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "reach_rules",
        sa.Column("digest", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_reach_rules"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("reach_rules")
