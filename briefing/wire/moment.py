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


def moment(text: str) -> dt.datetime | None:
    """The moment that an ISO 8601 or RFC 5322 date means: without a zone UTC, without a time midnight."""
    text = " ".join(text[:_MAX].split())
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
