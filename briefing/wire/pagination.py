"""Where an article goes on: the link to its next page, if it has one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urljoin, urlsplit

from briefing.wire.address import web_address
from briefing.wire.charset import decode
from briefing.wire.prose import clean

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SAYS_NEXT = re.compile(
    r"(?:go to |continue to )?(?:next|following)(?: page)?(?: \d{1,2})?\W*|page suivante\W*|suite\W*|suivante?\W*|[›»→]|\d{1,2}",
    re.IGNORECASE,
)
_HINT = re.compile(
    rb"rel\s*=\s*[\"']?next|class\s*=\s*[\"'][^\"']*pag(?:e|ination)|/page/2|page=2|suivant", re.IGNORECASE
)
_NUMBERED = re.compile(r"(?:[/_-](?:page|p)?[/_-]?|\.)(\d{1,2})(?=/?$|\.\w{2,5}$)")
_NAMES = frozenset({"page", "p", "pg", "pagenum", "paged", "seite", "pagina"})


def next_page(body: bytes, url: str, content_type: str, *, part: int = 1) -> str:
    """Give the address of the page that continues this article; nothing where none surely does.

    This page is the article's `part`-th, and the next one's address must differ from its address by a page number
    alone, one higher: `rel=next` of a blog leads elsewhere, and a number in an address may name the article.
    """
    if not _HINT.search(body):
        return ""
    from lxml import etree, html  # noqa: PLC0415 - a heavy library, wanted only where there is a page

    try:
        tree = html.document_fromstring(decode(body, content_type=content_type).encode("utf-8", "replace"))
    except (etree.ParserError, ValueError):
        return ""
    for link in tree.iter("link", "a"):
        address = _address(link, url)
        if address and _continues(url, address, part) and _says_next(link):
            return address
    return ""


def _address(link: HtmlElement, url: str) -> str:
    try:
        return web_address(urljoin(url, (link.get("href") or "").strip()).partition("#")[0])
    except ValueError:  # "http://[" and its like
        return ""


def _says_next(link: HtmlElement) -> bool:
    return "next" in (link.get("rel") or "").lower().split() or bool(_SAYS_NEXT.fullmatch(clean(link.text_content())))


def _continues(here: str, there: str, part: int) -> bool:
    """Whether two addresses name this part and the next one of one article."""
    ours, theirs = urlsplit(here), urlsplit(there)
    if (ours.netloc, ours.scheme) != (theirs.netloc, theirs.scheme):
        return False
    stem, number = _numbered(ours.path, ours.query)
    other, following = _numbered(theirs.path, theirs.query)
    return number == part and following == part + 1 and stem == other


def _numbered(path: str, query: str) -> tuple[tuple[str, tuple[tuple[str, str], ...]], int]:
    """Part an address into what stays from page to page, and the page's number."""
    pairs = parse_qsl(query)
    named = [value for name, value in pairs if name.lower() in _NAMES and value.isdigit()]
    rest = tuple(pair for pair in pairs if pair[0].lower() not in _NAMES)
    if named:
        return (path.rstrip("/"), rest), int(named[0][:3])
    found = _NUMBERED.search(path)
    if found and int(found[1]) > 1:
        bare = path[: found.start()] + path[found.end() :]
        return (bare.rstrip("/"), rest), int(found[1])
    return (path.rstrip("/"), rest), 1
