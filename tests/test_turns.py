"""When a feed is asked next: what it says, what its server says, how it fails."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.archive import FeedState
from briefing.model import Hearing, Pace, Silence, Turn, Validators, Version
from briefing.newsroom.turns import LATEST, SOONEST, allowed, due, turn, validators
from briefing.wire.pace import fresh_until, pace_of, retry_after

NOW = dt.datetime(2025, 12, 7, 11, 0, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)


def version(published: dt.datetime | None) -> Version:
    return Version(digest=str(published), identity="i", place=0, published=published, body=b"{}")


def heard(gap: dt.timedelta, *, newest: dt.datetime = NOW, **more: object) -> Hearing:
    versions = tuple(version(newest - gap * n) for n in range(10))
    return Hearing(**{"feed": "f", "at": NOW, "outcome": "heard", "versions": versions, **more})


def silent(**more: object) -> Hearing:
    silence = Silence(feed="f", url="u", since=NOW, cause="not found")
    return Hearing(**{"feed": "f", "at": NOW, "outcome": "silent", "silence": silence, **more})


def test_a_feed_that_changes_weekly_is_not_asked_hourly() -> None:
    assert turn(heard(7 * DAY), None).due - NOW > 12 * HOUR
    assert turn(heard(HOUR / 4), None).due - NOW < HOUR


@given(st.integers(0, 10**8), st.integers(0, 40), st.booleans())
def test_every_feed_is_asked_between_half_an_hour_and_a_day_later(gap: int, failures: int, fails: bool) -> None:
    state = FeedState(failures=failures, turn=Turn(due=NOW, rhythm=gap))
    said = silent() if fails else heard(dt.timedelta(seconds=gap))
    assert 0.8 * SOONEST <= turn(said, state).due - NOW <= 1.2 * LATEST


def test_a_failing_feed_is_asked_less_and_less_often_and_no_two_at_once() -> None:
    waits = [turn(silent(), FeedState(failures=n)).due - NOW for n in range(5)]
    assert all(later > 1.2 * sooner for sooner, later in itertools.pairwise(waits))
    others = {turn(silent(feed=str(n)), None).due for n in range(50)}
    assert len(others) == 50


def test_what_a_server_says_goes_before_everything() -> None:
    told = turn(silent(not_before=NOW + 5 * DAY), None)
    assert told.due >= NOW + 5 * DAY
    state = FeedState(turn=told)
    assert not allowed(state, NOW + 4 * DAY)
    assert not due(state, NOW + 4 * DAY)
    assert allowed(state, NOW + 5 * DAY)


def test_a_person_may_ask_whose_turn_it_is_not_but_never_who_is_gone() -> None:
    state = FeedState(failures=6, turn=turn(silent(), FeedState(failures=6)))
    assert allowed(state, NOW)
    assert not due(state, NOW)
    assert not allowed(FeedState(turn=turn(silent(gone=True), None)), NOW + 99 * DAY)


def test_hours_and_days_of_rest_are_respected() -> None:
    resting = Pace(hours=tuple(range(11, 18)), days=(0,))
    asked = turn(heard(HOUR, pace=resting), None).due
    assert asked.hour not in resting.hours
    assert asked.weekday() != 0


def test_an_unchanged_feed_keeps_what_it_said_of_its_pace() -> None:
    state = FeedState(turn=Turn(due=NOW, pace=Pace(seconds=4 * 3600), rhythm=60, newest=NOW))
    unchanged = Hearing(feed="f", at=NOW, outcome="unchanged")
    told = turn(unchanged, state)
    assert told.due - NOW > 3 * HOUR
    assert told.pace == Pace(seconds=4 * 3600)


def test_a_feed_that_used_to_speak_and_has_nothing_new_is_quiet() -> None:
    assert turn(heard(DAY, newest=NOW - 3 * DAY), None).quiet is None
    assert turn(heard(DAY, newest=NOW - 8 * DAY), None).quiet == NOW - 8 * DAY
    assert turn(heard(30 * DAY, newest=NOW - 40 * DAY), None).quiet is None
    assert turn(heard(DAY, newest=NOW + 9 * DAY), None).newest == NOW  # a date in the future is not believed


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"cache-control": "public, max-age=600"}, 600),
        ({"cache-control": "max-age=600", "age": "500"}, 100),
        ({"cache-control": "max-age=600, no-cache"}, None),
        ({"cache-control": "max-age=999999999999"}, 6 * 3600),
        ({"cache-control": "max-age=banana"}, None),
        ({"expires": "Sun, 07 Dec 2025 11:20:00 GMT", "date": "Sun, 07 Dec 2025 11:00:00 GMT"}, 1200),
        ({"expires": "0"}, None),
        ({"expires": "Sun, 07 Dec 2025 11:20:00 GMT", "cache-control": "max-age=60"}, 60),
        ({}, None),
    ],
)
def test_caching_headers_are_read(headers: dict[str, str], seconds: int | None) -> None:
    expected = None if seconds is None else NOW + dt.timedelta(seconds=seconds)
    assert fresh_until(headers, NOW) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("120", NOW + dt.timedelta(seconds=120)),
        ("Sun, 07 Dec 2025 12:00:00 GMT", NOW + HOUR),
        ("Sat, 06 Dec 2025 12:00:00 GMT", None),
        ("99999999999", NOW + 31 * DAY),
        ("soon", None),
        ("-5", None),
        ("", None),
    ],
)
def test_retry_after_is_read_as_seconds_or_a_date(said: str, expected: dt.datetime | None) -> None:
    assert retry_after({"retry-after": said}, NOW) == expected


def test_a_feeds_own_words_on_its_pace_are_read() -> None:
    head = "<rss><channel><ttl>90</ttl><skipHours><hour>0</hour><hour>24</hour><hour>5</hour></skipHours>"
    assert pace_of(head + "<skipDays><day>Sunday</day></skipDays><item>") == Pace(seconds=5400, hours=(0, 5), days=(6,))
    period = "<sy:updatePeriod> daily </sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>"
    assert pace_of(f"<rss><channel>{period}<item>") == Pace(seconds=6 * 3600)
    assert pace_of("<rss><channel><item><ttl>90</ttl></item>") == Pace()
    everything = "".join(f"<hour>{n}</hour>" for n in range(24))
    assert pace_of(f"<channel><skipHours>{everything}</skipHours><item>") == Pace()


def test_a_server_that_says_not_modified_for_ever_is_asked_in_full_once_in_eight_days() -> None:
    known = Validators(etag="x", modified="y", body="z", seen=b"12345678")
    days = [
        day
        for day in range(1, 33)
        if not validators(
            FeedState(validators=known, heard=NOW + (day - 1) * DAY, turn=Turn(due=NOW, newest=NOW)), NOW + day * DAY
        ).etag
    ]
    assert days == [8, 16, 24, 32]
    state = FeedState(validators=known, heard=NOW, turn=Turn(due=NOW, newest=NOW))
    assert validators(state, NOW + 40 * DAY) == Validators(body="z", seen=b"12345678")
