"""The feed behind a page's address: the address itself, what the page declares, what it links to, where feeds usually are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from briefing.errors import WireError
from briefing.model import Feed
from briefing.wire.address import shown
from briefing.wire.charset import decode
from briefing.wire.crowd import crowded
from briefing.wire.feed import resolved
from briefing.wire.manners import Ask
from briefing.wire.prose import clean, line
from briefing.wire.work import FeedBody, Telling, in_time, tell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element as Element

    from briefing.model import Hearing
    from briefing.wire.line import Line
    from briefing.wire.transfer import Answer

WELL_KNOWN = ("/feed", "/rss", "/feed.xml", "/rss.xml", "/atom.xml", "/index.xml", "/feed.json")
TYPES = (  # that a page declares, the surest first; plain JSON is more often an interface than a feed
    "application/rss+xml",
    "application/atom+xml",
    "application/feed+json",
    "application/rdf+xml",
    "application/xml",
    "text/xml",
    "application/json",
)
MOST = 12  # candidates that are asked at each stage
MOST_LISTED = 30
COMMENTS = re.compile(r"comment|kommentar|comentario|commento|reactie", re.IGNORECASE)
LIKE_A_FEED = re.compile(
    r"(?:^|/)(?:feeds?|rss2?|atom)/?$|\.(?:rss|atom|rdf)$|(?:feed|rss|atom|index)[\w-]*\.(?:xml|json|php)$|(?:^|/)rss/",
    re.IGNORECASE,
)
FEED_QUERY = re.compile(r"(?:^|&)(?:feed|format|type)=(?:feed|rss2?|atom|rdf)(?:&|$)", re.IGNORECASE)
FEED_WORDS = re.compile(r"(?:rss|atom|json)(?:[ -]feed)?s?|feeds?|fil rss|flux rss", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An address that may be a feed's, with the title that the page gives it."""

    url: str
    title: str = ""

    @property
    def comments(self) -> bool:
        """Tell whether it is what readers say, and not what the page says."""
        return bool(COMMENTS.search(f"{self.title} {urlsplit(self.url).path}"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The feed behind an address: where it lives, its own title, and which others the page names."""

    url: str
    title: str
    others: tuple[Candidate, ...] = ()


def find(line_: Line, address: str, filled: str) -> Found:
    """Find the feed behind an address, of which `filled` has the secrets. Raises WireError with all that was tried.

    An address with secrets must be a feed's own: what a page says of itself would be asked with them.
    """
    if address != filled:
        return _own(line_, address, filled)
    answer = line_.fetch(address)
    told = _told(answer)
    if isinstance(told, Telling):
        return _own(line_, address, address) if answer.url != address else Found(url=address, title=told.title)
    declared, linked = candidates(answer.body, url=answer.url, content_type=answer.header("content-type"))
    search = _Search(line_, {address, answer.url}, [f"{shown(address)}: {told}"])
    for stage in ([one for one in declared if not one.comments], linked, well_known(answer.url)):
        found = search.first(stage)
        if found:
            named = (*declared, *(linked if stage is linked else ()))
            others = tuple(one for one in named if one.url != found.feed)[:MOST_LISTED]
            return Found(url=found.moved or found.feed, title=found.title, others=others)
    comments = [f"a feed of comments, which its own address adds: {one.url}" for one in declared if one.comments]
    told_all = "".join(f"\n    {said}" for said in (*search.tried, *comments))
    raise WireError(f"{shown(address)}: no feed was found behind it. What was tried:{told_all}")


def candidates(body: bytes, *, url: str, content_type: str) -> tuple[tuple[Candidate, ...], tuple[Candidate, ...]]:
    """Give what a page declares as its feeds, and what it links to that looks like one; nothing twice."""
    from lxml import etree  # noqa: PLC0415 - a heavy library, wanted only where there is a page

    text = decode(body, content_type=content_type)
    if crowded(text):
        return (), ()
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        with in_time():
            root = etree.fromstring(f"<html>{text}".encode("utf-8", "replace"), parser)  # an empty page has a root, too
    except (etree.XMLSyntaxError, TimeoutError):
        return (), ()
    base = next((resolved(node.get("href", ""), url) for node in root.iter("base") if node.get("href")), "") or url
    declared = dict(_declared(root, base))
    linked = {one: title for one, title in _linked(root, base) if one not in declared}
    return _candidates(declared), _candidates(linked)


def well_known(url: str) -> tuple[Candidate, ...]:
    """Give the addresses at which a host's feed usually is."""
    return tuple(Candidate(url=urljoin(url, path)) for path in WELL_KNOWN)


def _candidates(found: dict[str, str]) -> tuple[Candidate, ...]:
    return tuple(Candidate(url=url, title=title) for url, title in found.items() if url)


def _declared(root: Element, base: str) -> Iterator[tuple[str, str]]:
    """Find `<link rel="alternate">` of a feed's type, the surer types first."""
    links = []
    for node in root.iter("link"):
        kind = node.get("type", "").partition(";")[0].strip().lower()
        if kind in TYPES and "alternate" in node.get("rel", "").lower().split():
            links.append((TYPES.index(kind) == len(TYPES) - 1, node))
    for _, node in sorted(links, key=lambda link: link[0]):
        yield resolved(node.get("href", ""), base), line(node.get("title", ""))


def _linked(root: Element, base: str) -> Iterator[tuple[str, str]]:
    for node in root.iter("a"):
        url = resolved(node.get("href", ""), base)
        title = clean("".join(node.itertext())[:300])
        if url and _looks_like_a_feed(url, title):
            yield url, title


def _looks_like_a_feed(url: str, title: str) -> bool:
    parts = urlsplit(url)
    named = LIKE_A_FEED.search(parts.path) or FEED_QUERY.search(parts.query) or FEED_WORDS.fullmatch(title)
    return bool(named) and not COMMENTS.search(f"{title} {parts.path}")


def _told(answer: Answer) -> Telling | str:
    """Read an answer as a feed; a str is the cause why it is none."""
    feed = Feed(id="candidate", url=answer.url, max_entries=1)
    body = FeedBody(feed=feed, body=answer.body, url=answer.url, content_type=answer.header("content-type"))
    return tell(body)


def _own(line_: Line, address: str, filled: str) -> Found:
    """Take an address that must be a feed's own, and where a lasting redirect leads, if it holds no secret."""
    (hearing,) = _hear(line_, [(address, filled)])
    if hearing.silence:
        raise WireError(f"{shown(address)}: is no feed that can be heard: {hearing.silence.cause}")
    return Found(url=hearing.moved if hearing.moved and address == filled else address, title=hearing.title)


@dataclass(frozen=True, slots=True)
class _Search:
    """A search under way: whom it asked already, and what came of those that are no feeds."""

    line: Line
    asked: set[str]
    tried: list[str]

    def first(self, stage: Sequence[Candidate]) -> Hearing | None:
        """Ask a stage's candidates side by side; give the first in their order that is a feed."""
        urls = [one.url for one in stage if one.url not in self.asked][:MOST]
        self.asked.update(urls)
        heard = {hearing.feed: hearing for hearing in _hear(self.line, [(url, url) for url in urls])}
        for url in urls:
            silence = heard[url].silence
            if silence is None:
                return heard[url]
            self.tried.append(f"{shown(url)}: {silence.cause}")
        return None


def _hear(line_: Line, addresses: Sequence[tuple[str, str]]) -> list[Hearing]:
    asks = [Ask(feed=Feed(id=address, url=address, max_entries=1), url=filled) for address, filled in addresses]
    return list(line_.hear(asks))
