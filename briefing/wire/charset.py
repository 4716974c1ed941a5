"""Bytes into text: what the byte order mark, the bytes themselves, the header and the document say, in that order."""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = (
    (b"<\x00\x00\x00", "utf-32-le"),
    (b"\x00\x00\x00<", "utf-32-be"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
)
_HEADER = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_DOCUMENT = re.compile(
    rb"""(?:<\?xml[^>]{0,200}?encoding|<meta[^>]{0,300}?charset)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
_KNOWN = re.compile(
    r"utf-?(?:8|16|32)(?:[_-]?[lb]e)?|(?:cp|windows-|x-cp|iso|koi8|gb|hz|big5|euc|shift|x-sjis|ks_c|tis|mac|x-mac)[\w-]*"
)
_WIDER = {  # the superset that browsers read for the name
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "euc-kr": "cp949",
    "windows-874": "cp874",
    "tis-620": "cp874",
    "macintosh": "mac-roman",
    "x-mac-cyrillic": "mac-cyrillic",
    "ks_c_5601-1987": "cp949",
}  # fmt: skip - a table
_HIGH = re.compile(rb"[\x80-\xff]+")
_FOREIGN = 0.6  # of all letters that are not ASCII: as many standing side by side are of another alphabet
_JUDGED = 1_000_000
_LATIN = frozenset({"cp1252", "cp1254"})
_LEADING = frozenset({b"\xc2", b"\xc3"})  # they begin the letters of Latin-1 in UTF-8
_ESCAPE = b"\x1b"
_SNIFFED = 4096


def decode(body: bytes, *, content_type: str = "") -> str:
    """The text of a document in any encoding: never raises, and replaces what cannot be read."""
    for mark, name in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    for start, name in _WIDE:
        if body.startswith(start):
            return body.decode(name, "replace")
    said = _declared(body, content_type)
    names = (*said, "utf-8") if _ESCAPE in body[:_SNIFFED] else ("utf-8", *said)
    for name in names:
        try:
            return body.decode(name)
        except UnicodeDecodeError:
            continue
    return _mended(body, said)


def _mended(body: bytes, said: tuple[str, ...]) -> str:
    """The text of bytes that are in none of the encodings that they name, nor in UTF-8.

    Where most of what is not ASCII is UTF-8, it is UTF-8 with stray bytes of Windows's Latin alphabet. Else the name
    that is not UTF-8's counts, then a guess.
    """
    sample = body[:_JUDGED]
    read = sample.decode("utf-8", "ignore")
    good, bad = len(read) - len(read.encode("ascii", "ignore")), len(sample) - len(read.encode())
    if good > bad:
        return body.decode("utf-8", _STRAY)
    name = next((name for name in said if not name.startswith("utf-8")), "") or _guessed(body)
    return body.decode(name, _BARE if name in _LATIN else "replace")


def _stray(error: UnicodeError) -> tuple[str, int]:
    """Read a stray byte as Windows's Latin letter; drop what is left of a sign that was cut."""
    assert isinstance(error, UnicodeDecodeError)
    part = error.object[error.start : error.end]
    cut = len(part) > 1 or part in _LEADING
    return "" if cut else part.decode("cp1252", "ignore"), error.end


def _bare(error: UnicodeError) -> tuple[str, int]:
    """Read what an alphabet of single bytes leaves open as browsers do: a control character, which is cleaned away."""
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("latin-1"), error.end


_STRAY, _BARE = "briefing.stray", "briefing.bare"
codecs.register_error(_STRAY, _stray)
codecs.register_error(_BARE, _bare)


def _declared(body: bytes, content_type: str) -> tuple[str, ...]:
    """The encodings that the header and the document name, as far as they are real ones."""
    header, document = _HEADER.search(content_type), _DOCUMENT.search(body[:_SNIFFED])
    names = [header[1]] if header else []
    names += [document[1].decode("ascii", "ignore")] if document else []
    return tuple(real for name in names if (real := _real(name.lower())))


def _real(name: str) -> str:
    """The codec that browsers use for a name, or nothing for what names no encoding of documents."""
    name = _WIDER.get(name, name)
    try:
        return codecs.lookup(name).name if _KNOWN.fullmatch(name) else ""
    except LookupError:
        return ""


def _guessed(body: bytes) -> str:
    """The likeliest encoding of bytes that nobody named and that are not UTF-8: where such bytes stand alone, Windows's Latin."""
    high = [len(run) for run in _HIGH.findall(body, 0, 100_000)]
    if sum(run for run in high if run > 1) < _FOREIGN * sum(high):
        return "cp1252"
    from trafilatura.utils import detect_encoding  # noqa: PLC0415 - heavy, and hardly ever wanted

    return next((real for name in detect_encoding(body[:100_000]) if (real := _real(name.lower()))), "cp1252")
