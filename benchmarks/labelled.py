"""Articles and stories with human summaries, read from a folder, and made into what the desk is given."""

from __future__ import annotations

import datetime as dt
import gzip
import json
from typing import TYPE_CHECKING, Any

from briefing.model import Article, Block, Entry, Feed, Heard, Report, Story

if TYPE_CHECKING:
    from pathlib import Path

MOMENT = dt.datetime(2025, 12, 7, tzinfo=dt.UTC)
MULTI = "duc"  # what the names of files begin with whose lines are stories of several reports


def lines(path: Path) -> list[dict[str, Any]]:
    """Read a file of JSON lines."""
    return [json.loads(line) for line in gzip.decompress(path.read_bytes()).decode().splitlines()]


def summarised(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """Read every file of single articles with human summaries: `{"id", "title", "text", "summary"}`."""
    read = ((path.name.removesuffix(".jsonl.gz"), path) for path in sorted(folder.glob("*.jsonl.gz")))
    found = {name: lines(path) for name, path in read if not name.startswith(("clusters", "faith", "questions"))}
    return {name: read for name, read in found.items() if read and "summary" in read[0] and "text" in read[0]}


def stories(folder: Path) -> list[dict[str, Any]]:
    """Read every file of stories of several reports with human summaries: `{"id", "docs", "refs"}`."""
    return [line for path in sorted(folder.glob(f"{MULTI}*.jsonl.gz")) for line in lines(path)]


def report(title: str, text: str, number: int = 0) -> Report:
    """Make a report of a text whose paragraphs are separated by newlines."""
    blocks = tuple(Block(kind="paragraph", text=part.strip()) for part in text.split("\n") if part.strip())
    entry = Entry(feed="f", identity=str(number), title=title)
    heard = Heard(digest=str(number), commit=1, seen=MOMENT, arrived=MOMENT, entry=entry)
    article = Article(url="u", title=title, blocks=blocks, language="en")
    return Report(feed=Feed(id="f", url="u"), heard=heard, article=article, digest=str(number))


def story(line: dict[str, Any]) -> Story:
    """Make a story of one line of either kind."""
    if "docs" in line:
        return Story(reports=tuple(report("", text, number) for number, text in enumerate(line["docs"])))
    return Story(reports=(report(line.get("title") or "", line["text"]),))
