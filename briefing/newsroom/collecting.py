"""One round: hear every feed, read the pages behind what is new, look at the thermometer. All of it is archived."""

from __future__ import annotations

import asyncio
import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing import archive, config, wire
from briefing.errors import UserError
from briefing.model import Validators

if TYPE_CHECKING:
    from briefing.archive import FeedState
    from briefing.model import Audience, Feed, Hearing, Reading
    from briefing.newsroom.house import Newsroom
    from briefing.wire import Ask, Line, PageAsk

BATCH = 20  # pages that are archived in one commit: few enough that a kill loses little work, and no entry
HOUR = dt.timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What a round brought."""

    feeds: int
    heard: int
    silent: int
    entries: int
    pages: int
    without_text: int


def collect(newsroom: Newsroom, *, until: dt.datetime | None = None) -> Round:
    """Hear all feeds, and read pages until the deadline, if there is one."""
    return asyncio.run(_collect(newsroom, until))


def temperature(newsroom: Newsroom, audience: Audience, moment: dt.datetime) -> str:
    """See to it that the hour of a moment has its temperature recorded; say why not, or ""."""
    weather, place = newsroom.settings.weathers.get(audience.name), audience.place
    if weather is None or place is None or archive.observation(newsroom.archive, place, moment):
        return ""

    async def ask() -> str:
        async with _line(newsroom) as line:
            addresses = {"forecast": weather.url, "archive": weather.archive_url}
            answer = await line.temperature(place, moment, now=newsroom.clock(), **addresses)
        if isinstance(answer, str):
            return answer
        archive.observe(newsroom.archive, answer, newsroom.clock())
        return ""

    return asyncio.run(ask())


async def _collect(newsroom: Newsroom, until: dt.datetime | None) -> Round:
    asks = _asks(newsroom, archive.feed_states(newsroom.archive))
    heard = silent = entries = 0
    async with _line(newsroom) as line:
        newsroom.say("hearing feeds", 0, len(asks))
        async for hearing in line.hear(asks):
            entries += archive.hear(newsroom.archive, hearing)
            heard += hearing.outcome != "silent"
            silent += hearing.outcome == "silent"
            newsroom.say("hearing feeds", heard + silent, len(asks))
        pages, unread = await _read(newsroom, line, until)
    archive.close_round(newsroom.archive, newsroom.clock())
    return Round(feeds=len(asks), heard=heard, silent=silent, entries=entries, pages=pages, without_text=unread)


async def _read(newsroom: Newsroom, line: Line, until: dt.datetime | None) -> tuple[int, int]:
    wanted = _pages(newsroom)
    batch: list[Reading] = []
    read = unread = 0
    newsroom.say("reading articles", 0, len(wanted))
    async for reading in line.read(wanted, until=until):
        batch.append(reading)
        read += reading.article is not None
        unread += reading.article is None
        newsroom.say("reading articles", read + unread, len(wanted))
        if len(batch) >= BATCH:
            archive.read(newsroom.archive, batch)
            batch = []
    archive.read(newsroom.archive, batch)
    return read, unread


def _line(newsroom: Newsroom) -> Line:
    fetch = newsroom.settings.fetch
    manners = wire.Manners(
        timeout=fetch.timeout,
        per_host=fetch.per_host,
        total=fetch.total,
        contact=fetch.contact,
        allow_private=fetch.allow_private,
    )
    return wire.Line(manners, clock=newsroom.clock, hosts=newsroom.hosts)


def _asks(newsroom: Newsroom, states: dict[str, FeedState]) -> list[Ask]:
    """Fill in the secrets; a sample workspace speaks to its own outlets only."""
    return [_ask(newsroom, feed, states.get(feed.id)) for feed in newsroom.settings.feeds]


def _ask(newsroom: Newsroom, feed: Feed, state: FeedState | None) -> Ask:
    if newsroom.settings.sample and not any(f"//{host}/" in feed.url for host in newsroom.hosts):
        raise UserError(
            f"feed {feed.id}: a workspace with `sample: true` hears the sample outlets only, and "
            f"{feed.url} is none of them: remove `sample: true` to hear the world"
        )
    headers = newsroom.settings.headers.get(feed.id, ())
    filled = tuple((name, config.fill(value, newsroom.environ)) for name, value in headers)
    url = config.fill(feed.url, newsroom.environ)
    return wire.Ask(feed=feed, url=url, headers=filled, validators=state.validators if state else Validators())


def _pages(newsroom: Newsroom) -> list[PageAsk]:
    """Choose the pages to read: behind entries young enough for some audience, of feeds whose articles we want."""
    settings, now = newsroom.settings, newsroom.clock()
    oldest = max((audience.max_age for audience in settings.audiences), default=0)
    listened = [feed.id for feed in settings.feeds if feed.full_text and feed.use != "headline"]
    wanted = archive.wanted_pages(newsroom.archive, listened, now - dt.timedelta(seconds=oldest), now)
    return [
        wire.PageAsk(feed=page.feed, entry=page.entry, url=page.url, title=page.title, language=page.language)
        for page in wanted
    ]


async def listen(newsroom: Newsroom) -> list[Hearing]:
    """Ask every feed and keep nothing: for `check --online`."""
    async with _line(newsroom) as line:
        return [hearing async for hearing in line.hear(_asks(newsroom, {}))]
