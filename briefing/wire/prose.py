"""Text out of markup: clean lines, and the walk that turns a tree into blocks. What is written is never trusted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.model import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

MAX_TITLE = 300
MAX_MARKUP = 1_000_000
_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_JOINERS = re.compile("(?<![\u0600-\u1cff\u2190-\u2bff\ufe0f\U0001f000-\U0001faff])[\u200c\u200d]+")
_MARKUP = re.compile(
    r"</?(?:a|abbr|b|big|blockquote|br|cite|code|div|em|figure|font|h\d|hr|i|img|li|mark|ol|p|q|s|small|span|strong|sub"
    r"|sup|table|tt|u|ul)(?:\s[^<>]*)?/?>|&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});",
    re.IGNORECASE,
)
_KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("blockquote", "quote"), "quote"),
    **dict.fromkeys(("li", "dt", "dd", "item"), "item"),
    **dict.fromkeys(("tr", "row"), "row"),
}
_TEI_HEADING = "head"
_BREAKING = frozenset(
    (
        "p div section article main header footer address center pre ul ol dl list table tbody thead tfoot hr fieldset "
        "details summary body figure form"
    ).split()
)  # fmt: skip - one word after the other
_LEFT_OUT = frozenset(
    (
        "script style noscript template figure figcaption graphic img picture video audio iframe object embed svg math "
        "canvas form button input select textarea nav aside map dialog"
    ).split()
)  # fmt: skip - likewise
_RANK: tuple[BlockKind, ...] = ("heading", "row", "item", "quote")


def clean(text: str) -> str:
    """One line: whitespace folded, and everything gone that hides, reorders or cannot be printed."""
    return " ".join(_JOINERS.sub("", _HIDDEN.sub("", text)).split())


def has_markup(text: str) -> bool:
    """Whether a text holds a tag or a character reference as HTML writes them."""
    return bool(_MARKUP.search(text))


def line(text: str, *, most: int = MAX_TITLE) -> str:
    """A title or name as plain text: tags stripped, references decoded, at most so many characters."""
    text = text[: most * 40]
    tree = fragment(text) if has_markup(text) else None
    text = clean(text if tree is None else " ".join(block.text for block in walk(tree)))
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def fragment(markup: str) -> HtmlElement | None:
    """The tree of a piece of HTML, cut where it is over a million characters; nothing where there is no text."""
    from lxml import html  # noqa: PLC0415 - a heavy library, wanted only where there is markup

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    body = f"<div>{_HIDDEN.sub('', markup[:MAX_MARKUP])}</div>".encode()
    tree = html.document_fromstring(body, parser=parser, ensure_head_body=True)
    return tree.find("body")


def blocks_of(markup: str) -> tuple[Block, ...]:
    """The blocks of a piece of HTML or of plain text."""
    if not has_markup(markup):
        return paragraphs(markup)
    tree = fragment(markup)
    return () if tree is None else tuple(walk(tree))


def paragraphs(text: str) -> tuple[Block, ...]:
    """Plain text as paragraphs: by blank lines where it has any between words, else line by line."""
    parts = re.split(r"\n[^\S\n]*\n", text.replace("\r\n", "\n").replace("\r", "\n").strip())
    if len(parts) == 1:
        parts = parts[0].split("\n")
    return tuple(Block(kind="paragraph", text=said) for part in parts if (said := clean(part)))


def walk(root: HtmlElement) -> Iterator[Block]:
    """The blocks of a tree of HTML or of trafilatura's elements: each text once, captions and figures left out."""
    return _Walk().blocks(root)


class _Walk:
    """One walk over one tree: what is gathered of the block under way, and within which elements it stands."""

    def __init__(self) -> None:
        self._said: list[str] = []
        self._within: list[BlockKind] = []
        self._breaks = 0

    def blocks(self, root: HtmlElement) -> Iterator[Block]:
        """Every block in reading order."""
        yield from self._element(root)
        yield from self._flush()

    def _element(self, node: HtmlElement) -> Iterator[Block]:
        tag = node.tag if isinstance(node.tag, str) else ""
        if tag in _LEFT_OUT or not tag:
            return
        if tag in {"br", "lb"}:
            yield from self._break()
            return
        kind = "heading" if tag == _TEI_HEADING else _KINDS.get(tag)
        if kind or tag in _BREAKING:
            yield from self._flush()
            yield from self._block(node, kind)
        else:
            if tag in {"td", "th", "cell"} and self._said:
                self._said.append(" | ")
            yield from self._inside(node)

    def _block(self, node: HtmlElement, kind: BlockKind | None) -> Iterator[Block]:
        if kind:
            self._within.append(kind)
        yield from self._inside(node)
        yield from self._flush()
        if kind:
            self._within.pop()

    def _inside(self, node: HtmlElement) -> Iterator[Block]:
        self._say(node.text)
        for child in node:
            yield from self._element(child)
            self._say(child.tail)

    def _say(self, text: str | None) -> None:
        if text and not text.isspace():
            self._breaks = 0
        if text:
            self._said.append(text)

    def _break(self) -> Iterator[Block]:
        """One line break is a space; two in a row end the paragraph."""
        self._breaks += 1
        self._said.append(" ")
        if self._breaks > 1:
            yield from self._flush()

    def _flush(self) -> Iterator[Block]:
        text = clean("".join(self._said)).strip("| ")
        self._said.clear()
        self._breaks = 0
        if text:
            yield Block(kind=next((kind for kind in _RANK if kind in self._within), "paragraph"), text=text)
