"""The first schema: profiles and what each source says about them."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "profile",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("published", sa.Boolean(), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_profile"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "fact",
        sa.Column("profile_id", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("confirmed_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("profile_id", "field", "source", name="pk_fact"),
        sa.ForeignKeyConstraint(
            ["profile_id"], ["profile.id"], name="fk_fact_profile_id", ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    for table in ("fact", "profile"):
        op.drop_table(table)
