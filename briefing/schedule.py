"""A cron line and a zone, turned into days and closing moments: the one place that reckons with local time.

Five POSIX fields (minute hour day-of-month month day-of-week; 0 and 7 are Sunday; where both day fields are
restricted, either suffices), with steps, ranges and English three-letter names. An edition closes at most once a
local day. Where the clocks go forward over the hour, it closes at the first valid instant after the gap; where the
hour comes twice, at its first coming.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
FIELDS = (("minute", 0, 59), ("hour", 0, 23), ("day of month", 1, 31), ("month", 1, 12), ("day of week", 0, 7))
LONGEST_PAUSE = 8 * 366  # days: the longest way from one 29 February to the next, over 1900 or 2100


class ScheduleError(ValueError):
    """A cron line that cannot be kept; the message says which field and what would do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """The local time at which editions close, and the days on which they do."""

    hour: int
    minute: int
    days: frozenset[int]
    months: frozenset[int]
    weekdays: frozenset[int]
    either: bool

    def fires(self, day: dt.date) -> bool:
        """Tell whether an edition is due on this local day."""
        if day.month not in self.months:
            return False
        by_date, by_weekday = day.day in self.days, day.isoweekday() % 7 in self.weekdays
        return by_date or by_weekday if self.either else by_date and by_weekday


def parse(line: str) -> Schedule:
    """Read a cron line. Raises ScheduleError."""
    parts = line.split()
    if len(parts) != len(FIELDS):
        raise ScheduleError(
            f"'{line}' has {len(parts)} fields, not five (minute hour day month weekday), e.g. '0 6 * * *'"
        )
    sets = [_field(part, *field) for part, field in zip(parts, FIELDS, strict=True)]
    minutes, hours, days, months, weekdays = sets
    if len(minutes) * len(hours) != 1:
        raise ScheduleError(
            f"'{line}' closes {len(minutes) * len(hours)} times a day; an audience has one edition a day: "
            "for another hour, add a second audience that `extends` this one"
        )
    schedule = Schedule(
        hour=min(hours),
        minute=min(minutes),
        days=days,
        months=months,
        weekdays=frozenset(day % 7 for day in weekdays),
        either=parts[2] != "*" and parts[4] != "*",
    )
    if not any(schedule.fires(dt.date(2024, 1, 1) + dt.timedelta(days=n)) for n in range(LONGEST_PAUSE)):
        raise ScheduleError(f"'{line}' never comes: no such day in any of those months")
    return schedule


def closing(schedule: Schedule, day: dt.date, zone: ZoneInfo) -> dt.datetime:
    """Give the moment (UTC) at which the edition of a local day closes, also for a day without a firing."""
    local = dt.datetime.combine(day, dt.time(schedule.hour, schedule.minute))
    before, after = (local.replace(tzinfo=zone, fold=fold).utcoffset() or dt.timedelta() for fold in (0, 1))
    if after <= before:  # an ordinary hour, or one that comes twice: fold=0 is its first coming
        return (local - before).replace(tzinfo=dt.UTC)
    return _end_of_gap(local, before, after, zone)


def previous(schedule: Schedule, day: dt.date) -> dt.date:
    """Give the last day before this one on which an edition is due."""
    days = (day - dt.timedelta(days=n) for n in range(1, LONGEST_PAUSE))
    return next(candidate for candidate in days if schedule.fires(candidate))


def period(schedule: Schedule, day: dt.date, zone: ZoneInfo) -> dt.timedelta:
    """Give the time from the closing before this day's to this day's."""
    return closing(schedule, day, zone) - closing(schedule, previous(schedule, day), zone)


def due(schedule: Schedule, zone: ZoneInfo, after: dt.date, now: dt.datetime) -> tuple[dt.date, ...]:
    """Give the days after `after` whose edition has closed by `now`, oldest first."""
    last = now.astimezone(zone).date()
    days = (after + dt.timedelta(days=n) for n in range(1, (last - after).days + 1))
    return tuple(day for day in days if schedule.fires(day) and closing(schedule, day, zone) <= now)


def following(schedule: Schedule, zone: ZoneInfo, now: dt.datetime) -> tuple[dt.date, dt.datetime]:
    """Give the next day whose edition closes after `now`, and that moment."""
    first = now.astimezone(zone).date() - dt.timedelta(days=1)
    days = (first + dt.timedelta(days=n) for n in range(LONGEST_PAUSE))
    return next((day, moment) for day in days if schedule.fires(day) and (moment := closing(schedule, day, zone)) > now)


def _end_of_gap(local: dt.datetime, before: dt.timedelta, after: dt.timedelta, zone: ZoneInfo) -> dt.datetime:
    """Find the transition, to the second: the only instant between the two readings of a time that does not exist."""
    low, high = (local - after).replace(tzinfo=dt.UTC), (local - before).replace(tzinfo=dt.UTC)
    seconds, span = 0, int((high - low).total_seconds())
    while seconds < span:
        middle = (seconds + span) // 2
        if (low + dt.timedelta(seconds=middle)).astimezone(zone).utcoffset() == before:
            seconds = middle + 1
        else:
            span = middle
    return low + dt.timedelta(seconds=seconds)


def _field(text: str, name: str, low: int, high: int) -> frozenset[int]:
    return frozenset(value for part in text.split(",") for value in _range(part, name, low, high))


def _range(part: str, name: str, low: int, high: int) -> range:
    match = re.fullmatch(r"(?:\*|(\w+)(?:-(\w+))?)(?:/(\d+))?", part)
    if not match:
        raise ScheduleError(f"{name} '{part}' is not a number, a range (1-5), a list (1,3) or *")
    first, last, step = match.groups()
    start = low if first is None else _value(first, name, low, high)
    end = _value(last, name, low, high) if last else high if first is None or step else start
    if end < start or step == "0":
        raise ScheduleError(f"{name} '{part}' is empty")
    return range(start, end + 1, int(step or 1))


def _value(text: str, name: str, low: int, high: int) -> int:
    names = {"month": MONTHS, "day of week": WEEKDAYS}.get(name, ())
    if text.lower() in names:
        return names.index(text.lower()) + low
    if not text.isdecimal() or not low <= int(text) <= high:
        raise ScheduleError(f"{name} '{text}' is not between {low} and {high}")
    return int(text)
