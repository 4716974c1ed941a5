from __future__ import annotations

import datetime as dt
import json
import random
import time

import pytest

from briefing.model import Article
from briefing.wire.article import read_page

FIRST, SECOND, THIRD = (
    f"<p>The council of Halden voted on {day} to rebuild the bridge that the flood took away, after {hours} hours of"
    f" debate. Money is to come from the county, said mayor Anna Berg, and the rest from a toll that {who} must pay.</p>"
    for day, hours, who in (("Friday", 4, "drivers"), ("Monday", 6, "lorries"), ("Tuesday", 2, "visitors"))
)
PARTS = f"""{FIRST}<h2>Who will pay for it?</h2>{SECOND}<ul><li>The county pays a third.</li>
<li>The toll brings in a third.</li><li>Nobody knows who pays the rest.</li></ul>{THIRD}"""
KINDS = ["paragraph", "heading", "paragraph", "item", "item", "item", "paragraph"]


def page(body: str, head: str = "<title>Bridge vote</title>") -> str:
    return f'<!doctype html><html lang="en"><head>{head}</head><body>{body}</body></html>'


def read(body: str, head: str = "<title>Bridge vote</title>") -> Article:
    found = read_page(page(body, head), url="https://x.example/bridge")
    assert isinstance(found, Article), found
    return found


@pytest.mark.parametrize(
    "around",
    [
        "<h1>Bridge vote</h1>{}",
        '<div id="wrap"><div class="e-content"><h1>Bridge vote</h1>{}</div></div>',
        '<section class="story-text">{}</section>',
        "<table><tr><td><a href='/'>Home</a><br><a href='/x'>News</a></td><td><h1>Bridge vote</h1>{}</td></tr></table>",
        "<form><article>{}</article></form>",
    ],
)
def test_subheads_and_lists_stay_what_they_are_wherever_they_stand(around: str) -> None:
    assert [block.kind for block in read(around.format(PARTS)).blocks] == KINDS


def test_tables_are_rows_and_quotations_quotations() -> None:
    table = "<table><tr><th>Year</th><th>Cost</th></tr><tr><td>2024</td><td><p>12 million</p></td></tr></table>"
    quote = "<blockquote><p>We will not wait another year for it, whatever the county says to us.</p></blockquote>"
    article = read(f"<article>{FIRST}{table}{SECOND}{quote}{THIRD}</article>")
    assert [block.kind for block in article.blocks] == ["paragraph", "row", "row", "paragraph", "quote", "paragraph"]
    assert article.blocks[2].text == "2024 | 12 million"


def test_the_lines_of_a_listing_stay_lines() -> None:
    article = read(
        f"<article>{PARTS}<pre>def vote():\n    return 1\nprint(vote())</pre>{FIRST.replace('4', '9')}</article>"
    )
    texts = [block.text for block in article.blocks]
    assert texts[texts.index("def vote():") :][:3] == ["def vote():", "return 1", "print(vote())"]


def test_a_pull_quote_is_said_once() -> None:
    said = "Money is to come from the county, said mayor Anna Berg, and the rest from a toll that drivers must pay."
    pulled = f'<blockquote class="pull">{said}</blockquote>'
    assert read(f"<article>{FIRST}{pulled}{SECOND}{THIRD}{FIRST}</article>").text.count(said) == 1


def test_rubric_tagline_and_begging_are_no_text() -> None:
    around = '<header><p class="tagline">Thoughts on bridges and other things that stand</p></header><article>'
    label = '<p data-testid="article-label">Science</p><h1>Bridge vote</h1>'
    end = '<p>If you like what I write, <a href="/c">buy me a coffee</a>!</p></article>'
    article = read(around + label + PARTS + end)
    assert [block.kind for block in article.blocks] == KINDS


def test_what_readers_say_below_is_no_text() -> None:
    said = "".join(
        f"<li class='comment'><p>I have crossed it {n} times, and no toll was ever asked of me, said nobody.</p></li>"
        for n in range(9)
    )
    article = read(f"<article>{PARTS}</article><h3>9 comments</h3><ol class='commentlist'>{said}</ol>")
    assert [block.kind for block in article.blocks] == KINDS


def test_a_caption_is_apart_and_a_summary_above_the_text_is_of_it() -> None:
    lead = "Four hours of debate end with a toll: what the council decided, and what it left open for now."
    figure = '<figure><img src="/a.png"><figcaption>The old bridge in May</figcaption></figure>'
    meta = f'<title>Bridge vote</title><meta property="og:description" content="{lead}">'
    article = read(f"<main><h1>Bridge vote</h1><p class='lead'>{lead}</p>{figure}{PARTS}</main>", meta)
    assert article.text.startswith(lead)
    assert "old bridge" not in article.text
    assert article.picture is not None
    assert article.picture.caption == "The old bridge in May"


@pytest.mark.parametrize(
    ("line", "byline", "day"),
    [
        ("Par Anaïs Delmotte, avec AFP", "Anaïs Delmotte", None),
        ("By Anna Berg and Jon Vik", "Anna Berg and Jon Vik", None),
        ("Von Jörg Müller", "Jörg Müller", None),
        ("Posted on 5 December 2025", "", (2025, 12, 5)),
        ("Published: December 5, 2025 at 9:12 am", "", (2025, 12, 5)),
        ("Publié le 5 décembre 2025", "", (2025, 12, 5)),
        ("5. Dezember 2025, 9:12 Uhr", "", (2025, 12, 5)),
        ("Publicado el 5 de diciembre de 2025", "", (2025, 12, 5)),
        ("Updated on 5 December 2025", "", None),
        ("By noon on 5 December 2025 the water had gone", "", None),
    ],
)
def test_writer_and_day_are_read_from_the_line_above_the_text(
    line: str, byline: str, day: tuple[int, int, int] | None
) -> None:
    article = read(f"<article><h1>Bridge vote</h1><p>{line}</p>{PARTS}</article>")
    assert article.byline == byline
    assert article.published == (dt.datetime(*day, tzinfo=dt.UTC) if day else None)
    assert (line in article.text) == line.startswith("By noon")


@pytest.mark.parametrize(
    ("body", "cause"),
    [
        (random.Random(1).randbytes(50_000), "no text"),
        (b"%PDF-1.4\n" + FIRST.encode() * 9, "a PDF"),
        (b"\x89PNG\r\n" + FIRST.encode() * 9, "a picture"),
        (f"<?xml version='1.0'?><rss version='2.0'><channel><item><description>{PARTS}</description>", "a feed"),
        (f"<feed xmlns='http://www.w3.org/2005/Atom'><entry><content>{PARTS}</content></entry></feed>", "a feed"),
        (f"<?xml version='1.0'?><urlset><url><loc>{SECOND}</loc></url></urlset>", "data"),
        (json.dumps({"items": [{"text": PARTS}] * 9}), "data"),
        (json.dumps([{"text": FIRST[3:-4]}] * 9), "data"),
    ],
)
def test_what_is_no_page_is_told_as_what_it_is(body: bytes | str, cause: str) -> None:
    found = read_page(body, url="https://x.example/a")
    assert isinstance(found, str)
    assert cause in found


SUGGESTIONS = (
    "<p>You may want to try the search, or go back to the front page and look for it in one of our sections.</p>" * 2
)


@pytest.mark.parametrize(
    ("title", "body", "cause"),
    [
        ("Page not found - The Post", SUGGESTIONS, "not found"),
        ("404", SUGGESTIONS, "not found"),
        ("Seite nicht gefunden", SUGGESTIONS, "not found"),
        ("Page introuvable", SUGGESTIONS, "not found"),
        ("Página no encontrada", SUGGESTIONS, "not found"),
        ("Something went wrong", SUGGESTIONS, "went wrong"),
        ("Ein Fehler ist aufgetreten", SUGGESTIONS, "went wrong"),
        ("Une erreur est survenue", SUGGESTIONS, "went wrong"),
        ("Access Denied", SUGGESTIONS, "denied"),
        ("Zugriff verweigert", SUGGESTIONS, "denied"),
        ("Acceso denegado", SUGGESTIONS, "denied"),
        ("Just a moment...", "<h1>x.example</h1><p>Checking your browser before accessing x.example.</p>", "human"),
        ("The Post", "<p>Please verify you are a human: solve the captcha below.</p>", "human"),
        (
            "The Post",
            "<noscript>You need to enable JavaScript to run this app.</noscript><div id='root'></div>",
            "JavaScript",
        ),
        ("The Post", "<p>Bitte aktivieren Sie JavaScript in Ihrem Browser.</p>", "JavaScript"),
        (
            "Before you continue",
            "<p>We use cookies and data to deliver our services.</p><button>Accept all</button>",
            "consent",
        ),
        ("Bevor Sie fortfahren", "<p>Wir verwenden Cookies. Ihre Einwilligung gilt 12 Monate.</p>" * 4, "consent"),
        (
            "The Post",
            "<div><h2>We value your privacy</h2>"
            + "".join(
                f"<p>We and our {n} partners store personal data such as cookies to measure ads.</p>" for n in range(12)
            ),
            "consent",
        ),
        ("Connexion", "<form><p>Connectez-vous pour lire la suite</p><p>Mot de passe oublié ?</p></form>", "login"),
        ("Log in", "<form><label>Email</label><p>Please log in. Forgot your password?</p></form>", "login"),
        (
            "Bridge vote",
            f"<article>{FIRST}{SECOND}<div><p>Subscribe to continue reading</p></div></article>",
            "subscribers",
        ),
        ("Bridge vote", f"<article>{FIRST}<p>Cet article est réservé aux abonnés.</p></article>", "subscribers"),
        ("Bridge vote", f"<article>{FIRST}<p>Jetzt abonnieren und weiterlesen</p></article>", "subscribers"),
        ("Bridge vote", f"<article>{FIRST}<h3>Suscríbete para seguir leyendo</h3></article>", "subscribers"),
    ],
)  # fmt: skip - a table
def test_a_wall_or_an_error_page_is_told_as_what_it_is(title: str, body: str, cause: str) -> None:
    found = read_page(page(body, f"<title>{title}</title>"), url="https://x.example/a")
    assert isinstance(found, str), found
    assert cause in found


@pytest.mark.parametrize(
    "bar",
    [
        "<div class='bar'><p>We use cookies. <button>Accept all cookies</button></p></div>",
        "<noscript><p>Please enable JavaScript to see the comments.</p></noscript>",
        "<header><a href='/l'>Already a subscriber? Log in</a><a>Forgot your password?</a></header>",
        "<footer><p>Cookie policy. Protected by reCAPTCHA.</p></footer>",
    ],
)
def test_a_bar_beside_a_short_article_is_no_wall(bar: str) -> None:
    assert "bridge" in read(f"{bar}<article><h1>Bridge vote</h1>{FIRST}</article>{bar}").text


def test_a_paywall_in_the_data_of_a_teaser_is_one() -> None:
    data = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>'
    assert "subscribers" in str(read_page(page(f"<article>{FIRST}</article>", data)))
    assert isinstance(read_page(page(f"<article>{PARTS}{PARTS.replace('bridge', 'tower')}</article>", data)), Article)


def test_an_article_about_what_walls_say_is_one() -> None:
    said = "".join(
        f"<p>The court in case {n} held that a newspaper may ask its readers to subscribe to continue reading, but that the"
        f" cookies it sets need consent, and access denied to those who refuse was lawful in {n + 3} of the other cases.</p>"
        for n in range(4)
    )
    article = read(f"<article><h1>Access denied: the court on cookie walls</h1>{FIRST}{SECOND}{said}{THIRD}</article>")
    assert len(article.blocks) == 7


def test_text_that_stands_in_the_pages_data_alone_is_found() -> None:
    text = " ".join(part[3:-4] for part in (FIRST, SECOND, THIRD))
    data = json.dumps({"@type": "NewsArticle", "articleBody": text})
    article = read("<div id='root'></div>", f'<title>B</title><script type="application/ld+json">{data}</script>')
    assert "Anna Berg" in article.text


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 50_000 + PARTS,
        "<b>" * 50_000 + PARTS,
        "<p>" + "<span>word</span> " * 100_000 + "</p>" + PARTS,
        "<a href='/x'>word here</a>" * 100_000 + PARTS,
        "<p>" + "word and more of it. " * 250_000 + "</p>",
        "<p>" + "x" * 5_000_000 + "</p>" + PARTS,
        "<table><tr><td>" * 20_000 + PARTS,
        "<ul><li>" * 20_000 + PARTS,
        f"<div class='{'content-' * 100_000}'>{PARTS}",
    ],
    ids=range(9),
)
def test_no_page_takes_long(body: str) -> None:
    start = time.process_time()
    read_page(page(body), url="https://x.example/a")
    assert time.process_time() - start < 8  # a slow machine's time: the worst takes a quarter of it here
