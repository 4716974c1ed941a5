"""The state of each feed: what to ask it with, whose turn it is, since when it is silent. One small write a round."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import sqlalchemy as sa

from briefing import identity
from briefing.archive.tables import EPOCH, audiences, feeds, robots, silences
from briefing.model import Pace, Turn, Validators

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from briefing.archive.store import Archive, Writer
    from briefing.model import Hearing


CHUNK = 400  # values in one IN (…): below every database's limit
QUIET = "has had nothing new to say for unusually long"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedState:
    """What is known of a feed from earlier rounds. `url` is the address, as configured, that all of it is about."""

    title: str = ""
    url: str = ""
    validators: Validators = field(default_factory=Validators)
    moved: str = ""
    heard: dt.datetime | None = None
    silent: dt.datetime | None = None
    cause: str = ""
    failures: int = 0
    turn: Turn = field(default_factory=lambda: Turn(due=EPOCH))


def feed_states(archive: Archive) -> dict[str, FeedState]:
    """Give every feed's state by its id."""
    with archive.reading() as connection:
        return {row.feed: _state(row) for row in connection.execute(sa.select(feeds))}


def states_of(writer: Writer, names: Sequence[str]) -> dict[str, FeedState]:
    """Give the states of some feeds as they stand under the writer's lock."""
    query = sa.select(feeds)
    parts = [names[start : start + CHUNK] for start in range(0, len(names), CHUNK)]
    return {row.feed: _state(row) for part in parts for row in writer.execute(query.where(feeds.c.feed.in_(part)))}


def appeared(archive: Archive, names: Sequence[str], now: dt.datetime) -> dict[str, dt.datetime]:
    """Say since when each audience is served; one that nobody served before is from now on."""
    with archive.writing(now) as writer:
        known = {row.audience: row.appeared for row in writer.execute(sa.select(audiences))}
        new = [name for name in dict.fromkeys(names) if name not in known]
        if new:
            writer.execute(sa.insert(audiences), [{"audience": name, "appeared": now} for name in new])
    return {name: known.get(name, now) for name in names}


def known_rules(archive: Archive) -> tuple[tuple[str, dt.datetime, str, bool], ...]:
    """Give what hosts' robots.txt said: host, when it was asked, its text, whether the host was closed to all."""
    with archive.reading() as connection:
        rows = connection.execute(sa.select(robots)).all()
    return tuple((row.host, row.at, identity.unpack(row.body).decode(), row.closed) for row in rows)


def keep_rules(archive: Archive, rules: Sequence[tuple[str, dt.datetime, str, bool]]) -> None:
    """Keep what hosts' robots.txt say, instead of what they said."""
    if not rules:
        return
    with archive.writing(max(at for _, at, _, _ in rules)) as writer:
        writer.execute(sa.delete(robots).where(robots.c.host.in_([host for host, *_ in rules])))
        rows = [
            {"host": host, "at": at, "body": identity.pack(text.encode()), "closed": closed}
            for host, at, text, closed in rules
        ]
        writer.execute(sa.insert(robots), rows)


def keep_states(writer: Writer, heard: Sequence[tuple[Hearing, Turn, str]], states: dict[str, FeedState]) -> None:
    """Write down what a round said of each feed: one statement for those that are known, one for the new ones."""
    rows = [_row(hearing, turn, url, states.get(hearing.feed)) for hearing, turn, url in heard]
    known = [row for row in rows if row["feed"] in states]
    new = [row for row in rows if row["feed"] not in states]
    if known:
        named = sa.update(feeds).where(feeds.c.feed == sa.bindparam("of"))
        writer.execute(named, [{"of": row.pop("feed"), **row} for row in known])
    if new:
        writer.execute(sa.insert(feeds), new)


def tell_silences(writer: Writer, heard: Iterable[tuple[Hearing, Turn, str]], states: dict[str, FeedState]) -> None:
    """Write down that a feed fell silent, is silent for another reason, or speaks again: nothing else is news.

    One that answers and has had nothing new to say for unusually long is silent, too.
    """
    rows = []
    for hearing, turn, url in heard:
        silence, was = hearing.silence, states.get(hearing.feed) or FeedState()
        cause = silence.cause if silence else QUIET if turn.quiet else ""
        since = ((was.silent if was.failures else None) or silence.since) if silence else turn.quiet
        if cause != was.cause:
            rows.append({"feed": hearing.feed, "at": hearing.at, "url": url, "since": since, "cause": cause})
    if rows:
        writer.execute(sa.insert(silences), [row | {"commit": writer.commit} for row in rows])


def _state(row: sa.Row[tuple[object, ...]]) -> FeedState:
    return FeedState(
        title=row.title,
        url=row.url,
        validators=Validators(etag=row.etag, modified=row.modified, body=row.body, seen=bytes(row.seen or b"")),
        moved=row.moved,
        heard=row.heard,
        silent=row.silent,
        cause=row.cause,
        failures=row.failures,
        turn=Turn(
            due=row.due or EPOCH,
            not_before=row.not_before,
            rhythm=row.rhythm,
            pace=identity.restore(Pace, json.loads(row.pace)) if row.pace else Pace(),
            newest=row.changed,
            retired=row.retired,
        ),
    )


def _row(hearing: Hearing, turn: Turn, url: str, state: FeedState | None) -> dict[str, object]:
    """Give all columns of one feed: what a silence leaves as it was, too, so that every row has the same."""
    silence, was = hearing.silence, state or FeedState()
    if was.url not in {"", url}:  # what was known is about another address, but for when the feed was heard
        was = FeedState(title=was.title, heard=was.heard)
    checks = was.validators if silence else hearing.validators
    return {
        "feed": hearing.feed,
        "url": url,
        "title": hearing.title or was.title,
        "etag": checks.etag,
        "modified": checks.modified,
        "body": checks.body,
        "seen": checks.seen,
        "moved": was.moved if silence else hearing.moved,
        "heard": was.heard if silence else hearing.at,
        "changed": turn.newest,
        "silent": ((was.silent if was.failures else None) or silence.since) if silence else turn.quiet,
        "cause": silence.cause if silence else QUIET if turn.quiet else "",
        "failures": was.failures + 1 if silence else 0,
        "due": turn.due,
        "not_before": turn.not_before,
        "rhythm": turn.rhythm,
        "pace": "" if turn.pace == Pace() else identity.canonical(turn.pace).decode(),
        "retired": turn.retired,
    }
