"""The tables of the archive. What was heard and what was made is only ever added; state has tables of its own."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa

EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
MICROSECOND = dt.timedelta(microseconds=1)


class Moment(sa.types.TypeDecorator[dt.datetime]):
    """An aware moment, kept as whole microseconds since 1970 in UTC: exact and ordered in every database."""

    impl = sa.BigInteger
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: sa.Dialect) -> int | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Take a moment into the database."""
        return None if value is None else (value - EPOCH) // MICROSECOND

    def process_result_value(self, value: int | None, dialect: sa.Dialect) -> dt.datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Bring a moment back."""
        return None if value is None else EPOCH + value * MICROSECOND


class Digest(sa.types.TypeDecorator[str]):
    """A digest, kept as its bytes: half the room of its digits."""

    impl = sa.LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: sa.Dialect) -> bytes | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Take a digest into the database."""
        return None if value is None else bytes.fromhex(value)

    def process_result_value(self, value: bytes | None, dialect: sa.Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Bring a digest back."""
        return None if value is None else bytes(value).hex()


metadata = sa.MetaData()

# SQLite numbers rows by itself only where the key is INTEGER; PostgreSQL wants room for more.
Number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _number() -> sa.Column[int]:
    return sa.Column("number", Number, primary_key=True, autoincrement=True)


def _heard_in() -> sa.Column[int]:
    return sa.Column("commit", Number, sa.ForeignKey("commits.number"), nullable=False)


commits = sa.Table(
    "commits",
    metadata,
    sa.Column("number", Number, primary_key=True, autoincrement=False),
    sa.Column("at", Moment, nullable=False),
)

rounds = sa.Table("rounds", metadata, _number(), sa.Column("at", Moment, nullable=False, index=True))

feeds = sa.Table(
    "feeds",
    metadata,
    sa.Column("feed", sa.Text, primary_key=True),
    sa.Column("title", sa.Text, nullable=False, default=""),
    sa.Column("etag", sa.Text, nullable=False, default=""),
    sa.Column("modified", sa.Text, nullable=False, default=""),
    sa.Column("body", sa.Text, nullable=False, default=""),
    sa.Column("seen", sa.LargeBinary),
    sa.Column("moved", sa.Text, nullable=False, default=""),
    sa.Column("heard", Moment),
    sa.Column("silent", Moment),
    sa.Column("cause", sa.Text, nullable=False, default=""),
    sa.Column("failures", sa.Integer, nullable=False, default=0),
    sa.Column("url", sa.Text, nullable=False, default=""),
    sa.Column("changed", Moment),
    sa.Column("due", Moment),
    sa.Column("not_before", Moment),
    sa.Column("rhythm", sa.Integer, nullable=False, default=0),
    sa.Column("pace", sa.Text, nullable=False, default=""),
    sa.Column("retired", sa.Boolean, nullable=False, default=False),
)

audiences = sa.Table(
    "audiences",
    metadata,
    sa.Column("audience", sa.Text, primary_key=True),
    sa.Column("appeared", Moment, nullable=False),
)

robots = sa.Table(
    "robots",
    metadata,
    sa.Column("host", sa.Text, primary_key=True),
    sa.Column("at", Moment, nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
    sa.Column("closed", sa.Boolean, nullable=False),
)

entries = sa.Table(
    "entries",
    metadata,
    _number(),
    sa.Column("digest", Digest, nullable=False, unique=True),
    sa.Column("feed", sa.Text, nullable=False),
    sa.Column("identity", Digest, nullable=False, index=True),
    sa.Column("place", sa.BigInteger, nullable=False, default=0, index=True),
    _heard_in(),
    sa.Column("first", Number, nullable=False),
    sa.Column("seen", Moment, nullable=False),
    sa.Column("arrived", Moment, nullable=False, index=True),
    sa.Column("body", sa.LargeBinary, nullable=False),
    sa.Index("entries_first", "first"),
)

articles = sa.Table(
    "articles",
    metadata,
    _number(),
    sa.Column("digest", Digest, nullable=False, unique=True),
    sa.Column("body", sa.LargeBinary, nullable=False),
)

readings = sa.Table(
    "readings",
    metadata,
    _number(),
    sa.Column("identity", Digest, nullable=False, index=True),
    sa.Column("entry", Digest, nullable=False),
    _heard_in(),
    sa.Column("at", Moment, nullable=False),
    sa.Column("article", Digest),
    sa.Column("cause", sa.Text, nullable=False, default=""),
)

pages = sa.Table(
    "pages",
    metadata,
    sa.Column("identity", Digest, primary_key=True),
    sa.Column("at", Moment, nullable=False),
    sa.Column("etag", sa.Text, nullable=False, default=""),
    sa.Column("modified", sa.Text, nullable=False, default=""),
)

silences = sa.Table(
    "silences",
    metadata,
    _number(),
    sa.Column("feed", sa.Text, nullable=False, index=True),
    _heard_in(),
    sa.Column("at", Moment, nullable=False),
    sa.Column("url", sa.Text, nullable=False),
    sa.Column("since", Moment),
    sa.Column("cause", sa.Text, nullable=False),
)

observations = sa.Table(
    "observations",
    metadata,
    _number(),
    sa.Column("latitude", sa.Float, nullable=False),
    sa.Column("longitude", sa.Float, nullable=False),
    sa.Column("at", Moment, nullable=False),
    sa.Column("celsius", sa.Float, nullable=False),
    sa.Column("source", sa.Text, nullable=False),
    _heard_in(),
    sa.Index("observations_where", "latitude", "longitude", "at"),
)

answers = sa.Table(
    "answers",
    metadata,
    _number(),
    sa.Column("wanted", Digest, nullable=False, index=True),
    sa.Column("digest", Digest, nullable=False),
    _heard_in(),
    sa.Column("at", Moment, nullable=False),
    sa.Column("cause", sa.Text, nullable=False, default=""),
    sa.Column("body", sa.LargeBinary, nullable=False),
)

closings = sa.Table(
    "closings",
    metadata,
    _number(),
    sa.Column("audience", sa.Text, nullable=False),
    sa.Column("question", sa.Text, nullable=False),
    _heard_in(),
    sa.Column("at", Moment, nullable=False),
    sa.Column("reopened", sa.Integer, nullable=False, default=0),
    sa.Column("because", sa.Text, nullable=False, default=""),
    sa.Column("by", sa.Text, nullable=False, default=""),
    sa.Index("closings_of", "audience", "at"),
)

plates = sa.Table(
    "plates",
    metadata,
    sa.Column("digest", Digest, primary_key=True),
    sa.Column("width", sa.Integer, nullable=False),
    sa.Column("height", sa.Integer, nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
)

lookings = sa.Table(
    "lookings",
    metadata,
    _number(),
    sa.Column("picture", Digest, nullable=False, index=True),
    _heard_in(),
    sa.Column("at", Moment, nullable=False),
    sa.Column("plates", sa.LargeBinary, nullable=False),
    sa.Column("cause", sa.Text, nullable=False, default=""),
)

templates = sa.Table(
    "templates",
    metadata,
    sa.Column("digest", Digest, primary_key=True),
    sa.Column("body", sa.LargeBinary, nullable=False),
)

editions = sa.Table(
    "editions",
    metadata,
    _number(),
    sa.Column("audience", sa.Text, nullable=False),
    sa.Column("date", sa.Text, nullable=False),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("beside", sa.Text, nullable=False, default=""),
    sa.Column("digest", Digest, nullable=False),
    sa.Column("opened", Moment, nullable=False),
    sa.Column("closed", Moment, nullable=False),
    sa.Column("as_of", Moment, nullable=False),
    sa.Column("known", Number, nullable=False),
    sa.Column("made", Moment, nullable=False),
    sa.Column("method", sa.Text, nullable=False),
    sa.Column("version", sa.Text, nullable=False),
    sa.Column("predecessor", sa.Text, nullable=False),
    sa.Column("settings", sa.LargeBinary, nullable=False),
    sa.Column("used", sa.LargeBinary, nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
    sa.Index("editions_of", "audience", "date"),
)

prints = sa.Table(
    "prints",
    metadata,
    _number(),
    sa.Column("edition", Digest, nullable=False, index=True),
    sa.Column("templates", Digest, nullable=False),
    sa.Column("toolchain", Digest, nullable=False),
    sa.Column("format", sa.Text, nullable=False),
    sa.Column("digest", Digest, nullable=False),
    sa.Column("at", Moment, nullable=False),
)

deliveries = sa.Table(
    "deliveries",
    metadata,
    _number(),
    sa.Column("audience", sa.Text, nullable=False),
    sa.Column("date", sa.Text, nullable=False),
    sa.Column("edition", Digest, nullable=False),
    sa.Column("channel", sa.Text, nullable=False),
    sa.Column("recipient", sa.Text, nullable=False),
    sa.Column("at", Moment, nullable=False),
    sa.Column("outcome", sa.Text, nullable=False),
    sa.Column("words", sa.Text, nullable=False, default=""),
    sa.Index("deliveries_of", "audience", "date"),
)
