"""A past edition as it would be printed now: today's settings and templates over what was heard then. Nothing is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing import archive, desk, press
from briefing.model import Occasion
from briefing.newsroom.asking import Leave, remembered
from briefing.newsroom.editing import Ask, named, occasion_of, tell
from briefing.newsroom.fitting import bound
from briefing.newsroom.house import today
from briefing.newsroom.picturing import pictures
from briefing.newsroom.printing import templates_of

if TYPE_CHECKING:
    import datetime as dt

    from briefing.model import Audience, Edition
    from briefing.newsroom.house import Newsroom


def days_made(newsroom: Newsroom, audience: Audience) -> tuple[dt.date, ...]:
    """Give the days that an audience has editions of, newest first; today where it has none."""
    made = {record.date for record in archive.editions(newsroom.archive, audience.name)}
    return tuple(sorted(made or {today(audience, newsroom.clock())}, reverse=True))


def previewed(newsroom: Newsroom, audience: Audience, date: dt.date) -> Edition:
    """Compose the edition of a day by today's settings; an invented one where nothing at all is known of that day."""
    record = archive.latest(newsroom.archive, audience.name, date)
    if record:
        occasion = Occasion(
            audience=audience,
            feeds=named(newsroom, newsroom.settings.feeds),
            date=date,
            status=record.status,
            window=record.window,
            known=record.known,
            predecessor=archive.predecessor_named(newsroom.archive, audience.name, record.predecessor),
        )
    else:
        occasion = occasion_of(newsroom, Ask(audience=audience, date=date, listen=False), None)
    snapshot = archive.snapshot(newsroom.archive, occasion)
    if not snapshot.heard:
        return press.invented(audience)
    said = remembered(newsroom, record, snapshot) if record else ()
    copy = tell(newsroom, snapshot, said)
    looked = pictures(newsroom, desk.bind(copy), Leave(ask=False))
    return bound(newsroom, copy, looked, templates_of(newsroom, audience))
