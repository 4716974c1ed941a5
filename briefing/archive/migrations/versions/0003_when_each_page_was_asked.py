"""When the page behind each entry was last asked for, and what to ask it again with."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from briefing.archive.tables import Digest, Moment

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Remember pages."""
    op.create_table(
        "pages",
        sa.Column("identity", Digest(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("etag", sa.Text(), nullable=False),
        sa.Column("modified", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("identity"),
    )
