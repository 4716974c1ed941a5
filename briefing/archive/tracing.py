"""Looking for something that was heard: by its address, or by words, with what became of its page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from briefing import identity
from briefing.archive.reviving import entry_of
from briefing.archive.tables import entries, readings

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Sequence

    from briefing.archive.store import Archive
    from briefing.model import Entry

Rows = list["sa.Row[tuple[Any, ...]]"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """An entry over all its versions, and the articles that were read behind it; `cause` says why none was.

    `first` is the commit in which it was first heard, `names` the digests under which an edition may cite it.
    """

    entry: Entry
    arrived: dt.datetime
    first: int
    names: frozenset[str]
    cause: str


def traced_by_link(archive: Archive, links: Iterable[str]) -> tuple[Trace, ...]:
    """Give the entries that lead to one of these addresses, latest first."""
    places = sorted({identity.place(link) for link in links} - {0})
    with archive.reading() as connection:
        rows = list(
            connection.execute(sa.select(entries).where(entries.c.place.in_(places)).order_by(entries.c.number))
        )
        return _traces(connection, rows, lambda _: True)


def traced_by_words(
    archive: Archive, meant: Callable[[Entry], bool], since: dt.datetime, until: dt.datetime
) -> tuple[Trace, ...]:
    """Give the entries that arrived in `[since, until]` and are meant, latest first."""
    query = sa.select(entries).where(entries.c.arrived >= since, entries.c.arrived <= until).order_by(entries.c.number)
    with archive.reading() as connection:
        return _traces(connection, list(connection.execute(query)), meant)


def _traces(connection: sa.Connection, rows: Rows, meant: Callable[[Entry], bool]) -> tuple[Trace, ...]:
    latest = {row.identity: row for row in rows}
    said = {name: entry_of(row.body) for name, row in latest.items()}
    names = [name for name, entry in said.items() if meant(entry)]
    found = [_trace(connection, latest[name], said[name]) for name in names]
    return tuple(sorted(found, key=lambda trace: (trace.arrived, trace.first), reverse=True))


def _trace(connection: sa.Connection, row: sa.Row[tuple[Any, ...]], entry: Entry) -> Trace:
    versions = sa.select(entries.c.digest).where(entries.c.identity == row.identity)
    query = sa.select(readings).where(readings.c.identity == row.identity).order_by(readings.c.number)
    read: Sequence[sa.Row[tuple[Any, ...]]] = connection.execute(query).all()
    articles = {one.article for one in read if one.article}
    return Trace(
        entry=entry,
        arrived=row.arrived,
        first=row.first,
        names=frozenset(articles | set(connection.scalars(versions))),
        cause="" if articles or not read else read[-1].cause,
    )
