"""What the fast readings of well-formed feeds share: texts as feedparser gives them, and what is its business alone."""

from __future__ import annotations

import contextlib
import re
from typing import TYPE_CHECKING

from briefing.wire.channel import Item
from briefing.wire.enclosed import MEDIA, Enclosed, Unusual
from briefing.wire.prose import MAX_MARKUP
from briefing.wire.syndication import moment_of, picture_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

ATOM = "{http://www.w3.org/2005/Atom}"
DC = "{http://purl.org/dc/elements/1.1/}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
FEEDBURNER = "{http://rssnamespace.org/feedburner/ext/1.0}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# Prefixes that feedparser understands whatever they are bound to: bound to anything else they are its business.
BOUND = {"dc": DC, "content": CONTENT, "media": MEDIA, "feedburner": FEEDBURNER, "atom": ATOM}
# Prefixes under which feedparser does something with an element. Whatever bears another is only kept under its name.
KNOWN = frozenset(
    (
        "admin atom atom10 cc content creativecommons dc dcterms feedburner georss gml itunes l media psc rdf rss "
        "xhtml xml"
    ).split()
)  # fmt: skip - one word after the other
# Namespaces that feedparser reads as if they were none, or by a prefix of its own.
MEANT = (
    "{http://backend.userland.com/",
    "{http://blogs.law.harvard.edu/tech/rss",
    "{http://purl.org/rss/1.0/}",
    "{http://my.netscape.com/",
    "{http://example.com/newformat#",
    "{http://example.com/necho",
    "{http://purl.org/echo/",
    "{uri/of/echo/",
    "{http://purl.org/pie/",
    "{http://purl.org/atom/ns#",
    "{http://purl.org/rss/1.0/modules/rss091#",
    ATOM,
    DC,
    CONTENT,
    MEDIA,
    "{http://search.yahoo.com/mrss}",
    "{http://www.itunes.com/",
    "{http://purl.org/dc/terms/",
    "{http://www.georss.org/",
    "{http://www.opengis.net/gml",
    "{http://www.w3.org/1999/xhtml",
    FEEDBURNER,
)  # fmt: skip - a list of names
_CONTROLS = {n: bytes([n]).decode("cp1252") for n in range(0x80, 0xA0) if n not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
_CONTROL = re.compile("[\x80-\x9f]")


def item(said: dict[str, str], link: str, authors: list[str], markup: str, media: Enclosed, *, language: str) -> Item:
    """Put an entry together from its parts' texts by name."""
    updated = moment_of(said.get("updated", ""))
    markup = markup[:MAX_MARKUP]
    images, others = media.sorted()
    return Item(
        id=said.get("id", ""),
        link=said.get("origin", "") or link,
        title=said.get("title", ""),
        author=", ".join(dict.fromkeys(name for name in authors if name)),
        published=moment_of(said.get("published", "")) or updated,
        updated=updated,
        language=language,
        markup=markup,
        picture=picture_of([*images, *media.thumbnails], markup),
        enclosures=tuple(others),
    )


def text_of(part: Element) -> str:
    """An element's text as feedparser gives it; markup inside it is unusual."""
    if len(part):
        raise Unusual
    text = (part.text or "").strip()
    if text.isascii():
        return text
    with contextlib.suppress(UnicodeError):  # UTF-8 that somebody took for Latin-1 and encoded once more
        text = text.encode("iso-8859-1").decode("utf-8")
    return text.translate(_CONTROLS) if _CONTROL.search(text) else text


def name_of(said: str) -> str:
    """A writer's name; what may hold an address of e-mail is feedparser's business."""
    if "@" in said:
        raise Unusual
    return said


def foreign(part: Element) -> bool:
    """Tell whether an element means nothing to feedparser: another's namespace, under another's prefix, with no child."""
    tag, prefix = str(part.tag), (part.prefix or "").lower()
    return tag.startswith("{") and bool(prefix) and prefix not in KNOWN and not tag.startswith(MEANT) and not len(part)


def once(name: str, said: dict[str, str]) -> None:
    """Refuse a part that stands there a second time: which one counts is feedparser's business. Raises Unusual."""
    if name in said:
        raise Unusual
