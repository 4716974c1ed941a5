"""A feed's bytes into its entries. Whatever is written there is hostile until it has passed through here."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from briefing.model import Entry, Picture
from briefing.wire import jsonfeed, prolog, syndication, wellformed
from briefing.wire.address import web_address, without_tracking
from briefing.wire.channel import Channel, Item, NotAFeed
from briefing.wire.charset import decode
from briefing.wire.furniture import tidy_summary
from briefing.wire.markup import blocks_of
from briefing.wire.moment import FIRST_YEAR
from briefing.wire.pace import pace_of
from briefing.wire.prose import line, paragraphs

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from briefing.model import Block, Feed, Pace

MARK = 8  # bytes
MAX_AUTHOR = 200
MAX_IDENTITY = 1000
MAX_ENCLOSURES = 10
MOST_TAGS = 1_000_000  # in one feed, markup in CDATA included
LONG = 200_000  # characters between two tags
MOST_ATTRIBUTES = 20_000  # in one element: what stands between two tags holds no more signs of them
LAST = 4_000  # characters at a document's end in which its root element is closed
_END = re.compile(r"</(?:\w+:)?(?:rss|feed|rdf|channel)\s*>|\}\s*$", re.IGNORECASE)
_LONG = re.compile(rf"<[^<]{{{LONG},}}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?![a-z])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """What a feed says: its title, its entries in its own order, its pace, and what to know its entries again by.

    `whole` tells that its document came to its end: what was cut off may be there the next time.
    """

    title: str
    entries: tuple[Entry, ...]
    pace: Pace
    seen: bytes
    whole: bool = True


def parse_feed(body: bytes, *, url: str, content_type: str, feed: Feed, seen: bytes = b"") -> Spoken:
    """Read a feed of any format: at most `feed.max_entries` entries, each in the feed's language where it has no other.

    `url` is where relative links start from, so it must hold no secret. Entries that are in `seen` stand there to the
    letter as they did at the last reading, and are left out. Raises NotAFeed.
    """
    text = decode(body, content_type=content_type).lstrip("\ufeff\x00 \t\r\n")
    if not text:
        raise NotAFeed("the answer was empty")
    channel = _channel(text, url)
    items = _newest(channel.items, feed.max_entries)
    marks = [_mark(item, channel) for item in items]
    known = _marks(seen) if len({item.id or item.link for item in items}) == len(items) else frozenset()
    entries = [_entry(item, channel, feed) for item, mark in zip(items, marks, strict=True) if mark not in known]
    return Spoken(
        title=line(channel.title),
        entries=_told_apart([entry for entry in entries if _says_something(entry)]),
        pace=pace_of(text),
        seen=b"".join(dict.fromkeys(marks)),
        whole=_END.search(text, max(0, len(text) - LAST)) is not None,
    )


def _says_something(entry: Entry) -> bool:
    return bool(entry.title or entry.link or entry.blocks or entry.picture or entry.enclosures)


def _mark(item: Item, channel: Channel) -> bytes:
    """Know an entry again: by all that it says, and by what it says it in."""
    dates = (str(item.published), str(item.updated))
    said = (item.id, item.link, item.title, item.author, item.language, item.markup, item.picture, item.alt)
    whole = "\x1f".join((*said, *dates, *item.enclosures, channel.language, channel.base))
    return hashlib.blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=MARK).digest()


def _marks(seen: bytes) -> frozenset[bytes]:
    return frozenset(seen[start : start + MARK] for start in range(0, len(seen), MARK))


def _channel(text: str, url: str) -> Channel:
    """What the format says, told by the content: headers are often wrong."""
    if text.startswith("{"):
        return jsonfeed.read(text, url)
    if text.count("<") > MOST_TAGS or any(said[0].count("=") > MOST_ATTRIBUTES for said in _LONG.finditer(text)):
        raise NotAFeed("the answer holds too much to be read")
    if prolog.is_web_page(text):
        raise NotAFeed("the answer was not a feed but a web page")
    channel = wellformed.read(text, url) or syndication.read(text, url)
    if channel is None:
        raise NotAFeed("the answer was not a feed")
    return channel


def primary_language(tag: str) -> str:
    """`en` for `en-US`; nothing for what is no language tag."""
    found = _LANGUAGE.match(tag.strip().lower())
    return found[0] if found else ""


def _newest(items: Sequence[Item], most: int) -> Sequence[Item]:
    """The newest by their own dates where all have one, else the first; in the feed's order."""
    if len(items) <= most:
        return items
    dates = [item.published for item in items if item.published]
    if len(dates) < len(items):
        return items[:most]
    newest = sorted(range(len(items)), key=lambda index: (-dates[index].timestamp(), index))[:most]
    return [items[index] for index in sorted(newest)]


def _entry(item: Item, channel: Channel, feed: Feed) -> Entry:
    """One entry, cleaned, bounded and named."""
    link = without_tracking(resolved(item.link, channel.base)) if _leads(item) else ""
    title = line(item.title)
    published = _sane(item.published)
    markup = paragraphs(item.markup) if item.plain else blocks_of(item.markup)
    return Entry(
        feed=feed.id,
        identity=_identity(item.id, link, title or _beginning(markup), published, feed.id),
        link=link,
        title=title,
        author=line(item.author, most=MAX_AUTHOR),
        published=published,
        updated=_sane(item.updated),
        language=primary_language(item.language or channel.language),
        blocks=_body(markup, title),
        picture=_picture(item, channel.base),
        enclosures=_addresses(item.enclosures, channel.base),
    )


def _leads(item: Item) -> bool:
    """Tell a link from an id that stands in for one and is no address: "pod5" names an episode and leads nowhere."""
    return item.link != item.id or "/" in item.link or not item.link.strip().isalnum()


def _body(blocks: tuple[Block, ...], title: str) -> tuple[Block, ...]:
    """The entry's words without the feed's tails, and without the title where it stands there once more."""
    tidied = tidy_summary(blocks)
    return tidied[1:] if tidied and tidied[0].text == title else tidied


def resolved(link: str, base: str) -> str:
    """A link as an absolute web address, or nothing."""
    link = link.strip()
    try:
        return web_address(link if link.startswith(("http://", "https://")) else urljoin(base, link)) if link else ""
    except ValueError:  # "http://[" and its like
        return ""


def _picture(item: Item, base: str) -> Picture | None:
    url = resolved(item.picture, base)
    return Picture(url=url, alt=line(item.alt)) if url else None


def _addresses(links: Iterable[str], base: str) -> tuple[str, ...]:
    """The enclosures' addresses, each once."""
    found = dict.fromkeys(url for link in links if (url := resolved(link, base)))
    return tuple(found)[:MAX_ENCLOSURES]


def _sane(moment: dt.datetime | None) -> dt.datetime | None:
    """A date that news can have; the future is kept as it is, for the archive bounds it."""
    return moment if moment and moment.year >= FIRST_YEAR else None


def _identity(given: str, link: str, title: str, published: dt.datetime | None, feed: str) -> str:
    """The lasting name: what the feed gives, else the link, else a digest of what little is known."""
    given = line(given, most=MAX_IDENTITY)
    if given or link:
        return given or link
    return digest("\n".join((title, published.isoformat() if published else "", feed)).encode())


def _beginning(blocks: tuple[Block, ...]) -> str:
    """What stands in for the title that an entry has not."""
    return blocks[0].text[:MAX_IDENTITY] if blocks else ""


def digest(said: bytes) -> str:
    """The hexadecimal SHA-256 of some bytes."""
    return hashlib.sha256(said).hexdigest()


def _whereabouts(entry: Entry) -> str:
    return entry.link or digest(entry.title.encode())[:16]


def _told_apart(entries: list[Entry]) -> tuple[Entry, ...]:
    """Entries that share an id and not their link named by both; what is still the same twice is kept once.

    Two versions of one entry share both: its id stays what it is when only one of them is left.
    """
    own = {(entry.identity, _whereabouts(entry)) for entry in entries}
    often = Counter(name for name, _ in own)
    named = [
        replace(entry, identity=f"{entry.identity} {_whereabouts(entry)}") if often[entry.identity] > 1 else entry
        for entry in entries
    ]
    return tuple({entry.identity: entry for entry in reversed(named)}.values())[::-1]
