"""What language models answered."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from briefing.archive.tables import Digest, Moment, Number

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Give answers a table."""
    op.create_table(
        "answers",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("wanted", Digest(), nullable=False),
        sa.Column("digest", Digest(), nullable=False),
        sa.Column("commit", Number, nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["commit"], ["commits.number"]),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("ix_answers_wanted", "answers", ["wanted"])
