"""What came of asking for pictures, and the JPEGs that were made of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from briefing.archive.tables import Digest, Moment, Number

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Give plates and lookings their tables."""
    op.create_table(
        "plates",
        sa.Column("digest", Digest(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("digest"),
    )
    op.create_table(
        "lookings",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("picture", Digest(), nullable=False),
        sa.Column("commit", Number, nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("plates", sa.LargeBinary(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["commit"], ["commits.number"]),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("ix_lookings_picture", "lookings", ["picture"])
