"""In which states people can see whom, made once of what is there."""

import sqlalchemy as sa
from alembic import op

from matcher.store.reach import renew_reach
from matcher.store.sql import TEXT

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "reach",
        sa.Column("area", TEXT, nullable=False),
        sa.Column("profile_id", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("area", "profile_id", name="pk_reach"),
        sa.ForeignKeyConstraint(
            ["profile_id"], ["profile.id"], name="fk_reach_profile_id", ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_reach_profile_id", "reach", ["profile_id"])
    renew_reach(op.get_bind(), sa.true())


def downgrade() -> None:
    op.drop_table("reach")
