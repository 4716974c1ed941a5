"""A page into an article: what it says of itself, and which of its passages are the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.model import Article
from briefing.wire.address import without_tracking
from briefing.wire.charset import decode
from briefing.wire.choice import choose
from briefing.wire.crowd import crowded
from briefing.wire.evidence import Hints
from briefing.wire.facts import Facts, completed, facts_of
from briefing.wire.furniture import tidy
from briefing.wire.markup import blocks_of
from briefing.wire.obstacle import NO_ARTICLE, before_the_wall, beside_the_wall, obstacle
from briefing.wire.otherwise import no_page
from briefing.wire.pagedata import page_data
from briefing.wire.prose import MAX_MARKUP, paragraphs

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from briefing.model import Block

MIN_WORDS = 25  # of the passages that were chosen: fewer are a caption or a notice
NO_WALL = 600  # words: what is longer is read, whatever it says
MIN_PLAIN = 40  # of a text without any mark, of which nothing else is known
_TAG = re.compile(
    r"<(?:!doctype|html|head|body|div|p|span|article|section|h[1-6]|a|br|table|ul)\b[^<>]*>", re.IGNORECASE
)
_WORD = re.compile(r"\w+")
_DENSE = re.compile("[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_SIGNS_A_WORD = 2  # of scripts that put no space between words


def readable(
    page: bytes | str, *, url: str = "", content_type: str = "", hint_title: str = "", hint_summary: str = ""
) -> Article | None:
    """The article on a page of HTML or in a plain text, or nothing where there is none to read."""
    found = read_page(page, url=url, content_type=content_type, hint_title=hint_title, hint_summary=hint_summary)
    return None if isinstance(found, str) else found


def read_page(
    page: bytes | str, *, url: str = "", content_type: str = "", hint_title: str = "", hint_summary: str = ""
) -> Article | str:
    """The article on a page, or in a reader's words why there is none."""
    text = page if isinstance(page, str) else decode(page, content_type=content_type)
    if other := no_page(page, text):
        return other
    if not _TAG.search(text):
        return _plain(text, url, hint_title)
    if crowded(text):
        return "its page holds too much to be read"
    tree = tree_of(text)
    if tree is None:
        return NO_ARTICLE
    facts, hints = known_of(tree, url=url, hint_title=hint_title, hint_summary=hint_summary)
    chosen = choose(tree, hints)
    facts = completed(facts, chosen.above)
    blocks = tidy(chosen.blocks, title=facts.title, byline=facts.byline)
    if _words(blocks) < MIN_WORDS:  # some pages hold their text in their data alone
        blocks = tidy(blocks_of(hints.body), title=facts.title, byline=facts.byline)
    words = _words(blocks)
    wall = "" if words > NO_WALL else _wall(tree, blocks, chosen.below, free=facts.free)
    if wall or words < MIN_WORDS:
        return wall or NO_ARTICLE
    return _article(url, facts, before_the_wall(blocks))


def _wall(tree: HtmlElement, blocks: tuple[Block, ...], below: list[str], *, free: bool) -> str:
    """What stands in the way of a text, told by how little is left of it without the words of walls."""
    return obstacle(tree, blocks, below, _words(beside_the_wall(blocks)), free=free)


def _article(url: str, facts: Facts, blocks: tuple[Block, ...]) -> Article:
    return Article(
        url=facts.canonical or without_tracking(url),
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


def known_of(tree: HtmlElement, *, url: str, hint_title: str = "", hint_summary: str = "") -> tuple[Facts, Hints]:
    """What a page and its feed say of the article before its text is looked for."""
    said = page_data(tree)
    facts = facts_of(tree, said, url=url, hint_title=hint_title)
    body = max(said.every("articlebody"), key=len, default="")[:MAX_MARKUP]
    return facts, Hints(
        title=facts.title or hint_title,
        summary=hint_summary or said.first("og:description", "description"),
        body="\n".join(block.text for block in blocks_of(body)),
    )


def _plain(text: str, url: str, title: str) -> Article | str:
    blocks = paragraphs(text)
    return Article(url=url, title=title, blocks=blocks) if _words(blocks) >= MIN_PLAIN else NO_ARTICLE


def tree_of(text: str) -> HtmlElement | None:
    """The page as a tree; the parser itself refuses to go deeper than 256 elements."""
    from lxml import etree, html  # noqa: PLC0415 - a heavy library, wanted only where there is a page

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:  # nothing but comments or blanks
        return None


def _words(blocks: tuple[Block, ...]) -> int:
    """How many words the text has; a script without spaces counts two signs a word."""
    text = " ".join(block.text for block in blocks)
    return len(_WORD.findall(_DENSE.sub(" ", text))) + len(_DENSE.findall(text)) // _SIGNS_A_WORD
