"""Pages that are asked for again: behind what an edition of the last days cites, once a day, on conditions."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import sqlalchemy as sa

from briefing import identity
from briefing.archive.reviving import entry_of, rows_of
from briefing.archive.tables import editions, entries, pages
from briefing.model import Told, Validators

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from briefing.archive.store import Archive, Writer
    from briefing.model import Entry, Reading

# The wire's words for 404, for 410, and for a page that says so itself.
GONE = frozenset({"not found", "gone for good", "its page says that it was not found"})


def cited_pages(
    archive: Archive, listened: Iterable[str], since: dt.date, asked: dt.datetime
) -> tuple[tuple[str, Entry, Validators], ...]:
    """Give the entries whose pages an edition since a day was told from, if nobody asked for them since a moment.

    Each comes by the name of the version that was told, with what to ask its page with.
    """
    allowed = set(listened)
    with archive.reading() as connection:
        told = _told_from_pages(connection, since)
        rows = [row for row in rows_of(connection, sa.select(entries), entries.c.digest, told) if row.feed in allowed]
        known = {row.identity: row for row in rows_of(connection, sa.select(pages), pages.c.identity, _names(rows))}
    newest = {row.identity: row for row in sorted(rows, key=lambda row: row.number)}
    found = []
    for name, row in sorted(newest.items()):
        state = known.get(name)
        entry = entry_of(row.body)
        if entry.link and (state is None or state.at <= asked):
            checks = Validators(etag=state.etag, modified=state.modified) if state else Validators()
            found.append((row.digest, entry, checks))
    return tuple(found)


def keep_asked(writer: Writer, read: Sequence[tuple[str, Reading]]) -> None:
    """Write down when pages were asked for; one that could not be had keeps what to ask it with."""
    rows = {name: _row(name, reading) for name, reading in read if not reading.silence}
    failed = {name: reading.at for name, reading in read if reading.silence and name not in rows}
    known = {row.identity: row for row in rows_of(writer.connection, sa.select(pages), pages.c.identity, failed)}
    for name, at in failed.items():
        was = known.get(name)
        rows[name] = {
            "identity": name,
            "at": at,
            "etag": was.etag if was else "",
            "modified": was.modified if was else "",
        }
    writer.execute(sa.delete(pages).where(pages.c.identity.in_(sorted(rows))))
    writer.execute(sa.insert(pages), [rows[name] for name in sorted(rows)])


def _row(name: str, reading: Reading) -> dict[str, object]:
    checks = reading.validators
    return {"identity": name, "at": reading.at, "etag": checks.etag, "modified": checks.modified}


def _told_from_pages(connection: sa.Connection, since: dt.date) -> set[str]:
    """Name the entries that the latest edition of each audience remembers to have told from their pages."""
    table = editions.c
    query = (
        sa.select(table.audience, table.number)
        .where(table.status == "edition", table.beside == "", table.date >= since.isoformat())
        .order_by(table.date, table.number)
    )
    newest = {row.audience: row.number for row in connection.execute(query)}
    bodies = connection.scalars(sa.select(table.body).where(table.number.in_(newest.values())))
    plain = [story for body in bodies for story in json.loads(identity.unpack(body)).get("memory", [])]
    memory = [identity.restore(Told, story) for story in plain]
    return {text.entry for told in memory if told.date >= since for text in told.texts if text.article != text.entry}


def _names(rows: Iterable[sa.Row[tuple[object, ...]]]) -> set[str]:
    return {str(row.identity) for row in rows}
