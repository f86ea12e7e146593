"""A digest of what kiosks on a server may see, beside that of all, where staff alone see a part."""

import sqlalchemy as sa
from alembic import op

from matcher.store.digests import part_digests
from matcher.store.sql import TEXT

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "whole_digest",
        sa.Column("profile_id", TEXT, nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("profile_id", name="pk_whole_digest"),
        sa.ForeignKeyConstraint(
            ["profile_id"],
            ["profile_digest.profile_id"],
            name="fk_whole_digest_profile_id",
            ondelete="CASCADE",
        ),
        sqlite_with_rowid=False,
    )
    part_digests(op.get_bind())


def downgrade() -> None:
    op.drop_table("whole_digest")
