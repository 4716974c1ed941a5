"""Texts that are hostile as texts: scripts, signs that hide or turn round, alphabets, dates, links."""

from __future__ import annotations

import codecs

from hostile.case import Case, Heard, Plain, Safe
from hostile.written import DECLARATION, GOOD, atom, item, rss

BOTH = Heard(("Odd", GOOD))
DATES = {
    "in the year 99999": "Sun, 07 Dec 99999 05:00:00 GMT",
    "in the year -1": "-0001-12-07T05:00:00Z",
    "in the thirteenth month": "2025-13-07T05:00:00Z",
    "on the thirtieth of February": "Sun, 30 Feb 2025 05:00:00 GMT",
    "in a leap second": "2016-12-31T23:59:60Z",
    "at the hour 99": "2025-12-07T99:99:99Z",
    "in a zone that is none": "Sun, 07 Dec 2025 05:00:00 +9999",
    "in a zone of letters": "Sun, 07 Dec 2025 05:00:00 XYZZY",
    "of many digits": "9" * 5000,
    "of other digits": "\u0662\u0660\u0662\u0665-\u0661\u0662-\u0660\u0667",
    "at the end of time": "9999-12-31T23:59:59-14:00",
    "at the beginning of time": "0001-01-01T00:00:00+14:00",
    "with a fraction without end": "2025-12-07T05:00:00." + "9" * 5000 + "Z",
    "since the epoch": "99999999999999",
    "of words": "yesterday, <b>honest</b>",
}
EVERYTHING = (
    '<script>alert(1)</script><iframe src="https://evil.example/"></iframe><img src="data:image/png;base64,AAAA" '
    'onerror="alert(1)"><a href="javascript:alert(1)" onclick="alert(1)">press</a><base href="https://evil.example/">'
    '<style>body{background:url(https://evil.example/)}</style><form action="https://evil.example/"><input></form>'
    '<object data="x.swf"></object><svg onload="alert(1)"><script>alert(1)</script></svg><p style="x:expression(1)">kept</p>'
)
NEVER = (
    "alert(",
    "<script",
    "<iframe",
    "<style",
    "javascript:",
    "onerror",
    "onclick",
    "onload",
    "expression(",
    "<svg",
    "data:",
)


def told(text: str) -> str:
    return f"<description><![CDATA[{text}]]></description>"


def linked(*links: str) -> str:
    return rss(
        *(f"<item><title>Odd {n}</title><guid>{n}</guid><link>{link}</link></item>" for n, link in enumerate(links))
    )


def bare(text: str, *, prolog: str = "") -> str:
    return rss(item(text), prolog=prolog)


CASES = [
    Case("scripts in a description", Plain(rss(item(more=told(EVERYTHING)))), BOTH, NEVER, present=("kept",)),
    Case(
        "scripts in content",
        Plain(
            rss(
                item(more=f"<content:encoded><![CDATA[{EVERYTHING}]]></content:encoded>"),
                attributes=' xmlns:content="http://purl.org/rss/1.0/modules/content/"',
            )
        ),
        BOTH,
        NEVER,
        present=("kept",),
    ),
    Case(
        "scripts in a title",
        Plain(rss(item("Odd&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;"))),
        BOTH,
        NEVER,
    ),
    Case(
        "scripts in a feed's title", Plain(rss(item(), head="<title>&lt;svg/onload=alert(1)&gt;</title>")), BOTH, NEVER
    ),
    Case(
        "scripts in an author",
        Plain(rss(item(more="<author>&lt;img src=x onerror=alert(1)&gt;Ann</author>"))),
        BOTH,
        NEVER,
    ),
    Case(
        "scripts in Atom",
        Plain(
            atom(
                f'<entry><title type="html">Odd</title><id>1</id><content type="html"><![CDATA[{EVERYTHING}]]></content></entry>'
            )
        ),
        BOTH,
        NEVER,
        present=("kept",),
    ),
    Case(
        "scripts that are broken",
        Plain(rss(item(more=told("<scr<script>ipt>alert(1)</scr</script>ipt><p>kept</p>")))),
        BOTH,
        ("<script",),
        present=("kept",),
    ),
    Case(
        "scripts with a NUL", Plain(rss(item(more=told("<scr\0ipt>alert(1)</script><p>kept</p>")))), BOTH, ("<script",)
    ),
    Case(
        "an attribute that is closed",
        Plain(linked("https://news.example/&quot;onmouseover=&quot;alert(1)")),
        Heard(("Odd 0", GOOD)),
        ('"onmouseover',),
    ),
    Case("signs that turn round", Plain(bare("Od\u202ed\u202c\u2066\u2067\u2069\u200f\u200e\u061c")), BOTH),
    Case("signs of no width", Plain(bare("O\u200bd\u2060\ufeffd\u00ad\u180e\u034f")), BOTH),
    Case("joiners between letters", Plain(bare("O\u200dd\u200cd")), BOTH),
    Case("signs of tags", Plain(bare("Odd\U000e0041\U000e0042\U000e007f\U000e0101")), BOTH),
    Case("signs that fill", Plain(bare("O\u3164d\uffa0d\u115f")), BOTH),
    Case("controls by number", Plain(bare("O&#1;d&#x7f;d&#0;&#x1b;")), BOTH, ("\x1b", "\x01", "\x7f")),
    Case("controls of the upper half", Plain(bare("Odd\x84\x9b\x90")), Safe(), ("\x9b", "\x90", "\x84")),
    Case("signs that are none", Plain(bare("Odd\ufdd0\U0001ffff\U0010fffe")), BOTH),
    Case("lone halves by number", Plain(bare("O&#xd800;dd&#xdfff;")), BOTH),
    Case("lone halves in bytes", Plain(bare("Odd").encode().replace(b"Odd", b"Odd\xed\xa0\x80")), Safe(), ("\ud800",)),
    Case("marks piled on a letter", Plain(bare("Odd" + "\u0301" * 5000)), Heard(("Odd\u0301\u0301\u0301", GOOD))),
    Case(
        "lines in a title",
        Plain(bare("O\u2028d\u2029d\x0b\x0c\n\r\t")),
        Heard(("O d d", GOOD)),
        ("\u2028", "\u2029", "\n", "\t"),
    ),
    Case(
        "pictures made of joined signs",
        Plain(bare("Odd \U0001f468\u200d\U0001f469\u200d\U0001f467 \u2764\ufe0f")),
        Heard(("Odd \U0001f468\u200d\U0001f469\u200d\U0001f467 \u2764\ufe0f", GOOD)),
    ),
    Case(
        "Persian with its joiners",
        Plain(bare("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645")),
        Heard(("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", GOOD)),
    ),
    Case(
        "Hebrew and Chinese",
        Plain(bare("\u05e9\u05dc\u05d5\u05dd \u4f60\u597d")),
        Heard(("\u05e9\u05dc\u05d5\u05dd \u4f60\u597d", GOOD)),
    ),
    Case("UTF-16 with a mark", Plain(codecs.BOM_UTF16_LE + bare("Odd").encode("utf-16-le")), BOTH),
    Case("UTF-16 without a mark", Plain(bare("Odd").encode("utf-16-be")), BOTH),
    Case("UTF-32 with a mark", Plain(codecs.BOM_UTF32_BE + bare("Odd").encode("utf-32-be")), BOTH),
    Case("half a sign of UTF-16", Plain(codecs.BOM_UTF16_LE + bare("Odd").encode("utf-16-le") + b"\0"), BOTH),
    Case("two marks", Plain(codecs.BOM_UTF8 * 2 + bare("Odd").encode()), BOTH),
    Case(
        "a mark of another encoding",
        Plain(codecs.BOM_UTF8 + bare("Odd", prolog='<?xml version="1.0" encoding="utf-16"?>').encode()),
        BOTH,
    ),
    Case(
        "UTF-7 that hides a script",
        Plain(bare("Odd+ADw-script+AD4-alert(1)+ADw-/script+AD4-", prolog='<?xml version="1.0" encoding="utf-7"?>')),
        Safe(),
        ("<script",),
    ),
    Case("an encoding that is none", Plain(bare("Odd", prolog='<?xml version="1.0" encoding="x-snake"?>')), BOTH),
    Case("an encoding that is a codec", Plain(bare("Odd", prolog='<?xml version="1.0" encoding="rot13"?>')), BOTH),
    Case(
        "Windows letters said to be UTF-8",
        Plain(bare("Pluie d\u2019\u00e9t\u00e9 \u2014 \u20ac5", prolog=DECLARATION).encode("cp1252")),
        Heard(("Pluie d\u2019\u00e9t\u00e9 \u2014 \u20ac5", GOOD)),
        ("\ufffd",),
    ),
    Case(
        "Latin said to be UTF-8 by the header",
        Plain(bare("Gar\u00e7on").encode("latin-1"), (("Content-Type", "text/xml; charset=utf-8"),)),
        Heard(("Gar\u00e7on", GOOD)),
    ),
    Case(
        "UTF-8 said to be Latin",
        Plain(bare("Gar\u00e7on", prolog='<?xml version="1.0" encoding="iso-8859-1"?>')),
        Heard(("Gar\u00e7on", GOOD)),
    ),
    Case(
        "a few wrong bytes",
        Plain(
            rss(item("\u00e9t\u00e9 \u00e0 \u00e7a \u00ea" * 3), item("X1X", link=""))
            .encode()
            .replace(b"X1X", b"d\x92or")
        ),
        Heard(("\u00e9t\u00e9 \u00e0 \u00e7a \u00ea" * 3, "d\u2019or", GOOD)),
        ("\ufffd",),
    ),
    Case(
        "Russian said to be UTF-8",
        Plain(
            bare(
                "\u0414\u043e\u0436\u0434\u044c \u0438\u0434\u0451\u0442 \u0432 \u0433\u043e\u0440\u043e\u0434\u0435 \u0432\u0435\u0441\u044c \u0434\u0435\u043d\u044c",
                prolog=DECLARATION,
            ).encode("cp1251")
        ),
        Safe(),
    ),
    Case(
        "bytes of no encoding",
        Plain(bare("Odd").encode().replace(b"Odd", b"Odd\xff\xfe\xc0\x80\xf8")),
        Safe(),
        ("\x00",),
    ),
    Case("NULs within words", Plain(bare("O\0d\0d")), BOTH),
    Case(
        "entities of HTML",
        Plain(bare("Odd&nbsp;&eacute;&hellip;&undefined;")),
        Heard(("Odd \u00e9\u2026&undefined;", GOOD)),
    ),
    Case("numbers beyond all signs", Plain(bare("Odd&#99999999;&#x110000;")), BOTH),
    Case(
        "links that are none",
        Plain(
            linked(
                "javascript:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "ftp://a.example/",
                "vbscript:x",
                "mailto:a@b.c",
                "http://",
                "http://[",
                "//",
                " ",
                "JaVaScRiPt:alert(1)",
                "java&#9;script:alert(1)",
                "&#1;javascript:alert(1)",
            )
        ),
        Heard(number=14),
        ("javascript", "vbscript", "file:", "ftp:", "mailto:", "data:"),
    ),
    Case("a link over lines", Plain(linked("https://news.example/\n a\tb")), Heard(number=2), ("\n", "\t")),
    Case("a link with a password", Plain(linked("https://me:hunter2@news.example/a")), Heard(number=2), ("hunter2",)),
    Case(
        "a link with two hosts",
        Plain(linked("https://news.example\\@evil.example/")),
        Heard(number=2),
        ("evil.example",),
    ),
    Case("a link that turns round", Plain(linked("https://news.example/\u202egpj.exe")), Heard(number=2)),
    Case("a link with a host that turns round", Plain(linked("https://news\u202e.example/")), Heard(number=2)),
    Case(
        "a link in another alphabet",
        Plain(linked("https://b\u00fccher.example/\u00e9")),
        Heard(number=2),
        present=("b\u00fccher.example",),
    ),
    Case("a link of a megabyte", Plain(linked("https://news.example/" + "a" * 1_000_000)), Heard(number=2)),
    Case(
        "a base that is a script",
        Plain(atom('<entry xml:base="javascript:alert(1)//"><title>Odd</title><id>1</id><link href="a"/></entry>')),
        Heard(number=2),
        ("javascript",),
    ),
    Case(
        "a base that is a file",
        Plain(rss(item(link="passwd"), attributes=' xml:base="file:///etc/"')),
        Heard(number=2),
    ),
    Case(
        "a picture that is a script",
        Plain(
            rss(
                item(
                    more='<enclosure url="javascript:alert(1)" type="image/png"/><media:thumbnail xmlns:media="http://search.yahoo.com/mrss/" url="data:image/svg+xml,x"/>'
                )
            )
        ),
        BOTH,
        ("javascript", "data:"),
    ),
    *(
        Case(f"a date {name}", Plain(rss(item(more=f"<pubDate>{said}</pubDate>"))), BOTH)
        for name, said in DATES.items()
    ),
]
