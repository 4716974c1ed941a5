"""Text out of markup: clean lines, and the walk that turns a tree into blocks. What is written is never trusted."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.model import Block, BlockKind
from briefing.wire.crowd import crowded

if TYPE_CHECKING:
    from lxml.etree import HTMLParser
    from lxml.etree import _Element as Element

MAX_TITLE = 300
MAX_MARKUP = 1_000_000
_UNSEEN = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    + "".join(chr(plane * 0x10000 + 0xFFFE) + chr(plane * 0x10000 + 0xFFFF) for plane in range(1, 17))
)
_HIDDEN = re.compile(f"[{_UNSEEN}]")
_CONTROLS = dict.fromkeys([*range(9), *range(0x0E, 0x1C), 0x7F])  # as far as they are ASCII
_JOINERS = re.compile("(?<![\u0600-\u1cff\u2190-\u2bff\ufe0f\U0001f000-\U0001faff])[\u200c\u200d]+")
_MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_PILED = re.compile(
    f"([{_MARKS}]{{3}})[{_MARKS}]+|([\ufe0e\ufe0f])[\ufe0e\ufe0f]+"
)  # more than any language puts there
_ODD = re.compile(f"[{_UNSEEN}{_MARKS}\u200c\u200d\ufe0e\ufe0f]")
_MARKUP = re.compile(
    r"</?(?:a|abbr|b|big|blockquote|br|cite|code|div|em|figure|font|h\d|hr|i|img|li|mark|ol|p|q|s|small|span|strong|sub"
    r"|sup|table|tt|u|ul)(?:\s[^<>]*)?/?>|<[a-z][a-z0-9]{0,20}[\s/][^<>=]*=[^<>]*>|</(?:script|style|iframe|object|svg|math|form|video|audio)\s*>|&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});",
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
_PLAIN: BlockKind = "paragraph"
_RANK: tuple[BlockKind, ...] = ("heading", "row", "item", "quote")


def clean(text: str) -> str:
    """One line: whitespace folded, and everything gone that hides, reorders or cannot be printed."""
    if text.isascii() and text.isprintable() and "  " not in text:  # most are, and this is told much faster
        return text.strip()
    if not _ODD.search(text):
        return " ".join(text.split())
    return " ".join(_PILED.sub(r"\1\2", _JOINERS.sub("", _HIDDEN.sub("", text))).split())


def has_markup(text: str) -> bool:
    """Whether a text holds a tag or a character reference as HTML writes them."""
    return ("<" in text or "&" in text) and bool(_MARKUP.search(text))


def line(text: str, *, most: int = MAX_TITLE) -> str:
    """A title or name as plain text: tags stripped, references decoded, at most so many characters."""
    text = text[: most * 40]
    tree = fragment(text) if has_markup(text) else None
    text = clean(text if tree is None else " ".join(block.text for block in walk(tree)))
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def fragment(markup: str) -> Element | None:
    """The tree of a piece of HTML, cut where it is over a million characters; nothing where there is no text, or too much markup."""
    from lxml import etree  # noqa: PLC0415 - a heavy library, wanted only where there is markup

    shown = markup[:MAX_MARKUP]
    if crowded(shown):
        return None
    shown = shown.translate(_CONTROLS) if shown.isascii() else _HIDDEN.sub("", shown)
    tree = etree.fromstring(f"<html><body><div>{shown}</div>".encode(), _parser())
    return tree.find("body")


@cache
def _parser() -> HTMLParser[Element]:
    """The one parser for pieces of HTML: plain elements, for lxml's own HTML ones cost a look-up each."""
    from lxml import etree  # noqa: PLC0415 - as above

    return etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)


def paragraphs(text: str) -> tuple[Block, ...]:
    """Plain text as paragraphs: by blank lines where it has any between words, else line by line."""
    parts = re.split(r"\n[^\S\n]*\n", text.replace("\r\n", "\n").replace("\r", "\n").strip())
    if len(parts) == 1:
        parts = parts[0].split("\n")
    return tuple(Block(kind="paragraph", text=said) for part in parts if (said := clean(part)))


def walk(root: Element) -> list[Block]:
    """The blocks of a tree of HTML or of trafilatura's elements: each text once, captions and figures left out."""
    return _Walk().blocks(root)


class _Walk:
    """One walk over one tree: what is gathered of the block under way, and within which elements it stands."""

    def __init__(self) -> None:
        self._found: list[Block] = []
        self._said: list[str] = []
        self._within: list[BlockKind] = []
        self._break_at = -1  # how much had been said at the last line break

    def blocks(self, root: Element) -> list[Block]:
        """Every block in reading order."""
        self._element(root)
        self._flush()
        return self._found

    def _element(self, node: Element) -> None:
        tag = node.tag
        way = _WAYS.get(tag) if isinstance(tag, str) else _OUT
        if way is None:
            self._inside(node)
        elif way is _BLOCK:
            self._flush()
            self._block(node, "heading" if tag == _TEI_HEADING else _KINDS.get(str(tag)))
        elif way is _CELL:
            if self._said:
                self._said.append(" | ")
            self._inside(node)
        elif way is _BREAK:
            self._break()

    def _block(self, node: Element, kind: BlockKind | None) -> None:
        if kind:
            self._within.append(kind)
        self._inside(node)
        self._flush()
        if kind:
            self._within.pop()

    def _inside(self, node: Element) -> None:
        if node.text:
            self._said.append(node.text)
        for child in node:
            self._element(child)
            if child.tail:
                self._said.append(child.tail)

    def _break(self) -> None:
        """One line break is a space; two with nothing between them end the paragraph."""
        again = self._break_at >= 0 and not "".join(self._said[self._break_at :]).strip()
        self._said.append(" ")
        self._break_at = len(self._said)
        if again:
            self._flush()

    def _flush(self) -> None:
        self._break_at = -1
        if not self._said:
            return
        text = clean("".join(self._said)).strip("| ")
        self._said.clear()
        if text:
            kind = next((kind for kind in _RANK if kind in self._within), _PLAIN) if self._within else _PLAIN
            self._found.append(Block(kind=kind, text=text))


_OUT, _BLOCK, _CELL, _BREAK = "out", "block", "cell", "break"
_WAYS = {
    **dict.fromkeys(_BREAKING, _BLOCK),
    **dict.fromkeys(_KINDS, _BLOCK),
    _TEI_HEADING: _BLOCK,
    **dict.fromkeys(("td", "th", "cell"), _CELL),
    **dict.fromkeys(("br", "lb"), _BREAK),
    **dict.fromkeys(_LEFT_OUT, _OUT),
}
