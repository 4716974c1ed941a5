"""What stands at an address where a page was to be, and is none: a feed, data, a file, noise."""

from __future__ import annotations

import re

_MAGIC = (
    (b"%PDF-", "what stands at its address is a PDF and no page"),
    (b"\x89PNG", "what stands at its address is a picture and no page"),
    (b"\xff\xd8\xff", "what stands at its address is a picture and no page"),
    (b"GIF8", "what stands at its address is a picture and no page"),
    (b"PK\x03\x04", "what stands at its address is an archive and no page"),
    (b"\x1f\x8b", "what stands at its address is an archive and no page"),
)  # fmt: skip - a table
_FEED = "what stands at its address is a feed and no page"
_DATA = "what stands at its address is data and no page"
_NOISE = "what stands at its address is no text"
_ROOT = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*|<\?xml-stylesheet[^>]{0,500}\?>\s*|<!--.{0,2000}?-->\s*|<!DOCTYPE[^>]{0,500}>\s*){0,9}<([\w:-]{1,40})",
    re.DOTALL | re.IGNORECASE,
)
_FEEDS = frozenset(("rss", "feed", "rdf:rdf", "atom:feed"))
_JSON = re.compile(
    r"""\s*(?:[\w$.]{1,60}\()?(?:\{\s*(?:"(?:[^"\\]|\\.){0,200}"\s*:|\})|\[\s*(?:[\[{"\d-]|\]|true|false|null))"""
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffd]")
_LOOKED_AT = 8192
_NOISY = 0.02  # of the signs: no text has so many that cannot be printed


def no_page(body: bytes | str, text: str) -> str:
    """What a body is, in a reader's words, where it is surely no page and no plain text; else nothing."""
    if isinstance(body, bytes):
        found = next((cause for mark, cause in _MAGIC if body.startswith(mark)), "")
        if found:
            return found
    start = text[:_LOOKED_AT].lstrip("\ufeff")
    if len(_CONTROLS.findall(start)) > _NOISY * len(start):
        return _NOISE
    root = _ROOT.match(start)
    if root and root[1].lower() in _FEEDS:
        return _FEED
    if root and start.lstrip().startswith("<?xml") and "<html" not in start.lower():
        return _DATA
    return _DATA if _JSON.match(start) else ""
