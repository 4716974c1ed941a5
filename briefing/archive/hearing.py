"""Taking in what was heard: entries with their arrival, articles, silences, the weather. Nothing is ever replaced."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import sqlalchemy as sa

from briefing import identity
from briefing.archive.asking import GONE, keep_asked
from briefing.archive.feeds import CHUNK, keep_states, states_of, tell_silences
from briefing.archive.reviving import entry_of, rows_of
from briefing.archive.tables import articles, entries, observations, readings, rounds

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from briefing.archive.store import Archive, Writer
    from briefing.model import Entry, Hearing, Observation, Reading, Turn, Version

Value = TypeVar("Value")

TRIES = 3  # times that a page is asked for, in as many rounds, before its entry is told from the feed's words for good
SUMMARY = 2000  # characters of an entry's own words that help to find its article on the page
VERSIONS = 20  # versions of one entry that are kept: a feed that rewrites itself at every turn fills no disk


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWanted:
    """An entry whose page has not been read yet."""

    entry: str
    feed: str
    url: str
    title: str
    summary: str
    language: str
    published: dt.datetime | None
    arrived: dt.datetime


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


def hear(archive: Archive, heard: Sequence[tuple[Hearing, Turn, str]]) -> int:
    """Take in what came of asking feeds, each with its next turn and its address as configured.

    All of it is one commit. Gives the number of entries or versions that were new.
    """
    if not heard:
        return 0
    with archive.writing(max(hearing.at for hearing, _, _ in heard)) as writer:
        states = states_of(writer, sorted({hearing.feed for hearing, _, _ in heard}))
        rows = []
        for hearing, _, _ in heard:
            if hearing.versions:
                state = states.get(hearing.feed)
                new = _new_versions(writer, hearing) if state else _first(hearing.versions)
                last = state.heard if state else None
                rows += [_entry_row(hearing, version, last, earlier) for version, earlier in new]
        if rows:
            for row in rows:
                row["commit"] = writer.commit
                row["first"] = row["first"] or writer.commit
            writer.execute(sa.insert(entries), rows)
        tell_silences(writer, heard, states)
        keep_states(writer, heard, states)
    return len(rows)


def read(archive: Archive, batch: Sequence[Reading]) -> None:
    """Take in what came of asking for pages: articles by their digest, failures by their cause.

    What is asked for again and is as it was is no commit; nor is it, where it cannot be had for a while.
    """
    if not batch:
        return
    with archive.writing(max(reading.at for reading in batch)) as writer:
        identities = _identities(writer, [reading.entry for reading in batch])
        texts = {identity.digest(reading.article): reading.article for reading in batch if reading.article}
        held = _held(writer, articles.c.digest, texts)
        fresh = [
            {"digest": name, "body": identity.pack(identity.canonical(text))}
            for name, text in texts.items()
            if name not in held
        ]
        if fresh:
            writer.execute(sa.insert(articles), fresh)
        standing = _standing(writer, identities)
        news = [reading for reading in batch if _is_news(reading, standing.get(identities[reading.entry], []))]
        if news:
            writer.execute(sa.insert(readings), [_reading_row(reading, identities, writer.commit) for reading in news])
        keep_asked(writer, [(identities[reading.entry], reading) for reading in batch])


def _standing(writer: Writer, identities: dict[str, str]) -> dict[str, list[Known]]:
    """Give the earlier readings under each lasting name, oldest first."""
    found: dict[str, list[Known]] = {}
    for row in rows_of(writer.connection, sa.select(readings), readings.c.identity, identities.values()):
        found.setdefault(row.identity, []).append(row)
    return {name: sorted(rows, key=lambda row: row.number) for name, rows in found.items()}


def _is_news(reading: Reading, earlier: Sequence[Known]) -> bool:
    """Tell whether a reading is to be kept: of a page that was read before, only other words, and that it is gone."""
    if reading.article is None and reading.silence is None:
        return False
    same = [row for row in earlier if row.entry == reading.entry]
    if not any(row.article for row in same):
        return True
    if reading.silence:
        return reading.silence.cause in GONE and earlier[-1].cause not in GONE
    return bool(earlier[-1].article != identity.digest(reading.article))


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
    """Give the entries of these feeds, arrived in `[since, until]`, whose pages are still to be read, newest first.

    Of an entry's versions only the latest counts.
    """
    within = entries.c.arrived >= since, entries.c.arrived <= until
    latest = sa.select(sa.func.max(entries.c.number)).where(*within).group_by(entries.c.identity)
    same = sa.and_(readings.c.identity == entries.c.identity, readings.c.entry == entries.c.digest)
    query = (
        sa.select(entries.c.digest, entries.c.feed, entries.c.body, entries.c.arrived)
        .outerjoin(readings, same)
        .where(*within, entries.c.number.in_(latest))
        .group_by(entries.c.number, entries.c.digest, entries.c.feed, entries.c.body, entries.c.arrived)
        .having(sa.func.count(readings.c.article) == 0, sa.func.count(readings.c.number) < TRIES)
        .order_by(entries.c.arrived.desc(), entries.c.digest)
    )
    allowed = set(listened)
    with archive.reading() as connection:
        rows = [(row, entry_of(row.body)) for row in connection.execute(query) if row.feed in allowed]
    return tuple(
        PageWanted(
            entry=row.digest,
            feed=entry.feed,
            url=entry.link,
            title=entry.title,
            summary=summary_of(entry),
            language=entry.language,
            published=entry.published,
            arrived=row.arrived,
        )
        for row, entry in rows
        if entry.link
    )


def summary_of(entry: Entry) -> str:
    """Give the feed's own words of an entry, as far as they help to find its article on the page."""
    return " ".join(block.text for block in entry.blocks)[:SUMMARY]


def nearest_arrival(archive: Archive, moment: dt.datetime) -> dt.datetime | None:
    """Give the arrival nearest to a moment: where to look when a day has nothing at all."""
    before = sa.select(sa.func.max(entries.c.arrived)).where(entries.c.arrived <= moment)
    after = sa.select(sa.func.min(entries.c.arrived)).where(entries.c.arrived > moment)
    with archive.reading() as connection:
        found = [at for at in (connection.scalar(before), connection.scalar(after)) if at is not None]
    return min(found, key=lambda at: abs(at - moment), default=None)


Known = sa.Row[tuple[object, ...]]


def _first(said: Sequence[Version]) -> list[tuple[Version, Known | None]]:
    """Give the entries of a feed that nobody ever heard: all of them are new."""
    return [(version, None) for version in {version.digest: version for version in said}.values()]


def _new_versions(writer: Writer, hearing: Hearing) -> list[tuple[Version, Known | None]]:
    """Choose what has not been said before: new entries, and new words under an old identity.

    An entry that comes under another id, with the link and the title of one that was heard, is that one.
    """
    said = hearing.versions
    earlier = _earlier(writer, [version.identity for version in said])
    earlier |= _renamed(writer, hearing.feed, [version for version in said if version.identity not in earlier])
    chosen: list[tuple[Version, Known | None]] = []
    for version in {version.digest: version for version in said}.values():
        rows = earlier.get(version.identity, [])
        if not rows:
            chosen.append((version, None))
        elif (
            len(rows) < VERSIONS
            and all(row.digest != version.digest for row in rows)
            and _words(entry_of(version.body)) != _words(_body_of(writer, rows[-1].number))
        ):
            chosen.append((version, rows[0]))
    return chosen


def _earlier(writer: Writer, names: Sequence[str]) -> dict[str, list[Known]]:
    found: dict[str, list[Known]] = {}
    table = entries.c
    columns = sa.select(table.number, table.digest, table.identity, table.first, table.arrived)
    for chunk in _chunks(sorted(set(names))):
        for row in writer.execute(columns.where(table.identity.in_(chunk)).order_by(table.number)):
            found.setdefault(row.identity, []).append(row)
    return found


def _renamed(writer: Writer, feed: str, strangers: Sequence[Version]) -> dict[str, list[Known]]:
    """Give the earlier rows of entries whose feed has given them another id, by the new one."""
    table = entries.c
    columns = sa.select(table.number, table.digest, table.identity, table.first, table.arrived, table.place)
    found: dict[int, list[Known]] = {}
    for chunk in _chunks(sorted({version.place for version in strangers if version.place})):
        query = columns.where(table.place.in_(chunk), table.feed == feed).order_by(table.number)
        for row in writer.execute(query):
            found.setdefault(row.place, []).append(row)
    return {
        version.identity: found[version.place]
        for version in strangers
        if version.place in found and _title(writer, found[version.place][-1]) == entry_of(version.body).title
    }


def _title(writer: Writer, row: Known) -> str:
    return _body_of(writer, row.number).title


def _body_of(writer: Writer, number: int) -> Entry:
    return entry_of(writer.execute(sa.select(entries.c.body).where(entries.c.number == number)).scalar_one())


def _words(entry: Entry) -> tuple[str, ...]:
    return (entry.title, *(block.text for block in entry.blocks))


def _entry_row(
    hearing: Hearing, version: Version, last_heard: dt.datetime | None, first: Known | None
) -> dict[str, object]:
    return {
        "digest": version.digest,
        "feed": hearing.feed,
        "identity": first.identity if first else version.identity,
        "place": version.place,
        "first": first.first if first else 0,
        "seen": hearing.at,
        "arrived": first.arrived if first else arrival(hearing.at, version.published, last_heard),
        "body": version.body,
    }


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


def _chunks(values: Sequence[Value]) -> list[Sequence[Value]]:
    return [values[start : start + CHUNK] for start in range(0, len(values), CHUNK)]
