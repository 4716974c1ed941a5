"""RSS 2.0, well-formed: the fast reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.wire.address import web_address
from briefing.wire.channel import MOST_ITEMS, Channel, Item
from briefing.wire.enclosed import IGNORED as ENCLOSED_IGNORED
from briefing.wire.enclosed import Enclosed, Unusual
from briefing.wire.ordinary import ATOM, CONTENT, DC, FEEDBURNER, LANG, foreign, item, name_of, once, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

IGNORED = ENCLOSED_IGNORED | {"category", "comments", f"{DC}subject", "{com-wordpress:feed-additions:1}post-id"}
IGNORED_IN_CHANNEL = frozenset(
    {
        "description",
        "pubDate",
        "lastBuildDate",
        "generator",
        "docs",
        "ttl",
        "copyright",
        "category",
        "webMaster",
        "cloud",
        "image",
        "skipHours",
        "skipDays",
        "rating",
        f"{DC}rights",
        f"{DC}publisher",
        "{com-wordpress:feed-additions:1}site",
    }
)  # fmt: skip - a list of names
AUTHORS = frozenset({"author", f"{DC}creator"})
TEXTS = {
    "title": "title",
    "link": "link",
    "guid": "id",
    "description": "description",
    "pubDate": "published",
    f"{DC}date": "updated",
    f"{FEEDBURNER}origLink": "origin",
}


def read(root: Element, url: str) -> Channel:
    """Read an `rss` element. Raises Unusual."""
    if len(root) != 1 or root[0].tag != "channel" or root[0].attrib or root.get(LANG) or root.get("lang"):
        raise Unusual
    said: dict[str, str] = {}
    items: list[Item] = []
    edited = False
    for part in root[0]:
        tag = str(part.tag)
        if tag == "item":
            items.append(_item(part))
            if len(items) >= MOST_ITEMS:
                break
        elif tag in {"title", "link", "language"}:
            once(tag, said)
            said[tag] = _plain(part)
        elif tag == f"{ATOM}link":
            _elsewhere(part)
        elif tag in {"managingEditor", "author"}:
            edited = True
        elif tag not in IGNORED_IN_CHANNEL and not foreign(part):
            raise Unusual
    if edited and any(not item.author for item in items):
        raise Unusual  # whose name stands in for theirs is feedparser's business
    base = web_address(said.get("link", "")) or url
    return Channel(title=said.get("title", ""), language=said.get("language", ""), base=base, items=tuple(items))


def _plain(part: Element) -> str:
    """A text without an attribute: `type`, `mode` and their like change what feedparser makes of it."""
    if part.attrib:
        raise Unusual
    return text_of(part)


def _elsewhere(link: Element) -> None:
    """Let a link pass that leads to the feed itself or to its hub: any other may be the channel's own."""
    if link.get("rel") in {None, "alternate"} or link.get("href") is None:
        raise Unusual


def _item(element: Element) -> Item:
    if element.attrib:
        raise Unusual
    said: dict[str, str] = {}
    authors: list[str] = []
    bodies: list[str] = []
    media = Enclosed()
    for part in element:
        tag = str(part.tag)
        name = TEXTS.get(tag)
        if name:
            once(name, said)
            said[name] = _plain(part) if name != "id" else text_of(part)
            if name == "id":
                said["permalink"] = part.get("isPermaLink", "true")
        elif tag == f"{CONTENT}encoded":
            bodies.append(_plain(part))
        elif tag in AUTHORS:
            authors.append(name_of(text_of(part)))
        elif not media.take(part, tag) and tag not in IGNORED and not foreign(part):
            raise Unusual
    if media.titled and not said.get("title"):
        raise Unusual
    if "description" in said:
        bodies.append(said["description"])
    return item(said, _link(said), authors, max(bodies, key=len, default=""), media, language="")


def _link(said: dict[str, str]) -> str:
    """An item's link, else its guid where that is one. Beside a guid, an empty link's place decides: unusual."""
    permalink = said.get("permalink", "true")
    if permalink not in {"true", "false"} or (said.get("link") == "" and "id" in said):
        raise Unusual
    return said.get("link", said.get("id", "") if permalink == "true" else "")
