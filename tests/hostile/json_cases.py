"""JSON that is hostile as JSON."""

from __future__ import annotations

import json

from hostile.case import Case, Heard, Plain, Safe, Silent
from hostile.written import GOOD

VERSION = "https://jsonfeed.org/version/1.1"


def feed(*items: object, **more: object) -> str:
    good = {"id": "ferry", "url": "https://news.example/ferry", "title": GOOD}
    return json.dumps({"version": VERSION, "title": "Hostile Post", "items": [*items, good], **more})


def many(one: str, times: int) -> bytes:
    return f'{{"items":[{",".join([one] * times)}]}}'.encode()


def odd(**more: object) -> dict[str, object]:
    return {"id": "odd", "title": "Odd", **more}


BOTH = Heard(("Odd", GOOD))
HTML = "<p>kept</p><script>alert(1)</script><img src=x onerror=alert(1)>"
CASES = [
    Case(
        "json of wrong types",
        Plain(feed(odd(url=5, authors="me", attachments={"url": 1}, tags=9, image=[1]), 7, None, [], "x")),
        BOTH,
    ),
    Case(
        "json of deeper types", Plain(feed(odd(authors=[1, {"name": {"a": 1}}], attachments=[[], {"url": []}]))), BOTH
    ),
    Case("json a hundred thousand deep", Plain('{"items":' + "[" * 100_000), Silent("broken JSON")),
    Case("json deep within an entry", Plain(feed(odd()).replace('"Odd"', '"Odd","a":' + "[" * 900 + "]" * 900)), BOTH),
    Case("json with numbers that are none", Plain(feed(odd()).replace('"odd"', "NaN")), BOTH, ("nan", "NaN")),
    Case("json with a number without end", Plain(feed(odd()).replace('"odd"', "9" * 100_000)), BOTH),
    Case("json with an infinite number", Plain(feed(odd()).replace('"odd"', "1e999")), BOTH, ('"inf"', "Infinity")),
    Case(
        "json with keys twice", Plain(feed(odd()).replace('"title": "Odd"', '"title": "First", "title": "Odd"')), BOTH
    ),
    Case("json with lone halves", Plain(feed(odd(title="O\ud800d\udc00d", url="https://news.example/\ud800"))), BOTH),
    Case("json with controls", Plain(feed(odd(title="O\u0000d\u202ed\u001b"))), BOTH, ("\\u0000", "\x1b", "\u202e")),
    Case("json with scripts", Plain(feed(odd(content_html=HTML))), BOTH, ("alert(", "onerror"), present=("kept",)),
    Case(
        "json with scripts in plain words",
        Plain(feed(odd(content_text="kept <3 & more"))),
        BOTH,
        present=("kept <3 & more",),
    ),
    Case(
        "json with links that are none",
        Plain(feed(odd(url="javascript:alert(1)", image="data:x", external_url="file:///x"))),
        BOTH,
        ("javascript", "data:", "file:"),
    ),
    Case(
        "json with dates that cannot be",
        Plain(feed(odd(date_published="9999-99-99T99:99:99Z", date_modified=-1))),
        BOTH,
    ),
    Case(
        "json of empty objects",
        Plain(lambda: many("{}", 3_000_000)),
        Silent("endless JSON"),
    ),
    Case("json of nulls", Plain(lambda: many("null", 2_500_000)), Silent("endless JSON")),
    Case("json of many entries", Plain(lambda: many("{}", 100_000)), Heard(())),
    Case("json of one long word", Plain(lambda: feed(odd(title="A" * 10_000_000)).encode()), Heard(number=2)),
    Case("json that is no feed", Plain('{"error": "no such feed"}'), Silent("other JSON")),
    Case("json that breaks off", Plain(feed(odd())[:-20]), Silent("broken JSON")),
    Case("json with a mark", Plain("\ufeff" + feed(odd())), BOTH),
    Case("json in UTF-16", Plain(feed(odd()).encode("utf-16")), BOTH),
    Case("json with an id that is a list", Plain(feed({"id": [1], "title": "Odd"})), BOTH),
    Case("json that is a list", Plain("[{}]"), Silent("not a feed")),
    Case("json with a comment", Plain("// feed\n" + feed(odd())), Safe()),
]
