"""What persons decided of standing questions: only ever added, and heard by the edition in whose window it was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from briefing.archive.tables import closings as table
from briefing.model import Closing

if TYPE_CHECKING:
    import datetime as dt

    from briefing.archive.store import Archive


def close_question(archive: Archive, audience: str, closing: Closing) -> None:
    """Take in a decision, in a commit of its own."""
    with archive.writing(closing.at) as writer:
        writer.execute(
            sa.insert(table).values(
                audience=audience,
                question=closing.question,
                commit=writer.commit,
                at=closing.at,
                reopened=int(closing.reopened),
                because=closing.because,
                by=closing.by,
            )
        )


def closings_since(archive: Archive, audience: str, moment: dt.datetime) -> tuple[Closing, ...]:
    """Give what was decided at or after a moment, oldest first: what the next edition will tell."""
    query = sa.select(table).where(table.c.audience == audience, table.c.at >= moment).order_by(table.c.number)
    with archive.reading() as connection:
        return tuple(_closing(row) for row in connection.execute(query))


def closings_between(
    connection: sa.Connection, audience: str, opened: dt.datetime, closed: dt.datetime, known: int
) -> tuple[tuple[Closing, ...], list[int]]:
    """Give what was decided in a window and known by a commit, oldest first, with the commits."""
    query = (
        sa.select(table)
        .where(table.c.audience == audience, table.c.at >= opened, table.c.at < closed, table.c.commit <= known)
        .order_by(table.c.number)
    )
    rows = connection.execute(query).all()
    return tuple(_closing(row) for row in rows), [row.commit for row in rows]


def _closing(row: sa.Row[Any]) -> Closing:
    return Closing(question=row.question, at=row.at, because=row.because, by=row.by, reopened=bool(row.reopened))
