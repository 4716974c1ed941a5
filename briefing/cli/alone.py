"""The desk alone: one article, without archive or configuration."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import desk, identity, wire
from briefing.cli import lines, pipe
from briefing.cli.terminal import facts
from briefing.errors import UserError
from briefing.model import Entry, Feed, Heard, Report, Story

if TYPE_CHECKING:
    import argparse

    from briefing.model import Article, Brief

MOST = wire.Manners().page_bytes
NO_MOMENT = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)  # a lone article arrives at no time


def brief(asked: argparse.Namespace) -> int:
    """Brief one article, or each line of JSON that comes in."""
    if asked.jsonl:
        return pipe.answer(
            lines.brief, pipe.Line(body=b"", developments=asked.developments, words=asked.words), asked.workers
        )
    article = _article(asked.page)
    told = desk.brief(_story(article))
    if asked.json:
        facts(_answer(article, told))
    else:
        print(_readable(article, told))
    return 0


def stories(_asked: argparse.Namespace) -> int:
    """Say of each line of JSON which story it belongs to, after the last one."""
    told = lines.stories([line for line in pipe.lines(sys.stdin.fileno()) if line.strip()])
    for one in told:
        print(one.text)
    return pipe.INCOMPLETE if any(one.bad for one in told) else 0


def vet(asked: argparse.Namespace) -> int:
    """Say of each line of JSON whether its text supports its claim."""
    return pipe.answer(lines.vetted, pipe.Line(body=b""), asked.workers)


def _article(page: str) -> Article:
    if page.startswith(("http://", "https://")):
        body, kind, url = wire.lone_page(page, wire.Manners(allow_private=True), lambda: dt.datetime.now(dt.UTC))
    else:
        body, kind, url = _bytes(page), "", ""
    article = wire.read_page(body, url=url, content_type=kind)
    if isinstance(article, str):
        raise UserError(f"{page}: no article was found in it: {article}")
    return article


def _bytes(page: str) -> bytes:
    if page == "-":
        body = sys.stdin.buffer.read(MOST + 1)
    else:
        try:
            with Path(page).open("rb") as file:
                body = file.read(MOST + 1)
        except OSError as error:
            raise UserError(f"{page}: cannot be read: {error.strerror}") from error
    if len(body) > MOST:
        raise UserError(f"{page}: is larger than {MOST / 1_000_000:g} MB: no article is")
    return body


def _story(article: Article) -> Story:
    entry = Entry(feed="article", identity=article.url, title=article.title, published=article.published)
    heard = Heard(digest=identity.digest(entry), commit=0, seen=NO_MOMENT, arrived=NO_MOMENT, entry=entry)
    feed = Feed(id="article", url=article.url, name=article.site or "the author")
    return Story(reports=(Report(feed=feed, heard=heard, article=article, digest=identity.digest(article)),))


def _answer(article: Article, told: Brief) -> dict[str, object]:
    given = {
        "title": article.title,
        "text": article.text,
        "language": told.language,
        "byline": article.byline,
        "published": identity.plain(article.published),
    }
    return {**lines.parts(told, (0,)), "article": given}


def _readable(article: Article, told: Brief) -> str:
    parts = [article.title or "(no title)"]
    if told.key_developments:
        parts += ["", "Key developments", *(f"  ■ {item.text}" for item in told.key_developments)]
    if told.analysis:
        parts += ["", "Analysis", *(f"  – {item.by + ': ' if item.by else ''}{item.text}" for item in told.analysis)]
    asked = [f"  □ {item.text}" for item in told.open_questions] + [f"  · {item.text}" for item in told.unknowns]
    parts += ["", "Open questions", *(asked or ["  none raised"])]
    return "\n".join(parts)
