"""The live preview in a real browser: what is saved is seen, and a mistake stands where the page would."""

from __future__ import annotations

import http.client
import re
import subprocess
import sys
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect, sync_playwright

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, FrameLocator, Page

    Run = Callable[..., tuple[int, str, str]]

CHROMIUM = "/usr/bin/chromium"
expect.set_options(timeout=30_000)  # an upper bound for a busy machine, not a wait


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@contextmanager
def previewing(config: Path, *arguments: str) -> Iterator[str]:
    command = [sys.executable, "-m", "briefing", "preview", "--port", "0", "--config", str(config), *arguments]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr
        yield server.stderr.readline().split()[0]
        server.terminate()
        server.stderr.read()
    assert server.returncode in (0, -15, 143)


@pytest.fixture
def shown(workspace: Path, browser: Browser) -> Iterator[tuple[Page, FrameLocator, Path]]:
    folder = workspace / "demo"
    with previewing(folder / "feeds.yaml", "--date", "2025-12-06") as address:
        page = browser.new_page()
        page.goto(address)
        frame = page.frame_locator('iframe[title="HTML"]')
        expect(frame.locator("h1")).to_have_text("The Morning Briefing")
        yield page, frame, folder
        page.close()


def test_a_style_that_is_saved_is_seen(shown: tuple[Page, FrameLocator, Path]) -> None:
    _, frame, folder = shown
    (folder / "templates").mkdir(exist_ok=True)
    (folder / "templates" / "style.css").write_text(":root { --accent: rgb(1, 2, 3) }")
    expect(frame.locator(".section-name").first).to_have_css("color", "rgb(1, 2, 3)")


def test_a_mistake_stands_in_the_pages_place_with_its_line_until_it_is_mended(
    shown: tuple[Page, FrameLocator, Path],
) -> None:
    _, frame, folder = shown
    mine = folder / "templates" / "edition.html"
    mine.parent.mkdir(exist_ok=True)
    mine.write_text('{% extends "builtin:edition.html" %}\n{% block title %}{{ edtion.title }}{% endblock %}')
    expect(frame.locator(".mistake p")).to_have_text(
        "templates/edition.html:2: 'edtion' is undefined (did you mean 'edition'?)"
    )
    expect(frame.locator("mark")).to_contain_text("edtion.title")
    mine.write_text(mine.read_text().replace("edtion", "edition"))
    expect(frame.locator("h1, .masthead")).to_contain_text(["The Morning Briefing"])


def test_a_change_of_feeds_yaml_is_seen_and_a_mistake_in_it_told(shown: tuple[Page, FrameLocator, Path]) -> None:
    _, frame, folder = shown
    config = folder / "feeds.yaml"
    before = config.read_text()
    config.write_text(before.replace("title: The Morning Briefing", "title: The Evening Briefing"))
    expect(frame.locator("h1")).to_have_text("The Evening Briefing")
    config.write_text(before + "\n    papper: a5\n")
    expect(frame.locator(".mistake p")).to_contain_text("did you mean 'paper'?")


def test_an_audience_and_a_day_are_chosen_by_hand(shown: tuple[Page, FrameLocator, Path]) -> None:
    page, frame, _ = shown
    assert page.locator('select[name="audience"]').input_value() == "morning"
    page.locator('select[name="day"]').select_option("2025-12-05")
    page.wait_for_url(re.compile(r"/morning/2025-12-05/$"))
    expect(frame.locator("time").first).to_have_attribute("datetime", "2025-12-05")


def answer(host: str, path: str, **headers: str) -> tuple[int, bytes]:
    with closing(http.client.HTTPConnection(host, timeout=20)) as link:
        link.request("GET", path, headers=headers)
        answered = link.getresponse()
        return answered.status, answered.read()


def test_the_preview_answers_this_machine_alone(workspace: Path) -> None:
    with previewing(workspace / "demo" / "feeds.yaml") as address:
        host = urlsplit(address).netloc
        assert answer(host, "/", Host="evil.example")[0] == 400
        status, body = answer(host, "/morning/2025-12-07/edition.pdf")
        assert (status, body[:5]) == (200, b"%PDF-")
        assert answer(host, "/morning/yesterday/edition.html")[0] == 404
        assert answer(host, "/morning/2025-12-07/edition.exe")[0] == 404
        assert b"no such audience" in answer(host, "/nobody/2025-12-07/edition.html")[1]


def test_a_day_without_anything_shows_the_invented_edition(workspace: Path, browser: Browser) -> None:
    with previewing(workspace / "demo" / "feeds.yaml", "--date", "2025-10-01") as address:
        page = browser.new_page()
        page.goto(address)
        expect(page.frame_locator('iframe[title="HTML"]').locator("article").first).to_be_visible()
        page.close()


def test_a_port_that_is_taken_is_told(workspace: Path, briefing: Run) -> None:
    config = workspace / "demo" / "feeds.yaml"
    with previewing(config) as address:
        port = urlsplit(address).port
        code, _, error = briefing("preview", "--port", str(port), "--config", config)
    assert (code, f"--port {port}: cannot be had" in error) == (2, True)
