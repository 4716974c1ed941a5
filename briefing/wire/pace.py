"""How often a server or a feed wants to be asked: caching headers, Retry-After, ttl, update periods, hours of rest."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from briefing.model import Pace

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST = dt.timedelta(hours=6)  # that a caching header can keep us away: servers have said sixteen years
LONGEST_REST = dt.timedelta(days=31)  # that Retry-After can
_SECONDS_OLD = re.compile(r"\d{1,12}")
_AGE = re.compile(r"(?:^|[,\s])(?:s-maxage|max-age)\s*=\s*\"?(\d{1,12})", re.IGNORECASE)
_NEVER = re.compile(r"no-(?:cache|store)|must-revalidate", re.IGNORECASE)
_HEAD = 20_000  # characters of a feed before its first entry
_FIRST = re.compile(r"<(?:\w+:)?(?:item|entry)\b")
_TTL = re.compile(r"<ttl>\s*(\d{1,6})\s*</ttl>", re.IGNORECASE)
_PERIOD = re.compile(r"<sy:updatePeriod>\s*(hourly|daily|weekly|monthly|yearly)\s*</", re.IGNORECASE)
_FREQUENCY = re.compile(r"<sy:updateFrequency>\s*(\d{1,5})\s*</", re.IGNORECASE)
_HOUR = re.compile(r"<hour>\s*(\d{1,2})\s*</hour>", re.IGNORECASE)
_DAY = re.compile(r"<day>\s*(monday|tuesday|wednesday|thursday|friday|saturday|sunday)\s*</day>", re.IGNORECASE)
_SECONDS = {"hourly": 3600, "daily": 86400, "weekly": 7 * 86400, "monthly": 30 * 86400, "yearly": 365 * 86400}
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def pace_of(text: str) -> Pace:
    """Read what stands before a feed's first entry.

    Sources: RSS 2.0 (ttl, skipHours, skipDays), RSS 1.0's syndication module (updatePeriod, updateFrequency).
    """
    first = _FIRST.search(text, 0, _HEAD)
    head = text[: first.start() if first else _HEAD]
    if "<ttl" not in head and "updatePeriod" not in head and "skip" not in head:
        return Pace()
    ttl, period, often = _TTL.search(head), _PERIOD.search(head), _FREQUENCY.search(head)
    seconds = 60 * int(ttl[1]) if ttl else 0
    if period:
        seconds = max(seconds, _SECONDS[period[1].lower()] // max(1, int(often[1]) if often else 1))
    hours = tuple(sorted({int(hour) % 24 for hour in _HOUR.findall(head) if int(hour) <= 24}))  # noqa: PLR2004 - midnight is written 0 or 24
    days = tuple(sorted({_DAYS.index(day.lower()) for day in _DAY.findall(head)}))
    whole = len(hours) >= 24 or len(days) >= 7  # noqa: PLR2004 - a feed that always rests says nothing
    return Pace(seconds=seconds) if whole else Pace(seconds=seconds, hours=hours, days=days)


def fresh_until(headers: Mapping[str, str], now: dt.datetime) -> dt.datetime | None:
    """Give the moment until which an answer is fresh (RFC 9111): Cache-Control before Expires; six hours at most."""
    control = headers.get("cache-control", "")
    if _NEVER.search(control):
        return None
    ages = _AGE.findall(control)
    if ages:
        old = headers.get("age", "").strip()
        age = int(ages[-1]) - (int(old) if old.isascii() and _SECONDS_OLD.fullmatch(old) else 0)
        return now + min(LONGEST, dt.timedelta(seconds=age)) if age > 0 else None
    expires = _date(headers.get("expires", ""))
    told = _date(headers.get("date", "")) or now
    if expires is None or expires <= told:
        return None
    return now + min(LONGEST, expires - told)


def retry_after(headers: Mapping[str, str], now: dt.datetime) -> dt.datetime | None:
    """Give the moment before which a server does not want to be asked again (RFC 9110, Retry-After)."""
    said = headers.get("retry-after", "").strip()
    if said.isascii() and said.isdigit():
        return now + min(LONGEST_REST, dt.timedelta(seconds=int(said[:10]) if len(said) <= 10 else 10**10))  # noqa: PLR2004 - some have sent more digits than a clock has
    moment = _date(said)
    return min(moment, now + LONGEST_REST) if moment and moment > now else None


def _date(said: str) -> dt.datetime | None:
    try:
        moment = parsedate_to_datetime(said) if said else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment.replace(tzinfo=dt.UTC) if moment and moment.tzinfo is None else moment
