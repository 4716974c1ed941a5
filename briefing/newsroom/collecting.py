"""One round: hear every feed, read the pages behind what is new, look at the thermometer. All of it is archived."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing import archive, config, wire
from briefing.errors import UserError
from briefing.newsroom import turns
from briefing.newsroom.turnstile import listening
from briefing.workers import workers

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from briefing.archive import FeedState
    from briefing.model import Audience, Feed, Hearing, Reading, Turn
    from briefing.newsroom.house import Newsroom
    from briefing.wire import Ask, Line, PageAsk
    from briefing.workers import Place

BATCH = 20  # pages that are archived in one commit: few enough that a kill loses little work, and no entry
REMEMBERED = 8  # days: an edition owes its readers the corrections of what those of seven days before it cite
AGAIN = dt.timedelta(hours=20)  # after which a page that is cited is asked for again: once a day
PENDING = 2000  # entries that wait for one commit


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What a round brought: of so many feeds, so many were asked, the others' servers having said not yet.

    `silences` says which were not heard and why, `moves` which live elsewhere for good: a name and an address each.
    """

    feeds: int
    asked: int = 0
    heard: int = 0
    silent: int = 0
    entries: int = 0
    pages: int = 0
    without_text: int = 0
    silences: tuple[tuple[str, str], ...] = ()
    moves: tuple[tuple[str, str], ...] = ()


def collect(newsroom: Newsroom, *, until: dt.datetime | None = None, patient: bool = False) -> Round:
    """Hear the feeds, and read pages until the deadline, if there is one.

    A `patient` round asks only whose turn it is; any other asks everybody whom no server forbids. While another process
    has its round over the same feeds.yaml this one waits, or, where there is a deadline, leaves listening to it.
    """
    with listening(newsroom, wait=until is None) as mine:
        return _round(newsroom, until, patient=patient) if mine else Round(feeds=len(newsroom.settings.feeds))


def _round(newsroom: Newsroom, until: dt.datetime | None, *, patient: bool) -> Round:
    states = archive.feed_states(newsroom.archive)
    asks = _asks(newsroom, states, patient=patient)
    with open_workers(newsroom) as place, open_line(newsroom, place) as line:
        hearings, entries = _hear(newsroom, line, asks, states)
        pages, unread = _read(newsroom, line, until)
        keep_rules(newsroom, line)
    archive.close_round(newsroom.archive, newsroom.clock())
    return Round(
        feeds=len(newsroom.settings.feeds),
        asked=len(asks),
        heard=sum(hearing.silence is None for hearing in hearings),
        silent=sum(hearing.silence is not None for hearing in hearings),
        entries=entries,
        pages=pages,
        without_text=unread,
        silences=tuple(sorted((one.feed, one.silence.cause) for one in hearings if one.silence)),
        moves=tuple(sorted((one.feed, one.moved) for one in hearings if one.moved)),
    )


def temperature(newsroom: Newsroom, audience: Audience, moment: dt.datetime) -> str:
    """See to it that the hour of a moment has its temperature recorded; say why not, or ""."""
    weather, place = newsroom.settings.weathers.get(audience.name), audience.place
    if weather is None or place is None or archive.observation(newsroom.archive, place, moment):
        return ""
    with open_line(newsroom) as line:
        addresses = {"forecast": weather.url, "archive": weather.archive_url}
        answer = line.temperature(place, moment, now=newsroom.clock(), **addresses)
    if isinstance(answer, str):
        return answer
    archive.observe(newsroom.archive, answer, newsroom.clock())
    return ""


def listen(newsroom: Newsroom) -> list[Hearing]:
    """Ask every feed and keep nothing: for `check --online`."""
    with open_workers(newsroom) as place, open_line(newsroom, place) as line:
        return list(line.hear(_asks(newsroom, {})))


def _hear(newsroom: Newsroom, line: Line, asks: list[Ask], states: dict[str, FeedState]) -> tuple[list[Hearing], int]:
    """Hear every feed; what was heard is kept in a few commits, so that a kill loses only what will be said again."""
    entries = versions = 0
    hearings: list[Hearing] = []
    pending: list[tuple[Hearing, Turn, str]] = []
    asked = {ask.feed.id: ask for ask in asks}
    newsroom.say("hearing feeds", 0, len(asks))
    try:
        for said in line.hear(asks):
            hearing = _where_it_lives(said, asked[said.feed])
            pending.append((hearing, turns.turn(hearing, states.get(hearing.feed)), asked[hearing.feed].feed.url))
            versions += len(hearing.versions)
            if versions >= PENDING:
                entries += archive.hear(newsroom.archive, pending)
                pending, versions = [], 0
            hearings.append(replace(hearing, versions=()))
            newsroom.say("hearing feeds", len(hearings), len(asks))
    finally:  # who is interrupted keeps what was heard
        entries += archive.hear(newsroom.archive, pending)
    return hearings, entries


def _where_it_lives(hearing: Hearing, ask: Ask) -> Hearing:
    """Remember a lasting move as long as the feed is heard at its new address, where it was asked at once."""
    remembered = "" if hearing.silence or "${" in ask.feed.url or ask.url == ask.feed.url else ask.url
    return replace(hearing, moved=hearing.moved or remembered)


def _read(newsroom: Newsroom, line: Line, until: dt.datetime | None) -> tuple[int, int]:
    wanted = _pages(newsroom)
    entries = {page.entry for page in wanted}
    wanted += [page for page in _cited(newsroom) if page.entry not in entries]
    batch: list[Reading] = []
    read = unread = done = 0
    newsroom.say("reading articles", 0, len(wanted))
    try:
        for reading in line.read(wanted, until=until):
            batch.append(reading)
            if reading.entry in entries:  # what is asked for again counts only where it brings something
                read += reading.article is not None
                unread += reading.article is None
            done += 1
            newsroom.say("reading articles", done, len(wanted))
            if len(batch) >= BATCH:
                archive.read(newsroom.archive, batch)
                batch = []
    finally:
        archive.read(newsroom.archive, batch)
    return read, unread


def open_workers(newsroom: Newsroom) -> AbstractContextManager[Place]:
    """Open the place where bodies are made readable; the sample's few are read here, beside its server's thread."""
    few = newsroom.settings.sample
    return workers("here" if few else newsroom.settings.workers, prepare=wire.prepare)


def open_line(newsroom: Newsroom, place: Place | None = None) -> Line:
    """Open a line to the world, with the manners that the settings ask for and what is known of hosts' robots.txt."""
    fetch = newsroom.settings.fetch
    manners = wire.Manners(
        timeout=fetch.timeout,
        per_host=fetch.per_host,
        total=fetch.total,
        contact=fetch.contact,
        allow_private=fetch.allow_private,
    )
    rules = {
        host: wire.Rules(host=host, at=at, text=text, closed=closed)
        for host, at, text, closed in archive.known_rules(newsroom.archive)
    }
    return wire.Line(manners, clock=newsroom.clock, workers=place, hosts=newsroom.hosts, rules=rules)


def keep_rules(newsroom: Newsroom, line: Line) -> None:
    """Keep what was learnt of hosts' robots.txt in this round."""
    known = {(host, at) for host, at, _, _ in archive.known_rules(newsroom.archive)}
    learnt = [rules for rules in line.rules.values() if (rules.host, rules.at) not in known]
    archive.keep_rules(newsroom.archive, [(rules.host, rules.at, rules.text, rules.closed) for rules in learnt])


def _asks(newsroom: Newsroom, states: dict[str, FeedState], *, patient: bool = False) -> list[Ask]:
    """Choose whom to ask, and fill in the secrets; a state that is about another address does not count."""
    now = newsroom.clock()
    ready = turns.due if patient else turns.allowed
    asks = []
    for feed in newsroom.settings.feeds:
        state = states.get(feed.id)
        same = state if state and state.url in {"", feed.url} else None
        if ready(same, now):
            asks.append(_ask(newsroom, feed, same))
    return asks


def _ask(newsroom: Newsroom, feed: Feed, state: FeedState | None) -> Ask:
    """Ask a feed where it lives now: where a lasting redirect led, as long as it is heard there."""
    if newsroom.settings.sample and not any(f"//{host}/" in feed.url for host in newsroom.hosts):
        raise UserError(
            f"feed {feed.id}: a workspace with `sample: true` hears the sample outlets only, and "
            f"{feed.url} is none of them: remove `sample: true` to hear the world"
        )
    headers = newsroom.settings.headers.get(feed.id, ())
    filled = tuple((name, config.fill(value, newsroom.environ)) for name, value in headers)
    url = config.fill(feed.url, newsroom.environ)
    if state and state.moved and not state.failures and not filled and url == feed.url:
        url = state.moved
    return wire.Ask(feed=feed, url=url, headers=filled, validators=turns.validators(state, newsroom.clock()))


def _pages(newsroom: Newsroom) -> list[PageAsk]:
    """Choose the pages to read: behind entries young enough for some audience, of feeds whose articles we want."""
    settings, now = newsroom.settings, newsroom.clock()
    oldest = max((audience.max_age for audience in settings.audiences), default=0)
    listened = _read_feeds(newsroom)
    if not listened:
        return []
    wanted = archive.wanted_pages(newsroom.archive, listened, now - dt.timedelta(seconds=oldest), now)
    return [
        wire.PageAsk(
            feed=page.feed,
            entry=page.entry,
            url=page.url,
            title=page.title,
            summary=page.summary,
            language=page.language,
        )
        for page in wanted
        if page.published is None or (page.arrived - page.published).total_seconds() <= oldest
    ]


def _cited(newsroom: Newsroom) -> list[PageAsk]:
    """Choose the pages to ask for again, behind what editions of the last days were told from: one may have changed."""
    now, listened = newsroom.clock(), _read_feeds(newsroom)
    since = (now - REMEMBERED * dt.timedelta(days=1)).date()
    return [
        wire.PageAsk(
            feed=entry.feed,
            entry=digest,
            url=entry.link,
            title=entry.title,
            summary=archive.summary_of(entry),
            language=entry.language,
            validators=validators,
        )
        for digest, entry, validators in archive.cited_pages(newsroom.archive, listened, since, now - AGAIN)
    ]


def _read_feeds(newsroom: Newsroom) -> list[str]:
    return [feed.id for feed in newsroom.settings.feeds if feed.full_text and feed.use != "headline"]
