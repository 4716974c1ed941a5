"""Documents that are hostile as documents: bombs, entities from outside, depth, number, length, and what is no feed."""

from __future__ import annotations

from hostile.case import Case, Heard, Plain, Safe, Silent
from hostile.written import DECLARATION, GOOD, GOOD_ITEM, atom, item, page, rss

HEARD = Heard((GOOD,))
BOTH = Heard(("Odd", GOOD))


def declared(inside: str, *, title: str) -> str:
    return rss(item(title), prolog=f"{DECLARATION}<!DOCTYPE rss [{inside}]>")


def laughs() -> bytes:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    return declared('<!ENTITY l0 "laugh">' + levels, title="Odd &l11;").encode()


def swollen() -> bytes:
    return declared(f'<!ENTITY a "{"a" * 50_000}">', title="Odd " + "&a;" * 50_000).encode()


def many(count: int, one: str, *, around: tuple[str, str] = ("", "")) -> bytes:
    return rss(around[0] + one * count + around[1]).encode()


def links() -> bytes:
    return rss(item(more="".join(f"<link>https://news.example/{n}</link>" for n in range(10_000)))).encode()


def attributes() -> bytes:
    said = " ".join(f'a{n}="b"' for n in range(400_000))
    return rss(f"<item {said}><title>Odd</title></item>").encode()


def namespaces() -> bytes:
    said = " ".join(f'xmlns:n{n}="urn:{n}"' for n in range(20_000))
    return rss(attributes=" " + said).encode()


DEEP = 100_000
CASES = [
    Case("laughs by the billion", Plain(laughs), Heard(("Odd &l11;", GOOD)), absent=("laugh",)),
    Case("an entity fifty thousand times", Plain(swollen), Safe()),
    Case(
        "an entity that is itself",
        Plain(declared('<!ENTITY a "&b;"><!ENTITY b "&a;">', title="Odd &a;")),
        Heard(("Odd &a;", GOOD)),
    ),
    Case(
        "a file as an entity",
        Plain(declared('<!ENTITY f SYSTEM "file:///etc/passwd">', title="Odd &f;")),
        Heard(("Odd &f;", GOOD)),
        absent=("root:",),
    ),
    Case(
        "an address as an entity",
        Plain(declared('<!ENTITY f SYSTEM "http://hostile.example/never">', title="Odd &f;")),
        Heard(("Odd &f;", GOOD)),
    ),
    Case(
        "entities of parameters",
        Plain(declared('<!ENTITY % p SYSTEM "http://hostile.example/never"> %p;', title="Odd")),
        BOTH,
    ),
    Case(
        "a type from outside", Plain(rss(item(), prolog='<!DOCTYPE rss SYSTEM "http://hostile.example/never">')), BOTH
    ),
    Case("a type that never ends", Plain("<!DOCTYPE rss [" + "<!ENTITY a 'b'>" * 20_000), Silent("not a feed")),
    Case("types without end", Plain("<!DOCTYPE [" * 300_000), Silent("not a feed")),
    Case("declarations without end", Plain("<?xml " * 500_000), Silent("not a feed")),
    Case("comments before a feed", Plain(rss(item(), prolog=DECLARATION + "<!---->" * 5_000)), BOTH),
    Case("a comment with dashes", Plain(rss(item(), prolog="<!-- a -- b -->" + "<!-- -->" * 60)), BOTH),
    Case("a comment that never ends", Plain("<!--" * 500_000 + rss()), Safe()),
    Case(
        "a file to be included",
        Plain(
            rss(
                '<item><title>Odd</title><x:include xmlns:x="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/></item>'
            )
        ),
        BOTH,
        absent=("root:",),
    ),
    Case(
        "a style sheet from outside",
        Plain(
            rss(
                item(),
                prolog='<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="http://hostile.example/never"?>',
            )
        ),
        BOTH,
    ),
    Case("elements a hundred thousand deep", Plain(lambda: many(DEEP, "<a>")), Safe()),
    Case("items in items", Plain(lambda: many(2_000, "<item><title>Odd</title>")), Safe()),
    Case(
        "markup a hundred thousand deep",
        Plain(lambda: many(DEEP, "&lt;div&gt;", around=("<item><description>", "</description></item>"))),
        Safe(),
    ),
    Case(
        "quotations four hundred deep",
        Plain(lambda: many(400, "&lt;blockquote&gt;", around=("<item><description>", "</description></item>"))),
        Safe(),
    ),
    Case("a million empty items", Plain(lambda: many(900_000, "<item/>")), Heard(())),
    Case("two million elements", Plain(lambda: many(2_000_000, "<a/>")), Silent("too much")),
    Case("a hundred thousand elements", Plain(lambda: many(50_000, "<a></a>")), Safe()),
    Case("a title of ten megabytes", Plain(lambda: rss(item("A" * 10_000_000)).encode()), Heard(number=2)),
    Case("a title of markup", Plain(lambda: rss(item("&lt;b&gt;" * 900_000)).encode()), Heard(number=2)),
    Case(
        "a description of ten megabytes",
        Plain(lambda: rss(item(more="<description>" + "word " * 2_000_000 + "</description>")).encode()),
        BOTH,
    ),
    Case(
        "an author of a megabyte", Plain(lambda: rss(item(more=f"<author>{'a' * 1_000_000}</author>")).encode()), BOTH
    ),
    Case(
        "an author that takes twenty seconds",
        Plain(lambda: rss(item(more=f"<author>{'a@' * 60_000}</author>")).encode()),
        BOTH,
    ),
    Case(
        "an author of brackets", Plain(lambda: rss(item(more=f"<author>{'(' * 200_000}a@b.c</author>")).encode()), BOTH
    ),
    Case("authors by the thousand", Plain(lambda: rss(item(more="<author>a b</author>" * 20_000)).encode()), BOTH),
    Case("categories by the thousand", Plain(lambda: rss(item(more="<category>a</category>" * 50_000)).encode()), BOTH),
    Case("an identity of a megabyte", Plain(lambda: rss(item(more=f"<guid>{'a' * 1_000_000}</guid>")).encode()), BOTH),
    Case("a date of a megabyte", Plain(lambda: rss(item(more=f"<pubDate>{'1' * 1_000_000}</pubDate>")).encode()), BOTH),
    Case("a date of blanks", Plain(lambda: rss(item(more=f"<pubDate>{'1 ' * 300_000}</pubDate>")).encode()), BOTH),
    Case(
        "a date of dashes",
        Plain(
            lambda: rss(
                item(more=f"<dc:date>{'1-' * 300_000}</dc:date>"),
                attributes=' xmlns:dc="http://purl.org/dc/elements/1.1/"',
            ).encode()
        ),
        BOTH,
    ),
    Case("ten thousand links", Plain(links), Heard(number=2)),
    Case("four hundred thousand attributes", Plain(attributes), Silent("too much")),
    Case("twenty thousand namespaces", Plain(namespaces), Safe()),
    Case(
        "enclosures by the thousand",
        Plain(lambda: rss(item(more='<enclosure url="https://news.example/a.mp3"/>' * 20_000)).encode()),
        BOTH,
    ),
    Case("brackets without end", Plain("<rss><channel><item><title>Odd" + "<" * 200_000), Safe()),
    Case("ampersands without end", Plain("<rss><channel><item><title>Odd" + "&" * 300_000), Safe()),
    Case("quotes without end", Plain('<rss><channel><item a="' + "'\"" * 500_000), Safe()),
    Case("sections without end", Plain("<rss><channel><item><title>" + "<![CDATA[" * 200_000), Safe()),
    Case("an entry without anything", Plain(rss("<item/>", "<item> </item>")), Heard((GOOD,))),
    Case(
        "a feed without entries", Plain('<rss version="2.0"><channel><title>Empty</title></channel></rss>'), Heard(())
    ),
    Case("a feed cut short", Plain(rss(item())[: -len(GOOD_ITEM) - 10]), Safe()),
    Case("a feed twice", Plain(rss(item()) + rss(item())), Safe()),
    Case("garbage before a feed", Plain("Warning: mysql_connect() in /var/www\n" + rss(item())), BOTH),
    Case("garbage behind a feed", Plain(rss(item()) + "\0\0<script>alert(1)</script>"), BOTH, absent=("alert",)),
    Case("blank lines before a feed", Plain("\n\n \t" + rss(item())), BOTH),
    Case("a prefix that is not declared", Plain(rss(item(more="<media:thing>x</media:thing>"))), BOTH),
    Case("an ampersand that stands alone", Plain(rss(item("Odd &amp; R&D"))), Heard(("Odd & R&D", GOOD))),
    Case("elements in the wrong order", Plain(rss("<item><title>Odd</item></title>")), Safe()),
    Case(
        "the same id for all",
        Plain(rss(*(item(f"Odd {n}", link=f"https://news.example/{n}", more="<guid>same</guid>") for n in range(3)))),
        Heard(("Odd 0", "Odd 1", "Odd 2", GOOD)),
    ),
    Case("the same item twice", Plain(rss(item(), item())), BOTH),
    Case(
        "a feed within markup",
        Plain(
            atom(
                '<entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Odd<script>alert(1)</script></div></title><id>1</id></entry>'
            )
        ),
        Safe(),
        absent=("alert",),
    ),
    Case(
        "content from outside",
        Plain(
            atom(
                '<entry><title>Odd</title><id>1</id><content src="http://hostile.example/never" type="text/html"/></entry>'
            )
        ),
        BOTH,
    ),
    Case(
        "packed content",
        Plain(
            atom(
                '<entry><title>Odd</title><id>1</id><content type="application/octet-stream">PHNjcmlwdD4=</content></entry>'
            )
        ),
        BOTH,
        absent=("<script",),
    ),
    Case(
        "a list of feeds",
        Plain('<?xml version="1.0"?><opml version="2.0"><body><outline xmlUrl="https://a.example/"/></body></opml>'),
        Silent("not a feed"),
    ),
    Case("a page", Plain(page()), Silent("web page")),
    Case(
        "a page of the old kind",
        Plain('<?xml version="1.0"?>\n<!-- a --><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html/>'),
        Silent("web page"),
    ),
    Case(
        "a document", Plain(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj<</Type/Catalog>>endobj" * 99), Silent("not a feed")
    ),
    Case("a picture", Plain(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 99), Silent("not a feed")),
    Case("an archive", Plain(b"PK\x03\x04" + bytes(5000)), Silent("not a feed")),
    Case(
        "a drawing",
        Plain('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'),
        Silent("not a feed"),
    ),
    Case("nothing but zeros", Plain(bytes(100_000)), Silent("empty")),
    Case("nothing but blanks", Plain(b" \n" * 100_000), Silent("empty")),
    Case("one sign", Plain(b"<"), Silent("not a feed")),
]
