"""What must hold for whatever a feed or a page says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from generated import URL, atom_feeds, json_feeds, pages, rss_feeds
from honest import links_of, texts_of, unclean, whole
from hostile.case import Plain
from hostile.corpus import FEEDS
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import wire
from briefing.model import Feed
from briefing.wire import feed, markup, syndication, wellformed
from briefing.wire.charset import decode
from briefing.wire.prose import fragment, has_markup, walk

if TYPE_CHECKING:
    from hostile.case import Case

    from briefing.wire.channel import Channel
    from briefing.wire.feed import Spoken

FEED = Feed(id="f", url=URL)
LONGEST = 1_000
SMALL = 100_000


def parsed(said: str | bytes) -> Spoken | None:
    raw = said if isinstance(said, bytes) else said.encode("utf-8", "surrogatepass")
    try:
        return wire.parse_feed(raw, url=URL, content_type="", feed=FEED)
    except wire.NotAFeed:
        return None


def entries_of(channel: Channel) -> object:
    return [feed._entry(item, channel, FEED) for item in channel.items], feed.line(channel.title)


@settings(max_examples=150)
@given(rss_feeds() | atom_feeds() | json_feeds)
def test_whatever_a_feed_says_what_is_kept_is_clean_bounded_and_whole(said: str) -> None:
    spoken = parsed(said)
    if spoken is None:
        return
    entries = spoken.entries
    assert not [text for text in (spoken.title, *texts_of(entries)) if unclean(text)]
    assert all(len(entry.title) <= 300 and len(entry.author) <= 200 for entry in entries)
    assert all(len(entry.identity) <= 2 * LONGEST + 4000 for entry in entries)
    assert not [link for link in links_of(entries) if not whole(link)]
    assert len({entry.identity for entry in entries}) == len(entries)


@settings(max_examples=300)
@given(rss_feeds() | atom_feeds())
def test_the_fast_reading_and_feedparsers_are_the_same_one(said: str) -> None:
    agree(said)


@pytest.mark.parametrize(
    "case",
    [case for case in FEEDS if isinstance(case.served, Plain) and not callable(case.served.body)],
    ids=lambda case: case.name,
)
def test_the_two_readings_agree_on_the_hostile_corpus(case: Case) -> None:
    assert isinstance(case.served, Plain)
    body = case.served.made()
    if len(body) < SMALL:
        agree(decode(body))


def agree(said: str) -> None:
    fast = wellformed.read(said, URL)
    if fast is None:
        return
    slow = syndication.read(said, URL)
    if slow is None:
        assert not fast.items
        return
    assert entries_of(fast) == entries_of(slow)


@settings(max_examples=60)
@given(pages)
def test_whatever_a_page_says_its_article_is_clean(said: str) -> None:
    article = wire.readable(said, url="https://news.example/a")
    if article:
        assert not [text for text in texts_of([article]) if unclean(text)]
        assert not [link for link in links_of([article]) if not whole(link)]


@given(
    st.binary(max_size=500),
    st.sampled_from(("", "text/xml; charset=utf-8", "charset=utf-16", "charset=shift_jis", "charset=hz")),
)
def test_any_bytes_are_some_text(body: bytes, content_type: str) -> None:
    assert isinstance(decode(body, content_type=content_type), str)


SCRAPS = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<p class='a'>",
            '<a href="/x?a=1&b=2">',
            "</a>",
            "<b>",
            "</b>",
            "<em>",
            "</em>",
            "<img src='x'>",
        ),
        *(
            "<span id=x>",
            "</span>",
            "<br>",
            "<br/>",
            "</br>",
            "<i",
            "<",
            ">",
            "&",
            "&amp;",
            "&lt;p&gt;",
            "&#8217;",
            "&nbsp",
        ),
        *(
            "&nbsp;",
            "&hellip;",
            "&amp;lt;",
            "&#128;",
            "<A HREF='x'>",
            '<a title="1 > 2">',
            "<p/>",
            "<u/>",
            "\n",
            "  ",
            "|",
        ),
        *(
            "\u200b",
            "\x0b",
            "\x1c",
            "\x85",
            "\xa0",
            "\u202e",
            "A council met",
            " at ",
            "noon.",
            "é",
            "<!-- x -->",
            "<div>",
        ),
    ]
)  # fmt: skip - one scrap after the other


@settings(max_examples=2000)
@given(st.lists(SCRAPS, max_size=12).map("".join))
def test_ordinary_prose_reads_as_the_walk_over_its_tree_does(said: str) -> None:
    fast = markup._ordinary(said)
    if fast is not None and has_markup(said):
        assert fast == tuple(walk(fragment(said)))
