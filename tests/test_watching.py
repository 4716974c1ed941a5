from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import press
from briefing.desk.days import dates_in
from briefing.desk.watching import to_come, watch_for
from briefing.model import Article, Block, Edition, Entry, Evidence, Feed, Heard, Report, Story, WatchFor
from briefing.press.fixture import fixture_edition

SATURDAY = dt.date(2025, 12, 6)
NOON = dt.datetime(2025, 12, 6, 12, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("text", "language", "days"),
    [
        ("The vote is on Tuesday.", "en", [dt.date(2025, 12, 9)]),
        ("The vote is on Saturday.", "en", [SATURDAY]),
        ("The deadline is December 9.", "en", [dt.date(2025, 12, 9)]),
        ("The deadline is Dec. 9, 2026.", "en", [dt.date(2026, 12, 9)]),
        ("The law takes effect on 1 January.", "en", [dt.date(2026, 1, 1)]),
        ("It runs from Monday, December 8, until 2026-01-15.", "en", [dt.date(2025, 12, 8), dt.date(2026, 1, 15)]),
        ("They meet tomorrow.", "en", [dt.date(2025, 12, 7)]),
        ("They meet next Tuesday.", "en", [dt.date(2025, 12, 9)]),
        ("They met last Tuesday.", "en", []),
        ("They meet next week, or in March, or on Mondays.", "en", []),
        ("February 30 and 2025-13-01 are no days.", "en", []),
        ("He may march in May 5,000 times.", "en", []),
        ("Le vote aura lieu mardi.", "fr", [dt.date(2025, 12, 9)]),
        ("Le vote aura lieu le mardi 9 décembre.", "fr", [dt.date(2025, 12, 9)]),
        ("La loi entre en vigueur le 1er janvier 2026.", "fr", [dt.date(2026, 1, 1)]),
        ("Rendez-vous demain, ou mardi prochain.", "fr", [dt.date(2025, 12, 7), dt.date(2025, 12, 9)]),
        ("La semaine prochaine, mardi dernier.", "fr", []),
    ],
)
def test_dates_are_resolved_from_the_day_of_publication(text: str, language: str, days: list[dt.date]) -> None:
    found = dates_in(text, SATURDAY, language)
    assert [day for _, _, day in found] == days
    assert all(text[start:end].strip() == text[start:end] != "" for start, end, _ in found)


def test_next_tuesday_on_a_monday_is_not_sure() -> None:
    assert dates_in("They meet next Tuesday.", dt.date(2025, 12, 8), "en") == ()


def test_without_a_day_of_publication_only_full_dates_count() -> None:
    found = dates_in("On Tuesday, on December 9, or on December 9, 2025.", None, "en")
    assert [day for _, _, day in found] == [dt.date(2025, 12, 9)]


@given(st.text(max_size=80), st.dates(dt.date(1, 1, 1), dt.date(9990, 1, 1)))
def test_no_text_and_no_day_break_the_reckoning(text: str, day: dt.date) -> None:
    for start, end, _ in dates_in(f"{text} on Tuesday, February 29", day, "en"):
        assert 0 <= start < end


def report(text: str, name: str = "a", published: dt.datetime | None = NOON, language: str = "en") -> Report:
    feed = Feed(id=name, url="u")
    entry = Entry(feed=name, identity=name, title="", published=published)
    heard = Heard(digest=name, commit=1, seen=NOON, arrived=NOON, entry=entry)
    blocks = tuple(Block(kind="paragraph", text=line) for line in text.split("\n"))
    return Report(
        feed=feed, heard=heard, article=Article(url="u", title="", blocks=blocks, language=language), digest=name
    )


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Parliament is to vote on the toll on Tuesday.", dt.date(2025, 12, 9)),
        ("The deadline for the barge owners of Orm is December 19.", dt.date(2025, 12, 19)),
        ("The court will rule on January 15 whether the toll is legal.", dt.date(2026, 1, 15)),
        ("Sorvia goes to the polls on Sunday after a short campaign.", dt.date(2025, 12, 7)),
    ],
)
def test_what_is_to_come_is_told_in_its_sources_words(said: str, day: dt.date) -> None:
    (event,) = watch_for(Story(reports=(report(said),)))
    assert (event.date, event.text, event.evidence[0].quote) == (day, said, said)


@pytest.mark.parametrize(
    "said",
    [
        "Parliament voted on the toll on Tuesday and went home early.",
        "The minister said on Monday that the toll will stay.",
        "The court ruled on December 9 that the toll is legal.",
        "The council will meet next week to speak about the toll.",
        "He will return on Tuesday to the village of his birth.",
        "The treaty of December 9, 1990 will remain in force in Sorvia.",
        "The bridge was to open on Tuesday, but the flood destroyed it.",
    ],
)
def test_what_is_over_or_has_no_day_is_nothing_to_watch_for(said: str) -> None:
    assert watch_for(Story(reports=(report(said),))) == ()


def test_french_events_are_dated_too() -> None:
    said = "Le comité régional doit se prononcer mardi sur la fermeture de la pêche."
    (event,) = watch_for(Story(reports=(report(said, language="fr"),)))
    assert event.date == dt.date(2025, 12, 9)


def test_two_reports_of_one_event_are_told_once() -> None:
    one = report("Parliament is to vote on the river toll on Tuesday.")
    other = report("The parliament of Sorvia will vote on the river toll on Tuesday.", "b")
    assert len(watch_for(Story(reports=(one, other)))) == 1


def test_an_edition_watches_for_what_comes_after_its_own_day_in_order_and_once() -> None:
    events = [event(day, text) for day, text in ((9, "The court rules on the toll."), (6, "Today."), (8, "Schools open."),
                                                 (9, "The court rules on the river toll."))]  # fmt: skip
    kept = to_come(events, SATURDAY)
    assert [item.date.day for item in kept] == [8, 9]


def event(day: int, text: str) -> WatchFor:
    evidence = Evidence(source=0, article="a", start=0, end=len(text), quote=text)
    return WatchFor(date=dt.date(2025, 12, day), text=text, evidence=(evidence,))


def calendar(*events: WatchFor) -> bytes:
    made: Edition = replace(fixture_edition(), watch_for=events)
    return press.set_type(made, press.gather([]), ["ics"])["ics"]


def test_a_calendar_file_has_an_event_for_each_day_and_the_same_bytes_each_time() -> None:
    body = calendar(event(9, "Parliament votes."), event(19, "The deadline ends."))
    assert body == calendar(event(9, "Parliament votes."), event(19, "The deadline ends."))
    lines = body.decode().split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert [line for line in lines if line.startswith("DTSTART")] == [
        "DTSTART;VALUE=DATE:20251209",
        "DTSTART;VALUE=DATE:20251219",
    ]
    assert len(set(re.findall(r"UID:(\S+)", body.decode()))) == 2
    assert f"DTSTAMP:{fixture_edition().colophon.as_of:%Y%m%dT%H%M%SZ}" in lines


def test_a_calendar_escapes_and_folds_as_rfc_5545_has_it() -> None:
    text = "L’été; où, \\ ici\nEND:VCALENDAR " + "é" * 90
    body = calendar(event(9, text))
    assert body.count(b"END:VCALENDAR\r\n") == 1
    assert b"\n" not in body.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in body.split(b"\r\n"))
    unfolded = body.decode().replace("\r\n ", "")
    assert "SUMMARY:L’été\\; où\\, \\\\ ici\\nEND:VCALENDAR " + "é" * 90 in unfolded


def test_an_events_name_stays_when_the_edition_is_made_at_another_moment() -> None:
    one = event(9, "Parliament votes.")
    later = replace(fixture_edition().colophon, as_of=fixture_edition().colophon.as_of + dt.timedelta(hours=1))
    again = press.set_type(replace(fixture_edition(), watch_for=(one,), colophon=later), press.gather([]), ["ics"])[
        "ics"
    ]
    assert re.findall(rb"UID:\S+", again) == re.findall(rb"UID:\S+", calendar(one))


def test_the_page_says_which_story_and_which_source_an_event_comes_from() -> None:
    told = fixture_edition()
    page = press.set_type(told, press.gather([]), ["html"])["html"].decode()
    item = told.watch_for[0]
    (story,) = [one for section in told.sections for one in section.stories if one.id == item.story]
    ahead = page[page.index('<section class="end watch') :].partition("</section>")[0]
    assert f'href="#{story.id}"' in ahead
    assert story.sources[item.evidence[0].source].name in ahead


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("The vote is on the second Sunday in January.", "en", dt.date(2026, 1, 11)),
        ("The fair opens on the last Friday of December.", "en", dt.date(2025, 12, 26)),
        ("Le vote aura lieu le premier dimanche de février.", "fr", dt.date(2026, 2, 1)),
    ],
)
def test_a_counted_weekday_is_that_of_its_month(text: str, language: str, day: dt.date) -> None:
    assert [date for _, _, date in dates_in(text, dt.date(2025, 12, 6), language)] == [day]


def test_monday_week_and_the_first_sunday_of_no_month_are_no_days() -> None:
    assert dates_in("They meet on Monday week, or tomorrow week.", dt.date(2025, 12, 6), "en") == ()
    assert dates_in("They meet on the first Sunday.", dt.date(2025, 12, 6), "en") == ()


@pytest.mark.parametrize(
    "said",
    [
        "The trial of the Orm bank, set to open on Monday, was moved to 2027.",
        "The central bank of Belvia will cut its rate on Thursday, 18 of 20 economists said.",
        "The ministry of Belvia has not said whether the port of Orm will open on Monday.",
        "The strike at Orm airport that was due on Friday has been called off.",
    ],
)
def test_what_was_called_off_or_is_only_guessed_is_nothing_to_watch_for(said: str) -> None:
    assert watch_for(Story(reports=(report(said),))) == ()


def test_the_present_tense_announces_too() -> None:
    found = watch_for(Story(reports=(report("The summit of the northern states opens this Thursday in Lind."),)))
    assert [item.date.isoweekday() for item in found] == [4]


def test_days_are_counted_from_the_day_on_which_an_agency_filed() -> None:
    text = "MADRID, Jan 20 (Reuters) - Spain's parliament will vote on a cap on rents on Friday, the ministry said."
    printed = dt.datetime(2026, 2, 3, 12, tzinfo=dt.UTC)
    (event,) = watch_for(Story(reports=(report(text, published=printed),)))
    assert event.date == dt.date(2026, 1, 23)
