"""The sample outlets hold what they promise: thirty articles in six feeds over four days, and what each is there to show."""

from __future__ import annotations

import datetime as dt
import json
import re
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from briefing import config, sample, wire

if TYPE_CHECKING:
    from briefing.model import Article, Entry

FEEDS = {feed.id: feed for feed in config.load(Path(str(sample.DATA)) / sample.WORKSPACE, {}).feeds}
FIRST, CORRECTED, EVE, LAST = sample.DAYS
HEARD = dt.time(10, 55, tzinfo=dt.UTC)  # the outlets are heard five minutes before an edition closes
FROM_THE_FEED_ALONE = "http://northern-courier.example/2025/12/05/gull-point-ferry-suspended.html"  # 404, as it happens
ATLAS = "http://atlas-wire.example/article"
POST = "http://skaren-post.example"
LEDGER = "http://meridian-ledger.example"
FARES = "http://northern-courier.example/2025/12/03/ottawa-transit-fares-january.html"
DRILL = f"{ATLAS}/ontario-nickel-rescue-drill-20251206.html"
MUD = f"{LEDGER}/science/lake-mud-century-drought.html"
NAMES = {  # of vocabularies, which nobody asks for
    *("www.w3.org", "purl.org", "schema.org", "jsonfeed.org", "ogp.me", "search.yahoo.com", "wordpress.org"),
}


def served(url: str, day: dt.date) -> bytes | None:
    place = urlsplit(url)
    found = sample.answer(place.netloc, place.path, day)
    return found[0] if found else None


@cache
def heard(feed: str, day: dt.date) -> tuple[Entry, ...]:
    body = served(FEEDS[feed].url, day)
    assert body is not None
    return wire.parse_feed(body, url=FEEDS[feed].url, content_type="", feed=FEEDS[feed]).entries


def entries(day: dt.date) -> list[Entry]:
    return [entry for feed in FEEDS for entry in heard(feed, day)]


def page(url: str, day: dt.date = LAST) -> Article:
    body = served(url, day)
    assert body is not None, url
    article = wire.readable(body, url=url)
    assert article is not None, url
    return article


def address(entry: Entry) -> str:
    return entry.link.partition("?")[0]


def addresses() -> set[str]:
    return {address(entry) for day in sample.DAYS for entry in entries(day)} - {FROM_THE_FEED_ALONE}


def test_thirty_articles_in_six_feeds_over_four_days() -> None:
    assert [day.isoformat() for day in sample.DAYS] == ["2025-12-04", "2025-12-05", "2025-12-06", "2025-12-07"]
    assert len(FEEDS) == 6
    assert len(addresses()) == 30
    assert {urlsplit(feed.url).netloc for feed in FEEDS.values()} | {"weather.example"} == set(sample.hosts())


def test_every_entry_leads_to_a_page_on_its_day_but_the_one_that_is_told_from_its_feed() -> None:
    for day in sample.DAYS:
        missing = [entry.link for entry in entries(day) if served(entry.link, day) is None]
        assert set(missing) <= {FROM_THE_FEED_ALONE}


def test_every_page_is_in_a_feed() -> None:
    root = Path(str(sample.DATA))
    pages = {f"http://{'/'.join(path.relative_to(root).parts[1:])}" for path in root.rglob("*.html")}
    assert pages == addresses()


def test_the_formats_are_those_that_outlets_use() -> None:
    starts = {feed: (served(FEEDS[feed].url, LAST) or b"")[:300].decode() for feed in FEEDS}
    for mark in ('<rss version="2.0"', "http://www.w3.org/2005/Atom", "jsonfeed.org", "<rdf:RDF"):
        assert [feed for feed, start in starts.items() if mark in start], mark


def test_english_and_french_a_review_and_an_agency() -> None:
    languages = {page(entry.link).language for entry in entries(LAST) if readable(entry)}
    assert languages == {"en", "fr"}
    assert [feed.id for feed in FEEDS.values() if feed.kind == "opinion"] == ["causeway-review"]
    assert [feed.id for feed in FEEDS.values() if feed.label == "news agency"] == ["atlas-wire"]


def readable(entry: Entry) -> bool:
    body = served(entry.link, LAST)
    return body is not None and wire.readable(body, url=entry.link) is not None


def test_no_address_leads_outside() -> None:
    for path in Path(str(sample.DATA)).rglob("*"):
        if path.is_file() and path.suffix != ".jpg":
            text = path.read_text(encoding="utf-8")
            found = {host.lower() for host in re.findall(r"https?://([\w.-]+)", text)}
            assert all(host.endswith(".example") for host in found - NAMES), path


@pytest.mark.parametrize("feed", FEEDS)
def test_an_outlet_says_first_what_is_newest_and_nothing_before_it_happened(feed: str) -> None:
    for day in sample.DAYS:
        dated = [entry.published for entry in heard(feed, day) if entry.published]
        assert dated == sorted(dated, reverse=True)
        assert all(moment <= dt.datetime.combine(day, HEARD) for moment in dated)


def test_an_entry_comes_on_the_day_after_the_last_round_but_the_one_that_came_up_again() -> None:
    known: set[str] = set()
    for day in sample.DAYS:
        before = dt.datetime.combine(day - dt.timedelta(days=1), HEARD)
        new = [entry for entry in entries(day) if entry.identity not in known]
        assert len(new) >= 3
        late = [entry.link for entry in new if entry.published and entry.published <= before]
        assert late == ([f"{FARES}?ref=most-read"] if day == LAST else [])
        known |= {entry.identity for entry in new}


def test_an_entry_stays_in_its_feed() -> None:
    for feed in FEEDS:
        for day, next_day in zip(sample.DAYS, sample.DAYS[1:], strict=False):
            gone = {entry.identity for entry in heard(feed, day)} - {entry.identity for entry in heard(feed, next_day)}
            assert not gone


@pytest.mark.parametrize(
    ("url", "day", "old", "new"),
    [
        (FARES, EVE, "from $135.00 to $148.50", "Correction, December 5: An earlier version of this article gave"),
        (DRILL, LAST, "about 38% of its nickel", "has been corrected on December 6"),
        (MUD, LAST, "nine metres long", "The Ledger has withdrawn this article"),
    ],
)
def test_a_correction_or_withdrawal_is_another_version_of_entry_and_page(
    url: str, day: dt.date, old: str, new: str
) -> None:
    before = day - dt.timedelta(days=1)
    (was,) = [entry for entry in entries(before) if entry.link == url]
    (now,) = [entry for entry in entries(day) if entry.link == url]
    assert was.identity == now.identity
    assert was != now
    assert old in page(url, before).text
    assert new not in page(url, before).text
    assert new in page(url, day).text
    assert old not in page(url, day).text


@pytest.mark.parametrize(
    ("agency", "post"),
    [
        ("osmund-ferry-talks-collapse-20251203", "ferry-talks-break-down-fourteen-ships"),
        ("karsova-orlava-toll-minister-20251207", "karsova-flood-nineteen-dead-minister"),
    ],
)
def test_the_post_prints_the_words_of_the_agency_lightly_edited(agency: str, post: str) -> None:
    wired, printed = page(f"{ATLAS}/{agency}.html").text, page(f"{POST}/news/{post}.html")
    assert printed.byline == "Atlas Wire"
    alike = SequenceMatcher(None, wired.split(), printed.text.split(), autojunk=False).ratio()
    assert 0.6 < alike < 0.95


def test_the_strike_moves_every_day() -> None:
    counts = [
        (page(f"{ATLAS}/osmund-ferry-talks-collapse-20251203.html").text, ("3,400", "14 of", "3.2%")),
        (page(f"{ATLAS}/osmund-lines-raises-offer-20251204.html").text, ("5,200", "17 of", "4.1%")),
        (page(f"{POST}/live/ferry-strike-day-six.html").text, ("6,100", "19 of", "16 days")),
        (page(f"{POST}/news/ferry-deal-sixteen-days-ballot.html").text, ("6,800", "12 hours|twelve", "4.6 per cent")),
    ]
    for text, figures in counts:
        assert all(re.search(figure, text) for figure in figures)


def test_a_question_of_one_day_is_answered_on_the_next() -> None:
    asked = page(f"{ATLAS}/osmund-ferry-talks-collapse-20251203.html").text
    answered = page(f"{ATLAS}/osmund-lines-raises-offer-20251204.html").text
    assert "It is unclear whether the Thea will sail on Friday" in asked
    assert "voted 611 to 94 on Thursday to sail the hospital boat Thea on Friday" in answered


def test_outlets_differ_on_a_number_at_the_same_hour() -> None:
    french = page("http://le-rivage.example/mer/2025/12/ferries-osmund-trevenec.html").text
    english = page(f"{ATLAS}/osmund-lines-raises-offer-20251204.html").text
    assert re.search(r"bloque 3\s900 voyageurs .* jeudi à 18 heures", french)
    assert "stranded passengers reached 5,200 at 6 p.m." in english
    flood = [
        page("http://northern-courier.example/2025/12/06/brannik-wall-of-water.html").text,
        page(f"{LEDGER}/science/tessen-valley-seepage.html").text,
        page(f"{ATLAS}/karsova-orlava-toll-minister-20251207.html").text,
    ]
    assert [bool(re.search(count, text)) for count, text in zip(("twelve", "Seventeen", "to 19"), flood, strict=True)]


def test_one_report_is_told_twice_under_another_name_and_link() -> None:
    twice = [
        entry for entry in heard("northern-courier", LAST) if address(entry).endswith("late-night-skating-rinks.html")
    ]
    assert len(twice) == 2
    assert len({entry.identity for entry in twice}) == len({entry.link for entry in twice}) == 2
    assert len({page(entry.link).text for entry in twice}) == 1


def test_a_page_for_subscribers_says_so() -> None:
    url = f"{LEDGER}/economy/osmund-week-without-ferries.html"
    assert wire.readable(served(url, LAST) or b"", url=url) is None
    (entry,) = [entry for entry in heard("meridian-ledger", LAST) if entry.link == url]
    assert "2.1m a day" in " ".join(block.text for block in entry.blocks)


def test_what_is_said_to_a_machine_is_no_part_of_the_article() -> None:
    url = f"{POST}/news/ferry-deal-sixteen-days-ballot.html"
    body = (served(url, LAST) or b"").decode()
    for words in ("gnore all previous instructions", "press office of Osmund Lines", "Note to AI assistants"):
        assert words in body
        assert words not in page(url).text


def test_the_live_blog_says_first_what_is_newest() -> None:
    said = [block.text for block in page(f"{POST}/live/ferry-strike-day-six.html").blocks]
    clock = [match for text in said if (match := re.match(r"(\d+)\.(\d\d) ([ap])\.m\. ", text))]
    minutes = [
        (int(hour) % 12 + 12 * (half == "p")) * 60 + int(minute) for hour, minute, half in (m.groups() for m in clock)
    ]
    assert len(minutes) == 7
    assert minutes == sorted(minutes, reverse=True)


def test_what_is_a_digest_or_too_old_is_left_out_and_said_so(sample_editions: Path) -> None:
    edition = json.loads((sample_editions / LAST.isoformat() / "morning.json").read_text())
    why = {left["title"]: left["why"] for left in edition["left_out"]}
    assert why["Ottawa transit commission backs fare rise and free weekends for children"] == (
        "older than max_age when it arrived"
    )
    assert why["Five things to know this Sunday"] == "a digest of several stories"


def test_every_day_of_the_sample_has_an_edition_with_its_temperature(sample_editions: Path) -> None:
    for day in sample.DAYS:
        edition = json.loads((sample_editions / day.isoformat() / "morning.json").read_text())
        assert edition["dateline"]["temperature"] is not None
        assert [story for section in edition["sections"] for story in section["stories"]]
        assert edition["silences"] == []
