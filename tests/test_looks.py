"""Shipped looks, the reference of templates, and the command that begins one's own."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest
from press_editions import WHOLE

from briefing import press
from briefing.press.comparing import blocks, differences, tokens
from briefing.press.setting import Tongue, _filters, _globals
from briefing.press.starting import start

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., tuple[int, str, str]]

REFERENCE = (Path(__file__).parent.parent / "docs" / "templates.md").read_text(encoding="utf-8")
SHIPPED = dict(press.shipped())
TONGUE = Tongue(locale="en", timezone="UTC")


def told(heading: str) -> set[str]:
    """Give the names in the first column of a table of the reference."""
    part = REFERENCE.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (`.*?) \|", part, re.MULTILINE)
    return {name.removeprefix("page.") for row in rows for name in re.findall(r"`([^`]+)`", row)}


def test_the_reference_names_every_block_macro_filter_and_token() -> None:
    assert told("Blocks") == set(blocks(SHIPPED["edition.html"])) | set(blocks(SHIPPED["print.html"]))
    assert told("Macros") == set(re.findall(r"\{%-?\s*macro (\w+)", SHIPPED["parts.html"]))
    assert told("Filters and functions") == {*_filters(TONGUE), *_globals(press.gather([]), TONGUE)}
    assert told("Tokens") == set(tokens(SHIPPED["tokens.css"]))


def test_the_reference_names_all_that_is_said_about_a_page() -> None:
    from briefing.press.pages import describe  # noqa: PLC0415 - what templates are given is no public name

    assert told("Variables") == set(describe(WHOLE, press.as_data(WHOLE), "screen"))


@pytest.mark.parametrize("look", press.looks())
@pytest.mark.parametrize("locale", ["en_CA", "fr_CA", "ar"])
def test_a_shipped_look_has_no_mistake(look: str, locale: str) -> None:
    assert press.check_templates(press.gather([], look), locale) == ()


@pytest.mark.parametrize("look", press.looks())
@pytest.mark.parametrize("paper", ["letter", "a4", "a5", "ereader"])
def test_a_look_prints_every_story_on_every_paper(look: str, paper: str) -> None:
    edition = replace(WHOLE, paper=paper)
    with pikepdf.open(BytesIO(press.set_type(edition, press.gather([], look), ["pdf"])["pdf"])) as pdf:
        width, height = (float(pdf.pages[0].mediabox[n]) for n in (2, 3))
        assert 2 <= len(pdf.pages) <= 24
        assert width < height
        assert pdf.Root.MarkInfo.Marked


def test_the_looks_really_differ() -> None:
    pages = {press.page_html(WHOLE, press.gather([], look), medium="print") for look in ("", *press.looks())}
    assert len(pages) == 1 + len(press.looks()) == 4
    plain = {re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL) for page in pages}
    assert len(plain) == 4


def test_ones_own_style_sets_a_token_of_a_look_and_keeps_the_rest(tmp_path: Path) -> None:
    folder = tmp_path / "templates" / "minister"
    folder.mkdir(parents=True)
    (folder / "style.css").write_text(":root { --accent: #123456 }")
    page = press.page_html(WHOLE, press.gather([folder, folder.parent], "minister"), medium="print")
    assert page.index("--text: 11.4pt") < page.index("--accent: #123456")


def test_a_look_that_is_not_there_is_a_mistake_that_names_the_nearest() -> None:
    assert press.gather([], "ministr").mistakes == (
        "template 'ministr': there is no folder templates/ministr, and no such look is shipped (did you mean 'minister'?)",
    )


@pytest.mark.parametrize("look", ["", *press.looks()])
def test_a_start_changes_nothing_until_something_is_taken_out_of_its_comment(look: str, tmp_path: Path) -> None:
    folder = tmp_path / "templates" / "morning"
    folder.mkdir(parents=True)
    for name, text in start(look).items():
        (folder / name).write_text(text, encoding="utf-8")
    templates = press.gather([folder, folder.parent], "")
    assert press.check_templates(templates, "en") == ()
    if not look:
        plain = re.compile(r"<style>.*?</style>", re.DOTALL)
        started, shipped = (press.page_html(WHOLE, given, medium="screen") for given in (templates, press.gather([])))
        assert plain.sub("", started) == plain.sub("", shipped)


def test_what_ones_own_files_change_is_told_by_token_by_block_and_by_line(tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "style.css").write_text(":root { --accent: #0b5d4b; --colour: red }\np { margin: 0 }")
    (folder / "edition.html").write_text('{% extends "builtin:edition.html" %}{% block colophon %}{% endblock %}')
    (folder / "parts.html").write_text(SHIPPED["parts.html"] + "more\n")
    found = {one.file: one.lines for one in differences(press.gather([folder]))}
    assert found["templates/style.css"] == (
        "--accent: #8c1d18 → #0b5d4b",
        "--colour: red (no shipped sheet uses it)",
        "and 1 rule of its own",
    )
    assert found["templates/edition.html"] == ("extends builtin:edition.html: replaces colophon",)
    assert "+more" in found["templates/parts.html"]


def test_templates_are_listed_begun_and_compared(workspace: Path, briefing: Run) -> None:
    config = workspace / "demo" / "feeds.yaml"
    code, out, _ = briefing("templates", "new", "morning", "--config", config, "--json")
    assert (code, len(json.loads(out)["files"])) == (0, 2)
    code, out, error = briefing("templates", "new", "morning", "--config", config)
    assert (code, out) == (2, "")
    assert "stands there already" in error
    rows = json.loads(briefing("templates", "list", "--config", config, "--json")[1])
    assert {row["from"] for row in rows if row["template"] == "style.css"} == {"templates/morning/style.css"}
    code, out, _ = briefing("templates", "diff", "--config", config)
    assert (code, "templates/morning/style.css\n    sets nothing" in out) == (0, True)
    assert briefing("templates", "new", "mornign", "--config", config)[0] == 2


def test_an_unknown_look_is_told_and_the_edition_comes_out(workspace: Path, briefing: Run) -> None:
    config = workspace / "demo" / "feeds.yaml"
    config.write_text(config.read_text() + "\n    template: ministr\n    formats: [html]\n")
    code, _, error = briefing("check", "--config", config)
    assert (code, "did you mean 'minister'?" in error) == (2, True)
    code, _, error = briefing("build", "--date", "2025-12-07", "--no-collect", "--config", config)
    assert (code, "set with the shipped templates instead" in error) == (2, True)
