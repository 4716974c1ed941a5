"""What was heard, what was made, and the state of feeds: the archive's first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from briefing.archive.tables import Digest, Moment, Number

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table."""
    _heard()
    _made()


def _heard() -> None:
    op.create_table(
        "articles",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("digest", Digest(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("digest"),
    )
    op.create_table(
        "commits",
        sa.Column("number", Number, autoincrement=False, nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_table(
        "feeds",
        sa.Column("feed", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("etag", sa.Text(), nullable=False),
        sa.Column("modified", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("moved", sa.Text(), nullable=False),
        sa.Column("heard", Moment(), nullable=True),
        sa.Column("silent", Moment(), nullable=True),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("feed"),
    )
    op.create_table(
        "rounds",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index(op.f("ix_rounds_at"), "rounds", ["at"], unique=False)
    op.create_table(
        "entries",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("digest", Digest(), nullable=False),
        sa.Column("feed", sa.Text(), nullable=False),
        sa.Column("identity", Digest(), nullable=False),
        sa.Column("commit", Number, nullable=False),
        sa.Column("first", Number, nullable=False),
        sa.Column("seen", Moment(), nullable=False),
        sa.Column("arrived", Moment(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["commit"],
            ["commits.number"],
        ),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("digest"),
    )
    op.create_index("entries_first", "entries", ["first"], unique=False)
    op.create_index(op.f("ix_entries_arrived"), "entries", ["arrived"], unique=False)
    op.create_index(op.f("ix_entries_identity"), "entries", ["identity"], unique=False)
    op.create_table(
        "observations",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("latitude", sa.Float(), nullable=False),
        sa.Column("longitude", sa.Float(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("celsius", sa.Float(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("commit", Number, nullable=False),
        sa.ForeignKeyConstraint(
            ["commit"],
            ["commits.number"],
        ),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("observations_where", "observations", ["latitude", "longitude", "at"], unique=False)
    op.create_table(
        "readings",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("identity", Digest(), nullable=False),
        sa.Column("entry", Digest(), nullable=False),
        sa.Column("commit", Number, nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("article", Digest(), nullable=True),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["commit"],
            ["commits.number"],
        ),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index(op.f("ix_readings_identity"), "readings", ["identity"], unique=False)
    op.create_table(
        "silences",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("feed", sa.Text(), nullable=False),
        sa.Column("commit", Number, nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("since", Moment(), nullable=True),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["commit"],
            ["commits.number"],
        ),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index(op.f("ix_silences_feed"), "silences", ["feed"], unique=False)


def _made() -> None:
    op.create_table(
        "deliveries",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.Column("date", sa.Text(), nullable=False),
        sa.Column("edition", Digest(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("deliveries_of", "deliveries", ["audience", "date"], unique=False)
    op.create_table(
        "editions",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.Column("date", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("beside", sa.Text(), nullable=False),
        sa.Column("digest", Digest(), nullable=False),
        sa.Column("opened", Moment(), nullable=False),
        sa.Column("closed", Moment(), nullable=False),
        sa.Column("as_of", Moment(), nullable=False),
        sa.Column("known", Number, nullable=False),
        sa.Column("made", Moment(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("predecessor", sa.Text(), nullable=False),
        sa.Column("settings", sa.LargeBinary(), nullable=False),
        sa.Column("used", sa.LargeBinary(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("editions_of", "editions", ["audience", "date"], unique=False)
    op.create_table(
        "prints",
        sa.Column("number", Number, autoincrement=True, nullable=False),
        sa.Column("edition", Digest(), nullable=False),
        sa.Column("templates", Digest(), nullable=False),
        sa.Column("toolchain", Digest(), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("digest", Digest(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index(op.f("ix_prints_edition"), "prints", ["edition"], unique=False)
    op.create_table(
        "templates",
        sa.Column("digest", Digest(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("digest"),
    )
