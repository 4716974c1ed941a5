"""How the house stands: each feed's last success, silence and next turn; each audience's last and next edition."""

from __future__ import annotations

import datetime as dt
import os
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from briefing import archive, schedule
from briefing.archive import FeedState
from briefing.cli.telling import counted
from briefing.cli.terminal import facts, newsroom_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from briefing.model import Audience, Feed, Record
    from briefing.newsroom import Newsroom

DAY, HOUR, MINUTE = 86400, 3600, 60


def status(asked: argparse.Namespace) -> int:
    """Tell how feeds and audiences stand."""
    with newsroom_of(asked, os.environ) as room:
        states = archive.feed_states(room.archive)
        now = room.clock()
        feeds = [_feed(feed, _state(states, feed), now) for feed in room.settings.feeds]
        audiences = [_audience(room, audience, now) for audience in room.settings.audiences]
        zone = ZoneInfo(room.settings.audiences[0].timezone) if room.settings.audiences else dt.UTC
    if asked.json:
        facts({"at": now.isoformat(), "feeds": feeds, "audiences": audiences})
        return 0
    for line in (*_feed_lines(feeds, now, zone), "", *_audience_lines(audiences)):
        print(line)
    return 0


def _state(states: Mapping[str, FeedState], feed: Feed) -> FeedState:
    """Give what is known of a feed at the address that it is configured with."""
    state = states.get(feed.id)
    return state if state and state.url in {"", feed.url} else FeedState()


def _feed(feed: Feed, state: FeedState, now: dt.datetime) -> dict[str, object]:
    turn = state.turn
    return {
        "feed": feed.id,
        "name": feed.name or state.title or feed.id,
        "url": feed.url,
        "heard": _iso(state.heard),
        "newest": _iso(turn.newest),
        "silent_since": _iso(state.silent),
        "cause": state.cause,
        "failures": state.failures,
        "rhythm": turn.rhythm,
        "due": None if turn.retired else _iso(max(turn.due, now)),
        "not_before": _iso(turn.not_before) if turn.not_before and turn.not_before > now else None,
        "retired": turn.retired,
        "moved": "" if state.moved in {"", feed.url} else state.moved,
    }


def _audience(room: Newsroom, audience: Audience, now: dt.datetime) -> dict[str, object]:
    made = [record for record in archive.editions(room.archive, audience.name) if _counts(record)]
    cron, zone = schedule.parse(audience.schedule), ZoneInfo(audience.timezone)
    _, closing = schedule.following(cron, zone, now)
    last = made[-1] if made else None
    return {
        "audience": audience.name,
        "last": last.date.isoformat() if last else None,
        "stories": sum(len(section.stories) for section in last.edition.sections) if last else 0,
        "next": closing.astimezone(zone).isoformat(),
        "outstanding": [],
    }


def _counts(record: Record) -> bool:
    return record.status == "edition" and not record.beside


def _feed_lines(feeds: list[dict[str, object]], now: dt.datetime, zone: dt.tzinfo) -> list[str]:
    """A line a feed: what is wrong before what is well, each in the order of feeds.yaml."""
    width = max((len(str(feed["name"])[:WIDEST]) for feed in feeds), default=0)
    lines = [f"{_sign(feed)} {str(feed['name'])[:WIDEST]:<{width}}  {_told(feed, now, zone)}" for feed in feeds]
    heard = sum(not feed["cause"] and feed["heard"] is not None for feed in feeds)
    new = sum(feed["heard"] is None and not feed["failures"] for feed in feeds)
    return [
        f"{counted(len(feeds), 'feed')}, {heard} of them well" + (f", {new} not asked yet:" if new else ":"),
        *lines,
    ]


WIDEST = 40


def _sign(feed: dict[str, object]) -> str:
    return "!" if feed["cause"] or feed["retired"] else "·" if feed["heard"] is None else " "


def _told(feed: dict[str, object], now: dt.datetime, zone: dt.tzinfo) -> str:
    """Say in words how a feed stands."""
    said = []
    if feed["retired"]:
        return f"retired: {feed['cause'] or 'gone for good'}. Remove it, or correct its address"
    if feed["cause"]:
        again = f", {feed['failures']} times in a row" if _number(feed["failures"]) > 1 else ""
        private = " (`fetch: {allow_private: true}` lets it)" if "private network" in str(feed["cause"]) else ""
        said.append(f"{feed['cause']}{private}, since {_when(feed['silent_since'], zone)}{again}")
    if feed["heard"] is None:
        said.append("not heard yet")
    else:
        said.append(f"heard {_ago(feed['heard'], now)}")
    if feed["rhythm"]:
        said.append(f"new about every {_span(_number(feed['rhythm']))}")
    if feed["not_before"]:
        said.append(f"its server asks us to wait until {_when(feed['not_before'], zone)}")
    elif feed["heard"] is not None or feed["failures"]:
        said.append(f"next turn {_when(feed['due'], zone)}")
    if feed["moved"]:
        said.append(f"moved for good to {feed['moved']}")
    return "; ".join(said)


def _audience_lines(audiences: list[dict[str, object]]) -> list[str]:
    width = max((len(str(one["audience"])) for one in audiences), default=0)
    return [
        f"{one['audience']:<{width}}  "
        + (
            f"last edition {one['last']}, {counted(_number(one['stories']), 'story', 'stories')}"
            if one["last"]
            else "no edition yet"
        )
        + f"; the next closes {str(one['next'])[:16].replace('T', ' ')}"
        for one in audiences
    ]


def _iso(moment: dt.datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _number(value: object) -> int:
    assert isinstance(value, int)
    return value


def _when(value: object, zone: dt.tzinfo) -> str:
    return f"{dt.datetime.fromisoformat(str(value)).astimezone(zone):%Y-%m-%d %H:%M}"


def _ago(value: object, now: dt.datetime) -> str:
    return f"{_span(max(0, int((now - dt.datetime.fromisoformat(str(value))).total_seconds())))} ago"


def _span(seconds: int) -> str:
    """Give a span of time in its largest whole unit."""
    for unit, name in ((DAY, "day"), (HOUR, "hour"), (MINUTE, "minute")):
        if seconds >= unit:
            return counted(round(seconds / unit), name)
    return "a moment"
