"""The whole line over the corpus: collected, made and printed, with nothing hostile on the page."""

from __future__ import annotations

import json
import re
import zipfile
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from honest import unclean
from hostile.case import Heard, Plain, Safe
from hostile.corpus import CASES, MORE
from hostile.served import serving
from hostile.written import GOOD
from lxml import etree
from markdown_it import MarkdownIt
from pikepdf import Pdf

from briefing.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SETTINGS = """title: The Hostile Morning
weather: false
archive: sqlite:///archive.db
fetch: {{allow_private: true, timeout: 2, per_host: 64}}
feeds:
{feeds}
audiences:
  morning: {{schedule: "0 6 * * *", timezone: UTC, max_age: 3 days, stories: 200, minimum: 0}}
"""
FORMATS = ("html", "pdf", "epub", "md", "mail", "text")
SERVED = [case for case in CASES if isinstance(case.served, Plain) and isinstance(case.expected, (Heard, Safe))]


class Seen(HTMLParser):
    """What a browser would do with a page: its elements, attributes and addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "iframe", "object", "embed", "form", "input", "base", "frame", "applet"}:
            self.found.append(tag)
        for name, value in attrs:
            said = (value or "").strip().lower()
            if name.startswith("on"):
                self.found.append(name)
            if name in {"href", "src", "action", "xlink:href"} and re.match(r"(?:javascript|vbscript|file|ftp):", said):
                self.found.append(said)


def linking() -> str:
    """A feed whose entries lead to every hostile page that can be served in a moment."""
    pages = [case for case in SERVED if case.kind == "page"]
    items = "".join(
        f"<item><title>Page {n} of the council</title><link>{case.path}</link></item>" for n, case in enumerate(pages)
    )
    return f'<rss version="2.0"><channel><title>Pages</title>{items}</channel></rss>'


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    with serving(SERVED, {"/pages": Plain(linking()), **MORE}) as server:
        paths = ["/pages", *(case.path for case in SERVED if case.kind == "feed")]
        feeds = "\n".join(f"  - {json.dumps(f'http://127.0.0.1:{server.port}{path}')}" for path in paths)
        (folder / "feeds.yaml").write_text(SETTINGS.format(feeds=feeds))
        formats = [word for name in FORMATS for word in ("--format", name)]
        code = main(
            ["build", "--config", str(folder / "feeds.yaml"), "--out", str(folder / "out"), "--quiet", *formats]
        )
    assert code == 0
    return next((folder / "out").glob("*"))


def test_the_edition_is_printed(printed: Path) -> None:
    with Pdf.open(printed / "morning.pdf") as pdf:
        assert len(pdf.pages) >= 1
    assert GOOD in (printed / "morning.html").read_text(encoding="utf-8")


def test_nothing_hostile_is_on_the_page(printed: Path) -> None:
    seen = Seen()
    seen.feed((printed / "morning.html").read_text(encoding="utf-8"))
    assert seen.found == []


def test_nothing_hostile_is_in_the_mail_the_book_or_the_markdown(printed: Path) -> None:
    seen = Seen()
    seen.feed((printed / "morning.mail.html").read_text(encoding="utf-8"))
    with zipfile.ZipFile(printed / "morning.epub") as book:
        for name in book.namelist():
            if name.endswith(".xhtml"):
                seen.feed(etree.tostring(etree.fromstring(book.read(name)), encoding="unicode"))
    assert seen.found == []
    tokens = MarkdownIt("commonmark").parse((printed / "morning.md").read_text(encoding="utf-8"))
    kinds = {child.type for token in tokens for child in (token, *(token.children or ()))}
    assert not {kind for kind in kinds if kind.startswith(("html", "code", "image", "fence", "hr"))}
    text = (printed / "morning.txt").read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if unclean(line.strip())] == []


def test_every_text_of_the_edition_is_clean(printed: Path) -> None:
    def texts(value: object) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, (list, dict)):
            for inner in value.values() if isinstance(value, dict) else value:
                yield from texts(inner)

    said = json.loads((printed / "morning.json").read_text(encoding="utf-8"))
    assert [text for text in texts(said) if any(unclean(line) for line in text.split("\n"))] == []
