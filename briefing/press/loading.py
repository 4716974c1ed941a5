"""A page loads nothing: what a template wrote is read again, and every address that would be asked for is refused.

Links that somebody may follow (`<a href>`) are no loading, and stay. The templates' own texts say on which line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.press.lookup import BUILTIN
from briefing.press.pictures import ADDRESS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from briefing.press.lookup import Templates

LOADING = ("src", "srcset", "imagesrcset", "href", "xlink:href", "data", "poster", "background", "manifest", "ping",
           "archive", "codebase", "classid", "lowsrc", "dynsrc")  # fmt: skip
STYLING = ("style", "fill", "stroke", "filter", "mask", "clip-path", "cursor", "marker", "marker-start", "marker-mid",
           "marker-end")  # fmt: skip
LINKS = frozenset({"a", "area"})
WITHIN = re.compile(r"#|data:(?:image|font)/|data:,|data:application/(?:x-)?font", re.IGNORECASE)
DESCRIPTOR = re.compile(r"[\d.]+[wxh]")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
LETTER = re.compile(r"\\0{0,4}([46][1-9a-f]|[57][0-9a])\s?", re.IGNORECASE)  # a letter that CSS may write as a number
IN_STYLES = re.compile(
    r"""@import\s*(?:url\()?\s*["']?([^"')\s;]*)"""
    r"""|(?:url|src)\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s][^)]*))"""
    r"""|image-set\([^;}]*?["']((?!data:)[^"']*)["']""",
    re.IGNORECASE,
)


def refuse_loading(html: str, name: str, templates: Templates) -> tuple[str, ...]:
    """Say of each address that a page would load where it is written: in a template's line, if it stands there."""
    from lxml import etree  # noqa: PLC0415 - wanted only where a page is set

    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    body = b"<html>" + html.encode("utf-8", "replace")  # so that an empty page is a page, too
    root = etree.fromstring(body, parser)
    told = (f"{_place(found, name, templates)}: '{_short(found)}' would be loaded: a page carries all in itself"
            for found in _addresses(root))  # fmt: skip
    return tuple(dict.fromkeys(told))


def _addresses(root: _Element) -> Iterator[str]:
    for element in root.iter("*"):
        tag = str(element.tag).lower()
        for key, value in element.attrib.items():
            yield from _of_attribute(tag, str(key).lower(), str(value).strip())
        if tag == "style":
            yield from _of_style("".join(map(str, element.itertext())))
        if tag == "meta" and element.get("http-equiv", "").lower() == "refresh" and "=" in element.get("content", ""):
            yield element.get("content", "").partition("=")[2].strip()


def _of_attribute(tag: str, key: str, value: str) -> Iterator[str]:
    if key == "srcdoc":
        yield value
    elif key in STYLING:
        yield from _of_style(value)
    elif tag in LINKS and key in {"href", "xlink:href"}:
        if value.lower().startswith("file:"):
            yield value
    elif tag == "img" and key == "src" and ADDRESS.fullmatch(value):
        return  # a picture of the edition's, which is put into the page before anybody opens it
    elif key in LOADING:
        parts = value.split() if key.endswith("srcset") else [value]
        yield from (part for part in parts if not _harmless(part.strip(",")))


def _of_style(text: str) -> Iterator[str]:
    plain = LETTER.sub(lambda found: chr(int(found[1], 16)), COMMENT.sub(" ", text))
    for found in IN_STYLES.finditer(plain):
        address = next((part for part in found.groups() if part is not None), "").strip()
        if found[0].lower().startswith("@import") or not _harmless(address):
            yield address or found[0]


def _harmless(address: str) -> bool:
    return not address or bool(WITHIN.match(address) or DESCRIPTOR.fullmatch(address))


def _place(address: str, name: str, templates: Templates) -> str:
    """Find the line of a template where an address stands; one that is put together has none, and its page is named."""
    page = name
    for known, text, where in templates.files:
        found = None if where.startswith(BUILTIN) else re.search(rf"[\s\"'(=,]{re.escape(address)}", text)
        if found:
            return f"{where}:{text[: found.start() + 1].count(chr(10)) + 1}"
        page = where if known == name else page
    return page


def _short(address: str) -> str:
    return address if len(address) <= 80 else f"{address[:79]}…"  # noqa: PLR2004 - what fits into a line
