"""Keeping what was made: every making of an edition, its record, its templates, and the digests of its files."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from briefing import identity
from briefing.archive import tables
from briefing.model import Audience, Edition, Feed, Predecessor, Record, Window

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from briefing.archive.store import Archive
    from briefing.model import Snapshot

DIGITS = 2 * identity.DIGEST_BYTES


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """A file that was printed: its format, and the digests of what it was printed with and of its bytes."""

    format: str
    templates: str
    toolchain: str
    digest: str


def editions(archive: Archive, audience: str | None = None) -> tuple[Record, ...]:
    """Give the latest making of each edition, proofs and second makings included, by date and audience."""
    table = tables.editions.c
    newest = sa.select(sa.func.max(table.number)).group_by(table.audience, table.date, table.beside, table.status)
    query = (
        sa.select(tables.editions).where(table.number.in_(newest)).order_by(table.date, table.audience, table.number)
    )
    if audience is not None:
        query = query.where(table.audience == audience)
    with archive.reading() as connection:
        return tuple(_record(row) for row in connection.execute(query))


def latest(archive: Archive, audience: str, date: dt.date, *, beside: str = "") -> Record | None:
    """Give the latest making of a day: the edition before any proof; None where nobody made one."""
    table = tables.editions.c
    query = sa.select(tables.editions).where(
        table.audience == audience, table.date == date.isoformat(), table.beside == beside
    )
    with archive.reading() as connection:
        rows = connection.execute(query.order_by(table.number)).all()
    finished = [row for row in rows if row.status == "edition"] or rows
    return _record(finished[-1]) if finished else None


def predecessor(archive: Archive, audience: str, date: dt.date) -> Predecessor | None:
    """Give what the edition of a day remembers of the one before it."""
    table = tables.editions.c
    query = (
        sa.select(tables.editions)
        .where(table.audience == audience, table.status == "edition", table.beside == "")
        .where(table.date < date.isoformat())
        .order_by(table.date.desc(), table.number.desc())
        .limit(1)
    )
    with archive.reading() as connection:
        row = connection.execute(query).first()
    if row is None:
        return None
    record = _record(row)
    return _remembered(record)


def predecessor_named(archive: Archive, audience: str, digest: str) -> Predecessor | None:
    """Give what an edition remembers of the predecessor that its record names."""
    if not digest:
        return None
    table = tables.editions.c
    query = sa.select(tables.editions).where(table.audience == audience, table.digest == digest)
    with archive.reading() as connection:
        row = connection.execute(query.order_by(table.number)).first()
    return _remembered(_record(row)) if row else None


def sealed(archive: Archive, audience: str, date: dt.date) -> bool:
    """Tell whether the edition of a day is the record: it was delivered, or its successor was made."""
    table = tables.editions.c
    later = sa.select(table.number).where(
        table.audience == audience, table.status == "edition", table.beside == "", table.date > date.isoformat()
    )
    ledger = tables.deliveries.c
    sent = sa.select(ledger.number).where(
        ledger.audience == audience, ledger.date == date.isoformat(), ledger.outcome == "sent"
    )
    with archive.reading() as connection:
        return any(connection.execute(query.limit(1)).first() for query in (later, sent))


def keep_edition(
    archive: Archive, snapshot: Snapshot, edition: Edition, *, made: dt.datetime, beside: str = ""
) -> Record:
    """Keep a making, unless the latest one of this day says the same; give its record."""
    name = identity.digest(edition)
    standing = latest(archive, edition.audience, edition.date, beside=beside)
    if standing and standing.digest == name and standing.known == snapshot.known:
        return standing
    settings = {"audience": snapshot.audience, "feeds": snapshot.feeds}
    colophon = edition.colophon
    row = {
        "audience": edition.audience,
        "date": edition.date.isoformat(),
        "status": edition.status,
        "beside": beside,
        "digest": name,
        "opened": snapshot.window.opened,
        "closed": snapshot.window.closed,
        "as_of": snapshot.as_of,
        "known": snapshot.known,
        "made": made,
        "method": colophon.method,
        "version": colophon.version,
        "predecessor": colophon.predecessor,
        "settings": identity.pack(identity.canonical(settings)),
        "used": bytes.fromhex("".join(colophon.used)),
        "body": identity.pack(identity.canonical(edition)),
    }
    with archive.writing(made) as writer:
        writer.execute(sa.insert(tables.editions).values(**row))
    kept = latest(archive, edition.audience, edition.date, beside=beside)
    assert kept is not None
    return kept


def keep_templates(archive: Archive, digest: str, body: bytes, at: dt.datetime) -> None:
    """Keep the templates of now, for those who will ask how it looked then."""
    with archive.writing(at) as writer:
        held = sa.select(sa.func.count()).select_from(tables.templates).where(tables.templates.c.digest == digest)
        if not writer.execute(held).scalar():
            writer.execute(sa.insert(tables.templates).values(digest=digest, body=identity.pack(body)))


def templates(archive: Archive, digest: str) -> bytes | None:
    """Give templates of then by their digest."""
    with archive.reading() as connection:
        body = connection.scalar(sa.select(tables.templates.c.body).where(tables.templates.c.digest == digest))
    return None if body is None else identity.unpack(body)


def keep_prints(archive: Archive, edition: str, files: Sequence[Print], at: dt.datetime) -> None:
    """Keep the digests of an edition's files."""
    with archive.writing(at) as writer:
        rows = [
            {
                "edition": edition,
                "templates": file.templates,
                "toolchain": file.toolchain,
                "format": file.format,
                "digest": file.digest,
                "at": at,
            }
            for file in files
        ]
        if rows:
            writer.execute(sa.insert(tables.prints), rows)


def prints(archive: Archive, edition: str) -> tuple[Print, ...]:
    """Give what was printed of an edition, oldest first."""
    table = tables.prints.c
    query = sa.select(tables.prints).where(table.edition == edition).order_by(table.number)
    with archive.reading() as connection:
        rows = connection.execute(query).all()
    return tuple(
        Print(format=row.format, templates=row.templates, toolchain=row.toolchain, digest=row.digest) for row in rows
    )


def _record(row: sa.Row[tuple[object, ...]]) -> Record:
    settings = json.loads(identity.unpack(row.settings))
    edition = identity.restore(Edition, json.loads(identity.unpack(row.body)))
    used = bytes(row.used).hex()
    return Record(
        number=row.number,
        audience=identity.restore(Audience, settings["audience"]),
        feeds=tuple(identity.restore(Feed, feed) for feed in settings.get("feeds", [])),
        date=edition.date,
        status=row.status,
        beside=row.beside,
        window=Window(opened=row.opened, closed=row.closed),
        as_of=row.as_of,
        known=row.known,
        made=row.made,
        method=row.method,
        version=row.version,
        predecessor=row.predecessor,
        used=tuple(used[start : start + DIGITS] for start in range(0, len(used), DIGITS)),
        digest=row.digest,
        edition=edition,
    )


def _remembered(record: Record) -> Predecessor:
    return Predecessor(
        digest=record.digest,
        closed=record.window.closed,
        known=record.known,
        standing_questions=record.edition.standing_questions,
        memory=record.edition.memory,
        settled=record.edition.settled,
    )
