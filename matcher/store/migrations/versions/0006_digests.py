"""A digest of all that is stored of each profile, made once of what is there."""

import sqlalchemy as sa
from alembic import op

from matcher.store.digests import note_digests_of_all

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "profile_digest",
        sa.Column("profile_id", sa.Text(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("profile_id", name="pk_profile_digest"),
        sa.ForeignKeyConstraint(
            ["profile_id"],
            ["profile.id"],
            name="fk_profile_digest_profile_id",
            ondelete="CASCADE",
        ),
        sqlite_with_rowid=False,
    )
    note_digests_of_all(op.get_bind())


def downgrade() -> None:
    op.drop_table("profile_digest")
