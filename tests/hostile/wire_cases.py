"""Answers that are hostile as answers: slow, endless, lying about their length, their coding or themselves."""

from __future__ import annotations

import gzip
import itertools
import zlib

import brotli

from hostile.case import Case, Heard, Plain, Raw, Safe, Silent
from hostile.served import drip, for_ever, head, says, stall
from hostile.written import GOOD, rss

FEED = rss().encode()
HEARD = Heard((GOOD,))
ZIPPED = ("Content-Encoding", "gzip")
MEGABYTE = 1_000_000


def chunk(data: bytes) -> bytes:
    return b"%x\r\n%s\r\n" % (len(data), data)


def zeros(times: int) -> bytes:
    return gzip.compress(b"\0" * (times * MEGABYTE), 9, mtime=0)


def twice() -> bytes:
    return gzip.compress(zeros(400), 9, mtime=0)


def feed_bomb() -> bytes:
    """A feed that is one until it bursts: its one title is 100 MB long."""
    packer = zlib.compressobj(9, wbits=31)
    parts = [packer.compress(FEED.partition(b"<item>")[0] + b"<item><title>")]
    parts += [packer.compress(b"A" * MEGABYTE) for _ in range(100)]
    return b"".join([*parts, packer.flush()])


def brotli_bomb() -> bytes:
    return brotli.compress(b"\0" * (60 * MEGABYTE), quality=5)


def nothing_for_ever() -> bytes:
    """Empty deflate blocks: they never come to a single byte."""
    return b"\x00\x00\x00\xff\xff" * 50_000


CHUNKED = "Transfer-Encoding: chunked"
CASES = [
    Case("no answer at all", Raw(says(b"")), Silent("broke off")),
    Case("silence after the greeting", Raw(stall(b"")), Silent("took longer|gave no sign")),
    Case("silence within the status line", Raw(stall(b"HTTP/1.1 20")), Silent("took longer|gave no sign")),
    Case("silence within the body", Raw(stall(head("Content-Length: 500") + b"<rss>")), Silent("longer|no sign")),
    Case(
        "headers drop by drop",
        Raw(drip(b"HTTP/1.1 200 OK\r\n", lambda: (b"X-%d: 1\r\n" % n for n in range(999)))),
        Silent("took longer|gave no sign"),
    ),
    Case(
        "a body drop by drop",
        Raw(drip(head("Content-Length: 90000"), lambda: itertools.repeat(b"<"))),
        Silent("took longer"),
    ),
    Case("a body that never ends", Raw(for_ever(head(), b"<item>" * 10_000)), Silent("larger than")),
    Case("chunks that never end", Raw(for_ever(head(CHUNKED), chunk(b"a" * 60_000))), Silent("larger than")),
    Case(
        "a head that never ends",
        Raw(for_ever(b"HTTP/1.1 200 OK\r\n", b"X-A: " + b"b" * 900 + b"\r\n")),
        Silent("understood"),
    ),
    Case(
        "a header line that never ends", Raw(for_ever(b"HTTP/1.1 200 OK\r\nX-A: ", b"b" * 9000)), Silent("understood")
    ),
    Case(
        "a hundred thousand headers",
        Raw(says(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n" * 100_000, b"\r\n", FEED)),
        Silent("understood"),
    ),
    Case(
        "early hints without end",
        Raw(for_ever(b"", b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" * 50)),
        Silent("took longer|understood"),
    ),
    Case("one early hint", Raw(says(b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n", head(), FEED)), HEARD),
    Case("a negative length", Raw(says(head("Content-Length: -1"), FEED)), Safe()),
    Case("a length that is no number", Raw(says(head("Content-Length: many"), FEED)), Safe()),
    Case("two lengths", Raw(says(head("Content-Length: 10", "Content-Length: 20"), FEED)), Safe()),
    Case("a huge length", Raw(says(head("Content-Length: 99999999999999999999"), FEED)), Safe()),
    Case("a length of ten gigabytes", Raw(says(head("Content-Length: 10000000000"), FEED)), Silent("larger than")),
    Case("a length that is too long", Raw(says(head(f"Content-Length: {len(FEED) + 9}"), FEED)), Silent("broke off")),
    Case("a length that is too short", Raw(says(head("Content-Length: 300"), FEED)), Safe()),
    Case("a chunk of no length", Raw(says(head(CHUNKED), b"zzz\r\nfeed\r\n")), Silent("understood|broke off")),
    Case("a chunk of a negative length", Raw(says(head(CHUNKED), b"-5\r\nfeed\r\n")), Silent("understood|broke off")),
    Case("a chunk of a huge length", Raw(says(head(CHUNKED), b"f" * 40 + b"\r\n" + FEED)), Silent("understood|broke")),
    Case("chunks that break off", Raw(says(head(CHUNKED), chunk(FEED))), Silent("broke off")),
    Case("chunks with trailers", Raw(says(head(CHUNKED), chunk(FEED), b"0\r\nX-Last: yes\r\n\r\n")), HEARD),
    Case("garbage behind the body", Raw(says(head(f"Content-Length: {len(FEED)}"), FEED, b"HTTP/1.1 garbage")), HEARD),
    Case("HTTP from before there were heads", Raw(says(FEED)), Silent("understood")),
    Case("another protocol", Raw(says(b"SSH-2.0-OpenSSH_9.9\r\n" * 50)), Silent("understood")),
    Case("a head without an end", Raw(says(b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n")), Safe()),
    Case("a header with a NUL", Raw(says(head("X-A: a\0b"), FEED)), Safe()),
    Case("a header without a name", Raw(says(head(": a", "b"), FEED)), Safe()),
    Case("a status of nine hundred", Plain(FEED, status=999), Silent("error of its own")),
    Case("a status of seven", Raw(says(head(status="007 Bond"), FEED)), Silent("understood|error of its own")),
    Case("nothing new for somebody new", Plain(status=304), Silent("never heard before")),
    Case("no content", Plain(status=204), Silent("empty")),
    Case("an age without end", Plain(FEED, (("Cache-Control", "max-age=9"), ("Age", "-" + "9" * 99))), HEARD),
    Case("a freshness of centuries", Plain(FEED, (("Cache-Control", "max-age=999999999999"),)), HEARD),
    Case("a date that cannot be", Plain(FEED, (("Expires", "Mon, 99 Foo 99999 25:61:61 +9999"),)), HEARD),
    Case("a tag of a hundred lines", Plain(FEED, (("ETag", '"' + "e" * 50_000 + '"'),)), Safe()),
    Case("a bomb of zeros", Plain(lambda: zeros(200), (ZIPPED,)), Silent("larger than")),
    Case("a bomb that is a feed", Plain(feed_bomb, (ZIPPED,)), Silent("larger than")),
    Case("a bomb in a bomb", Plain(twice, (("Content-Encoding", "gzip, gzip"),)), Silent("larger than|understood")),
    Case("a bomb of brotli", Plain(brotli_bomb, (("Content-Encoding", "br"),)), Silent("larger than")),
    Case(
        "a bomb of deflate",
        Plain(lambda: zlib.compress(b"\0" * 60 * MEGABYTE), (("Content-Encoding", "deflate"),)),
        Silent("larger than"),
    ),
    Case(
        "a bomb in chunks",
        Plain(lambda: chunk(zeros(100)) + chunk(b""), (ZIPPED, ("Transfer-Encoding", "chunked"))),
        Silent("larger than"),
    ),
    Case(
        "packed bytes that come to nothing",
        Raw(for_ever(head("Content-Encoding: gzip") + b"\x1f\x8b\x08\0\0\0\0\0\0\x03", nothing_for_ever())),
        Silent("larger than|took longer|understood"),
    ),
    Case(
        "ten codings on each other",
        Plain(FEED, (("Content-Encoding", ", ".join(["gzip"] * 10)),)),
        Silent("understood"),
    ),
    Case("packed by gzip", Plain(gzip.compress(FEED, mtime=0), (ZIPPED,)), HEARD),
    Case("packed by brotli", Plain(brotli.compress(FEED), (("Content-Encoding", "br"),)), HEARD),
    Case("packed by deflate", Plain(zlib.compress(FEED), (("Content-Encoding", "deflate"),)), HEARD),
    Case("said to be packed and is not", Plain(FEED, (ZIPPED,)), Silent("understood")),
    Case("packed and cut", Plain(gzip.compress(FEED, mtime=0)[:-60], (ZIPPED,)), Safe()),
    Case("packed with a wrong sum", Plain(gzip.compress(FEED, mtime=0)[:-8] + b"\0" * 8, (ZIPPED,)), Safe()),
    Case("in a coding that nobody knows", Plain(FEED, (("Content-Encoding", "snake-oil"),)), Silent("understood")),
    Case("of another type than it says", Plain(FEED, (("Content-Type", "image/png"),)), HEARD),
    Case("a cookie of ninety kilobytes", Plain(FEED, (("Set-Cookie", "a=" + "b" * 90_000),)), Safe()),
]
