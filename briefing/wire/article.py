"""A page into an article: trafilatura finds the text, and what it finds is walked into blocks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.model import Article
from briefing.wire.charset import decode
from briefing.wire.facts import facts_of
from briefing.wire.furniture import clear, tidy
from briefing.wire.headings import mend_headings
from briefing.wire.obstacle import NO_ARTICLE, beside_the_wall, obstacle
from briefing.wire.prose import paragraphs, walk

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from briefing.model import Block

MIN_WORDS = 40
_TAG = re.compile(
    r"<(?:!doctype|html|head|body|div|p|span|article|section|h[1-6]|a|br|table|ul)\b[^<>]*>", re.IGNORECASE
)
_WORD = re.compile(r"\w+")
_DENSE = re.compile("[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_SIGNS_A_WORD = 2  # of scripts that put no space between words
BESIDE_A_WALL = 80  # words that are none of a wall's: then it was only a bar in front of a short article
_LARGE = 20_000  # elements, beyond which trafilatura's second opinions cost seconds


def readable(page: bytes | str, *, url: str = "", content_type: str = "", hint_title: str = "") -> Article | None:
    """The article on a page of HTML or in a plain text, or nothing where there is none to read."""
    found = read_page(page, url=url, content_type=content_type, hint_title=hint_title)
    return None if isinstance(found, str) else found


def read_page(page: bytes | str, *, url: str = "", content_type: str = "", hint_title: str = "") -> Article | str:
    """The article on a page, or in a reader's words why there is none."""
    text = page if isinstance(page, str) else decode(page, content_type=content_type)
    if not _TAG.search(text):
        return _plain(text, url, hint_title)
    tree = _tree(text)
    if tree is None:
        return NO_ARTICLE
    facts = facts_of(tree, url=url, hint_title=hint_title)
    wall = obstacle(tree)
    mend_headings(tree)
    clear(tree)
    blocks = tidy(_extracted(tree), title=facts.title, byline=facts.byline)
    if _words(blocks) < MIN_WORDS or (wall and _words(beside_the_wall(blocks)) < BESIDE_A_WALL):
        return wall or NO_ARTICLE
    return Article(
        url=url,
        title=facts.title,
        blocks=blocks,
        byline=facts.byline,
        published=facts.published,
        updated=facts.updated,
        language=facts.language,
        site=facts.site,
        kind=facts.kind,
        picture=facts.picture,
    )


def _plain(text: str, url: str, title: str) -> Article | str:
    blocks = paragraphs(text)
    return Article(url=url, title=title, blocks=blocks) if _words(blocks) >= MIN_WORDS else NO_ARTICLE


def _tree(text: str) -> HtmlElement | None:
    """The page as a tree; the parser itself refuses to go deeper than 256 elements."""
    from lxml import etree, html  # noqa: PLC0415 - a heavy library, wanted only where there is a page

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:  # nothing but comments or blanks
        return None


def _extracted(tree: HtmlElement) -> tuple[Block, ...]:
    """The main text as trafilatura finds it, with a fixed setting: no metadata, so no date is guessed."""
    import trafilatura  # noqa: PLC0415 - heavy, wanted only where there is a page

    found = trafilatura.bare_extraction(
        tree,
        include_comments=False,
        include_tables=True,
        include_formatting=False,
        include_links=False,
        include_images=False,
        deduplicate=False,
        with_metadata=False,
        fast=sum(1 for _ in tree.iter()) > _LARGE,
    )
    body = getattr(found, "body", None)
    return () if body is None else tuple(walk(body))


def _words(blocks: tuple[Block, ...]) -> int:
    """How many words the text has; a script without spaces counts two signs a word."""
    text = " ".join(block.text for block in blocks)
    return len(_WORD.findall(_DENSE.sub(" ", text))) + len(_DENSE.findall(text)) // _SIGNS_A_WORD
