"""Taking in what was heard: entries with their arrival, articles, silences, the weather. Nothing is ever replaced."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import sqlalchemy as sa

from briefing import identity
from briefing.archive.store import pack, unpack
from briefing.archive.tables import articles, entries, feeds, observations, readings, rounds, silences
from briefing.model import Entry, Validators

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from briefing.archive.store import Archive, Writer
    from briefing.model import Hearing, Observation, Reading

TRIES = 3  # times that a page is asked for, in as many rounds, before its entry is told from the feed's words for good
VERSIONS = 20  # versions of one entry that are kept: a feed that rewrites itself at every turn fills no disk
CHUNK = 400  # values in one IN (…): below every database's limit


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedState:
    """What is known of a feed from earlier rounds."""

    title: str = ""
    validators: Validators = field(default_factory=Validators)
    moved: str = ""
    heard: dt.datetime | None = None
    silent: dt.datetime | None = None
    cause: str = ""
    failures: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWanted:
    """An entry whose page has not been read yet."""

    entry: str
    feed: str
    url: str
    title: str
    language: str


def feed_states(archive: Archive) -> dict[str, FeedState]:
    """Give every feed's state by its id."""
    with archive.reading() as connection:
        rows = connection.execute(sa.select(feeds)).all()
    return {
        row.feed: FeedState(
            title=row.title,
            validators=Validators(etag=row.etag, modified=row.modified, body=row.body),
            moved=row.moved,
            heard=row.heard,
            silent=row.silent,
            cause=row.cause,
            failures=row.failures,
        )
        for row in rows
    }


def arrival(seen: dt.datetime, published: dt.datetime | None, last_heard: dt.datetime | None) -> dt.datetime:
    """Say to which moment an entry belongs.

    What came out while we were down belongs to when it came out; what a feed dates into the past at its leisure
    belongs to when we could first have heard it; at a feed's first hearing its backlog comes at once.
    """
    if published is None:
        return seen
    if last_heard is None:
        return min(seen, published)
    return min(seen, max(published, last_heard))


def hear(archive: Archive, hearing: Hearing) -> int:
    """Take in what came of asking one feed; give the number of entries or versions that were new."""
    with archive.writing(hearing.at) as writer:
        known = writer.execute(sa.select(feeds).where(feeds.c.feed == hearing.feed)).first()
        last_heard = known.heard if known else None
        new = _new_versions(writer, hearing.entries)
        rows = [_entry_row(entry, digest, hearing.at, last_heard, earlier) for entry, digest, earlier in new]
        if rows:
            commit = writer.commit
            writer.execute(
                sa.insert(entries), [{**row, "commit": commit, "first": row["first"] or commit} for row in rows]
            )
        _tell_silence(writer, hearing, silent=known.silent if known else None, cause=known.cause if known else "")
        _keep_state(writer, hearing, known)
    return len(rows)


def read(archive: Archive, batch: Sequence[Reading]) -> None:
    """Take in what came of asking for pages: articles by their digest, failures by their cause."""
    if not batch:
        return
    with archive.writing(max(reading.at for reading in batch)) as writer:
        identities = _identities(writer, [reading.entry for reading in batch])
        texts = {identity.digest(reading.article): reading.article for reading in batch if reading.article}
        held = _held(writer, articles.c.digest, texts)
        fresh = [
            {"digest": name, "body": pack(identity.canonical(text))} for name, text in texts.items() if name not in held
        ]
        if fresh:
            writer.execute(sa.insert(articles), fresh)
        writer.execute(sa.insert(readings), [_reading_row(reading, identities, writer.commit) for reading in batch])


def observe(archive: Archive, observation: Observation, at: dt.datetime) -> None:
    """Take in a temperature, unless one is recorded for this place and hour: the first stands."""
    table = observations.c
    same = sa.and_(
        table.latitude == observation.latitude,
        table.longitude == observation.longitude,
        table.at == observation.at,
    )
    with archive.writing(at) as writer:
        if writer.execute(sa.select(table.number).where(same)).first():
            return
        values = {
            "latitude": observation.latitude,
            "longitude": observation.longitude,
            "at": observation.at,
            "celsius": observation.celsius,
            "source": observation.source,
        }
        writer.execute(sa.insert(observations).values(commit=writer.commit, **values))


def close_round(archive: Archive, at: dt.datetime) -> None:
    """Note that somebody listened: an edition says when nobody did."""
    with archive.writing(at) as writer:
        writer.execute(sa.insert(rounds).values(at=at))


def wanted_pages(
    archive: Archive, listened: Iterable[str], since: dt.datetime, until: dt.datetime
) -> tuple[PageWanted, ...]:
    """Give the entries of these feeds, arrived in `[since, until]`, whose pages are still to be read, newest first."""
    same = sa.and_(readings.c.identity == entries.c.identity, readings.c.entry == entries.c.digest)
    query = (
        sa.select(entries.c.digest, entries.c.feed, entries.c.body, entries.c.arrived)
        .outerjoin(readings, same)
        .where(entries.c.arrived >= since, entries.c.arrived <= until)
        .group_by(entries.c.number, entries.c.digest, entries.c.feed, entries.c.body, entries.c.arrived)
        .having(sa.func.count(readings.c.article) == 0, sa.func.count(readings.c.number) < TRIES)
        .order_by(entries.c.arrived.desc(), entries.c.digest)
    )
    allowed = set(listened)
    with archive.reading() as connection:
        rows = [(row.digest, entry_of(row.body)) for row in connection.execute(query) if row.feed in allowed]
    return tuple(
        PageWanted(entry=digest, feed=entry.feed, url=entry.link, title=entry.title, language=entry.language)
        for digest, entry in rows
        if entry.link
    )


def nearest_arrival(archive: Archive, moment: dt.datetime) -> dt.datetime | None:
    """Give the arrival nearest to a moment: where to look when a day has nothing at all."""
    before = sa.select(sa.func.max(entries.c.arrived)).where(entries.c.arrived <= moment)
    after = sa.select(sa.func.min(entries.c.arrived)).where(entries.c.arrived > moment)
    with archive.reading() as connection:
        found = [at for at in (connection.scalar(before), connection.scalar(after)) if at is not None]
    return min(found, key=lambda at: abs(at - moment), default=None)


def entry_of(body: bytes) -> Entry:
    """Bring back an entry."""
    return identity.restore(Entry, json.loads(unpack(body)))


def lasting_name(entry: Entry) -> str:
    """Name an entry over all its versions."""
    return identity.digest([entry.feed, entry.identity])


def _new_versions(writer: Writer, said: Sequence[Entry]) -> list[tuple[Entry, str, sa.Row[tuple[object, ...]] | None]]:
    """Choose what has not been said before: new entries, and new words under an old identity."""
    named = {identity.digest(entry): entry for entry in said}
    held = _held(writer, entries.c.digest, named)
    fresh = {digest: entry for digest, entry in named.items() if digest not in held}
    earlier = _earlier(writer, {lasting_name(entry) for entry in fresh.values()})
    chosen = []
    for digest, entry in fresh.items():
        versions = earlier.get(lasting_name(entry), [])
        if not versions or (len(versions) < VERSIONS and _words(entry_of(versions[-1].body)) != _words(entry)):
            chosen.append((entry, digest, versions[0] if versions else None))
    return chosen


def _earlier(writer: Writer, names: set[str]) -> dict[str, list[sa.Row[tuple[object, ...]]]]:
    found: dict[str, list[sa.Row[tuple[object, ...]]]] = {}
    for chunk in _chunks(sorted(names)):
        query = sa.select(entries).where(entries.c.identity.in_(chunk)).order_by(entries.c.number)
        for row in writer.execute(query):
            found.setdefault(row.identity, []).append(row)
    return found


def _words(entry: Entry) -> tuple[str, ...]:
    return (entry.title, *(block.text for block in entry.blocks))


def _entry_row(
    entry: Entry, digest: str, at: dt.datetime, last_heard: dt.datetime | None, first: sa.Row[tuple[object, ...]] | None
) -> dict[str, object]:
    return {
        "digest": digest,
        "feed": entry.feed,
        "identity": lasting_name(entry),
        "first": first.first if first else 0,
        "seen": at,
        "arrived": first.arrived if first else arrival(at, entry.published, last_heard),
        "body": pack(identity.canonical(entry)),
    }


def _tell_silence(writer: Writer, hearing: Hearing, *, silent: dt.datetime | None, cause: str) -> None:
    """Write down that a feed fell silent, is silent for another reason, or speaks again: nothing else is news."""
    silence = hearing.silence
    row = {"feed": hearing.feed, "at": hearing.at, "url": silence.url if silence else ""}
    if silence and (silent is None or cause != silence.cause):
        row |= {"since": silent or silence.since, "cause": silence.cause}
    elif not silence and silent is not None:
        row |= {"since": None, "cause": ""}
    else:
        return
    writer.execute(sa.insert(silences).values(commit=writer.commit, **row))


def _keep_state(writer: Writer, hearing: Hearing, known: sa.Row[tuple[object, ...]] | None) -> None:
    silence, checks = hearing.silence, hearing.validators
    values: dict[str, object] = {"moved": hearing.moved or (known.moved if known else "")}
    if silence:
        values |= {"silent": (known.silent if known else None) or silence.since, "cause": silence.cause}
        values |= {"failures": (known.failures if known else 0) + 1}
    else:
        values |= {"heard": hearing.at, "silent": None, "cause": "", "failures": 0}
        values |= {"etag": checks.etag, "modified": checks.modified, "body": checks.body}
        values |= {"title": hearing.title or (known.title if known else "")}
    if known:
        writer.execute(sa.update(feeds).where(feeds.c.feed == hearing.feed).values(**values))
    else:
        writer.execute(sa.insert(feeds).values(feed=hearing.feed, **values))


def _reading_row(reading: Reading, identities: dict[str, str], commit: int) -> dict[str, object]:
    return {
        "identity": identities[reading.entry],
        "entry": reading.entry,
        "commit": commit,
        "at": reading.at,
        "article": identity.digest(reading.article) if reading.article else None,
        "cause": reading.silence.cause if reading.silence else "",
    }


def _identities(writer: Writer, digests: Sequence[str]) -> dict[str, str]:
    query = sa.select(entries.c.digest, entries.c.identity)
    rows = [row for part in _chunks(digests) for row in writer.execute(query.where(entries.c.digest.in_(part)))]
    return {row.digest: row.identity for row in rows}


def _held(writer: Writer, column: sa.Column[str], names: Iterable[str]) -> set[str]:
    parts = _chunks(list(names))
    return {row[0] for part in parts for row in writer.execute(sa.select(column).where(column.in_(part)))}


def _chunks(values: Sequence[str]) -> list[Sequence[str]]:
    return [values[start : start + CHUNK] for start in range(0, len(values), CHUNK)]
