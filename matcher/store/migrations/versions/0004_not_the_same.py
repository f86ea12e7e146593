"""Who was said to be two people, so that they are not suggested as one again."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "not_the_same",
        sa.Column("profile_id", sa.Text(), nullable=False),
        sa.Column("other_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("profile_id", "other_id", name="pk_not_the_same"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("not_the_same")
