"""Bringing entries and articles back from how they are kept."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from briefing import identity
from briefing.archive.feeds import CHUNK
from briefing.archive.tables import articles
from briefing.model import Article, Entry, Heard

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


def heard_of(row: sa.Row[Any], place: int = 0) -> Heard:
    """Bring back an entry as it was heard."""
    entry = entry_of(row.body)
    return Heard(digest=row.digest, commit=row.commit, seen=row.seen, arrived=row.arrived, entry=entry, place=place)


def entry_of(body: bytes) -> Entry:
    """Bring back an entry."""
    return identity.restore(Entry, json.loads(identity.unpack(body)))


def texts_of(connection: sa.Connection, digests: Sequence[str]) -> dict[str, Article]:
    """Bring back articles by their names; what is no longer there is left out."""
    query = sa.select(articles)
    return {
        row.digest: identity.restore(Article, json.loads(identity.unpack(row.body)))
        for row in rows_of(connection, query, articles.c.digest, digests)
    }


def rows_of(
    connection: sa.Connection, query: sa.Select[Any], column: sa.Column[Any], names: Iterable[str]
) -> Iterator[sa.Row[Any]]:
    """Run a query for as many values of one column as there are, in parts that every database takes."""
    wanted = sorted(set(names))
    for start in range(0, len(wanted), CHUNK):
        yield from connection.execute(query.where(column.in_(wanted[start : start + CHUNK])))
