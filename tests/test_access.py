"""Can everybody read it? The rules of PDF/UA and of axe, each shipped look, on paper and in a real browser."""

from __future__ import annotations

import io
import subprocess
import sys
from dataclasses import replace
from functools import lru_cache
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from outloud import check
from playwright.sync_api import sync_playwright
from press_editions import TONGUES, WHOLE, abroad, empty, hostile, laden, sixty

from briefing import press
from briefing.cli import telling
from briefing.newsroom import Printed
from briefing.press.causes import cause_told
from briefing.press.directions import direction_of
from briefing.press.fixture import fixture_edition

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from briefing.model import Edition

CHROMIUM = "/usr/bin/chromium"
LOOKS = ("", *press.looks())
PAPERS = ("letter", "a4", "a5", "ereader")
WITHOUT = """
import sys
sys.modules |= dict.fromkeys(("fontpkg_ibm_plex_sans_arabic", "manimgx_fonts", "manimgx_fonts_cjk"))  # not installed
from dataclasses import replace
from briefing import press
from briefing.press.fixture import fixture_edition
print("".join(press.missing_glyphs(replace(fixture_edition(), title="שלום"))))
print(press.remedy())
"""
PROOF = replace(WHOLE, status="proof", marking="PROTECTED A")


@lru_cache(maxsize=64)
def printed(edition: Edition, look: str) -> bytes:
    return press.set_type(edition, press.gather([], look), ["pdf"])["pdf"]


@lru_cache(maxsize=16)
def screened(edition: Edition, look: str) -> str:
    return press.set_type(edition, press.gather([], look), ["html"])["html"].decode()


def complaints(body: bytes, tmp_path: Path) -> list[str]:
    path = tmp_path / "edition.pdf"
    path.write_bytes(body)
    result = check(str(path))
    assert result.error is None
    return [f"{found.rule}: {found.message}" for found in result.findings if found.severity == "error"]


# ── on paper ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("paper", "locale"), list(zip(PAPERS, ("fr_CA", "en_CA", "fr_CA", "en_CA"), strict=True)))
def test_each_look_breaks_no_rule_of_accessible_pdf(look: str, paper: str, locale: str, tmp_path: Path) -> None:
    assert complaints(printed(replace(fixture_edition(locale), paper=paper), look), tmp_path) == []


@pytest.mark.parametrize("edition", [PROOF, empty(), hostile(), sixty(), laden()])
def test_no_state_of_an_edition_breaks_one(edition: Edition, tmp_path: Path) -> None:
    assert complaints(printed(edition, ""), tmp_path) == []


@lru_cache(maxsize=16)  # a pikepdf object lives as long as its file
def read(body: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(body))


def structure(body: bytes) -> list[tuple[str, Any]]:
    """All structure elements in reading order, each after the one around it."""
    found, waiting = [], [(("",), read(body).Root.StructTreeRoot)]
    while waiting:
        path, element = waiting.pop(0)
        if isinstance(element, pikepdf.Dictionary) and element.get("/Type") not in ("/OBJR", "/MCR"):
            name = str(element.get("/S", ""))
            found.append(("/".join((*path, name)), element))
            kids = element.get("/K", [])
            kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
            waiting[:0] = [((*path, name), kid) for kid in kids]
    return found


@pytest.mark.parametrize("look", LOOKS)
def test_lists_hold_items_and_items_bodies(look: str) -> None:
    for path, element in structure(printed(WHOLE, look)):
        kinds = {str(kid.get("/S")) for kid in element.get("/K", []) if isinstance(kid, pikepdf.Dictionary)} \
            if isinstance(element.get("/K"), pikepdf.Array) else set()  # fmt: skip
        if path.endswith("//L"):
            assert kinds == {"/LI"}
        if path.endswith("//LI"):
            assert "/LBody" in kinds
            assert "//L/" in path


@pytest.mark.parametrize("look", LOOKS)
def test_every_link_has_words_and_every_bookmark_a_name(look: str) -> None:
    with pikepdf.open(io.BytesIO(printed(WHOLE, look))) as pdf:
        notes = [note for page in pdf.pages for note in page.get("/Annots", [])]
        assert notes
        assert all(len(str(note.Contents)) > 2 for note in notes)
        with pdf.open_outline() as outline:
            titles = [item.title for top in outline.root for item in (top, *top.children)]
    assert len(titles) >= 5
    assert all(titles)


# ── on a screen ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


def opened(browser: Browser, html: str, *, width: int, dark: bool = False) -> Page:
    """The page as a reader has it; only so that axe can be put into it is its own policy passed over."""
    page = browser.new_context(color_scheme="dark" if dark else "light", bypass_csp=True).new_page()
    page.set_viewport_size({"width": width, "height": 800})
    page.set_content(html)
    return page


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("look", LOOKS)
def test_each_look_breaks_no_rule_of_axe(look: str, dark: bool, browser: Browser) -> None:
    page = opened(browser, screened(PROOF, look), width=360, dark=dark)
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate("width => document.querySelectorAll('details').forEach(one => one.open = width > 400)", width)
        answer = Axe().run(page).response
        assert [(rule["id"], rule["nodes"][0]["html"]) for rule in answer["violations"]] == []
    page.context.close()


@pytest.mark.parametrize("look", LOOKS)
def test_the_narrowest_phone_never_scrolls_sideways(look: str, browser: Browser) -> None:
    for edition in (WHOLE, laden(), hostile()):
        page = opened(browser, screened(edition, look), width=320)
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        page.context.close()


@pytest.mark.parametrize("look", LOOKS)
def test_without_styles_a_headline_comes_before_its_statements_and_those_before_its_sources(
    look: str, browser: Browser
) -> None:
    page = opened(browser, screened(WHOLE, look), width=800)
    page.evaluate("document.querySelectorAll('style').forEach(one => one.remove())")
    text = page.inner_text("body")
    story = WHOLE.sections[0].stories[0]
    places = [
        text.rindex(words) if at else text.index(words)
        for at, words in enumerate(
            (WHOLE.title, story.key_developments[0].text, story.open_questions[0].text, story.sources[1].title)
        )
    ]
    assert places == sorted(places)
    page.context.close()


@pytest.mark.parametrize("look", LOOKS)
def test_a_screen_is_read_at_sixteen_pixels_at_least(look: str, browser: Browser) -> None:
    page = opened(browser, screened(WHOLE, look), width=360)
    size = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.developments li')).fontSize)")
    assert size >= 16
    page.context.close()


def test_a_statement_from_right_to_left_has_its_mark_at_the_right(browser: Browser) -> None:
    page = opened(browser, screened(abroad(), ""), width=1280)
    ways = page.evaluate(
        "['he', 'el'].map(id => getComputedStyle(document.querySelector(`#${id} .developments li`)).paddingRight)"
    )
    assert float(ways[0].removesuffix("px")) > 2 * float(ways[1].removesuffix("px"))
    page.context.close()


def test_the_keyboard_skips_to_the_stories_and_opens_the_evidence(browser: Browser) -> None:
    page = opened(browser, screened(WHOLE, ""), width=1280)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").is_visible()
    page.keyboard.press("Enter")
    page.locator(".evidence summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator(".evidence blockquote").first.is_visible()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.context.close()


# ── other scripts ──────────────────────────────────────────────────────────────────────────────────────────────


def test_every_script_of_the_extra_is_drawn_named_and_read_in_its_order(tmp_path: Path) -> None:
    edition = abroad()
    assert press.missing_glyphs(edition) == ()
    body = printed(edition, "")
    assert complaints(body, tmp_path) == []
    with pikepdf.open(io.BytesIO(body)) as pdf:
        names = {str(font.BaseFont).partition("+")[2] for page in pdf.pages for font in page.Resources.Font.values()}
        assert all(
            font.DescendantFonts[0].FontDescriptor for page in pdf.pages for font in page.Resources.Font.values()
        )
    assert {"Briefing-Arabic", "Briefing-Hebrew", "Briefing-Devanagari", "Briefing-CJK", "Briefing-Emoji"} <= names
    spoken = {str(element.ActualText) for _, element in structure(body) if "/ActualText" in element}
    assert {TONGUES["he"][2], TONGUES["hi"][2]} <= {text.strip() for text in spoken}
    languages = {str(element.Lang) for _, element in structure(body) if "/Lang" in element}
    assert languages >= set(TONGUES)


def test_a_page_in_a_language_from_right_to_left_has_no_rail_to_run_into() -> None:
    edition = replace(abroad(), dateline=replace(WHOLE.dateline, locale="ar"))
    page = press.page_html(edition, press.gather([]), medium="print")
    assert '<html lang="ar" dir="rtl" class="print paper-letter">' in page


def test_a_page_carries_only_the_letters_it_prints(browser: Browser) -> None:
    html = screened(abroad(), "")
    assert len(html) < 900_000
    page = opened(browser, html, width=1280)
    page.wait_for_function("document.fonts.status === 'loaded'")
    for family, words in (("Briefing Hebrew", "שבוע"), ("Briefing CJK", "国"), ("Briefing Arabic", "محادثات")):
        assert page.evaluate("([f, w]) => document.fonts.check(`16px '${f}'`, w)", [family, words])
    assert "Briefing Hebrew" not in screened(WHOLE, "")
    page.context.close()


def test_a_headline_from_right_to_left_stands_at_the_right(browser: Browser) -> None:
    page = opened(browser, screened(abroad(), ""), width=1280)
    assert page.evaluate("getComputedStyle(document.querySelector('#he-headline')).direction") == "rtl"
    page.context.close()


@pytest.mark.parametrize(
    ("text", "direction"),
    [("Talks", "ltr"), ("1914: שלום", "rtl"), ("«محادثات» talks", "rtl"), ("12 %", "ltr"), ("", "ltr")],
)
def test_a_text_runs_as_its_first_letter_does(text: str, direction: str) -> None:
    assert direction_of(text) == direction


def test_marks_that_only_say_how_to_draw_are_never_missing() -> None:
    told = replace(WHOLE, title="Day \u2764\ufe0f\u200d \u2067x\u2069")
    assert [char for char in press.missing_glyphs(told) if char in "\ufe0f\u200d\u2067\u2069"] == []


def test_a_character_that_no_face_has_is_named() -> None:
    assert "𓀀" in press.missing_glyphs(replace(WHOLE, title="The 𓀀 Day"))


def test_what_prints_as_a_box_is_said_once_with_what_helps(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    made = SimpleNamespace(edition=replace(WHOLE, title="The 𓀀 Day"))
    telling.tell_boxes(made, (Printed(path=tmp_path / "morning.pdf", changed=True),))
    assert "2025-12-07 morning: print as boxes: 𓀀: " in capsys.readouterr().err
    telling.tell_boxes(made, (Printed(path=tmp_path / "morning.pdf", changed=False),))
    telling.tell_boxes(SimpleNamespace(edition=WHOLE), (Printed(path=tmp_path / "morning.pdf", changed=True),))
    assert capsys.readouterr().err == ""


def test_without_the_extra_the_command_that_brings_it_is_named() -> None:
    done = subprocess.run([sys.executable, "-c", WITHOUT], capture_output=True, text=True, check=True)
    missing, remedy = done.stdout.splitlines()
    assert set(missing) == set("שלום")
    assert remedy == "pip install 'briefing[fonts]'"


@pytest.mark.parametrize(
    ("cause", "told"),
    [
        ("HTTP 404", "nothing is found at its address any more"),
        ("status 503: Service Unavailable", "it answered with an error of its own"),
        ("took longer than 20 seconds", "took longer than 20 seconds"),
        ("what nobody foresaw", "what nobody foresaw"),
    ],
)
def test_a_silence_is_told_without_a_status_code(cause: str, told: str) -> None:
    assert cause_told(cause, locale="en_CA") == told


def test_a_silence_is_told_in_the_language_of_the_edition() -> None:
    assert cause_told("took longer than 20 seconds", locale="fr_CA") == "elle a mis plus de 20 secondes à répondre"
    page = press.page_html(fixture_edition("fr_CA"), press.gather([]), medium="screen")
    assert "took longer" not in page
