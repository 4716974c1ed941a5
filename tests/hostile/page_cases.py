"""Pages that are hostile as pages."""

from __future__ import annotations

import gzip

from hostile.case import Case, Heard, Plain, Raw, Safe, Silent
from hostile.redirect_cases import PRIVATE, UNKNOWN, raw, to
from hostile.served import for_ever, head, stall
from hostile.written import SENTENCES, page

TOLD = Heard((SENTENCES[0], SENTENCES[-1]))
NO = Silent("no article|no text|could not|too much|nothing to read|holds")
EVIL = (
    '<script>alert(1)</script><p onclick="alert(1)">Said in passing.</p><iframe src="https://evil.example/">alert(1)</iframe>'
    '<img src=x onerror="alert(1)"><a href="javascript:alert(1)">press</a><svg><script>alert(1)</script></svg>'
)


def case(name: str, served: Plain | Raw, expected: Silent | Heard | Safe, absent: tuple[str, ...] = ()) -> Case:
    return Case(f"page {name}", served, expected, absent, kind="page")


CASES = [
    case("that is good", Plain(page()), TOLD),
    case("of scripts", Plain(page(EVIL)), TOLD, ("alert(", "onerror", "javascript:")),
    case("with a comment that never ends", Plain(page(after="<!-- " + "x" * 100_000)), TOLD),
    case("with comments without end", Plain(page(after="<!--" * 300_000)), Safe()),
    case("with NULs", Plain(page().replace("council", "cou\0ncil")), Safe(), ("\0",)),
    case(
        "that turns round",
        Plain(page("<p>Paid \u202e000\u202c\u200b crowns more than the year before, it says.</p>")),
        TOLD,
        ("\u202e", "\u200b"),
    ),
    case("of divisions a hundred thousand deep", Plain(lambda: page("<div>" * 100_000).encode()), Safe()),
    case("of quotations two hundred deep", Plain(lambda: page("<blockquote>" * 200).encode()), Safe()),
    case("of tables in tables", Plain(lambda: page("<table><tr><td>" * 5_000).encode()), Safe()),
    case(
        "of three hundred thousand attributes",
        Plain(lambda: page(f"<p {' '.join(f'a{n}=1' for n in range(300_000))}>Said.</p>").encode()),
        Silent("too much"),
    ),
    case(
        "of attributes that look like elements",
        Plain(lambda: page("<p " + " ".join(f'a{n}="<b>"' for n in range(150_000)) + ">Said.</p>").encode()),
        Silent("too much"),
    ),
    case(
        "of attributes without values",
        Plain(lambda: page(f"<p {' '.join(f'a{n}' for n in range(150_000))}>Said.</p>").encode()),
        Silent("too much"),
    ),
    case("of a million elements", Plain(lambda: page("<b>" * 1_000_000).encode()), Silent("too much")),
    case("of forty thousand elements", Plain(lambda: page("<i></i>" * 40_000).encode()), Safe()),
    case(
        "with an attribute of five megabytes",
        Plain(lambda: page(f'<p title="{"x" * 5_000_000}">Said.</p>').encode()),
        TOLD,
    ),
    case("with a word of five megabytes", Plain(lambda: page(f"<p>{'x' * 1_000_000}</p>").encode()), Safe()),
    case("of entities without end", Plain(lambda: page("&amp;" * 300_000).encode()), Safe()),
    case("of brackets without end", Plain(lambda: page("<" * 300_000).encode()), Safe()),
    case(
        "that sends on by itself",
        Plain('<meta http-equiv="refresh" content="0;url=file:///etc/passwd">'),
        NO,
        ("root:",),
    ),
    case(
        "of frames", Plain('<frameset><frame src="file:///etc/passwd"><frame src="http://127.0.0.1/"></frameset>'), NO
    ),
    case(
        "behind a wall of cookies",
        Plain("<html><body><h1>We value your privacy</h1><p>Accept all cookies to go on.</p></body></html>"),
        Silent(""),
    ),
    case(
        "that wants a script",
        Plain("<html><body><noscript>Please enable JavaScript.</noscript></body></html>"),
        Silent(""),
    ),
    case("with a base elsewhere", Plain(page(head='<base href="javascript:alert(1)//">')), TOLD, ("javascript",)),
    case(
        "with facts that are scripts",
        Plain(
            page(
                head='<meta property="og:title" content="<script>alert(1)</script>Vote"><meta property="og:image" content="javascript:alert(1)"><meta name="author" content="&lt;img src=x onerror=alert(1)&gt;">'
            )
        ),
        TOLD,
        ("javascript:", "<script", "onerror"),
    ),
    case(
        "with facts that are bombs",
        Plain(page(head='<script type="application/ld+json">' + '{"a":' * 50_000 + "</script>")),
        TOLD,
    ),
    case(
        "with facts of wrong types",
        Plain(
            page(
                head='<script type="application/ld+json">{"@type":5,"author":[[{"name":7}]],"headline":{},"datePublished":[]}</script>'
            )
        ),
        TOLD,
    ),
    case(
        "with a date that cannot be",
        Plain(page(head='<meta property="article:published_time" content="99999-13-99T99:99:99+99:99">')),
        TOLD,
    ),
    case("in UTF-16", Plain(page().encode("utf-16")), TOLD),
    case("in no encoding", Plain(page().encode().replace(b"council", b"coun\xff\xfecil")), Safe()),
    case(
        "with entities of its own",
        Plain('<!DOCTYPE html [<!ENTITY f SYSTEM "file:///etc/passwd">]>' + page("<p>&f;</p>")),
        TOLD,
        ("root:",),
    ),
    case("that is a document", Plain(b"%PDF-1.7\n" + bytes(range(256)) * 900), Silent("no text")),
    case("that is a picture", Plain(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 900), Silent("no text")),
    case("of nothing", Plain(b""), Silent("")),
    case(
        "that never ends",
        Raw(for_ever(head("Content-Type: text/html"), b"<p>More and more." * 4_000)),
        Silent("larger than"),
    ),
    case("that stalls", Raw(stall(head("Content-Length: 9000") + b"<html>")), Silent("took longer|gave no sign")),
    case(
        "that is a bomb",
        Plain(lambda: gzip.compress(bytes(90_000_000), 9), (("Content-Encoding", "gzip"),)),
        Silent("larger than"),
    ),
    case("that has not changed", Plain(status=304), Silent("never heard before")),
    case("that is elsewhere", to("http://other.example/page-that-is-good"), TOLD),
    case("in a file", to("file:///etc/passwd"), Silent("no web address"), ("root:",)),
    case("at a name that is none", raw("http://a..\u00e9/".encode()), Silent("unknown|no web address|understood")),
    *(
        case(f"into {name}", to(where), Silent("private network"))
        for name, where in PRIVATE.items()
        if name not in UNKNOWN
    ),
]
