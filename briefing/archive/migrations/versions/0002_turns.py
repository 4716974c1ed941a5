"""When each feed is asked next, and what hosts' robots.txt say."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from briefing.archive.tables import Moment

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Give feeds their turns."""
    with op.batch_alter_table("feeds") as feeds:
        feeds.add_column(sa.Column("url", sa.Text(), nullable=False, server_default=""))
        feeds.add_column(sa.Column("seen", sa.LargeBinary(), nullable=True))
        feeds.add_column(sa.Column("changed", Moment(), nullable=True))
        feeds.add_column(sa.Column("due", Moment(), nullable=True))
        feeds.add_column(sa.Column("not_before", Moment(), nullable=True))
        feeds.add_column(sa.Column("rhythm", sa.Integer(), nullable=False, server_default="0"))
        feeds.add_column(sa.Column("pace", sa.Text(), nullable=False, server_default=""))
        feeds.add_column(sa.Column("retired", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("entries", sa.Column("place", sa.BigInteger(), nullable=False, server_default="0"))
    op.create_index("ix_entries_place", "entries", ["place"])
    op.create_table(
        "audiences",
        sa.Column("audience", sa.Text(), nullable=False),
        sa.Column("appeared", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("audience"),
    )
    op.create_table(
        "robots",
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("host"),
    )
