"""Dates that a text names, resolved from the day on which it was published. English and French.

A weekday is the next such day, the day of publication included; "next week" and "in March" are no dates. A day of a
month without its year is the nearest one. What is not sure ("next Tuesday" on a Monday) gives nothing.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from briefing.desk.days.names import DAYS, MONTHS

SHORT = {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
TOMORROW = {"en": ("tomorrow", "today", "tonight"), "fr": ("demain", "aujourd'hui", "ce soir")}
# Which weekday of a month: its place in the month's own row, the last by counting back.
NTH = {
    "en": {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1},
    "fr": {"premier": 0, "deuxième": 1, "second": 1, "troisième": 2, "quatrième": 3, "dernier": -1},
}
HALF_A_YEAR = dt.timedelta(days=183)

Dated = tuple[int, int, dt.date]


def dates_in(text: str, published: dt.date | None, language: str) -> tuple[Dated, ...]:
    """Give the dates that a text names, in order, each with the span of its words.

    `published` is the day from which weekdays and days without a year are counted; without it only full dates count.
    """
    if language not in DAYS:
        return ()
    plain = text.replace("’", "'")
    found: list[Dated] = []
    for match in _rule(language).finditer(plain):
        date = _resolved(match, published, language)
        if date is not None:
            found.append((match.start(), match.end(), date))
    return tuple(found)


@lru_cache(maxsize=4)
def _rule(language: str) -> re.Pattern[str]:
    """Give the one pattern of a language's dates: the longest form first."""
    days, months = "|".join(DAYS[language]), "|".join(MONTHS[language])
    iso = r"(?P<iso>\d{4}-\d{2}-\d{2})"
    if language == "fr":
        full = rf"(?:(?:{days}) )?(?P<d>\d{{1,2}})(?:er)? (?P<m>{months})(?: (?P<y>\d{{4}}))?"
        weekday = (
            rf"(?P<nth>{'|'.join(NTH['fr'])}) (?P<of>{days}) (?:de |d'|du mois de |du mois d')(?P<month>{months})(?: (?P<nth_year>\d{{4}}))?|"
            rf"(?<!premier )(?<!deuxième )(?<!troisième )(?<!dernier )(?P<weekday>{days})(?P<next> prochain)?(?! (?:dernier|soir-là|\d))"
        )
        near = r"(?P<near>(?<!le len)demain|aujourd'hui|ce soir)"
    else:
        short = "|".join(f"{name}\\.?" for name in SHORT)
        full = (
            rf"(?:(?:{days}),? )?(?:(?P<m>{months}|{short}) (?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|:|,\d|\.\d)(?:,? (?P<y>\d{{4}}))?"
            rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)? (?P<m2>{months})(?: (?P<y2>\d{{4}}))?)"
        )
        weekday = (
            rf"(?P<nth>{'|'.join(NTH['en'])}) (?P<of>{days}) (?:in|of) (?P<month>{months})(?: (?P<nth_year>\d{{4}}))?|"
            rf"(?:(?P<next>next) |(?P<last>last|past|previous|every|since|first|second|third|fourth) )?(?P<weekday>{days})(?!s| week\b)"
        )
        near = r"(?P<near>tomorrow(?! week)|today|tonight)"
    return re.compile(rf"(?i)\b(?:{iso}|{full}|{weekday}|{near})\b")


def _resolved(match: re.Match[str], published: dt.date | None, language: str) -> dt.date | None:  # noqa: PLR0911 - one return a form of date
    named = {name: value for name, value in match.groupdict().items() if value}
    if "iso" in named:
        return _date(*(int(part) for part in named["iso"].split("-")))
    day, month = named.get("d") or named.get("d2"), named.get("m") or named.get("m2")
    if day and month:
        low = month.lower().rstrip(".")
        number = MONTHS[language].index(low) + 1 if low in MONTHS[language] else SHORT[low]
        year = named.get("y") or named.get("y2")
        return _date(int(year), number, int(day)) if year else _nearest(number, int(day), published)
    if published is None or "last" in named:
        return None
    if "nth" in named:
        return _nth(named, published, language)
    if "near" in named:
        return published + dt.timedelta(days=1 if named["near"].lower() == TOMORROW[language][0] else 0)
    ahead = (DAYS[language].index(named["weekday"].lower()) - published.weekday()) % 7
    if "next" in named:
        if language == "fr":
            return published + dt.timedelta(days=ahead or 7)
        return published + dt.timedelta(days=ahead) if ahead and published.weekday() + ahead > 6 else None  # noqa: PLR2004 - Sunday ends the week
    return published + dt.timedelta(days=ahead)


def _nth(named: dict[str, str], published: dt.date, language: str) -> dt.date | None:
    """Give "the first Sunday in December", the next that is to come where no year is named."""
    month = MONTHS[language].index(named["month"].lower()) + 1
    weekday, which = DAYS[language].index(named["of"].lower()), NTH[language][named["nth"].lower()]
    years = [int(named["nth_year"])] if "nth_year" in named else [published.year, published.year + 1]
    for year in years:
        days = [date for day in range(1, 32) if (date := _date(year, month, day)) and date.weekday() == weekday]
        if which < len(days) and (days[which] >= published or "nth_year" in named):
            return days[which]
    return None


def _nearest(month: int, day: int, published: dt.date | None) -> dt.date | None:
    if published is None:
        return None
    years = (_date(published.year + step, month, day) for step in (-1, 0, 1))
    near = [date for date in years if date is not None and abs(date - published) <= HALF_A_YEAR]
    return near[0] if near else None


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
