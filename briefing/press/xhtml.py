"""A page of HTML becomes the files of a book: well-formed XHTML whatever the template wrote, links leading to files.

An element with `data-file="name"` is a file; what stands before the first of them, and after the last, is one too. A
page without the mark is one file.
"""

from __future__ import annotations

import base64
import binascii
import copy
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit, urlunsplit

from briefing.identity import digest_of_bytes
from briefing.press.filters import UNPRINTABLE, safe_link

if TYPE_CHECKING:
    from collections.abc import Iterator

XHTML, OPS, XML = "http://www.w3.org/1999/xhtml", "http://www.idpf.org/2007/ops", "http://www.w3.org/XML/1998/namespace"
STORIES = 40  # of one file: e-readers lay out a file as a whole
NAME = re.compile(r"[A-Za-z_][\w.-]*")
UNSAFE = re.compile(r"[^a-z0-9-]+")
HOST = re.compile(r"(?!-)[a-z0-9-]+(?<!-)(?:\.(?!-)[a-z0-9-]+(?<!-))*\.?")
PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
PICTURE = re.compile(r"data:image/(jpeg|png|gif);base64,(.*)", re.DOTALL)
LEFT_OUT = frozenset({"script", "style", "link", "meta", "base", "iframe", "object", "embed", "form", "input", "button",
                      "svg", "audio", "video", "source", "noscript", "template"})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The language and direction of a book's files."""

    language: str
    direction: str
    title: str


@dataclass(slots=True, kw_only=True)
class Files:
    """The files of a book: XHTML by name in reading order, pictures by name, and where each id stands."""

    pages: dict[str, bytes] = field(default_factory=dict)
    pictures: dict[str, bytes] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)


def part(html: str, page: Page) -> Files:
    """Part a page into files."""
    from lxml import etree  # noqa: PLC0415 - wanted only where a page is set

    root = etree.fromstring(f"<html>{html}".encode(), etree.HTMLParser(encoding="utf-8", huge_tree=True))
    found = root.find("body")
    body = root if found is None else found
    files = Files()
    parts: dict[str, Any] = {}
    for element in _marked(body):
        for name, piece in _pieces(element, parts):
            parts[name] = piece
            for inner in piece.iter("*"):
                if inner.get("id"):
                    files.places.setdefault(inner.get("id"), name)
    for name, piece in parts.items():
        files.pages[name] = _document(piece, page, files, here=name)
    return files


def whole(html: str, page: Page) -> bytes:
    """Give a page whose links are those of the book already, as it stands: the contents."""
    from lxml import etree  # noqa: PLC0415 - wanted only where a page is set

    root = etree.fromstring(html.encode(), etree.HTMLParser(encoding="utf-8", huge_tree=True))
    return _document(root.find("body"), page, None, here="")


def uri(address: str) -> str:
    """Give an address as RFC 3986 writes it, its host in ASCII; nothing where it is none of the web."""
    try:
        parts = urlsplit(safe_link(address))
        host, port = (parts.hostname or "").encode("idna").decode().lower(), parts.port
    except (ValueError, UnicodeError):
        return ""
    if not HOST.fullmatch(host):
        return ""
    at = host if port is None else f"{host}:{port}"
    path, query, rest = (
        PERCENT.sub("%25", quote(text, safe="%/:@!$&'()*+,;=~-._?" if number else "%/:@!$&'()*+,;=~-._"))
        for number, text in enumerate((parts.path, parts.query, parts.fragment))
    )
    return urlunsplit((parts.scheme, at, path, query, rest))


def _marked(body: Any) -> list[Any]:  # noqa: ANN401 - lxml's
    """Give the marked elements, between copies of the body with what stands before the first and after the last."""
    marked = [element for element in body.iter("*") if element.get("data-file") is not None]
    outer = [element for element in marked if not any(above in marked for above in element.iterancestors())]
    if not outer:
        body.set("data-file", "front")
        return [body]
    front, after = copy.deepcopy(body), copy.deepcopy(body)
    front.set("data-file", "front")
    after.set("data-file", "after")
    at = [number for number, element in enumerate(body.iter("*")) if element in (outer[0], outer[-1])]
    _cut_off(list(front.iter("*"))[at[0]], following=True)
    _cut_off(list(after.iter("*"))[at[-1]], following=False)
    return [element for element in (front, *outer, after) if "".join(element.itertext()).strip()]


def _cut_off(element: Any, *, following: bool) -> None:  # noqa: ANN401 - lxml's
    """Take an element out of its tree, and all that follows it, or else all that comes before it."""
    step = element
    while (parent := step.getparent()) is not None:
        for sibling in list(step.itersiblings(preceding=not following)):
            parent.remove(sibling)
        if following:
            step.tail = None
        else:
            parent.text = None
        step = parent
    parent = element.getparent()
    if not following:
        parent.text = element.tail
    parent.remove(element)


def _pieces(element: Any, taken: dict[str, Any]) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - lxml's
    """Give a marked element as one file, or as several where it holds many stories."""
    name = UNSAFE.sub("-", (element.get("data-file") or "edition").lower()).strip("-") or "edition"
    stories = [article for article in element.iter("article") if article.find(".//article") is None]
    for number, start in enumerate(range(0, max(1, len(stories)), STORIES)):
        piece = element if len(stories) <= STORIES else copy.deepcopy(element)
        if piece is not element:
            copies = [article for article in piece.iter("article") if article.find(".//article") is None]
            for at, article in enumerate(copies):
                if not start <= at < start + STORIES:
                    article.getparent().remove(article)
        numbered = f"{name}-{number + 1}" if number else name
        while f"{numbered}.xhtml" in taken:
            numbered += "x"
        yield f"{numbered}.xhtml", piece


def _document(element: Any, page: Page, files: Files | None, here: str) -> bytes:  # noqa: ANN401 - lxml's
    from lxml import etree  # noqa: PLC0415 - wanted only where a page is set

    names = {None: XHTML, "epub": OPS}
    root = etree.Element(f"{{{XHTML}}}html", nsmap=names)
    for name, value in (("lang", page.language), (f"{{{XML}}}lang", page.language), ("dir", page.direction)):
        root.set(name, value)
    head = etree.SubElement(root, f"{{{XHTML}}}head")
    etree.SubElement(head, f"{{{XHTML}}}meta").set("charset", "utf-8")
    heading = next((found for found in element.iter("h1", "h2", "h3") if "".join(found.itertext()).strip()), None)
    etree.SubElement(head, f"{{{XHTML}}}title").text = (
        page.title if heading is None else " ".join("".join(heading.itertext()).split())
    )
    style = etree.SubElement(head, f"{{{XHTML}}}link")
    for name, value in (("rel", "stylesheet"), ("type", "text/css"), ("href", "style.css")):
        style.set(name, value)
    body = etree.SubElement(root, f"{{{XHTML}}}body")
    body.text = element.text
    for child in element:
        _copied(child, body, files, here)
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="utf-8", doctype="<!DOCTYPE html>")
    return written + b"\n"


def _copied(element: Any, into: Any, files: Files | None, here: str) -> None:  # noqa: ANN401 - lxml's
    """Copy an element into the namespace of XHTML, with what stands behind it."""
    from lxml import etree  # noqa: PLC0415 - wanted only where a page is set

    if not isinstance(element.tag, str) or element.tag in LEFT_OUT or not NAME.fullmatch(element.tag):
        _append(into, element.tail)
        return
    made = etree.SubElement(into, f"{{{XHTML}}}{element.tag}")
    for name, value in element.attrib.items():
        _attribute(made, str(name), UNPRINTABLE.sub("", str(value)))
    if element.tag == "a" and element.get("href") is not None and files is not None:
        _linked(made, str(element.get("href")).strip(), files, here)
    if element.tag == "img" and not _pictured(made, str(element.get("src") or ""), files):
        into.remove(made)
        _append(into, (element.get("alt") or "") + (element.tail or ""))
        return
    made.text, made.tail = element.text, element.tail
    for child in element:
        _copied(child, made, files, here)


def _attribute(made: Any, name: str, value: str) -> None:  # noqa: ANN401 - lxml's
    if name == "lang":
        made.set(f"{{{XML}}}lang", value)
    if name == "epub:type":
        made.set(f"{{{OPS}}}type", value)
    elif NAME.fullmatch(name) and not name.startswith(("on", "data-")) and name not in {"srcset", "sizes", "style"}:
        made.set(name, value)


def _linked(made: Any, address: str, files: Files, here: str) -> None:  # noqa: ANN401 - lxml's
    """Lead a link to the file where its id stands, or out into the web; one that leads nowhere is no link."""
    for name in ("href", "rel", "target"):
        made.attrib.pop(name, None)
    if address.startswith("#"):
        target = files.places.get(address[1:])
        href = "" if target is None else address if target == here else target + address
    else:
        href = uri(address)
    if href:
        made.set("href", href)
    else:
        made.tag = f"{{{XHTML}}}span"


def _pictured(made: Any, address: str, files: Files | None) -> bool:  # noqa: ANN401 - lxml's
    """Put a picture that stands in its address into a file of its own; tell whether there was one."""
    found = PICTURE.fullmatch(address.strip())
    if found is None or files is None:
        return False
    try:
        body = base64.b64decode(found[2], validate=True)
    except binascii.Error:
        return False
    name = f"{digest_of_bytes(body)[:16]}.{found[1].replace('jpeg', 'jpg')}"
    files.pictures[name] = body
    made.set("src", name)
    made.set("alt", made.get("alt") or "")
    return True


def _append(into: Any, text: str | None) -> None:  # noqa: ANN401 - lxml's
    """Put a text behind all that is in an element so far."""
    if text and len(into):
        into[-1].tail = (into[-1].tail or "") + text
    elif text:
        into.text = (into.text or "") + text
