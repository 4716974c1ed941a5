"""Why something stands where it does, told by `briefing why`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from workspaces import workspace_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Site

    Run = Callable[..., tuple[int, str, str]]

ITEM = "<item><title>{title}</title><link>{link}</link><guid>{link}</guid><description>{said}</description></item>"
SAID = {
    "dock": "The harbour office of Tarn closed the dock on Saturday after two of its pumps had failed, its master said.",
    "quay": "Four hundred singers from nine choirs filled the old quay for a concert that raised money for a school roof.",
    "lock": "Engineers drained the lock for the first time in thirty years and counted its trout before they moved them.",
    "horoscope": "Your horoscope for the coming week promises calm mornings, long letters and an unexpected guest at supper.",
}


def feed(site: Site, *names: str) -> str:
    for name in names:
        page = f"<html><title>{name}</title><body><article><h1>{name}</h1><p>{SAID[name]}</p></article></body>"
        site.says(f"/{name}", page)
    items = (ITEM.format(title=f"The {name}", link=site.url(f"/{name}"), said=SAID[name]) for name in names)
    return site.says("/feed", f'<rss version="2.0"><channel><title>Post</title>{"".join(items)}</channel></rss>')


@pytest.fixture
def explained(tmp_path: Path, site: Site, briefing: Run) -> Callable[..., tuple[int, list[dict[str, Any]]]]:
    more = "audiences: {morning: {title: M, stories: 1, exclude: [horoscope], timezone: UTC}}\n"
    config = workspace_of(tmp_path, feed(site, "dock", "quay", "horoscope"), more=more)
    assert briefing("build", "--config", config)[0] == 0

    def why(*words: str) -> tuple[int, list[dict[str, Any]]]:
        code, out, _ = briefing("why", *words, "--json", "--config", config)
        return code, json.loads(out)

    return why


def test_what_was_printed_is_told_with_its_place_and_reasons(
    site: Site, explained: Callable[..., tuple[int, list[dict[str, Any]]]]
) -> None:
    code, (one,) = explained(site.url("/dock") + "?utm_source=x")
    assert (code, one["outcome"], one["place"], one["title"]) == (0, "printed", 1, "The dock")
    assert {"outlets", "prominence"} <= {reason["name"] for reason in one["reasons"]}


def test_what_was_left_out_is_told_with_the_filter_or_the_rank(
    explained: Callable[..., tuple[int, list[dict[str, Any]]]],
) -> None:
    code, (one,) = explained("the", "QUAY")
    assert (code, one["outcome"]) == (0, "left out")
    assert one["why"].startswith("below the first 1: ")
    assert one["reasons"]
    (two,) = explained("horoscope")[1]
    assert (two["outcome"], two["why"]) == ("left out", "exclude: 'horoscope'")


def test_what_nobody_heard_and_days_without_an_edition_are_said(
    tmp_path: Path, explained: Callable[..., tuple[int, list[dict[str, Any]]]], briefing: Run
) -> None:
    assert explained("zeppelin") == (3, [])
    code, out, error = briefing("why", "dock", "--date", "2020-01-01", "--config", tmp_path / "feeds.yaml")
    assert (code, out) == (3, "")
    assert "briefing build --date 2020-01-01" in error


def test_a_page_that_could_not_be_read_is_said(tmp_path: Path, site: Site, briefing: Run) -> None:
    item = ITEM.format(title="The lock", link=site.url("/gone"), said=SAID["lock"])
    address = site.says("/f", f'<rss version="2.0"><channel><title>Post</title>{item}</channel></rss>')
    config = workspace_of(tmp_path, address)
    assert briefing("build", "--config", config)[0] == 0
    code, out, _ = briefing("why", "lock", "--config", config)
    assert (code, "its page: not found" in out) == (0, True)
