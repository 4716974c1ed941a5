"""Making an edition: which window it covers, what it may know, and whether its record already speaks for it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from briefing import archive, desk, schedule
from briefing.model import Occasion, Window
from briefing.newsroom.asking import Leave, answers
from briefing.newsroom.collecting import temperature
from briefing.newsroom.fitting import bound
from briefing.newsroom.house import today
from briefing.newsroom.picturing import pictures
from briefing.newsroom.printing import templates_of
from briefing.workers import workers

if TYPE_CHECKING:
    from briefing.model import Answer, Audience, Edition, Feed, Predecessor, Record, Snapshot, Status
    from briefing.newsroom.house import Newsroom

AROUND = 14  # days on either side of one with nothing in which another is looked for
AFTER = 7  # days after an arrival in which an edition may tell it: the longest usual period


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What somebody asked for: whose edition of which day, and how it is to be made.

    `by_hand` tells a person from the scheduler; `as_of` limits what may be known; `as_configured` takes today's
    settings for a sealed day. Neither of these two replaces anything: the edition goes beside. `ask_again` asks a
    language model once more, also what it has answered.
    """

    audience: Audience
    date: dt.date
    by_hand: bool = True
    as_of: dt.datetime | None = None
    as_configured: bool = False
    listen: bool = True
    ask_again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """An edition and its record; `again` if it was brought back and not made."""

    record: Record
    again: bool

    @property
    def edition(self) -> Edition:
        """The edition itself."""
        return self.record.edition


@dataclass(frozen=True, slots=True, kw_only=True)
class NothingHeard:
    """A past day of which nothing at all is known; `nearest` is where to look instead, if such a day is near."""

    audience: str
    date: dt.date
    nearest: dt.date | None


def make(newsroom: Newsroom, ask: Ask) -> Made | NothingHeard:
    """Make the edition that was asked for, or bring back its record where that is sealed."""
    name, date = ask.audience.name, ask.date
    standing = archive.latest(newsroom.archive, name, date)
    sealed = standing is not None and standing.status == "edition" and archive.sealed(newsroom.archive, name, date)
    beside = _beside(ask) if sealed or ask.as_of else ""
    if sealed and not beside and standing:
        return Made(record=standing, again=True)
    occasion = occasion_of(newsroom, ask, standing)
    snapshot = archive.snapshot(newsroom.archive, occasion)
    if not snapshot.heard and standing is None and date < today(ask.audience, newsroom.clock()):
        nearest = _nearest(newsroom, ask, occasion.window.closed)
        return NothingHeard(audience=name, date=date, nearest=nearest)
    leave = _leave(ask)
    copy = tell(newsroom, snapshot, answers(newsroom, snapshot, leave))
    looked = pictures(newsroom, desk.bind(copy), leave)
    edition = bound(newsroom, copy, looked, templates_of(newsroom, ask.audience))
    made = archive.keep_edition(newsroom.archive, snapshot, edition, made=newsroom.clock(), beside=beside)
    return Made(record=made, again=False)


def tell(newsroom: Newsroom, snapshot: Snapshot, said: tuple[Answer, ...] = ()) -> desk.Copy:
    """Let the desk work on what was heard and what a model said, where the settings say: all but length and pictures.

    A small edition is made faster than a pool is opened.
    """
    few = len(snapshot.heard) < 400  # noqa: PLR2004 - measured: a pool of two costs as much as the briefs of some 300 entries
    with workers("here" if few else newsroom.settings.workers) as place:
        return desk.tell(snapshot, said, map=place.map)


def remade(newsroom: Newsroom, record: Record) -> Snapshot:
    """Gather again what a record was made from."""
    occasion = Occasion(
        audience=record.audience,
        feeds=record.feeds,
        date=record.date,
        status=record.status,
        window=record.window,
        known=record.known,
        predecessor=archive.predecessor_named(newsroom.archive, record.audience.name, record.predecessor),
    )
    return archive.snapshot(newsroom.archive, occasion)


def named(newsroom: Newsroom, feeds: tuple[Feed, ...]) -> tuple[Feed, ...]:
    """Give a feed without a name the title that it gives itself."""
    states = archive.feed_states(newsroom.archive)
    titles = {feed.id: states[feed.id].title for feed in feeds if feed.id in states}
    return tuple(replace(feed, name=feed.name or titles.get(feed.id, "")) for feed in feeds)


def occasion_of(newsroom: Newsroom, ask: Ask, standing: Record | None) -> Occasion:
    """Say of whom, when and of how much an edition is made."""
    before = archive.predecessor(newsroom.archive, ask.audience.name, ask.date)
    status, window = window_of(ask, newsroom.clock(), standing, before)
    if ask.listen and not ask.as_of:
        cause = temperature(newsroom, ask.audience, window.closed)
        if cause:
            newsroom.say(f"{ask.audience.name}: no temperature: {cause}", 1, 1)
    return Occasion(
        audience=ask.audience,
        feeds=named(newsroom, newsroom.settings.feeds),
        date=ask.date,
        status=status,
        window=window,
        known=archive.known_at(newsroom.archive, ask.as_of),
        predecessor=before,
    )


def window_of(ask: Ask, now: dt.datetime, standing: Record | None, before: Predecessor | None) -> tuple[Status, Window]:
    """Say what an edition covers: from its predecessor's closing, or one period, to its own.

    An edition closes at its scheduled moment; made by hand on its day after that, at the moment of its first making;
    before that, it is a proof that closes now.
    """
    cron, zone = schedule.parse(ask.audience.schedule), ZoneInfo(ask.audience.timezone)
    scheduled = schedule.closing(cron, ask.date, zone)
    status: Status = "edition"
    if standing and standing.status == "edition":
        closed = standing.window.closed
    elif now < scheduled:
        status, closed = "proof", now
    elif ask.by_hand and today(ask.audience, now) == ask.date:
        closed = now
    else:
        closed = scheduled
    opened = before.closed if before else closed - schedule.period(cron, ask.date, zone)
    return status, Window(opened=min(opened, closed), closed=closed)


def _leave(ask: Ask) -> Leave:
    """Say whether a language model may be asked: not where somebody wants what was known then, or no listening."""
    may = ask.listen and ask.as_of is None
    return Leave(ask=may, again=ask.ask_again, strict=ask.by_hand, until=ask.as_of)


def _beside(ask: Ask) -> str:
    """Name the folder of a making that replaces nothing."""
    if ask.as_of:
        return f"as-of-{ask.as_of.astimezone(dt.UTC):%Y-%m-%dT%H%M%SZ}"
    return "as-of-now-as-configured" if ask.as_configured else ""


def _nearest(newsroom: Newsroom, ask: Ask, moment: dt.datetime) -> dt.date | None:
    """Find the day nearest to the asked one whose edition would have a story: none in the future, none on a guess."""
    near = archive.nearest_arrival(newsroom.archive, moment)
    if near is None:
        return None
    local, last = today(ask.audience, near), today(ask.audience, newsroom.clock())
    around = {ask.date + dt.timedelta(days=n) for n in range(-AROUND, AROUND + 1)}
    around |= {local + dt.timedelta(days=n) for n in range(-1, AFTER + 1)}
    days = sorted(around - {ask.date}, key=lambda day: (abs(day - ask.date), day))
    asks = (replace(ask, date=day, listen=False) for day in days if day <= last)
    return next((one.date for one in asks if _has_story(newsroom, one)), None)


def _has_story(newsroom: Newsroom, ask: Ask) -> bool:
    """Tell whether the edition of a day has a story, or would have one, were it made now."""
    standing = archive.latest(newsroom.archive, ask.audience.name, ask.date)
    if standing and standing.status == "edition":
        return any(section.stories for section in standing.edition.sections)
    snapshot = archive.snapshot(newsroom.archive, occasion_of(newsroom, ask, standing))
    return bool(snapshot.heard) and bool(tell(newsroom, snapshot).told)
