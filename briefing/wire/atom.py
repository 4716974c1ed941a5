"""Atom 1.0, well-formed: the fast reading."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.wire.channel import MOST_ITEMS, Channel, Item
from briefing.wire.enclosed import Enclosed, Unusual
from briefing.wire.ordinary import ATOM, LANG, foreign, item, once, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

IGNORED_IN_FEED = frozenset(
    f"{ATOM}{name}"
    for name in ("id", "subtitle", "updated", "published", "generator", "icon", "logo", "rights", "category")
)
IGNORED_IN_ENTRY = frozenset({f"{ATOM}category", f"{ATOM}rights"})
TEXTS = {f"{ATOM}{name}": name for name in ("title", "id", "published", "updated", "summary", "content")}
TYPES = frozenset({None, "text", "html"})
PAGES = frozenset({"text/html", "html", "application/xhtml+xml", "xhtml"})


def read(root: Element, url: str) -> Channel:
    """Read a `feed` element. Raises Unusual."""
    language = (root.get(LANG) or "").replace("_", "-")
    if set(root.attrib) - {LANG}:
        raise Unusual
    said: dict[str, str] = {}
    authors: list[str] = []
    items: list[Item] = []
    for part in root:
        tag = str(part.tag)
        if tag == f"{ATOM}entry":
            items.append(_entry(part, language))
            if len(items) >= MOST_ITEMS:
                break
        elif tag == f"{ATOM}title":
            once("title", said)
            said["title"] = _text(part)
        elif tag == f"{ATOM}link":
            _link(part)
        elif tag == f"{ATOM}author":
            authors.append(_author(part))
        elif tag not in IGNORED_IN_FEED and not foreign(part):
            raise Unusual
    author = ", ".join(dict.fromkeys(authors))
    credited = tuple(item if item.author else replace(item, author=author) for item in items)
    return Channel(title=said.get("title", ""), language=language, base=url, items=credited)


def _entry(entry: Element, language: str) -> Item:
    if entry.attrib:
        raise Unusual
    said: dict[str, str] = {}
    authors: list[str] = []
    link = ""
    media = Enclosed()
    for part in entry:
        tag = str(part.tag)
        name = TEXTS.get(tag)
        if name:
            once(name, said)
            said[name] = _text(part)
        elif tag == f"{ATOM}link":
            link = _link(part) or link
            if part.get("rel") == "enclosure":
                media.enclose(part.get("href", ""), part.get("type", ""))
        elif tag == f"{ATOM}author":
            authors.append(_author(part))
        elif not media.take(part, tag) and tag not in IGNORED_IN_ENTRY and not foreign(part):
            raise Unusual
    if media.titled and not said.get("title"):
        raise Unusual
    bodies = [said[name] for name in ("content", "summary") if name in said]
    fullest = max(bodies, key=len, default="")
    return item(said, link or said.get("id", ""), authors, fullest, media, language=language if bodies else "")


def _text(part: Element) -> str:
    if part.get("type") not in TYPES or set(part.attrib) - {"type"}:
        raise Unusual
    return text_of(part)


def _link(part: Element) -> str:
    """The address of an entry's page, or nothing for a link to anything else."""
    if part.get("href") is None or part.get("url") or part.get("uri") or (part.text or "").strip():
        raise Unusual
    alternate = part.get("rel", "alternate").lower() in {"alternate", ""}
    if alternate and (part.get("rel") == "" or part.get("type", "text/html").lower() not in PAGES):
        raise Unusual  # whether that is the entry's page is feedparser's business
    page = part.get("href", "").strip()
    if alternate and not page:
        raise Unusual  # whether the id stands in for it likewise
    return page if alternate else ""


def _author(part: Element) -> str:
    names = [child for child in part if child.tag == f"{ATOM}name"]
    others = {str(child.tag) for child in part if not foreign(child)} - {f"{ATOM}name", f"{ATOM}uri", f"{ATOM}email"}
    if len(names) != 1 or others or not text_of(names[0]):
        raise Unusual
    name = text_of(names[0])
    if name != (names[0].text or "").strip():
        raise Unusual  # feedparser mends every text but a name
    return name
