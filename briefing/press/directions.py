"""In which direction a text runs, where the page says `dir="auto"`: WeasyPrint knows the word but not its meaning."""

from __future__ import annotations

import unicodedata
from typing import Any

STRONG = {"L": "ltr", "R": "rtl", "AL": "rtl"}


def set_directions(root: Any) -> None:  # noqa: ANN401 - an element of the page
    """Write the direction of each `dir="auto"` as browsers find it: that of its first letter that has one."""
    for element in root.iter():
        if element.get("dir") == "auto" or (element.tag == "bdi" and element.get("dir") is None):
            element.set("dir", direction_of(_text(element)))


def direction_of(text: str) -> str:
    """Give `rtl` or `ltr` by the first strong letter (Unicode's bidirectional algorithm, rules P2 and P3)."""
    return next((STRONG[kind] for char in text if (kind := unicodedata.bidirectional(char)) in STRONG), "ltr")


def _text(element: Any) -> str:  # noqa: ANN401 - an element of the page
    """Give an element's text without the parts that have a direction of their own, as HTML asks for."""
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag != "bdi" and child.get("dir") is None:
            parts.append(_text(child))
        parts.append(child.tail or "")
    return "".join(parts)
