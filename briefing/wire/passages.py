"""A page as its passages: each stretch of text that a browser would set apart, its kind, and where on the page it stands.

Whoever chooses the article's text chooses among these, so that headings, lists, quotations and rows stay what they are
on the page, in its order, whichever way they were found.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.model import Block, BlockKind
from briefing.wire.furniture import is_caption, is_furniture_name
from briefing.wire.prose import clean, fragment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element
    from lxml.html import HtmlElement

MOST_PASSAGES = 20_000  # a page of more is no article, and is read this far

_KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    "tr": "row",
    **dict.fromkeys(("li", "dt", "dd"), "item"),
    "blockquote": "quote",
}
_RANK: tuple[BlockKind, ...] = ("heading", "row", "item", "quote")
_BREAKING = frozenset(
    (
        "body p div section article main header footer address center pre ul ol dl table tbody thead tfoot tr td th hr "
        "fieldset details summary form figure nav aside h1 h2 h3 h4 h5 h6 blockquote li dt dd"
    ).split()
)  # fmt: skip - one word after the other
_LEFT_OUT = frozenset(
    (
        "head script style template graphic img picture video audio iframe object embed svg math canvas button "
        "input select textarea map dialog figcaption"
    ).split()
)  # fmt: skip - likewise
_TEMPLATES = frozenset(("text/template", "text/html", "text/x-template"))
_HOSTILE = re.compile(
    r"(?:^|[\s_-])(?:share|sharing|social|newsletter|subscribe|related|recommend\w*|popular|trending|most-?read|breadcrumbs?"
    r"|ads?|advert\w*|promo|teaser\w*|author-?(?:box|bio)|tags?|comments?|cookies?|consent|paywall|sponsor\w*|outbrain|taboola"
    r"|sidebar|widget\w*|menu|nav\w*|footer|header|meta|byline|kicker|label|login|modal|popup|banner|links?)(?=$|[\s_-])",
    re.IGNORECASE,
)
_COMMENTS = re.compile(
    r"(?:^|[\s_-])(?:(?<!no-)(?<!has-)comment(?:s|list|-?(?:list|body|content|text|area|section|thread|wrap(?:per)?))?|kommentare?|comentarios?"
    r"|commentaires?|disqus|respond|replies|(?:[a-z]+-)?forum(?:-[a-z]+)?|reactions?|discussion)(?=$|[\s_])",
    re.IGNORECASE,
)
_FRIENDLY = re.compile(
    r"(?:^|[\s_-])(?:article|content|entry|post|story|text|main|page|hentry|blog|lead|intro|standfirst|deck|summary|excerpt)",
    re.IGNORECASE,
)
_IN_CELL = ".//p | .//ul | .//ol | .//h2 | .//h3 | .//h4 | .//blockquote"
_CELLS_LOOKED_AT = 40


@dataclass(slots=True, eq=False)
class Place:
    """An element that holds passages, and what it and those around it are called."""

    tag: str
    parent: Place | None
    hostile: int = 0
    friendly: int = 0
    furniture: bool = False
    comments: bool = False
    tags: frozenset[str] = frozenset()
    kind: BlockKind | None = None

    def is_in(self, home: Place | None) -> bool:
        """Whether another place is this one or around it."""
        return home is not None and any(place is home for place in self.line())

    def line(self) -> Iterator[Place]:
        """This place and all around it, from the inside out."""
        place: Place | None = self
        while place is not None:
            yield place
            place = place.parent


@dataclass(slots=True, eq=False)
class Passage:
    """A stretch of text: its words, the lines that it is printed as, the share of it that is a link, its place."""

    text: str
    kind: BlockKind
    place: Place
    linked: float
    lines: tuple[str, ...] = field(default=())

    def blocks(self) -> list[Block]:
        """What is printed of it: a listing line by line, everything else as one block."""
        return [Block(kind=self.kind, text=text) for text in self.lines or (self.text,)]


def passages(tree: HtmlElement) -> list[Passage]:
    """Every passage of a page in its order; captions, controls and scripts are none."""
    body = tree.find("body")
    walk = _Walk()
    walk.element(tree if body is None else body)
    walk.flush()
    return walk.found


def place_of(node: Element, parent: Place | None) -> Place:
    """The place that an element is: what it is called is added to what stands around it."""
    tag = str(node.tag)
    whole = tag in {"body", "article", "main"}
    names = "" if whole else f"{node.get('class', '')} {node.get('id', '')} {node.get('data-testid', '')}".strip()
    hostile, friendly, furniture, comments = _called(names) if names else (False, False, False, False)
    above = parent or Place(tag="", parent=None)
    kind = _KINDS.get(tag)
    if kind is None or (above.kind and _RANK.index(above.kind) < _RANK.index(kind)):
        kind = above.kind
    return Place(
        tag=tag,
        parent=parent,
        hostile=above.hostile + hostile,
        friendly=above.friendly + friendly,
        furniture=above.furniture or furniture,
        comments=above.comments or comments,
        tags=above.tags if tag in above.tags else above.tags | {tag},
        kind=kind,
    )


@lru_cache(maxsize=2048)
def _called(names: str) -> tuple[bool, bool, bool, bool]:
    """Whether an element's names speak against what is in it, for it, name furniture outright, or readers' comments."""
    hostile, friendly = bool(_HOSTILE.search(names)), bool(_FRIENDLY.search(names))
    return hostile, friendly, is_furniture_name(names), bool(_COMMENTS.search(names))


class _Walk:
    """One walk over one page: what is gathered of the passage under way, and where it stands."""

    def __init__(self) -> None:
        self.found: list[Passage] = []
        self._said: list[str] = []
        self._place = Place(tag="", parent=None)
        self._links = 0  # how many links are open
        self._linked = 0  # how many characters of the passage stand in a link
        self._row = False  # within a row of data, where nothing breaks but the row
        self._broken = -1  # how much had been said at the last line break

    def element(self, node: Element) -> None:
        """Walk one element; the parser goes no deeper than Python does."""
        tag = node.tag
        if tag == "script":
            self._template(node)
        if not isinstance(tag, str) or tag in _LEFT_OUT or len(self.found) >= MOST_PASSAGES:
            return
        if tag == "br":
            self._break()
        elif tag == "a":
            self._links += 1
            self._inside(node)
            self._links -= 1
        elif _is_empty(node, tag):
            self.flush()
        elif tag == "pre":
            self._listing(node)
        elif self._row or tag not in _BREAKING:
            self._in_line(node, tag)
        elif not is_caption(node):
            self._set_apart(node, tag)

    def _in_line(self, node: Element, tag: str) -> None:
        if self._row and tag in _BREAKING:
            self._said.append(" | " if tag in {"td", "th"} and self._said else " ")
        if not (node.get("class") and is_caption(node)):
            self._inside(node)

    def _set_apart(self, node: Element, tag: str) -> None:
        """Walk an element that begins and ends a passage."""
        self.flush()
        before = self._place
        if tag == "table" and not _is_layout(node):
            self._place = place_of(node, before)
            self._rows(node)
        else:
            self._place = place_of(node, before) if tag not in {"tr", "td", "th", "tbody"} else _cell(before, tag)
            self._inside(node)
            self.flush()
        self._place = before

    def _rows(self, table: Element) -> None:
        """Walk a table of data: each row is one passage, its cells parted by strokes."""
        before, self._row = self._place, True
        for row in table.iter("tr"):
            self._place = place_of(row, before)
            self._inside(row)
            self.flush()
        self._place, self._row = before, False

    def _template(self, script: Element) -> None:
        """Walk the markup that some pages keep in a script of no script's type until a reader is there."""
        text = script.text or ""
        if script.get("type", "").lower() in _TEMPLATES and text.count("<p") > 1:
            inner = fragment(text)
            if inner is not None:
                self.flush()
                self._inside(inner)
                self.flush()

    def _listing(self, node: Element) -> None:
        """Walk preformatted text: its lines stay lines."""
        self.flush()
        lines = tuple(said for part in "".join(node.itertext()).split("\n") if (said := clean(part)))
        if lines:
            here = place_of(node, self._place)
            kind = here.kind or "paragraph"
            self.found.append(Passage(text=" ".join(lines), kind=kind, place=here, linked=0.0, lines=lines))

    def _inside(self, node: Element) -> None:
        self._say(node.text)
        for child in node:
            self.element(child)
            self._say(child.tail)

    def _say(self, text: str | None) -> None:
        if text and (self._said or not text.isspace()):
            self._said.append(text)
            if self._links:
                self._linked += len(text.strip())

    def _break(self) -> None:
        """One line break is a space; two with nothing between them end the passage."""
        again = self._broken >= 0 and not any(part.strip() for part in self._said[self._broken :])
        self._said.append(" ")
        self._broken = len(self._said)
        if again and not self._row:
            self.flush()

    def flush(self) -> None:
        """End the passage under way."""
        self._broken = -1
        if not self._said:
            return
        text = clean("".join(self._said)).strip("| ")
        if text:
            linked = min(1.0, self._linked / len(text))
            self.found.append(
                Passage(text=text, kind=self._place.kind or "paragraph", place=self._place, linked=linked)
            )
        self._said.clear()
        self._linked = 0


def _is_empty(node: Element, tag: str) -> bool:
    """Whether a menu, or what is shown without scripts, is only that: one that was never closed may hold the page."""
    return tag in {"nav", "noscript"} and node.find(".//p" if tag == "nav" else ".//br") is None


def _cell(around: Place, tag: str) -> Place:
    """The place that a cell of a page laid out by tables is: one like any other, and no row."""
    return Place(
        tag=tag,
        parent=around,
        hostile=around.hostile,
        friendly=around.friendly,
        furniture=around.furniture,
        comments=around.comments,
        tags=around.tags,
        kind=around.kind,
    )


def _is_layout(table: Element) -> bool:
    """Whether a table sets out a page and holds no data: some cell has several parts of its own."""
    if table.find(".//table") is not None:
        return True
    cells = itertools.islice(table.iter("td"), _CELLS_LOOKED_AT)
    return any(len(cell) and len(cell.xpath(_IN_CELL)) > 1 for cell in cells)
