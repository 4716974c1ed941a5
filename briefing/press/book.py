"""An edition as a book for e-readers: EPUB 3.2 in simple flow, with the NCX that older readers look for.

Its name is that of audience and day: tomorrow's never replaces today's, and today's made again does. The bytes are a
function of the edition and the templates: no clock, a fixed order, fixed times in the archive.
"""

from __future__ import annotations

import datetime as dt
import io
import uuid
import zipfile
from typing import TYPE_CHECKING, Any

from briefing.press.cover import draw_cover
from briefing.press.faces import FACES, cut
from briefing.press.locales import direction, title_date
from briefing.press.pictures import embed_pictures
from briefing.press.setting import set_html, set_text
from briefing.press.tokens import Tokens, with_values
from briefing.press.xhtml import Files, Page, part, whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefing.press.lookup import Templates

NAMESPACE = uuid.UUID("7d6f1e0a-6f0b-5a57-9a0d-3b1f3d1c5e2e")  # of our names for books (RFC 9562, 5.5)
FOLDER = "EPUB"
EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that a ZIP archive can tell
TYPES = {"xhtml": "application/xhtml+xml", "css": "text/css", "ttf": "font/ttf", "png": "image/png", "jpg": "image/jpeg",
         "gif": "image/gif", "ncx": "application/x-dtbncx+xml"}  # fmt: skip
IN_A_BOOK = (
    "briefing-serif-regular.ttf",
    "briefing-serif-italic.ttf",
    "briefing-serif-semibold.ttf",
    "briefing-serif-display-light.ttf",
    "briefing-sans-regular.ttf",
    "briefing-sans-semibold.ttf",
)
CONTAINER = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    f'<rootfile full-path="{FOLDER}/package.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>\n"
)


def make_book(
    data: dict[str, Any], templates: Templates, page: Mapping[str, object], pictures: Mapping[str, bytes]
) -> bytes:
    """Set the book's texts, draw its cover, cut its faces, and put all of it into one archive."""
    held, tokens = book_texts(data, templates, page, pictures)
    held |= {"cover.png": draw_cover(data, tokens.light)}
    held |= _fonts(b"".join(body for name, body in held.items() if name.endswith(".xhtml")).decode())
    return _packed({"META-INF/container.xml": CONTAINER.encode()} | {f"{FOLDER}/{name}": held[name] for name in held})


def book_texts(
    data: dict[str, Any], templates: Templates, page: Mapping[str, object], pictures: Mapping[str, bytes] | None = None
) -> tuple[dict[str, bytes], Tokens]:
    """Set `epub.html` and part it into files, with contents and package around them. Raises TemplateError."""
    bare, rules, tokens = with_values(embed_pictures(set_html("epub.html", data, templates, page), pictures or {}))
    known = Page(language=data["language"], direction=direction(data["dateline"]["locale"]), title=data["title"])
    files = part(bare, known)
    book = _facts(data, files)
    names = ("cover.xhtml", *files.pages, "nav.xhtml", "toc.ncx", "style.css", "cover.png")
    book["items"] = _items((*names, *sorted(files.pictures), *IN_A_BOOK), files)
    facts = dict(page) | {"book": book}
    held = {
        "package.opf": set_text("epub-package.xml", data, templates, facts).encode(),
        "cover.xhtml": set_text("epub-cover.xml", data, templates, facts).encode(),
        **files.pages,
        "nav.xhtml": whole(set_html("epub-nav.html", data, templates, facts), known),
        "toc.ncx": set_text("epub-ncx.xml", data, templates, facts).encode(),
        "style.css": f"{_faces()}\n{rules}\n".encode(),
        **dict(sorted(files.pictures.items())),
    }
    return held, tokens


def _facts(data: Mapping[str, Any], files: Files) -> dict[str, Any]:
    """Say what the package and the contents are filled with: names, moments, the way through the book."""
    day = dt.date.fromisoformat(data["date"])
    return {
        "title": f"{data['title']}, {title_date(day, data['dateline']['locale'])}",
        "identifier": uuid.uuid5(NAMESPACE, f"{data['audience']}\n{data['date']}").urn,
        "position": data["date"].replace("-", ""),
        "modified": f"{data['colophon']['closed'][:19]}Z",
        "contents": list(_contents(data, files)),
        "start": next(iter(files.pages)),
        "last": "after.xhtml" if "after.xhtml" in files.pages else "",
        "items": [],
    }


def _contents(data: Mapping[str, Any], files: Files) -> Iterator[dict[str, Any]]:
    """Give each section with its stories, and each story of a section without a name, where it stands in the book."""
    for section in data["sections"]:
        stories = [
            {"title": story["headline"], "href": f"{files.places[story['id']]}#{story['id']}", "story": story["id"]}
            for story in section["stories"]
            if story["id"] in files.places
        ]
        if stories and section["name"]:
            yield {"title": section["name"], "href": stories[0]["href"].partition("#")[0], "stories": stories}
        else:
            yield from ({**story, "stories": []} for story in stories)


def _items(held: Iterable[str], files: Files) -> Sequence[dict[str, object]]:
    """List the files for the package: which they are, which stand in the way through the book, what they are for."""
    properties = {"cover.xhtml": "svg", "nav.xhtml": "nav", "cover.png": "cover-image"}
    return [
        {
            "id": f"item-{number}",
            "href": name,
            "type": TYPES[name.rpartition(".")[2]],
            "properties": properties.get(name, ""),
            "read": name in files.pages or name == "cover.xhtml",
        }
        for number, name in enumerate(held, start=1)
    ]


def _fonts(text: str) -> dict[str, bytes]:
    """Cut our faces down to the characters of the book."""
    characters = sorted({ord(char) for char in text} | {0x20, 0x2212})
    return {file: cut(file, characters) for file in IN_A_BOOK}


def _faces() -> str:
    rules = (
        f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight}; font-style: {face.style}; '
        f"src: url({face.file}) }}"
        for face in FACES
        if face.file in IN_A_BOOK
    )
    return "\n".join(rules)


def _packed(files: Mapping[str, bytes]) -> bytes:
    """Write the archive: `mimetype` first and as it is (EPUB 3.2 OCF, 4.3), every other file packed, no moment told."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        archive.writestr(_entry("mimetype", zipfile.ZIP_STORED), b"application/epub+zip")
        for name, body in files.items():
            archive.writestr(_entry(name, zipfile.ZIP_DEFLATED), body, compresslevel=9)
    return kept.getvalue()


def _entry(name: str, packing: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, EPOCH)
    entry.compress_type = packing
    entry.create_system = 3  # the same on every system
    entry.external_attr = 0o644 << 16
    return entry
