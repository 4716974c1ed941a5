"""When a report was written: an agency's dateline says so, where an outlet printed its text later."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from briefing.desk.days.named import dates_in
from briefing.desk.text import dateline, language_of

if TYPE_CHECKING:
    from briefing.model import Report

OPENING = 200  # characters in which a dateline stands
EARLIER = range(
    2, 15
)  # days by which it is older than its printing: one may be that of another zone, more is another matter


def filed(report: Report) -> dt.datetime | None:
    """Give the moment from which a report counts its days: its dateline's day, else when its outlet published it."""
    published = report.published
    lead = dateline(report.text[:OPENING])
    if published is None or not any(letter.isdigit() for letter in lead):
        return published
    for _, _, day in dates_in(lead, published.date(), language_of(report.article) or "en"):
        if (published.date() - day).days in EARLIER:
            return published - dt.timedelta(days=(published.date() - day).days)
    return published
