"""What is done to a body once it is here: module-level functions of one frozen value, so that any worker can do them.

Each ends in time and raises nothing: what cannot be read is a cause in a reader's words.
"""

from __future__ import annotations

import faulthandler
import multiprocessing
import os
import re
import signal
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import IO, TYPE_CHECKING

from briefing import identity
from briefing.wire.article import read_page
from briefing.wire.channel import NotAFeed
from briefing.wire.feed import parse_feed
from briefing.wire.pagination import next_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model import Article, Feed, Pace, Version

LONGEST = 20.0  # seconds that one body may keep a worker
GRACE = 5.0  # seconds after which a worker is ended that heard nothing of it
AGAIN = 0.5  # seconds after which a worker is told so once more: libraries swallow what is raised inside them
NO_PAGE = re.compile(r"\s*(?:image|audio|video|font)/|\s*application/(?:pdf|zip|epub)", re.IGNORECASE)
MAGIC = (b"%PDF-", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"PK\x03\x04", b"RIFF", b"ID3")
MOST_TAGS = 400_000  # in one page: a tree of more costs hundreds of megabytes


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedBody:
    """A feed as it came: `url` is where its relative links start from, and holds no secret; `seen` was known before."""

    feed: Feed
    body: bytes
    url: str
    content_type: str
    seen: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A feed made ready to be kept; `whole` tells that its document came to its end."""

    title: str
    versions: tuple[Version, ...]
    pace: Pace
    seen: bytes
    whole: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBody:
    """A page as it came, the title and the words by which its feed announced it, and which part of its article it is."""

    body: bytes
    url: str
    content_type: str
    title: str
    summary: str = ""
    part: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An article, or why there is none; and where it goes on."""

    article: Article | None
    cause: str = ""
    following: str = ""


def prepare() -> None:
    """Import what most bodies need, so that workers that fork share it."""
    import lxml.etree  # noqa: F401, PLC0415 - the import is the point


def tell(given: FeedBody) -> Telling | str:
    """Read a feed; a str is the cause why it cannot be read."""
    try:
        with in_time():
            spoken = parse_feed(
                given.body, url=given.url, content_type=given.content_type, feed=given.feed, seen=given.seen
            )
    except NotAFeed as error:
        return str(error)
    except (TimeoutError, MemoryError, RecursionError):
        return "the answer could not be read in time"
    versions = tuple(map(identity.version, spoken.entries))
    return Telling(title=spoken.title, versions=versions, pace=spoken.pace, seen=spoken.seen, whole=spoken.whole)


def read(given: PageBody) -> Page:
    """Make a page readable."""
    if NO_PAGE.match(given.content_type) or given.body.startswith(MAGIC):
        return Page(article=None, cause="its page is no text")
    if given.body.count(b"<") > MOST_TAGS:
        return Page(article=None, cause="its page holds too much to be read")
    try:
        with in_time():
            found = read_page(
                given.body,
                url=given.url,
                content_type=given.content_type,
                hint_title=given.title,
                hint_summary=given.summary,
            )
            if isinstance(found, str):
                return Page(article=None, cause=found)
            return Page(article=found, following=next_page(given.body, given.url, given.content_type, part=given.part))
    except (TimeoutError, MemoryError, RecursionError):
        return Page(article=None, cause="its page could not be read in time")


@contextmanager
def in_time(seconds: float = LONGEST) -> Iterator[None]:
    """Raise TimeoutError in what runs too long; outside a process's main thread there is no such clock."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _too_long)
    signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
    worker = multiprocessing.parent_process() is not None
    if worker:  # what is deep in a library hears no signal: its process ends, and costs nobody but that body
        faulthandler.dump_traceback_later(seconds + GRACE, exit=True, file=_nowhere())
    try:
        yield
    finally:
        if worker:
            faulthandler.cancel_dump_traceback_later()
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@cache
def _nowhere() -> IO[bytes]:
    return open(os.devnull, "wb")  # noqa: PTH123 - open as long as the process


def _too_long(_number: int, _frame: object) -> None:
    raise TimeoutError
