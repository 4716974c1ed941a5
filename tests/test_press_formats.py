"""The edition as a book, a mail, plain text and Markdown: valid, whole, the same bytes, nothing hostile in any of them."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from lxml import html as parser
from markdown_it import MarkdownIt
from PIL import Image
from playwright.sync_api import sync_playwright
from press_editions import HEBREW, LETTERS, WHOLE, briefs, empty, headlined, hostile, told

from briefing import press
from briefing.errors import TemplateError
from briefing.model import Section, Unheard
from briefing.press.cover import draw_cover
from briefing.press.fixture import fixture_edition
from briefing.press.plaintext import COLUMNS, columns, escape_markdown, fold, one_line
from briefing.press.tokens import with_values
from briefing.press.xhtml import uri

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefing.model import Edition

TEMPLATES = press.gather([])
EPUBCHECK = Path("/usr/share/java/epubcheck.jar")
XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = {"opf": "http://www.idpf.org/2007/opf", "dc": "http://purl.org/dc/elements/1.1/"}
OURS = re.compile(r"https?://[^\s<>\"{}|\\^`]+|[\w-]+\.(?:xhtml|css)(?:#\w[\w-]*)?|#[\w-]+")
BIDI = "\u202eturned\u202c \u2066kept\u2069"


def many(number: int, *, sections: int = 1) -> Edition:
    """An edition of so many stories, none named as another."""
    stories = [replace(briefs()[at % 8], id=f"{at:03}story") for at in range(number)]
    each = -(-number // sections)
    return replace(
        WHOLE,
        sections=tuple(
            Section(name=("World", "Canada", "")[at % 3], stories=tuple(stories[at * each : (at + 1) * each]))
            for at in range(sections)
        ),
    )


def nasty() -> Edition:
    """Texts of a feed that would be markup, in every place that a feed fills."""
    lead = briefs()[0]
    evil = f"]]> --> <!-- </title></style><svg/onload=x> &amp; {{{{ 7*7 }}}} {BIDI} \x00\x0b\ufffe [a](javascript:x)"
    says = tuple(replace(item, text=f"{number}. {evil}") for number, item in enumerate(lead.key_developments))
    addresses = (
        "javascript:alert(1)",
        "https://x.example/a b",
        "https://x_y.example/{a}|b?c=[d]&copy;=1#e#f",
        "https://ü.example/ä?ö=%zz",
    )
    sources = tuple(
        replace(source, url=url, name=evil, title=f"# {evil}")
        for source, url in zip(lead.sources, addresses, strict=True)
    )
    bad = replace(headlined(lead, f"- {evil}\n\n# heading", "bad"), key_developments=says, sources=sources)
    silence = Unheard(name=evil, url="data:text/html,x", since=WHOLE.colophon.closed, cause=f"> {evil}")
    questions = tuple(replace(item, text=f"+ {evil}") for item in WHOLE.standing_questions)
    edition = told(bad, headlined(briefs()[1], HEBREW, "rtl"), section=f"1) {evil}")
    return replace(
        edition, title=f"Evil {evil}", silences=(silence,), standing_questions=questions, marking="<b>MARK</b>"
    )


EDITIONS: dict[str, Callable[[], Edition]] = {
    "english": lambda: replace(WHOLE, marking="PROTECTED A", status="proof"),
    "french": lambda: fixture_edition("fr_CA"),
    "empty": empty,
    "one": lambda: told(briefs()[0]),
    "twelve": lambda: many(12, sections=3),
    "two hundred": lambda: many(200, sections=2),
    "hostile": hostile,
    "nasty": nasty,
    "arabic": lambda: replace(
        fixture_edition("ar_EG"), title="نشرة الصباح", sections=told(headlined(briefs()[0], HEBREW, "rtl")).sections
    ),
}


def made(edition: Edition, name: str) -> bytes:
    return press.set_type(edition, TEMPLATES, [name])[name]


def book_of(edition: Edition) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(made(edition, "epub"))) as archive:
        return {name.removeprefix("EPUB/"): archive.read(name) for name in archive.namelist()}


def pages_of(book: dict[str, bytes]) -> dict[str, Any]:
    return {name: etree.fromstring(body) for name, body in book.items() if name.endswith(".xhtml")}


def package(edition: Edition, path: str) -> list[str]:
    return [str(found) for found in etree.fromstring(book_of(edition)["package.opf"]).xpath(path, namespaces=OPF)]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield browser
        browser.close()


# ── the book ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", EDITIONS)
def test_epubcheck_finds_nothing_in_a_book(name: str, tmp_path: Path) -> None:
    assert EPUBCHECK.is_file(), "epubcheck is missing: sh scripts/system-libraries test"
    path = tmp_path / "morning.epub"
    path.write_bytes(made(EDITIONS[name](), "epub"))
    asked = ["java", "-Xmx400m", "-jar", str(EPUBCHECK), str(path)]
    answer = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert "Messages: 0 fatals / 0 errors / 0 warnings / 0 infos" in answer.stdout, answer.stdout + answer.stderr


def test_a_book_begins_with_its_media_type_stored_and_tells_no_moment() -> None:
    with zipfile.ZipFile(io.BytesIO(made(WHOLE, "epub"))) as archive:
        first, *_ = files = archive.infolist()
    assert (first.filename, first.compress_type, first.header_offset) == ("mimetype", zipfile.ZIP_STORED, 0)
    assert {file.date_time for file in files} == {(1980, 1, 1, 0, 0, 0)}


def test_a_book_is_titled_by_its_day_and_numbered_in_its_series() -> None:
    assert package(WHOLE, "//dc:title/text()") == ["The Morning Briefing, December 7, 2025"]
    assert package(fixture_edition("fr_CA"), "//dc:title/text()") == ["The Morning Briefing, 7 décembre 2025"]
    assert package(WHOLE, "//opf:meta[@property='belongs-to-collection']/text()") == ["The Morning Briefing"]
    assert package(WHOLE, "//opf:meta[@property='group-position']/text()") == ["20251207"]
    assert package(WHOLE, "//opf:meta[@property='dcterms:modified']/text()") == ["2025-12-07T11:00:00Z"]


def test_a_book_is_named_by_audience_and_day_whatever_it_tells() -> None:
    name = "//dc:identifier/text()"
    assert package(WHOLE, name) == package(replace(empty(), status="proof"), name)
    others = [replace(WHOLE, audience="evening"), replace(WHOLE, date=WHOLE.date.replace(day=8))]
    assert len({*package(WHOLE, name), *(found for other in others for found in package(other, name))}) == 3


def test_the_contents_lead_to_every_story_in_order() -> None:
    edition = many(200, sections=2)
    book = pages_of(book_of(edition))
    targets = [link.get("href") for link in book["nav.xhtml"].findall(f".//{XHTML}nav[1]//{XHTML}a")]
    stories = [target.partition("#") for target in targets if "#" in target]
    assert [story for _, _, story in stories] == [story.id for story in briefs(edition)]
    for file, _, story in stories:
        assert book[file].find(f".//*[@id='{story}']") is not None


def test_no_file_of_a_book_holds_more_than_forty_stories() -> None:
    book = pages_of(book_of(many(200, sections=2)))
    held = [len(page.findall(f".//{XHTML}article")) for page in book.values()]
    assert (max(held), sum(held)) == (40, 200)


def test_a_passage_in_another_language_says_so() -> None:
    page = pages_of(book_of(WHOLE))["section-1.xhtml"]
    figs = page.find(".//*[@id='figs']")
    assert figs.get("lang") == figs.get("{http://www.w3.org/XML/1998/namespace}lang") == "fr"


def test_every_file_of_a_marked_book_is_marked_at_both_ends() -> None:
    book = pages_of(book_of(EDITIONS["english"]()))
    for name in ("front.xhtml", "section-1.xhtml", "section-3.xhtml", "after.xhtml"):
        words = " ".join("".join(book[name].find(f"{XHTML}body").itertext()).split())
        assert words.startswith("PROTECTED A"), name
        assert words.endswith("PROTECTED A"), name


def test_a_book_holds_no_markup_of_a_feed() -> None:
    for edition in (hostile(), nasty()):
        for page in pages_of(book_of(edition)).values():
            tags = {etree.QName(element).localname for element in page.iter("*")}
            assert not tags & {"script", "iframe", "img", "object", "form"}
            addresses = [str(found) for found in page.xpath("//@href")]
            assert not [found for found in addresses if not OURS.fullmatch(found)]


def test_the_cover_is_drawn_for_the_screen_of_an_e_reader() -> None:
    with Image.open(io.BytesIO(book_of(WHOLE)["cover.png"])) as cover:
        assert (cover.format, cover.size) == ("PNG", (1200, 1600))
        assert len(cover.convert("RGB").getcolors(999)) > 3


def test_the_cover_leaves_out_what_our_faces_cannot_draw_and_holds_a_long_title() -> None:
    data = {"marking": "", "title": HEBREW, "date": "2025-12-07", "sections": []}
    data |= {"dateline": {"text": ["Ottawa", "Sunday"], "locale": "en"}}
    assert draw_cover(data, {}) == draw_cover(data | {"title": ""}, {})
    assert draw_cover(data | {"title": LETTERS}, {}) != draw_cover(data, {})
    assert draw_cover(data | {"title": "Day"}, {"--ink": "oklch(1 0 0)"}) == draw_cover(data | {"title": "Day"}, {})


def test_a_book_leaves_paper_and_text_to_its_reader() -> None:
    style = book_of(WHOLE)["style.css"].decode()
    ink, paper = "#15171c", "#ffffff"
    assert ink not in style
    assert paper not in style
    assert "float" not in style
    assert "position" not in style
    assert "var(" not in style


def test_the_faces_of_a_book_weigh_little() -> None:
    faces = {name: len(body) for name, body in book_of(many(200)).items() if name.endswith(".ttf")}
    assert len(faces) == 6
    assert sum(faces.values()) < 1_000_000


def test_a_page_of_ones_own_is_a_book_too(tmp_path: Path) -> None:
    own = "<html><body>{% block page %}<h1>{{ edition.title }}</h1>{% for part in edition.sections %}{% for story in part.stories %}<p id='{{ story.id }}'>{{ story.headline }}<br><script>x</script>{% endfor %}{% endfor %}{% endblock %}"
    (tmp_path / "edition.html").write_text(own)
    body = press.set_type(WHOLE, press.gather([tmp_path]), ["epub"])["epub"]
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        page = etree.fromstring(archive.read("EPUB/front.xhtml"))
    assert len(page.findall(f".//{XHTML}p")) == 8
    assert page.find(f".//{XHTML}script") is None


def test_a_picture_inside_a_page_becomes_a_file_of_the_book(tmp_path: Path) -> None:
    pixel = "R0lGODlhAQABAIAAAP///wAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw=="
    own = f'{{% extends "builtin:edition.html" %}}{{% block notice %}}<img src="data:image/gif;base64,{pixel}" alt="A dot">{{% endblock %}}'
    (tmp_path / "edition.html").write_text(own)
    body = press.set_type(WHOLE, press.gather([tmp_path]), ["epub"])["epub"]
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        page = etree.fromstring(archive.read("EPUB/front.xhtml"))
        picture = page.find(f".//{XHTML}img")
        assert archive.read(f"EPUB/{picture.get('src')}").startswith(b"GIF89a")
        assert f'href="{picture.get("src")}" media-type="image/gif"' in archive.read("EPUB/package.opf").decode()
    assert picture.get("alt") == "A dot"


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://a.example/b(c)?d=e&f", "https://a.example/b(c)?d=e&f"),
        ("https://a.example/{b}|c?d=[e]#f#g", "https://a.example/%7Bb%7D%7Cc?d=%5Be%5D#f%23g"),
        ("https://münchen.example/ä%zz%20", "https://xn--mnchen-3ya.example/%C3%A4%25zz%20"),
        ("https://user:secret@a.example:8080/", "https://a.example:8080/"),
        ("javascript:alert(1)", ""),
        ("https://a.example:99999/", ""),
        ("https://-a.example/", ""),
        ("//a.example/", ""),
    ],
)
def test_an_address_is_written_as_readers_of_books_want_it(address: str, written: str) -> None:
    assert uri(address) == written


# ── the mail ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", EDITIONS)
def test_a_mail_is_never_cut_by_a_mail_program(name: str) -> None:
    assert len(made(EDITIONS[name](), "mail")) <= 90_000


def test_a_mail_of_twelve_stories_tells_them_whole() -> None:
    page = parser.document_fromstring(made(many(12, sections=3), "mail"))
    assert len(page.find_class("headline")) == 12
    assert page.find_class("shortened") == []


def test_a_mail_that_cannot_hold_all_tells_the_first_whole_and_says_what_is_short() -> None:
    edition = many(200)
    page = parser.document_fromstring(made(edition, "mail"))
    forms = [element.get("class").split()[-1] for element in page.find_class("headline")]
    whole, brief = 1 + forms.count("whole"), forms.count("brief")
    titles = page.xpath("//ul[contains(@class, 'headlines')]/li/a/text()")
    assert forms == ["lead"] + ["whole"] * (whole - 1) + ["brief"] * brief
    assert whole > 4
    shown = [*(element.text_content() for element in page.find_class("headline")), *titles]
    assert shown == [story.headline.text for story in briefs(edition)][: len(shown)]
    told_there = page.find_class("shortened")[0].text_content()
    assert f"{brief + len(titles)} stories are told in brief here" in told_there
    assert (f"{200 - len(shown)} more stories" in told_there) == (len(shown) < 200)


def test_a_mail_holds_when_every_text_is_as_long_as_texts_get() -> None:
    long = tuple(
        headlined(story, f"{story.headline.text} {'long ' * 60}", f"{at}x")
        for at, story in enumerate(briefs(many(200)))
    )
    silences = tuple(
        Unheard(name=f"Source {at}", url=f"https://s{at}.example/feed", since=WHOLE.colophon.closed, cause="gone " * 20)
        for at in range(500)
    )
    questions = tuple(replace(WHOLE.standing_questions[0], text="Why? " * 400) for _ in range(60))
    body = made(replace(told(*long), silences=silences, standing_questions=questions), "mail")
    assert len(body) <= 90_000
    assert "Nine hours in Varna" in body.decode()


def test_a_mail_in_which_a_template_leaves_no_room_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mail.html").write_text(
        '{% extends "builtin:mail.html" %}{% block masthead %}{{ "x" * 120000 }}{% endblock %}'
    )
    with pytest.raises(TemplateError, match=r"^mail\.html"):
        press.set_type(WHOLE, press.gather([tmp_path]), ["mail"])


@pytest.mark.parametrize("width", [600, 360])
@pytest.mark.parametrize("name", ["english", "french", "empty", "two hundred", "hostile", "arabic"])
def test_a_mail_fits_the_screen_and_asks_for_nothing(name: str, width: int, chromium: Any, tmp_path: Path) -> None:
    path = tmp_path / "mail.html"
    path.write_bytes(made(EDITIONS[name](), "mail"))
    with chromium.new_context(viewport={"width": width, "height": 900}, java_script_enabled=True) as context:
        page, asked = context.new_page(), []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert asked == [path.as_uri()]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["english", "french", "two hundred"])
def test_a_mail_is_clean_under_axe(name: str, scheme: str, chromium: Any, tmp_path: Path) -> None:
    path = tmp_path / "mail.html"
    path.write_bytes(made(EDITIONS[name](), "mail"))
    with chromium.new_context(color_scheme=scheme) as context:
        page = context.new_page()
        page.goto(path.as_uri())
        options = {
            "rules": {"landmark-one-main": {"enabled": False}, "region": {"enabled": False}}
        }  # no page: a letter
        found = Axe().run(page, options=options).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == []


def test_a_mail_carries_its_styles_in_its_elements() -> None:
    body = made(EDITIONS["english"](), "mail").decode()
    page = parser.document_fromstring(body)
    assert "var(--" not in body
    assert "@media (prefers-color-scheme: dark)" in page.xpath("string(//style)")
    assert ["text-align:center" in p.get("style", "") for p in page.find_class("marking")] == [True, True]
    assert body.index("<meta charset") < 1024
    tables = page.xpath("//table")
    assert tables
    assert {table.get("role") for table in tables} == {"presentation"}


def test_a_mail_shows_a_feeds_text_and_nothing_of_it_as_markup() -> None:
    page = parser.document_fromstring(made(hostile(), "mail"))
    assert not list(page.iter("script", "img", "iframe"))
    assert "<script>alert(1)</script> & “quotes”" in page.text_content()
    assert {link.get("href").partition(":")[0] for link in page.iter("a")} <= {"http", "https"}


def test_tokens_of_an_audience_colour_its_mail_and_its_book(tmp_path: Path) -> None:
    (tmp_path / "style.css").write_text(
        ":root { --accent: #0b5a4a } @media (prefers-color-scheme: dark) { :root { --accent: #7fd1bd } }"
    )
    files = press.set_type(WHOLE, press.gather([tmp_path]), ["mail", "epub"])
    assert "#0b5a4a" in files["mail"].decode()
    assert "#7fd1bd" in files["mail"].decode()
    assert "#8c1d18" not in files["mail"].decode()
    with zipfile.ZipFile(io.BytesIO(files["epub"])) as archive:
        assert "#0b5a4a" in archive.read("EPUB/style.css").decode()


def test_a_token_that_stands_for_a_token_is_followed_and_one_without_a_value_falls_back() -> None:
    page = "<style data-tokens>:root{--a:var(--b);--b:red}</style><style>p{color:var(--a);margin:var(--c, 2px);top:var(--d)}</style><p>"
    bare, rules, tokens = with_values(page)
    assert (bare, rules) == ("<p>", "p{color:red;margin:2px;top:inherit}")
    assert tokens.light["--b"] == "red"


def test_a_token_that_stands_for_itself_does_no_harm() -> None:
    assert with_values("<style data-tokens>:root{--a:var(--a)}</style><style>p{top:var(--a)}</style>")[1]


# ── plain text ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", EDITIONS)
def test_no_line_of_the_plain_text_is_wider_than_a_mail(name: str) -> None:
    lines = made(EDITIONS[name](), "text").decode().splitlines()
    wide = [line for line in lines if columns(line) > COLUMNS and not line.strip().startswith("https://")]
    assert wide == []
    assert not [
        line for line in lines if line.startswith((">", "From ")) or re.search("[\x00-\x08\u202a-\u202e]", line)
    ]


def test_the_plain_text_begins_with_the_dateline_and_goes_to_the_lead() -> None:
    lines = [line for line in made(WHOLE, "text").decode().splitlines() if line]
    assert lines[0] == "−9.2\u202f°C · Ottawa · Sunday, December 7, 2025"
    assert lines[1] == "THE MORNING BRIEFING"
    assert lines[4] == "Nine hours in Varna, and the border stays shut"
    assert "? When will the delegations meet again? [1] (from what the source says is not" in lines


def test_the_plain_text_is_marked_at_both_ends_and_says_that_it_is_a_proof() -> None:
    text = made(EDITIONS["english"](), "text").decode()
    assert text.startswith("PROTECTED A\n")
    assert text.endswith("PROTECTED A\n")
    assert "*** Proof, made before its hour ***" in text


def test_the_plain_text_speaks_the_editions_language() -> None:
    text = made(fixture_edition("fr_CA"), "text").decode()
    assert "FAITS SAILLANTS" in text
    assert "dimanche 7 décembre 2025" in text
    assert "QUESTIONS OUVERTES" in text
    assert not re.search(r"Key developments|Open questions|Watch for|asked by|Not known", text)
    assert "Radio Dobrudja\u202f: 11 of 14 crossings [3]" in text


@given(st.text(max_size=400))
def test_any_text_is_folded_without_losing_a_word(text: str) -> None:
    line = one_line(text)
    folded = fold(f"- {line}")
    assert all(columns(part) <= COLUMNS or "http" in part for part in folded.splitlines())
    assert "".join(folded.split()) == "".join(f"- {line}".split())


def test_a_wide_character_takes_two_columns_and_a_mark_none() -> None:
    assert (columns("abc"), columns("漢字"), columns("e\u0301")) == (3, 4, 1)
    assert fold("漢" * 60).splitlines() == ["漢" * 39, "漢" * 21]


def test_a_line_that_a_mail_program_would_take_for_a_quotation_is_moved() -> None:
    assert fold("> he said\nFrom here on\nFromage") == " > he said\n From here on\nFromage\n"


# ── Markdown ───────────────────────────────────────────────────────────────────────────────────────────────────


def kinds(text: str) -> set[str]:
    found = set()
    for token in MarkdownIt("commonmark").parse(text):
        found |= {token.type, *(child.type for child in token.children or ())}
    return found


@pytest.mark.parametrize("name", EDITIONS)
def test_the_markdown_holds_no_markup_but_ours(name: str) -> None:
    text = made(EDITIONS[name](), "md").decode()
    assert not kinds(text) & {
        "html_block",
        "html_inline",
        "code_block",
        "fence",
        "code_inline",
        "image",
        "hr",
        "hardbreak",
    }
    links = [
        child.attrs["href"]
        for token in MarkdownIt("commonmark").parse(text)
        for child in token.children or ()
        if child.type == "link_open"
    ]
    assert all(str(link).startswith(("https://", "http://")) for link in links)


def test_the_markdown_says_every_statement_word_for_word() -> None:
    edition = nasty()
    shown = " ".join(
        child.content
        for token in MarkdownIt("commonmark").parse(made(edition, "md").decode())
        for child in token.children or ()
        if child.type == "text"
    )
    squeezed = "".join(shown.split())
    for item in briefs(edition)[0].key_developments:
        assert "".join(one_line(item.text).split()) in squeezed


def test_marks_at_the_end_of_a_heading_stay_in_it() -> None:
    tokens = MarkdownIt("commonmark").parse(f"# {escape_markdown('Rise in C #')}")
    assert "".join(child.content for child in tokens[1].children or ()) == "Rise in C #"


def test_the_markdown_has_one_heading_for_each_story() -> None:
    tokens = MarkdownIt("commonmark").parse(made(many(12, sections=3), "md").decode())
    assert [token.tag for token in tokens if token.type == "heading_open"].count("h3") == 8  # the nameless: a level up
    assert [token.tag for token in tokens if token.type == "heading_open"].count("h1") == 1


@settings(max_examples=300)
@given(st.text(max_size=200), st.sampled_from(["", "# ", "- ", "> ", "1. ", "  - "]))
def test_any_text_is_only_text_in_markdown(text: str, before: str) -> None:
    line = one_line(text)
    tokens = MarkdownIt("commonmark").parse(f"{before}{escape_markdown(text)}\n")
    inline = [token for token in tokens if token.type == "inline"]
    shown = "".join(child.content for token in inline for child in token.children or ())
    assert {child.type for token in inline for child in token.children or ()} <= {"text", "text_special"}
    assert shown.strip() == line.strip()


@settings(max_examples=300)
@given(
    st.text(alphabet="#-+=*_`~[]()<>!\\&;.:0123456789 axX|\"'", max_size=40), st.sampled_from(["", "# ", "- ", "> "])
)
def test_any_text_of_marks_is_only_text_in_markdown(text: str, before: str) -> None:
    tokens = MarkdownIt("commonmark").parse(f"{before}{escape_markdown(text)}\n")
    inline = [token for token in tokens if token.type == "inline"]
    assert "".join(child.content for token in inline for child in token.children or ()) == one_line(text)


# ── all of them ────────────────────────────────────────────────────────────────────────────────────────────────

AGAIN = """
import hashlib, sys
sys.path.insert(0, "tests")
from press_editions import hostile, sixty
from briefing import press
for edition in (sixty(), hostile()):
    for name, body in press.set_type(edition, press.gather([]), ["epub", "mail", "text", "md"]).items():
        print(name, hashlib.sha256(body).hexdigest())
"""


def test_the_bytes_are_the_same_in_any_process_zone_and_order() -> None:
    top = Path(__file__).parent.parent
    told_by = []
    for seed, zone in (("0", "UTC"), ("77", "Asia/Kathmandu")):
        environ = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
        answer = subprocess.run(
            [sys.executable, "-c", AGAIN], cwd=top, env=environ, capture_output=True, text=True, check=True
        )
        told_by.append(answer.stdout)
    assert told_by[0] == told_by[1]
    assert told_by[0].count("\n") == 8


def test_every_format_is_built_on_request_and_verified(
    workspace: Path, tmp_path: Path, briefing: Callable[..., tuple[int, str, str]]
) -> None:
    asked = [word for name in ("epub", "md", "mail", "text") for word in ("--format", name)]
    where = ["--config", workspace / "demo" / "feeds.yaml", "--out", tmp_path]
    code, _, error = briefing("build", "--date", "2025-12-07", "--audience", "morning", "--no-collect", *asked, *where)
    assert (code, error) == (0, "")
    names = {path.name for path in (tmp_path / "2025-12-07").iterdir()}
    assert {"morning.epub", "morning.md", "morning.mail.html", "morning.txt"} <= names
    assert briefing("verify", "2025-12-07", *where)[0] == 0


def test_a_mistake_in_a_text_template_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "mail.txt").write_text("one\n{{ edition.titel }}\n")
    assert press.check_templates(press.gather([tmp_path]), "en")[0].startswith(
        f"{tmp_path.name}/mail.txt:2: 'titel' is undefined"
    )
