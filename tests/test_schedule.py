from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import schedule

ZONES = st.sampled_from(sorted(available_timezones() - {"localtime", "Factory"}))
DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2037, 12, 31))
TIMES = st.tuples(st.integers(0, 59), st.integers(0, 23))


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("0 6 * *", "4 fields"),
        ("0 6,7 * * *", "2 times a day"),
        ("*/30 6 * * *", "2 times a day"),
        ("61 6 * * *", "minute '61' is not between 0 and 59"),
        ("0 6 31 2 *", "never comes"),
        ("0 6 * * someday", "day of week"),
        ("0 6 5-1 * *", "is empty"),
    ],
)
def test_a_bad_line_is_refused_with_what_would_do(line: str, message: str) -> None:
    with pytest.raises(schedule.ScheduleError, match=message.replace("*", r"\*")):
        schedule.parse(line)


def test_seven_and_zero_are_sunday() -> None:
    assert schedule.parse("0 6 * * 7") == schedule.parse("0 6 * * 0") == schedule.parse("0 6 * * sun")


def test_where_both_day_fields_are_restricted_either_suffices() -> None:
    cron = schedule.parse("0 6 13 * 5")
    assert cron.fires(dt.date(2025, 12, 5))
    assert cron.fires(dt.date(2025, 12, 13))
    assert not cron.fires(dt.date(2025, 12, 14))


def test_a_gap_closes_at_the_first_instant_after_it() -> None:
    closed = schedule.closing(schedule.parse("30 2 * * *"), dt.date(2026, 3, 8), ZoneInfo("America/Toronto"))
    assert closed.astimezone(ZoneInfo("America/Toronto")).isoformat() == "2026-03-08T03:00:00-04:00"


def test_an_hour_that_comes_twice_closes_at_its_first_coming() -> None:
    closed = schedule.closing(schedule.parse("30 1 * * *"), dt.date(2026, 11, 1), ZoneInfo("America/Toronto"))
    assert closed.astimezone(ZoneInfo("America/Toronto")).isoformat() == "2026-11-01T01:30:00-04:00"


def test_a_weekday_schedule_covers_the_weekend_on_monday() -> None:
    cron = schedule.parse("0 6 * * mon-fri")
    assert schedule.previous(cron, dt.date(2025, 12, 8)) == dt.date(2025, 12, 5)
    assert schedule.period(cron, dt.date(2025, 12, 8), ZoneInfo("UTC")) == dt.timedelta(days=3)


@given(time=TIMES, day=DAYS, zone=ZONES)
def test_closing_moments_follow_each_other_in_every_zone(time: tuple[int, int], day: dt.date, zone: str) -> None:
    cron, place = schedule.parse(f"{time[0]} {time[1]} * * *"), ZoneInfo(zone)
    first, second = (schedule.closing(cron, day + dt.timedelta(days=n), place) for n in (0, 1))
    assert first < second
    local = first.astimezone(place)
    assert local.date() == day or local.date() == day + dt.timedelta(days=1)
    assert (local.hour, local.minute) == (time[1], time[0]) or local.replace(tzinfo=None) > dt.datetime.combine(
        day, dt.time(time[1], time[0])
    )


@given(time=TIMES, day=DAYS, zone=ZONES)
def test_no_day_is_skipped_and_none_comes_twice(time: tuple[int, int], day: dt.date, zone: str) -> None:
    cron, place = schedule.parse(f"{time[0]} {time[1]} * * *"), ZoneInfo(zone)
    now = schedule.closing(cron, day + dt.timedelta(days=3), place)
    due = schedule.due(cron, place, day, now)
    assert due == tuple(day + dt.timedelta(days=n) for n in (1, 2, 3))
