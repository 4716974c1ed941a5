"""Pages that are served as if they were the article, and are a wall in front of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.wire.prose import clean

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from briefing.model import Block

NO_ARTICLE = "its page holds no article that could be read"
_WALLS = (
    (
        "its page works only with JavaScript",
        re.compile(
            r"(?:enable|turn on|activate|requires?|need|without) (?:your )?java ?script|javascript (?:is|must be) (?:disabled|required|enabled|not)",
            re.IGNORECASE,
        ),
    ),
    (
        "its page asks whether one is human",
        re.compile(
            r"verify (?:that )?you are (?:a )?human|are you a robot|checking your browser|captcha|unusual traffic|just a moment",
            re.IGNORECASE,
        ),
    ),
    (
        "its page asks for consent first",
        re.compile(
            r"before you continue|we (?:and our \d* ?partners|value your privacy)|accept (?:all )?cookies|we use cookies|cookie (?:policy|consent|preferences)|manage (?:consent|preferences)",
            re.IGNORECASE,
        ),
    ),
    (
        "its page asks for a login",
        re.compile(
            r"(?:log|sign) ?in to (?:continue|read|your account)|please (?:log|sign) ?in|forgot (?:your )?password|create (?:a free|an) account",
            re.IGNORECASE,
        ),
    ),
    (
        "its page is for subscribers only",
        re.compile(
            r"subscribe to (?:continue|read|keep)|(?:for|to) subscribers only|already a subscriber|(?:subscriber|premium)[- ](?:only|exclusive)",
            re.IGNORECASE,
        ),
    ),
)
_SMALL = 220  # words of paragraphs; a wall hides little else


def obstacle(tree: HtmlElement) -> str:
    """Why a page with hardly any text holds none, in a reader's words; nothing where it may hold an article."""
    body = tree.find("body")
    if body is None:
        return ""
    told = sum(
        len(node.text_content().split()) for node in body.iter("p") if not _WALLS_ALL.search(node.text_content())
    )
    if told >= _SMALL:
        return ""
    said = clean(" ".join(_visible(tree)))[:20_000]
    written = _has_article(tree)
    return "" if written else next((cause for cause, words in _WALLS if words.search(said)), "")


def beside_the_wall(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks that say nothing of what a wall says."""
    return tuple(block for block in blocks if not _WALLS_ALL.search(block.text))


def _visible(tree: HtmlElement) -> list[str]:
    """What a reader sees, and what is shown to whoever runs no scripts."""
    return [
        text
        for node in tree.iter("title", "noscript", "p", "h1", "h2", "h3", "button", "label", "span", "div", "a")
        if (text := node.text)
    ]


def _has_article(tree: HtmlElement) -> bool:
    """Whether an element that is there for articles has three paragraphs of some length that are no wall."""
    long = (
        node
        for home in tree.iter("article", "main")
        for node in home.iter("p")
        if len(node.text_content().split()) >= _LONG and not _WALLS_ALL.search(node.text_content())
    )  # fmt: skip - one thought
    return len(set(long)) >= _ENOUGH


_LONG = 12
_ENOUGH = 3
_WALLS_ALL = re.compile("|".join(words.pattern for _, words in _WALLS), re.IGNORECASE)
