"""Headings that a theme did not mark as headings, mended before the text is looked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.wire.prose import clean

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NAMED = re.compile(
    r"(?:^|[\s_-])(?:sub-?head(?:ing|line)?|cross-?head(?:ing)?|inter-?title|zwischenüberschrift|section-(?:title|heading))(?=$|[\s_-])",
    re.IGNORECASE,
)
_WORDS = 12
_NOT_AT_END = tuple(".,;:!…")
_MENDED = "h3"


def mend_headings(tree: HtmlElement) -> None:
    """Make headings, in place, of what is shown as one: by its role, its class, or a short line all in bold."""
    for node in list(tree.iter("p", "div")):
        if node.get("role") == "heading" or _NAMED.search(node.get("class", "")) or _is_bold_line(node):
            said = clean(node.text_content())
            if said and len(said.split()) <= _WORDS and node.find(".//p") is None:
                node.tag = _MENDED


def _is_bold_line(node: HtmlElement) -> bool:
    """A paragraph of nothing but bold words that ends like a heading and is followed by a plain paragraph."""
    if node.tag != "p" or (node.text or "").strip() or len(node) != 1 or node[0].tag not in {"b", "strong"}:
        return False
    said = clean(node.text_content())
    after = node.getnext()
    follows = after is not None and after.tag == "p" and after.find("strong") is None and after.find("b") is None
    return follows and not (node[0].tail or "").strip() and not said.endswith(_NOT_AT_END)
