"""What persons decided of standing questions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from briefing.archive.tables import Moment, Number

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Give closings a table."""
    op.create_table(
        "closings",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("commit", Number, nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("reopened", sa.Integer(), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["commit"], ["commits.number"]),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("closings_of", "closings", ["audience", "at"])
