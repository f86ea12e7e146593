"""What was done to the directory and what it was before, and ids that went into others."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "merged",
        sa.Column("old_id", sa.Text(), nullable=False),
        sa.Column("kept_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("old_id", name="pk_merged"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "act",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("undone_by", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_act"),
    )
    op.create_table(
        "act_change",
        sa.Column("act_id", sa.Integer(), nullable=False),
        sa.Column("profile_id", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("before_value", sa.Text(), nullable=True),
        sa.Column("before_day", sa.Date(), nullable=True),
        sa.Column("after_value", sa.Text(), nullable=True),
        sa.Column("after_day", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("act_id", "profile_id", "field", "source", name="pk_act_change"),
        sa.ForeignKeyConstraint(
            ["act_id"], ["act.id"], name="fk_act_change_act_id", ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_act_change_profile_id", "act_change", ["profile_id"])


def downgrade() -> None:
    for table in ("act_change", "act", "merged"):
        op.drop_table(table)
