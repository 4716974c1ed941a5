from __future__ import annotations

import gc
import hashlib
import io
import itertools
import os
import re
import subprocess
import sys
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from press_editions import WHOLE, briefs, empty, hostile, sixty, told

from briefing import press
from briefing.press import printer
from briefing.press.faces import FACES, private_fontconfig
from briefing.press.fixture import fixture_edition

if TYPE_CHECKING:
    from briefing.model import Edition

TEMPLATES = press.gather([])
HASH = (
    "import hashlib; from briefing import press; from briefing.press.fixture import fixture_edition as f;"
    "files = press.set_type(f(), press.gather([]), ['html', 'pdf', 'json']);"
    "print([hashlib.sha256(files[k]).hexdigest() for k in sorted(files)])"
)


def printed(edition: Edition) -> bytes:
    return press.set_type(edition, TEMPLATES, ["pdf"])["pdf"]


@lru_cache(maxsize=32)  # a pikepdf object lives as long as its file
def opened(body: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(body))


def elements(pdf: pikepdf.Pdf) -> list[Any]:
    """All structure elements, in reading order."""
    found, waiting = [], [pdf.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop(0)
        if isinstance(element, pikepdf.Dictionary) and element.get("/Type") != "/OBJR":
            found.append(element)
            kids = element.get("/K", [])
            waiting[:0] = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    return found


def reads(element: Any) -> str:
    return str(element.get("/S", ""))


@pytest.fixture(scope="module")
def whole() -> bytes:
    return printed(WHOLE)


def test_the_pdf_is_tagged_named_dated_and_in_its_language(whole: bytes) -> None:
    pdf = opened(whole)
    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.Root.Lang) == "en-CA"
    assert str(pdf.docinfo["/Title"]) == "The Morning Briefing, Sunday, December 7, 2025"
    assert str(pdf.docinfo["/Author"]) == "The Morning Briefing"
    assert str(pdf.docinfo["/CreationDate"]) == "D:20251207110000Z"
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"


def test_the_outline_leads_to_sections_and_stories(whole: bytes) -> None:
    with opened(whole).open_outline() as outline:
        top = outline.root[0]
        assert top.title == "The Morning Briefing"
        assert [part.title for part in top.children][:3] == ["World", "Canada", "Science"]
        assert len(top.children[0].children) == 3


def test_running_heads_and_folios_are_artifacts(whole: bytes) -> None:
    pdf = opened(whole)
    for page in pdf.pages:
        stream = b"".join(content.read_bytes() for content in [page.Contents])
        marked = [int(found) for found in re.findall(rb"/MCID (\d+)", stream)]
        owners = pdf.Root.StructTreeRoot.ParentTree.Nums[2 * int(page.StructParents) + 1]
        assert all(owners[mcid] is not None for mcid in marked)
    second = pdf.pages[1].Contents.read_bytes()
    assert second.count(b"/Pagination") >= 3


def test_links_print_and_belong_to_the_structure(whole: bytes) -> None:
    links = [note for page in opened(whole).pages for note in page.get("/Annots", []) if note.Subtype == "/Link"]
    assert links
    assert all(int(note.F) == 4 and "/StructParent" in note for note in links)


def languages(pdf: pikepdf.Pdf) -> set[tuple[str, str]]:
    return {(reads(element), str(element.Lang)) for element in elements(pdf) if "/Lang" in element}


def test_a_part_in_another_language_says_so_in_the_structure(whole: bytes) -> None:
    assert languages(opened(whole)) == {("/LI", "fr"), ("/Art", "fr"), ("/NonStruct", "en-CA")}
    french = languages(opened(printed(fixture_edition("fr_CA"))))
    assert {("/LI", "en"), ("/Art", "en"), ("/Link", "en"), ("/H4", "fr-CA")} <= french
    assert languages(opened(printed(told(briefs()[0])))) == set()


def test_a_link_is_called_by_its_words_and_never_by_an_address(whole: bytes) -> None:
    names = {str(note.Contents) for page in opened(whole).pages for note in page.get("/Annots", [])}
    assert {"Le prix des figues double en une semaine", "Border talks end without agreement"} <= names
    assert {"Source 2: Continental Wire", "Field Notes"} <= names
    assert not [name for name in names if "source-" in name or "://" in name or name in {"talks", "figs", ""}]


def test_a_headline_is_read_before_the_sources_beside_it(whole: bytes) -> None:
    kinds = [reads(element) for element in elements(opened(whole))]
    headline = kinds.index("/H3")
    assert "/NonStruct" in kinds[headline:]
    openings = [element for element in elements(opened(whole)) if reads(element) == "/Div" and "/K" in element]
    firsts = {
        reads(element.K[0])
        for element in openings
        if len(element.K) > 1 and isinstance(element.K[0], pikepdf.Dictionary)
    }
    assert "/NonStruct" not in firsts


def test_headings_never_jump_in_the_structure_tree(whole: bytes) -> None:
    levels = [int(kind[2]) for element in elements(opened(whole)) if re.fullmatch("/H[1-6]", kind := reads(element))]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_only_our_faces_are_embedded(whole: bytes) -> None:
    pdf = opened(whole)
    names = {str(font.BaseFont) for page in pdf.pages for font in page.Resources.Font.values()}
    assert names
    assert all(re.fullmatch(r"/[A-Z]{6}\+Briefing-(Serif|Serif-Display|Sans).*", name) for name in names)
    assert all(
        font.DescendantFonts[0].FontDescriptor.FontFile2 for page in pdf.pages for font in page.Resources.Font.values()
    )


@pytest.mark.parametrize(
    ("paper", "size"), [("letter", (612, 792)), ("a4", (595, 842)), ("a5", (420, 595)), ("ereader", (445, 595))]
)
def test_the_paper_is_the_editions(paper: str, size: tuple[int, int]) -> None:
    box = opened(printed(replace(told(briefs()[3]), paper=paper))).pages[0].MediaBox
    assert (round(float(box[2])), round(float(box[3]))) == size


@pytest.mark.parametrize("edition", [empty(), hostile(), told(briefs()[0]), told(briefs()[3], section="")])
def test_any_edition_prints(edition: Edition) -> None:
    assert len(opened(printed(edition)).pages) >= 1


def test_sixty_stories_fill_their_pages() -> None:
    assert len(opened(printed(sixty())).pages) <= 28


def test_a_page_without_pictures_is_small(whole: bytes) -> None:
    assert len(whole) / len(opened(whole).pages) < 30_000


def test_the_bytes_depend_on_nothing_but_the_edition(whole: bytes, tmp_path: Path) -> None:
    elsewhere = os.environ | {
        "PYTHONHASHSEED": "77", "TZ": "Asia/Kathmandu", "LC_ALL": "C", "TMPDIR": str(tmp_path),
        "HOME": str(tmp_path), "XDG_CACHE_HOME": "/proc/none", "PYTHONPATH": str(Path(__file__).parent.parent),
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", HASH], cwd=tmp_path, env=elsewhere, capture_output=True, text=True, check=True
    )
    here = press.set_type(WHOLE, TEMPLATES, ["html", "json"]) | {"pdf": whole}
    assert done.stdout.strip() == str([hashlib.sha256(here[name]).hexdigest() for name in sorted(here)])
    assert done.stderr == ""
    assert printed(WHOLE) == whole


def test_another_edition_has_another_identifier(whole: bytes) -> None:
    one, other = opened(whole), opened(printed(replace(WHOLE, title="Another")))
    assert bytes(one.trailer.ID[0]) != bytes(other.trailer.ID[0])


def test_nothing_is_loaded_while_a_page_is_printed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the-secret-words")
    where = secret.as_uri()
    html = f"""<html lang=en><head><title>x</title><link rel=attachment href="{where}"><link rel=stylesheet href="{where}">
    <style>@import url("{where}"); @font-face {{ font-family: F; src: url("{where}"), local("DejaVu Sans") }} p {{ font-family: F }}</style>
    <link rel=attachment href="data:text/plain,the-secret-words"></head><body><p>Text<img src="{where}" alt="a">
    <img src="http://169.254.169.254/latest" alt="b"><img src="https://assets.invalid/../etc/passwd" alt="c">
    <object data="{where}"></object><svg><image href="{where}"/></svg><a rel=attachment href="{where}">file</a></p></body></html>"""
    body = printer.print_pdf(html, identifier="x")
    pdf = opened(body)
    assert len(pdf.attachments) == 0
    assert b"the-secret-words" not in b"".join(
        item.read_bytes() for item in pdf.objects if isinstance(item, pikepdf.Stream)
    )


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "http://x.example/",
        "https://assets.invalid/fonts/../x",
        "data:text/html,x",
        "data:image/png;base64," + "A" * 70_000,
    ],
)
def test_the_fetcher_refuses_what_is_not_ours(address: str) -> None:
    printer.engine()
    with pytest.raises(ValueError, match="refused"):
        printer.fetcher().fetch(address)


def test_the_fontconfig_file_lists_our_folder_alone() -> None:
    text = private_fontconfig().read_text(encoding="utf-8")
    assert text.count("<dir>") == 1
    assert "include" not in text


def test_every_face_is_there() -> None:
    assert all(len(press.toolchain()["fonts"]) == 40 for _ in FACES)
    assert press.toolchain()["WeasyPrint"]


def test_the_print_uses_no_columns_grid_or_flex() -> None:
    texts = {name: text for name, text, _ in TEMPLATES.files}
    for name in ("tokens.css", "base.css", "print.css", "style.css"):
        bare = re.sub(r"/\*.*?\*/", "", texts[name], flags=re.DOTALL)
        assert not re.search(r"columns?\s*:|column-(count|width)|display\s*:\s*(inline-)?(grid|flex)|\bfloat-", bare), (
            name
        )


def test_warming_leaves_the_collector_as_it_was() -> None:
    press.warm()
    assert gc.isenabled()
    gc.unfreeze()


def test_a_page_that_was_measured_is_printed_from_that_layout_and_comes_out_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    edition = told(*briefs()[:2])
    alone = printed(edition)
    laid_out: list[str] = []
    lay_out = printer._laid_out
    monkeypatch.setattr(printer, "_laid_out", lambda html, pictures: laid_out.append(html) or lay_out(html, pictures))
    press.pages_filled(edition, TEMPLATES, {})
    assert printed(edition) == alone
    assert len(laid_out) == 1
    press.pages_filled(edition, TEMPLATES, {})
    press.warm()  # workers that fork share no layout: the first to let go of it would take the fonts of all
    assert printed(edition) == alone
    assert laid_out[0] == laid_out[-1]
    assert len(laid_out) == 4
