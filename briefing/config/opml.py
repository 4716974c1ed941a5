"""OPML, as feed readers exchange lists of feeds: read with every doubt, written as version 2.0.

What is ours and OPML has no word for (id, label, kind, use, full_text, max_entries) stands in a namespace of its own.
Headers, users and passwords are never written; a `${NAME}` stays as it is.
"""

from __future__ import annotations

import html.entities
import re
import unicodedata
from dataclasses import dataclass, field
from email.utils import format_datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from briefing.errors import UserError
from briefing.model import Feed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element as Element

NAMESPACE = "urn:briefing:opml"
OWN = {"id": "id", "label": "label", "kind": "kind", "use": "use", "fullText": "full_text", "maxEntries": "max_entries"}
LONGEST_NAME = 300
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")  # by XML 1.0
JOINERS = "\u200c\u200d"  # without which some scripts cannot be written
ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9A-Fa-f]{1,6});)(?:([A-Za-z][A-Za-z0-9]{1,30});)?")
DECLARATION = re.compile(r"\s*<\?xml\b[^>]*>")
WEB_PAGE = re.compile(r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A feed as an OPML lists it: untrusted, its texts tidied. `options` has the keys of feeds.yaml."""

    line: int
    url: str
    name: str = ""
    section: str = ""
    options: dict[str, str] = field(default_factory=dict)


def read(text: str, name: str) -> list[Outline]:
    """Give every feed that a text of OPML 1.0 or 2.0 lists, in its order; one without an address has `url=""`.

    Raises UserError, led by `name`.
    """
    from lxml import etree  # noqa: PLC0415 - a heavy library, wanted only to parse

    if WEB_PAGE.match(text):
        advice = "export the feeds from where you read them as OPML"
        raise UserError(f"{name}: is a web page and no OPML: {advice}")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(_plain(text, name).encode(), parser)
    except etree.XMLSyntaxError as error:
        line = error.lineno or 1
        raise UserError(f"{name}:{line}: is no OPML, for it is no XML: {tidy(error.msg or '')}") from None
    kind = _local(root)
    if kind in {"rss", "feed", "rdf"}:
        raise UserError(f"{name}: is itself a feed and no list of feeds: `briefing feeds add URL` takes its address")
    if kind != "opml":
        raise UserError(f"{name}:{root.sourceline}: is no OPML: it begins with <{tidy(kind)[:60]}>")
    return list(_outlines(root, ""))


def _plain(text: str, name: str) -> str:
    """The document without what XML forbids; HTML's entities and lone ampersands, met in the wild, made proper.

    A document that defines entities is refused: no list of feeds needs one, and they can be made to grow without end.
    """
    if "<!ENTITY" in text:
        line = text.count("\n", 0, text.index("<!ENTITY")) + 1
        raise UserError(f"{name}:{line}: defines an XML entity, which no list of feeds needs: it is not read")
    text = DECLARATION.sub(lambda found: "\n" * found[0].count("\n"), FORBIDDEN.sub("", text), count=1)
    return ENTITY.sub(_character, text)


def _character(found: re.Match[str]) -> str:
    said = html.entities.html5.get(f"{found[1]};", "") if found[1] else ""
    return "".join(f"&#{ord(sign)};" for sign in said) or f"&amp;{found[0][1:]}"


def _outlines(node: Element, section: str) -> Iterator[Outline]:
    """Walk the outlines in order. The innermost folder is the section."""
    for child in node:
        if _local(child) != "outline":
            yield from _outlines(child, section)
            continue
        said = {str(key).lower(): str(value) for key, value in child.attrib.items() if not str(key).startswith("{")}
        name = _name(said)
        url = _address(said)
        listed = url or said.get("type", "").lower() in {"rss", "atom", "link", "include"} or "htmlurl" in said
        if listed:
            own = {key: child.get(f"{{{NAMESPACE}}}{attribute}", "") for attribute, key in OWN.items()}
            yield Outline(
                line=child.sourceline or 1,
                url=url,
                name="" if name == tidy(url) else name,
                section=section or _category(said),
                options={key: tidy(value) for key, value in own.items() if value},
            )
        yield from _outlines(child, section if listed else name or section)


def _local(node: Element) -> str:
    return str(node.tag).rpartition("}")[2].lower()


def _name(said: dict[str, str]) -> str:
    return tidy(said.get("text", "")) or tidy(said.get("title", ""))


def _address(said: dict[str, str]) -> str:
    """A feed's address; `feed:` is how some readers write http."""
    url = said.get("xmlurl", "").strip()
    if not url and said.get("type", "").lower() in {"rss", "atom"}:
        url = said.get("url", "").strip()
    return re.sub(r"^feed:(?://)?(?=https?:)|^feed(?=://)", lambda found: "" if found[0][-1] in ":/" else "http", url)


def _category(said: dict[str, str]) -> str:
    """The last part of the first category: `Canada` of `/World/Canada,News`."""
    parts = said.get("category", "").partition(",")[0].split("/")
    return next((tidy(part) for part in reversed(parts) if part.strip()), "")


def tidy(text: str, *, most: int = LONGEST_NAME) -> str:
    """One line of text: blanks folded, and everything gone that hides, reorders or cannot be printed."""
    kept = "".join(
        " " if sign in "\t\n\r\u2028\u2029" else sign
        for sign in text[: most * 10]
        if sign in "\t\n\r\u2028\u2029" + JOINERS or unicodedata.category(sign) not in {"Cc", "Cf", "Cs", "Cn"}
    )
    return re.sub(" +", " ", kept).strip(" " + JOINERS)[:most].rstrip()


# ── writing ────────────────────────────────────────────────────────────────────────────────────────────────────


def write(feeds: Iterable[Feed], *, title: str, now: dt.datetime) -> str:
    """Give feeds as OPML 2.0, in folders by section, in the order of feeds.yaml."""
    from lxml import etree  # noqa: PLC0415 - a heavy library, wanted only to write

    opml = etree.Element("opml", nsmap={"briefing": NAMESPACE}, version="2.0")
    head, body = etree.SubElement(opml, "head"), etree.SubElement(opml, "body")
    etree.SubElement(head, "title").text = _allowed(title)
    etree.SubElement(head, "dateCreated").text = format_datetime(now, usegmt=True)
    folders = {"": body}
    for feed in feeds:
        if feed.section not in folders:
            name = _allowed(feed.section)
            folders[feed.section] = etree.SubElement(body, "outline", text=name, title=name)
        etree.SubElement(folders[feed.section], "outline", _attributes(feed))
    etree.indent(opml)
    text: str = etree.tostring(opml, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _attributes(feed: Feed) -> dict[str, str]:
    """A feed's attributes; of ours only what is not the rule. The page behind a feed is not known to feeds.yaml."""
    url = without_userinfo(feed.url)
    name = feed.name or url
    usual = Feed(id="", url="")
    own = {
        f"{{{NAMESPACE}}}{attribute}": _written(getattr(feed, key))
        for attribute, key in OWN.items()
        if getattr(feed, key) != getattr(usual, key)
    }
    plain = {"type": "rss", "text": name, "title": name, "xmlUrl": url}
    return {key: _allowed(value) for key, value in (plain | own).items()}


def _written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _allowed(text: str) -> str:
    return FORBIDDEN.sub("", text)


def without_userinfo(url: str) -> str:
    """Give an address without `user:password@`."""
    try:
        netloc = urlsplit(url).netloc
    except ValueError:
        return ""
    return url.replace(netloc, netloc.rpartition("@")[2], 1) if "@" in netloc else url
