"""Second verb: which reports concern this audience. What is left out is told with its reason."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.desk.roundup import is_roundup
from briefing.model import LeftOut

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.model import Audience, Feed, Reason, Report


TAKEN_BACK = re.compile(r"(?i)\W*(?:withdrawn|retracted|retraction|retiré|rétractation|article retiré)\s*[:—–-]")


def select(reports: Iterable[Report], audience: Audience) -> tuple[tuple[Report, ...], tuple[LeftOut, ...]]:
    """Divide reports into those that concern an audience and those that do not, with why."""
    chosen, left, taken = [], [], dict[str, int]()
    for report in reversed(tuple(reports)):  # newest first: a feed's limit keeps its latest
        why = objection(report, audience)
        count = taken.get(report.feed.id, 0)
        if not why and count >= report.feed.max_entries:
            why = f"more than {report.feed.max_entries} of this feed"
        if why:
            left.append(left_out(report, why))
        else:
            taken[report.feed.id] = count + 1
            chosen.append(report)
    return tuple(reversed(chosen)), tuple(reversed(left))


def objection(report: Report, audience: Audience) -> str:
    """Say why a report is not for this audience; "" where nothing is against it."""
    if audience.sections and report.feed.section not in audience.sections:
        return f"section '{report.feed.section}' is not one of this audience's"
    published = report.published
    if published and (report.heard.arrived - published).total_seconds() > audience.max_age:
        return "older than max_age when it arrived"
    if not report.title:
        return "no title"
    if TAKEN_BACK.match(report.title):
        return "withdrawn by its source"
    if is_roundup(report.title, report.article):
        return "a digest of several stories"
    return _unasked(report, audience)


def _unasked(report: Report, audience: Audience) -> str:
    """Say which of the audience's own words keep a report out; "" where none does."""
    said = f"{report.title}\n{report.text}"
    for phrase in audience.exclude:
        if mentions(said, phrase):
            return f"exclude: '{phrase}'"
    if audience.include and not any(mentions(said, phrase) for phrase in audience.include):
        return "none of the words in include"
    return ""


def left_out(report: Report, why: str, reasons: tuple[Reason, ...] = ()) -> LeftOut:
    """Name a report that is not printed, and why."""
    return LeftOut(entry=report.heard.digest, feed=report.feed.id, title=report.title, why=why, reasons=reasons)


def mentions(text: str, phrase: str) -> bool:
    """Tell whether a text has a word or phrase; `*` stands for any ending of a word."""
    pattern = r"\s+".join(re.escape(word).replace(r"\*", r"\w*") for word in phrase.split())
    return bool(pattern) and re.search(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE) is not None


def feed_name(feed: Feed) -> str:
    """Name a feed for a reader."""
    return feed.name or feed.id
