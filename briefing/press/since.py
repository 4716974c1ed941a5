"""Since when a story has moved, as a reader is told it: since yesterday, or since the day on which it was last told."""

from __future__ import annotations

import datetime as dt

from briefing.press.locales import short_date
from briefing.press.words import words_for


def since_told(told: str | None, date: str, *, locale: str) -> str:
    """Say since when: `told` is the day of the edition that told it last, None for the one before, `date` today's."""
    words, today = words_for(locale), dt.date.fromisoformat(date)
    day = dt.date.fromisoformat(told) if told else today - dt.timedelta(days=1)
    if (today - day).days == 1:
        return words("Since yesterday")
    return words("Since {date}", date=short_date(day, locale))
