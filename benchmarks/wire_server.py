"""A server on loopback for the benchmarks of collecting: made feeds and articles, as fast as asyncio can send them.

It answers `/feed/{n}.xml` and `/article/{n}.html` in the mode that `/set/{mode}` chose last: a comma-separated choice of
`etag` (validators, and 304 where they match), `late` (100 ms before each answer), `new` (a tenth of the feeds has one
more entry).
"""

from __future__ import annotations

import asyncio
import hashlib
import multiprocessing
import random
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection

FEEDS, ENTRIES = 500, 30
LATENCY = 0.1
MODE: set[str] = set()
WORDS = [
    "the",
    "a",
    "of",
    "to",
    "in",
    "and",
    "on",
    "for",
    "with",
    "that",
    "council",
    "minister",
    "river",
    "report",
    "budget",
    "harbour",
    "vote",
    "number",
    "people",
    "city",
    "north",
    "energy",
    "court",
    "price",
    "winter",
    "train",
    "hospital",
    "school",
    "worker",
    "region",
    "market",
    "science",
    "water",
    "bridge",
    "team",
    "report",
    "figure",
    "plan",
    "said",
    "announced",
    "opened",
    "closed",
    "rose",
    "fell",
    "agreed",
    "refused",
    "found",
    "lost",
    "built",
    "counted",
    "asked",
    "warned",
    "told",
    "expected",
]


def _prose(seed: str, words: int) -> str:
    chance = random.Random(seed)
    said = [chance.choice(WORDS) for _ in range(words)]
    sentences = [" ".join(said[start : start + 14]).capitalize() + "." for start in range(0, words, 14)]
    return " ".join(sentences)


def entry(feed: int, number: int) -> str:
    """One item of RSS 2.0 of about 2.9 KB, with its words as escaped HTML, as most feeds have them."""
    seed = f"{feed}/{number}"
    body = "".join(f'<p>{_prose(f"{seed}/{part}", 97)} <a href="/about/{part}">More</a></p>' for part in range(4))
    escaped = body.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return (
        f"<item><title>{_prose(seed, 9)}</title><link>http://feeds.example/{feed}/{number}?utm_source=rss</link>"
        f'<guid isPermaLink="false">{feed}-{number}</guid><dc:creator>Writer {number}</dc:creator>'
        f"<pubDate>Sun, 07 Dec 2025 {number % 24:02}:{feed % 60:02}:00 +0000</pubDate>"
        f"<description>{escaped}</description></item>"
    )


@cache
def feed(number: int, more: int) -> bytes:
    """A feed of thirty entries, and so many newer ones before them."""
    items = "".join(entry(number, index) for index in reversed(range(ENTRIES + more)))
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
        f"<title>Feed {number}</title><link>http://feeds.example/{number}</link><description>Made</description>"
        f"{items}</channel></rss>"
    ).encode()


@cache
def article(number: int) -> bytes:
    """A page of 940 words between a menu, a box and a footer."""
    paragraphs = "".join(f"<p>{_prose(f'a{number}/{part}', 94)}</p>" for part in range(10))
    menu = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in WORDS[:20])
    return (
        f"<!doctype html><html lang=en><head><title>{_prose(f'a{number}', 9)} - The Post</title></head><body>"
        f"<nav><ul>{menu}</ul></nav><article><h1>{_prose(f'a{number}', 9)}</h1>{paragraphs}</article>"
        f"<aside><h4>Popular</h4><ul>{menu}</ul></aside><footer>All rights reserved.</footer></body></html>"
    ).encode()


TAGS: dict[int, bytes] = {}


def tag(body: bytes) -> bytes:
    """The validator of a body that is never thrown away."""
    if id(body) not in TAGS:
        TAGS[id(body)] = b'"' + hashlib.md5(body, usedforsecurity=False).hexdigest().encode() + b'"'
    return TAGS[id(body)]


def answer(path: str, asked: bytes) -> tuple[bytes, float]:
    """The whole response to a request, and how long to hold it back."""
    kind, _, name = path.removeprefix("/").partition("/")
    if kind == "set":
        MODE.clear()
        MODE.update(name.split(","))
        return b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", 0.0
    if kind not in {"feed", "article"}:
        return b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", 0.0
    mode, number = MODE, int(name.partition(".")[0])
    wait = LATENCY if "late" in mode else 0.0
    if kind == "article":
        body, type_ = article(number), b"text/html; charset=utf-8"
    else:
        body, type_ = feed(number, 1 if "new" in mode and number % 10 == 0 else 0), b"application/rss+xml"
    head = b"Content-Type: " + type_
    if "etag" in mode:
        etag = tag(body)
        head += b"\r\nETag: " + etag
        if etag in asked:
            return b"HTTP/1.1 304 Not Modified\r\n" + head + b"\r\n\r\n", wait
    length = str(len(body)).encode()
    return b"HTTP/1.1 200 OK\r\n" + head + b"\r\nContent-Length: " + length + b"\r\n\r\n" + body, wait


class Protocol(asyncio.Protocol):
    """HTTP/1.1 as far as a well-behaved client needs it: one request after the other on a kept connection."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Remember whom to answer."""
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.said = b""

    def data_received(self, data: bytes) -> None:
        """Answer every request that is whole."""
        self.said += data
        while b"\r\n\r\n" in self.said:
            asked, _, self.said = self.said.partition(b"\r\n\r\n")
            path = asked.split(b" ", 2)[1].decode()
            body, wait = answer(path, asked)
            if wait:
                asyncio.get_running_loop().call_later(wait, self.transport.write, body)
            else:
                self.transport.write(body)


def _run(pipe: Connection) -> None:
    for number in range(FEEDS):  # made before anybody asks
        tag(feed(number, 0))
        if number % 10 == 0:
            tag(feed(number, 1))
    for number in range(200):
        tag(article(number))

    async def serve() -> None:
        server = await asyncio.get_running_loop().create_server(Protocol, "127.0.0.1", 0, backlog=1024)
        pipe.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(serve())


@contextmanager
def served() -> Iterator[str]:
    """Serve until the block ends; give the address, without a slash at its end."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.Process(target=_run, args=(theirs,), daemon=True)
    process.start()
    try:
        yield f"http://127.0.0.1:{ours.recv()}"
    finally:
        process.terminate()
        process.join()
