"""RSS and Atom by feedparser: its parsers, held within bounds, without its passes over the markup that we do not keep."""

from __future__ import annotations

import datetime as dt
import html.entities
import io
import re
import sys
import xml.sax
import xml.sax.handler
import xml.sax.xmlreader
from functools import partial
from typing import TYPE_CHECKING, Any

from briefing.wire import prolog
from briefing.wire.address import web_address
from briefing.wire.channel import MOST_ITEMS, Channel, Item
from briefing.wire.moment import moment, usual_moment
from briefing.wire.prose import MAX_MARKUP
from briefing.wire.worded import misread, worded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Said = dict[str, Any]  # what feedparser gives: nested dicts of untrusted strings

_UNFORGIVEN = (TimeoutError, MemoryError)  # whoever set the bound is told
_MAX_DATE = 100
_MAX_NAME = 500
_MAX_TAGS = 50
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_PREFIX = re.compile(r"(</?|\s)rss:(?=\w)")  # met in the wild without its declaration
_NUMBER = re.compile(r"&#(?:x([0-9a-f]{1,8})|([0-9]{1,10}));?", re.IGNORECASE)
_AMPERSAND = re.compile(r"&(?!(?:#x?[0-9a-f]{1,8}|[a-z][a-z0-9]{0,30});)", re.IGNORECASE)
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,30});")
_IMAGE = re.compile(r"""<img\b[^<>]{0,2000}?\bsrc\s*=\s*["']?(https?://[^"'\s<>]{1,2000})""", re.IGNORECASE)
_OWN_TRACKERS = re.compile(r"feedburner|doubleclick|pixel|/stat|\.gif(?:\?|$)", re.IGNORECASE)


def read(text: str, url: str) -> Channel | None:
    """The channel that a document of RSS or Atom holds, as much of it as can be read; nothing where it is neither."""
    parser = _parsed(_plain(text))
    if not parser.version and not parser.entries:
        return None
    feed = parser.feeddata
    home = web_address(_text(feed, "link"))
    base = url if parser.version.startswith("atom") else home or url
    return Channel(
        title=_text(feed, "title"),
        language=_text(feed, "language"),
        base=base,
        items=tuple(_item(entry, feed) for entry in parser.entries),
    )


def _plain(text: str) -> str:
    """The document's elements: without what XML forbids, without a DTD, and with HTML's own entities as characters."""
    text = _NOT_XML.sub("", text)
    text = text[prolog.root(text) :]
    if "<rss:" in text and "xmlns:rss" not in text:
        text = _PREFIX.sub(r"\1", text)
    if "&#" in text:
        text = _NUMBER.sub(_numbered, text)
    return _ENTITY.sub(_character, text)


def _numbered(found: re.Match[str]) -> str:
    """A numbered reference as it stands, or nothing for one to a sign that XML forbids."""
    number = int(found[1], 16) if found[1] else int(found[2])
    return found[0] if number <= sys.maxunicode and not _NOT_XML.match(chr(number)) else ""


def _with_references(text: str) -> str:
    """The document with each ampersand that begins no reference as a reference, but in CDATA, where it may stand."""
    parts, at = [], 0
    while at < len(text):
        begin = text.find("<![CDATA[", at)
        end = text.find("]]>", begin) if begin >= 0 else -1
        until = begin if end >= 0 else len(text)
        parts += [_AMPERSAND.sub("&amp;", text[at:until]), text[until : end + 3] if end >= 0 else ""]
        at = end + 3 if end >= 0 else len(text)
    return "".join(parts)


def _character(found: re.Match[str]) -> str:
    """A named reference of HTML as a numbered one, which XML knows; any other as plain text."""
    said = html.entities.html5.get(f"{found[1]};")
    return "".join(f"&#{ord(sign)};" for sign in said) if said else f"&amp;{found[1]};"


class _Enough(Exception):  # noqa: N818 - as many entries as anybody wants
    """The feed has more entries than are read."""


def _parsed(text: str) -> Any:  # noqa: ANN401 - feedparser has no types
    """A parser that has read what it could: the strict one, or where it stumbles the one that forgives."""
    strict, loose = _parsers()
    mended = _with_references(text)
    for said in (text, mended) if mended != text else (text,):
        parser = strict("", None, "utf-8")
        if _is_read(partial(_sax, parser, said)):
            return parser
    parser = loose("", None, "utf-8", {})
    _is_read(partial(parser.feed, mended))  # what was read until it stumbled counts
    return parser


def _is_read(reading: Callable[[], None]) -> bool:
    """Tell whether a reading came to its end, or to as many entries as anybody wants."""
    try:
        reading()
    except _UNFORGIVEN:
        raise
    except _Enough:
        return True
    except Exception:  # noqa: BLE001 - feedparser raises whatever hostile bytes make it raise
        return False
    return True


def _sax(parser: Any, text: str) -> None:  # noqa: ANN401 - feedparser has no types
    reader = xml.sax.make_parser()  # noqa: S317 - no DTD is left in the text, so no entity can be defined
    reader.setFeature(xml.sax.handler.feature_namespaces, True)
    reader.setFeature(xml.sax.handler.feature_external_ges, False)
    reader.setContentHandler(parser)
    reader.setErrorHandler(parser)
    source = xml.sax.xmlreader.InputSource()
    source.setByteStream(io.BytesIO(text.encode()))
    source.setEncoding("utf-8")
    reader.parse(source)
    if parser.exc:
        raise parser.exc


def _parsers() -> tuple[Any, Any]:
    """feedparser's two parsers without their quadratic corners: long author names and endless categories."""
    from feedparser.api import LooseFeedParser, StrictFeedParser  # noqa: PLC0415 - heavy, wanted only to parse

    class Bounded:
        resolve_relative_uris = False
        sanitize_html = False

        def _start_item(self, attributes: object) -> None:
            if len(self.entries) >= MOST_ITEMS:  # type: ignore[attr-defined] # the sibling class's
                raise _Enough
            super()._start_item(attributes)  # type: ignore[misc] # likewise

        _start_entry = _start_item

        def _sync_author_detail(self, key: str = "author") -> None:
            context = self._get_context()  # type: ignore[attr-defined] # the sibling class's
            if isinstance(context.get(key), str):
                context[key] = context[key][:_MAX_NAME]
            super()._sync_author_detail(key)  # type: ignore[misc] # likewise

        def _add_tag(self, term: str, scheme: str, label: str) -> None:
            if len(self._get_context().setdefault("tags", [])) < _MAX_TAGS:  # type: ignore[attr-defined] # likewise
                super()._add_tag(term, scheme, label)  # type: ignore[misc] # likewise

    return type("Strict", (Bounded, StrictFeedParser), {}), type("Loose", (Bounded, LooseFeedParser), {})


def _item(entry: Said, feed: Said) -> Item:
    markup, language = _content(entry)
    published = _moment(entry, "published") or _moment(entry, "created")
    updated = _moment(entry, "updated")
    return Item(
        id=_text(entry, "id"),
        link=_text(entry, "feedburner_origlink") or _text(entry, "link") or _alternate(entry),
        title=_text(entry, "title"),
        author=_author(entry) or _author(feed),
        published=published or updated,
        updated=updated,
        language=language,
        markup=markup[:MAX_MARKUP],
        picture=_picture(entry, markup),
        enclosures=tuple(_text(one, "href") for one in _enclosures(entry) if not _is_image(one)),
    )


def _content(entry: Said) -> tuple[str, str]:
    """The entry's fullest words and their language."""
    given = [*_dicts(entry, "content"), *_dicts(entry, "summary_detail")]
    if not given:
        return _text(entry, "summary"), ""
    texts = [one for one in given if _is_text(_text(one, "type"))]
    fullest: Said = max(texts, key=lambda one: len(_text(one, "value")), default={})
    return _text(fullest, "value"), _text(fullest, "language")


def _is_text(kind: str) -> bool:
    return not kind or any(name in kind for name in ("text", "html", "xml"))


def _author(said: Said) -> str:
    names = dict.fromkeys(name for one in _dicts(said, "authors")[:20] if (name := _text(one, "name")))
    return ", ".join(names) or _text(said, "author")


def _alternate(entry: Said) -> str:
    links = [one for one in _dicts(entry, "links") if _text(one, "rel") in {"", "alternate"}]
    return _text(links[0], "href") if links else ""


def moment_of(text: str) -> dt.datetime | None:
    """A date as we read it where we are sure, else as feedparser does, else as we can."""
    found = usual_moment(text) if text else None
    if found or not text:
        return found
    text = " ".join(text[:_MAX_DATE].split())
    found = usual_moment(text) or worded(text)
    if found or misread(text):
        return found
    from feedparser.datetimes import _parse_date  # noqa: PLC0415 - heavy, wanted only for a date in a rare form

    return _aware(_parse_date(text)) or moment(text)


def _moment(entry: Said, key: str) -> dt.datetime | None:
    return moment_of(_text(entry, key))


def _aware(parsed: Any) -> dt.datetime | None:  # noqa: ANN401 - a struct_time, as far as feedparser is right
    if parsed is None:
        return None
    try:
        year, month, day, hour, minute, second = parsed[:6]
        return dt.datetime(year, month, day, hour, minute, min(second, 59), tzinfo=dt.UTC)
    except (ValueError, OverflowError, TypeError):
        return None


def _enclosures(entry: Said) -> list[Said]:
    media = [{**one, "href": _text(one, "url")} for one in _dicts(entry, "media_content")]
    return [one for one in _dicts(entry, "links") if _text(one, "rel") == "enclosure"] + media


def _is_image(one: Said) -> bool:
    return _text(one, "type").startswith("image") or _text(one, "medium") == "image"


def _picture(entry: Said, markup: str) -> str:
    """The entry's picture: what it encloses, its thumbnail, or the first that stands in its words."""
    enclosed = [_text(one, "href") for one in _enclosures(entry) if _is_image(one)]
    thumbnails = [_text(one, "url") for one in _dicts(entry, "media_thumbnail")]
    return picture_of([*enclosed, *thumbnails, *(_text(one, "href") for one in _dicts(entry, "image"))], markup)


def picture_of(given: Iterable[str], markup: str) -> str:
    """The first picture that an entry gives, else the first that stands in its words and follows nobody."""
    found = next((url for url in given if url), "")
    if found or ("<i" not in markup and "<I" not in markup):
        return found
    return next((url for url in _IMAGE.findall(markup[:100_000]) if not _OWN_TRACKERS.search(url)), "")


def _dicts(said: Said, key: str) -> list[Said]:
    value = dict.get(said, key)  # see _moment
    found: Iterable[Any] = value if isinstance(value, list) else [value]
    return [one for one in found if isinstance(one, dict)]


def _text(said: Said, key: str) -> str:
    value = dict.get(said, key)  # see _moment
    return value if isinstance(value, str) else ""
