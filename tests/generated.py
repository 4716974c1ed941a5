"""Feeds and pages that nobody would write: every part in any order, number and form, hostile pieces in each."""

from __future__ import annotations

import json
from html import escape
from typing import Any

from hypothesis import strategies as st

URL = "https://news.example/feed"
NAMESPACES = (
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:x="urn:x"'
    ' xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"'
    ' xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:dcterms="http://purl.org/dc/terms/"'
)
PIECES = (
    *(
        "",
        " ",
        "Rain",
        "a b",
        "Fish & chips",
        "3 < 5",
        "<b>bold</b>",
        "&amp;",
        "&#8217;",
        "&nbsp;",
        "\u202e",
        "\u200b",
        "\x85",
    ),
    *(
        "d\u2019\u00e9t\u00e9",
        "\u00c3\u00a9",
        "\u05e9",
        "\U0001f468\u200d\U0001f469",
        "<script>alert(1)</script>",
        "<img src=x onerror=a()>",
    ),
    *(
        "<img src='https://news.example/a.jpg'>",
        "<p>One</p><p>Two",
        "\n",
        "\t",
        "(",
        "a@b.c",
        "a@b.c (Ann)",
        "Ann <a@b.c>",
        "]]",
        "\ufffd",
    ),
    *("\u0080", "\u0092", "word " * 30, "%41", "\u2028"),
)
LINKS = (
    *(
        "",
        "https://news.example/a",
        "/a?b=1&c=2",
        "a",
        "//other.example/b",
        "http://[",
        "javascript:alert(1)",
        "data:x",
        "ftp://a/b",
    ),
    *(
        "https://me:pw@news.example/",
        "https://news.example/?utm_source=x&a=1#f",
        " https://news.example/b ",
        "HTTPS://NEWS.EXAMPLE/C",
    ),
    *(
        "https://b\u00fccher.example/",
        "https://news.example/a b",
        "urn:uuid:1",
        "mailto:a@b.c",
        "?q",
        "#f",
        "https:news",
        "http://",
    ),
)
DATES = (
    *(
        "Sun, 07 Dec 2025 05:00:00 -0500",
        "2025-12-07T05:00:00Z",
        "2025-12-07",
        "Sun, 7 Dec 25 05:00 EST",
        "07 Dec 2025 05:00:00 GMT",
    ),
    *(
        "2025-12-07T05:00:00+99:99",
        "2025-12-07T24:00:00Z",
        "2025-12-07T05:00:60Z",
        "Sun, 31 Feb 2025 05:00:00 GMT",
        "",
        "soon",
    ),
    *(
        "2025-12-07 05:00:00",
        "2025-12-07T05:00:00.123456789Z",
        "Sunday, 7 December 2025 05:00:00 GMT",
        "20251207T050000Z",
        "1765083600",
    ),
    *(
        "Dec 7, 2025",
        "7/12/2025",
        "2025-341",
        "0000-00-00T00:00:00Z",
        "99999-01-01T00:00:00Z",
        "Sun, 07 Dec 2025 05:00:00 +0160",
    ),
    *(
        "Sun, 07 Dec 2025 25:00:00 GMT",
        "Sun Dec  7 05:00:00 2025",
        "2025-12-07T05:00:00-0500",
        "2025-12-07T05:00Z",
        "2025-12",
    ),
)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A text as it stands in XML: escaped, in a section, or with its markup bare."""
    said = "".join(draw(st.lists(st.sampled_from(PIECES), max_size=3)))
    form = draw(st.integers(0, 8))
    if form == 0 and "]]>" not in said:
        return f"<![CDATA[{said}]]>"
    if form == 1:
        return escape(escape(said))
    return said if form == 2 else escape(said)


links = st.sampled_from(LINKS).map(escape)
dates = st.sampled_from(DATES)
kinds = st.sampled_from(("", "image/png", "audio/mpeg", "text/html", "html", "xhtml", "text", "IMAGE/JPEG"))
languages = st.sampled_from(("", "en", "fr-CA", "de_AT", "x", "EN-us"))
flags = st.sampled_from(("true", "false", "", "TRUE", "no"))


def element(name: str, inside: st.SearchStrategy[str], **attributes: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """An element with any of its attributes, or without."""
    given = st.fixed_dictionaries({}, optional={key.replace("_", ":"): value for key, value in attributes.items()})

    def written(made: tuple[str, dict[str, str]]) -> str:
        said = "".join(f' {key}="{value}"' for key, value in made[1].items())
        return f"<{name}{said}>{made[0]}</{name}>"

    return st.tuples(inside, given).map(written)


nothing = st.just("")
item_parts = st.one_of(
    element("title", texts()),
    element("title", texts(), type=kinds),
    element("link", links),
    element("guid", links | texts(), isPermaLink=flags),
    element("description", texts()),
    element("content:encoded", texts()),
    element("pubDate", dates),
    element("dc:date", dates),
    element("author", texts()),
    element("dc:creator", texts()),
    element("category", texts(), domain=links),
    element("comments", links),
    element("source", texts(), url=links),
    element("enclosure", nothing, url=links, type=kinds, length=nothing),
    element(
        "media:content", element("media:thumbnail", nothing, url=links) | nothing, url=links, type=kinds, medium=kinds
    ),
    element("media:group", element("media:content", nothing, url=links, type=kinds)),
    element("media:thumbnail", nothing, url=links),
    element("media:title", texts()),
    element("media:description", texts()),
    element("media:credit", texts()),
    element("itunes:summary", texts()),
    element("itunes:author", texts()),
    element("itunes:image", nothing, href=links),
    element("feedburner:origLink", links),
    element("atom:link", nothing, href=links, rel=st.sampled_from(("self", "alternate", "hub", "next"))),
    element("atom:updated", dates),
    element("dcterms:modified", dates),
    element("x:thing", texts(), a=texts().map(escape)),
    element("x:title", texts()),
)
channel_parts = st.one_of(
    element("title", texts()),
    element("link", links),
    element("description", texts()),
    element("language", languages),
    element("pubDate", dates),
    element("managingEditor", texts()),
    element("author", texts()),
    element("ttl", st.sampled_from(("5", "-1", "x", "99999999"))),
    element("image", element("url", links) | element("title", texts()) | element("link", links)),
    element("textInput", element("title", texts())),
    element("atom:link", nothing, href=links, rel=st.sampled_from(("self", "alternate", "hub", "next"))),
    element("sy:updatePeriod", st.sampled_from(("hourly", "x"))),
    element("itunes:author", texts()),
    element("x:thing", texts()),
)
person = st.lists(element("name", texts()) | element("email", texts()) | element("uri", links), max_size=3).map("".join)
relations = st.sampled_from(("alternate", "self", "enclosure", "related", "via", "edit", "ALTERNATE"))
atom_link = element("link", nothing, href=links, rel=relations, type=kinds, hreflang=languages)
entry_parts = st.one_of(
    element("title", texts(), type=kinds),
    element("id", links | texts()),
    element("published", dates),
    element("updated", dates),
    element("summary", texts(), type=kinds),
    element("content", texts(), type=kinds),
    element("content", texts(), src=links, xml_lang=languages),
    element("author", person),
    element("contributor", person),
    element("category", nothing, term=texts().map(escape)),
    element("rights", texts()),
    element("source", element("title", texts()) | element("id", links)),
    atom_link,
    element("media:group", element("media:content", nothing, url=links, type=kinds)),
    element("media:thumbnail", nothing, url=links),
    element("x:thing", texts()),
)
feed_parts = st.one_of(
    element("title", texts(), type=kinds),
    element("subtitle", texts()),
    element("id", links),
    element("updated", dates),
    element("author", person),
    atom_link,
    element("x:thing", texts()),
)


@st.composite
def rss_feeds(draw: st.DrawFn) -> str:
    items = st.lists(item_parts, max_size=7).map(lambda parts: f"<item>{''.join(parts)}</item>")
    parts = draw(st.lists(channel_parts | items, max_size=6))
    return f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"{NAMESPACES}><channel>{"".join(parts)}</channel></rss>'


@st.composite
def atom_feeds(draw: st.DrawFn) -> str:
    entries = st.lists(entry_parts, max_size=7).map(lambda parts: f"<entry>{''.join(parts)}</entry>")
    parts = draw(st.lists(feed_parts | entries, max_size=6))
    language = draw(st.sampled_from(("", ' xml:lang="en"', ' xml:lang="fr_CA"', ' xml:base="https://b.example/"')))
    return f'<feed xmlns="http://www.w3.org/2005/Atom"{NAMESPACES}{language}>{"".join(parts)}</feed>'


scalars: st.SearchStrategy[Any] = st.one_of(
    st.sampled_from(PIECES + LINKS + DATES), st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5)
)
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=2)
)
JSON_KEYS = "id url external_url title content_html content_text summary image banner_image date_published date_modified language"
json_items = st.fixed_dictionaries(
    {}, optional={**dict.fromkeys(JSON_KEYS.split(), values), "authors": values, "attachments": values}
)
json_feeds = st.fixed_dictionaries(
    {"version": st.just("https://jsonfeed.org/version/1.1"), "items": st.lists(json_items | values, max_size=4)},
    optional={"title": values, "home_page_url": values, "authors": values, "language": values},
).map(json.dumps)

page_parts = st.sampled_from(
    (
        *PIECES,
        *[
            "<div>",
            "</div>",
            "<p>",
            "</p>",
            "</table>",
            "<!--",
            "-->",
            "<script>",
            "</script>",
            "<article>",
            "</body>",
            "<li>",
            "<blockquote>",
            "<svg>",
            "<math>",
        ],
        *["<template>", "<select>", "<frameset>", "<plaintext>", "<title>", "&#0;", "&#xD800;", "<![CDATA[", "<?php"],
        "<table><tr><td>",
        "<h2>Why?</h2>",
        "<base href=x>",
        '<meta property="og:title" content="',
        '">',
        "\x00",
        "<a href='javascript:x'>",
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":[{}],"author":{"name":5}}</script>',
        "<p>The council of Halden voted on Friday to rebuild the lower bridge that the flood took away in the spring of the year.</p>",
    )
)
pages = st.lists(page_parts, max_size=40).map("".join)
