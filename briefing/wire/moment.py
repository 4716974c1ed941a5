"""Dates as pages and feeds write them, into aware moments in UTC. Nothing here knows what day it is today."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime

FIRST_YEAR = 1990
_LAST_YEAR = 2100
_ISO = re.compile(
    r"\d{4}-?\d{2}-?\d{2}(?:[T ]\d{2}:?\d{2}(?::?\d{2}(?:[.,]\d+)?)?\s?(?:Z|[+-]\d{2}:?(?:\d{2})?)?)?", re.IGNORECASE
)
_MAX = 64
FURTHEST = 15  # hours between a zone and UTC: what says more is no zone
_LEAP = re.compile(r"\b(\d\d:\d\d):60\b")
_MAIL_DATE = re.compile(
    r"(?:[A-Z][a-z]{2}, )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d) (?:GMT|UTC|Z|([+-])(\d\d):?(\d\d))"
)
_ISO_DATE = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?(?:Z|([+-])(\d\d):(\d\d))"
)  # fractions are cut, as feedparser does
_MONTHS = {name: n for n, name in enumerate("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), 1)}


def moment(text: str) -> dt.datetime | None:
    """The moment that an ISO 8601 or RFC 5322 date means: without a zone UTC, without a time midnight."""
    text = _LEAP.sub(r"\1:59", " ".join(text[:_MAX].split()))
    found = _iso(text) or _mail(text)
    if found is None:
        return None
    try:
        found = found.replace(tzinfo=dt.UTC) if found.tzinfo is None else found.astimezone(dt.UTC)
    except OverflowError:
        return None
    return found if FIRST_YEAR <= found.year <= _LAST_YEAR else None


def _iso(text: str) -> dt.datetime | None:
    found = _ISO.match(text)
    if not found:
        return None
    written = found[0].upper().replace(",", ".")
    written = re.sub(r"\s(?=Z|[+-])", "", re.sub(r"(\.\d{6})\d+", r"\1", written))
    try:
        return dt.datetime.fromisoformat(written)
    except ValueError:
        return None


def _mail(text: str) -> dt.datetime | None:
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def usual_moment(text: str) -> dt.datetime | None:
    """The moment that a date means in one of the two forms that nearly every feed has; nothing for any other form."""
    found = _MAIL_DATE.fullmatch(text)
    if found:
        day, name, year, *clock = found.groups()
        return _utc((int(year), _MONTHS.get(name, 0), int(day)), clock)
    found = _ISO_DATE.fullmatch(text)
    if found:
        year, month, day, *clock = found.groups()
        return _utc((int(year), int(month), int(day)), clock)
    return None


def _utc(date: tuple[int, int, int], clock: list[str]) -> dt.datetime | None:
    hour, minute, second, sign, hours, minutes = clock
    try:
        made = dt.datetime(*date, int(hour), int(minute), int(second), tzinfo=dt.UTC)
        if sign and int(hours) <= FURTHEST:
            away = dt.timedelta(hours=int(hours), minutes=int(minutes))
            made += -away if sign == "+" else away
    except (ValueError, OverflowError):
        return None
    return made
