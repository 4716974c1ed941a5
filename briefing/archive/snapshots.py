"""Giving out what an edition may be made from: all that was known by a commit, of one window."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from briefing.archive.closings import closings_between
from briefing.archive.recalling import recall
from briefing.archive.reviving import heard_of, texts_of
from briefing.archive.tables import commits, entries, observations, readings, rounds, silences
from briefing.model import Article, Closing, Heard, Observation, Place, Silence, Snapshot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.archive.store import Archive
    from briefing.model import Occasion, Window

HOUR = dt.timedelta(hours=1)


def known_at(archive: Archive, moment: dt.datetime | None) -> int:
    """Give the number of the last commit at or before a moment, or of the last one; 0 where there is none."""
    query = sa.select(sa.func.max(commits.c.number))
    with archive.reading() as connection:
        return connection.scalar(query if moment is None else query.where(commits.c.at <= moment)) or 0


def snapshot(archive: Archive, occasion: Occasion) -> Snapshot:
    """Gather all that may go into an edition.

    Entries that arrived in the window, and those that arrived earlier but were first heard only after the predecessor
    was made; of each the latest version that was known, with the latest article that was read behind it. And what has
    become of the texts that the editions of the last seven days told.
    """
    listened, window, known = {feed.id for feed in occasion.feeds}, occasion.window, occasion.known
    told = occasion.predecessor.known if occasion.predecessor else None
    with archive.reading() as connection:
        heard = tuple(_heard(connection, listened, window, known, told))
        texts, text_commits = _articles(connection, heard, known)
        silent, silence_commits = _silences(connection, listened, known)
        recalled, recalled_commits = recall(connection, occasion.predecessor, known)
        weather, weather_commit = _observation(connection, occasion.audience.place, window.closed, known)
        closed, closed_commits = _closings(connection, occasion)
        counted = [item.commit for item in heard] + text_commits + silence_commits + weather_commit + recalled_commits
        counted += closed_commits
        last = max([*counted, told or 0])
        as_of = connection.scalar(sa.select(commits.c.at).where(commits.c.number == last)) or window.closed
        listening = _rounds(connection, window)
    return Snapshot(
        audience=occasion.audience,
        date=occasion.date,
        status=occasion.status,
        window=window,
        as_of=as_of,
        known=last,
        feeds=occasion.feeds,
        heard=heard,
        articles=texts,
        silences=silent,
        rounds=listening,
        observation=weather,
        predecessor=occasion.predecessor,
        recalled=recalled,
        closings=closed,
    )


def observation(archive: Archive, place: Place, moment: dt.datetime) -> Observation | None:
    """Give the temperature that is recorded for the hour of a moment, if there is one."""
    with archive.reading() as connection:
        return _observation(connection, place, moment, None)[0]


def _heard(connection: sa.Connection, listened: set[str], window: Window, known: int, told: int | None) -> list[Heard]:
    in_window = sa.and_(entries.c.arrived >= window.opened, entries.c.arrived < window.closed)
    late = sa.and_(entries.c.arrived < window.opened, entries.c.first > (told or 0))
    belongs = in_window if told is None else sa.or_(in_window, late)
    query = sa.select(entries).where(entries.c.commit <= known, belongs).order_by(entries.c.number)
    above: Counter[tuple[str, int]] = Counter()
    places, latest = dict[str, int](), dict[str, sa.Row[tuple[Any, ...]]]()
    for row in connection.execute(query):  # what was heard together is numbered as it stood
        if row.feed in listened:
            if row.identity not in places:
                places[row.identity] = above[row.feed, row.commit]
                above[row.feed, row.commit] += 1
            latest[row.identity] = row
    heard = [heard_of(row, places[name]) for name, row in latest.items()]
    return sorted(heard, key=lambda item: (item.arrived, item.digest))


def _articles(
    connection: sa.Connection, heard: Sequence[Heard], known: int
) -> tuple[tuple[tuple[str, str, Article], ...], list[int]]:
    names = {item.digest for item in heard}
    if not names:
        return (), []
    own = sa.select(entries.c.digest.label("of"), readings.c.article, readings.c.commit, readings.c.number)
    first, last = min(item.arrived for item in heard), max(item.arrived for item in heard)
    query = (
        own.join(readings, readings.c.identity == entries.c.identity)
        .where(entries.c.arrived >= first, entries.c.arrived <= last)
        .where(readings.c.commit <= known, readings.c.article.is_not(None))
        .order_by(readings.c.number)
    )
    latest = {row.of: row for row in connection.execute(query) if row.of in names}
    texts = texts_of(connection, sorted({row.article for row in latest.values()}))
    triples = tuple((of, latest[of].article, texts[latest[of].article]) for of in sorted(latest))
    return triples, [row.commit for row in latest.values()]


def _silences(connection: sa.Connection, listened: set[str], known: int) -> tuple[tuple[Silence, ...], list[int]]:
    query = sa.select(silences).where(silences.c.commit <= known).order_by(silences.c.number)
    latest = {row.feed: row for row in connection.execute(query) if row.feed in listened}
    silent = [latest[feed] for feed in sorted(latest) if latest[feed].cause]
    found = tuple(Silence(feed=row.feed, url=row.url, since=row.since, cause=row.cause) for row in silent)
    return found, [row.commit for row in silent]


def _closings(connection: sa.Connection, occasion: Occasion) -> tuple[tuple[Closing, ...], list[int]]:
    """Give what persons decided of the predecessor's questions since it closed."""
    before, audience = occasion.predecessor, occasion.audience.name
    if before is None:
        return (), []
    return closings_between(connection, audience, before.closed, occasion.window.closed, occasion.known)


def _observation(
    connection: sa.Connection, place: Place | None, moment: dt.datetime, known: int | None
) -> tuple[Observation | None, list[int]]:
    if place is None:
        return None, []
    table = observations.c
    query = sa.select(observations).where(table.latitude == place.latitude, table.longitude == place.longitude)
    query = query.where(table.at > moment - HOUR, table.at <= moment).order_by(table.number)
    if known is not None:
        query = query.where(table.commit <= known)
    row = connection.execute(query).first()
    if row is None:
        return None, []
    values = {"latitude": row.latitude, "longitude": row.longitude, "celsius": row.celsius, "source": row.source}
    return Observation(at=row.at, **values), [row.commit]


def _rounds(connection: sa.Connection, window: Window) -> tuple[dt.datetime, ...]:
    before = sa.select(sa.func.max(rounds.c.at)).where(rounds.c.at < window.opened)
    within = sa.select(rounds.c.at).where(rounds.c.at >= window.opened, rounds.c.at < window.closed)
    moments = [connection.scalar(before), *connection.scalars(within)]
    return tuple(sorted({moment for moment in moments if moment is not None}))
