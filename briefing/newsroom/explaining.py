"""Why something that was heard was printed where it was, or was not printed: told from the edition's own record."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing import archive, wire

if TYPE_CHECKING:
    from briefing.archive import Trace
    from briefing.model import Audience, Brief, Edition, Entry, Reason, Record
    from briefing.newsroom.house import Newsroom

AROUND = dt.timedelta(days=9)  # before an edition's closing in which words are looked for
LATER = dt.timedelta(days=1)  # after it: what came too late is worth telling


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """What became of one entry in one edition.

    `outcome` is "printed", "left out", "earlier" or "later" (its time belongs to another edition), "unknown" (it was heard
    after the edition was made, or its feed was not listened to) or "no edition". `place` counts from 1.
    """

    audience: str
    date: dt.date
    outcome: str
    why: str = ""
    feed: str = ""
    title: str = ""
    url: str = ""
    arrived: dt.datetime | None = None
    section: str = ""
    place: int = 0
    story: str = ""
    reasons: tuple[Reason, ...] = ()
    page: str = ""


def explain(newsroom: Newsroom, asked: str, audience: Audience, date: dt.date) -> tuple[Explained, ...]:
    """Say of everything that is meant by an address or by words what became of it in an edition; () where nothing is."""
    record = archive.latest(newsroom.archive, audience.name, date)
    if record is None:
        return (Explained(audience=audience.name, date=date, outcome="no edition"),)
    traces = _traced(newsroom, asked, record)
    return tuple(_explained(record, trace) for trace in traces)


def _traced(newsroom: Newsroom, asked: str, record: Record) -> tuple[Trace, ...]:
    if re.match(r"https?://", asked):
        return archive.traced_by_link(newsroom.archive, {asked, wire.without_tracking(asked)})
    words = asked.casefold().split()

    def meant(entry: Entry) -> bool:
        said = "\n".join((entry.title, *(block.text for block in entry.blocks))).casefold()
        return all(word in said for word in words)

    closed = record.window.closed
    return archive.traced_by_words(newsroom.archive, meant, closed - AROUND, closed + LATER)


def _explained(record: Record, trace: Trace) -> Explained:
    edition = record.edition
    known = Explained(
        audience=edition.audience,
        date=edition.date,
        outcome="unknown",
        feed=trace.entry.feed,
        title=trace.entry.title,
        url=trace.entry.link,
        arrived=trace.arrived,
        page=trace.cause,
    )
    if printed := _printed(edition, trace):
        section, place, brief = printed
        headline = brief.headline.text
        return replace(known, outcome="printed", section=section, place=place, story=headline, reasons=brief.why)
    left = next((one for one in edition.left_out if one.entry in trace.names), None)
    if left:
        return replace(known, outcome="left out", why=left.why, reasons=left.reasons)
    outcome, why = _elsewhere(record, trace)
    return replace(known, outcome=outcome, why=why)


def _printed(edition: Edition, trace: Trace) -> tuple[str, int, Brief] | None:
    for section in edition.sections:
        for place, brief in enumerate(section.stories, start=1):
            if any(source.article in trace.names for source in brief.sources):
                return section.name, place, brief
    return None


def _elsewhere(record: Record, trace: Trace) -> tuple[str, str]:
    """Say why an edition knows nothing of an entry."""
    if trace.entry.feed not in {feed.id for feed in record.feeds}:
        return "unknown", "its feed was not listened to"
    if trace.first > record.known:
        return "unknown", "it was heard after this edition was made"
    if trace.arrived >= record.window.closed:
        return "later", "it arrived after this edition closed"
    return "earlier", "it arrived before this edition opened"
