"""How dates, moments, numbers and temperatures are written in a locale: Babel's knowledge, our minus and spaces."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from babel import Locale

    from briefing.model import Dateline, Temperature

MINUS = "\N{MINUS SIGN}"
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
NARROW_SPACE = "\N{NARROW NO-BREAK SPACE}"


@lru_cache(maxsize=64)
def locale_of(name: str) -> Locale:
    """Read `en_CA` or `en-CA`; a locale that nobody knows falls to its language, then to English."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - Babel is slow to import

    for candidate in (name.replace("-", "_"), name.replace("-", "_").split("_")[0]):
        try:
            return Locale.parse(candidate)
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse("en")


def language_tag(name: str) -> str:
    """Give the locale as HTML and PDF name languages: `fr-CA`."""
    return str(locale_of(name)).replace("_", "-")


def direction(name: str) -> str:
    """Give the direction in which the locale's language is written: `ltr` or `rtl`."""
    return str(locale_of(name).text_direction)


def dateline_lines(dateline: Dateline) -> tuple[str, ...]:
    """Give the dateline's lines as printed: temperature (where one is recorded), place, day."""
    temperature = dateline.temperature
    lines = (
        temperature_text(temperature, dateline.locale) if temperature else "",
        dateline.place,
        long_date(dateline.date, dateline.locale),
    )
    return tuple(line for line in lines if line)


def temperature_text(temperature: Temperature, locale: str) -> str:
    """Write degrees to one decimal with a true minus and a narrow space before the unit: `−9.2 °C`."""
    return decimal_text(temperature.value, locale, "0.0") + NARROW_SPACE + temperature.unit


def decimal_text(value: float, locale: str, pattern: str | None = None) -> str:
    """Write a number as the locale does, with U+2212 for the minus; a zero has no sign."""
    from babel.numbers import format_decimal  # noqa: PLC0415 - Babel is slow to import

    written = format_decimal(round(value, 1) + 0.0 if pattern else value, format=pattern, locale=locale_of(locale))
    return written.replace("-", MINUS)


def long_date(day: dt.date, locale: str) -> str:
    """Write a day with its weekday: `Sunday, December 7, 2025`."""
    from babel.dates import format_date  # noqa: PLC0415 - Babel is slow to import

    return format_date(day, "full", locale=locale_of(locale))


def title_date(day: dt.date, locale: str) -> str:
    """Write a day for a title: `December 7, 2025`."""
    from babel.dates import format_date  # noqa: PLC0415 - Babel is slow to import

    return format_date(day, "long", locale=locale_of(locale))


def date_parts(day: dt.date, locale: str) -> tuple[str, str, str]:
    """Give weekday, number, and month with year, as they stand by themselves: `Sunday`, `7`, `December 2025`."""
    from babel.dates import format_date, format_skeleton  # noqa: PLC0415 - Babel is slow to import

    tongue = locale_of(locale)
    noon = dt.datetime.combine(day, dt.time(), dt.UTC)
    weekday = format_date(day, "cccc", locale=tongue)
    return (
        weekday[:1].upper() + weekday[1:],
        format_date(day, "d", locale=tongue),
        format_skeleton("yMMMM", noon, locale=tongue),
    )


def short_date(day: dt.date, locale: str) -> str:
    """Write a day as a label: `Mon, Dec 8`."""
    from babel.dates import format_skeleton  # noqa: PLC0415 - Babel is slow to import

    return format_skeleton("MMMEd", dt.datetime.combine(day, dt.time(), dt.UTC), locale=locale_of(locale))


def moment_text(moment: str, locale: str, zone: str) -> str:
    """Write a moment (ISO 8601) in the edition's zone: `Dec 6, 9:40 p.m.`. Neither day nor hour is ever broken."""
    from babel.dates import format_skeleton, format_time  # noqa: PLC0415 - Babel is slow to import

    there = dt.datetime.fromisoformat(moment).astimezone(ZoneInfo(zone))
    tongue = locale_of(locale)
    day = format_skeleton("MMMd", there, tzinfo=ZoneInfo(zone), locale=tongue)
    hour = format_time(there, "short", tzinfo=ZoneInfo(zone), locale=tongue)
    return f"{day.replace(' ', NO_BREAK_SPACE)}, {hour.replace(' ', NARROW_SPACE)}"


def zone_text(moment: str, locale: str, zone: str) -> str:
    """Name the zone in which a moment is told: `Eastern Standard Time`."""
    from babel.dates import get_timezone_name  # noqa: PLC0415 - Babel is slow to import

    there = dt.datetime.fromisoformat(moment).astimezone(ZoneInfo(zone))
    return str(get_timezone_name(there, locale=locale_of(locale)))
