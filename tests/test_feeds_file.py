from __future__ import annotations

import contextlib
import datetime as dt
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import config
from briefing.config import feedlist, opml
from briefing.config.identifiers import feed_id
from briefing.errors import ConfigError, UserError, WorldError
from briefing.newsroom import subscriptions
from briefing.wire import discovery

if TYPE_CHECKING:
    from collections.abc import Sequence

NOW = dt.datetime(2025, 12, 7, 11, tzinfo=dt.UTC)
ADDED = (
    {"url": "https://n.example/1"},
    {"url": "https://n.example/2", "name": "N: # é", "section": "W", "max_entries": 3},
    {"url": "https://n.example/3", "section": "New", "full_text": False},
    {"url": "https://n.example/4", "section": "W"},
)
FILES = {
    "the starter": config.starter(),
    "dashes": "# top\nfeeds:\n- https://a.example/x   # c\n- url: 'https://b.example/y'\n  name: >-\n    Foo\n    bar\n"
    "  # own\n# next\n-\n    url:   https://z.example/\n    headers:\n      A: b\n\n# tail\nlocale: en",
    "a byte order mark and CRLF": "\ufefftitle: T\r\nfeeds:\r\n  - https://a.example/x # é\r\n  - {url: https://z.example/,\r\n"
    "     section: W}  # t\r\n",
    "brackets": 'feeds: [https://a.example/x, "https://b.example/y", {url: https://c.example/z, section: W}] # end\n',
    "brackets over lines": "feeds: [\n  https://a.example/x, # one\n\n  # two\n  'https://b.example/y',\n"
    "  {url: https://c.example/z,\n    section: W} # end\n]\n",
    "a comma at the end": "feeds: [\n  https://a.example/x, # one\n  {url: https://c.example/z, section: W}, # end\n]\n",
    "JSON": '{"feeds": [\n  {\n "url": "https://a.example/x"\n  },\n  "https://b.example/y"\n ], "title": "T"}',
    "anchors": "feeds:\n  - &first {url: https://a.example/x, section: &s W}\n  - {url: https://b.example/y, section: *s}\n",
}


def write(folder: Path, text: str) -> Path:
    path = folder / "feeds.yaml"
    path.write_bytes(text.encode())
    return path


@pytest.mark.parametrize("text", FILES.values(), ids=FILES)
def test_what_is_added_and_removed_again_leaves_every_byte_as_it_was(tmp_path: Path, text: str) -> None:
    path = write(tmp_path, text)
    before = feedlist.opened(path, {})
    after = feedlist.add(before, ADDED)
    assert [feed for feed in after.feeds if "n.example" not in feed.url] == list(before.settings.feeds)
    assert len(after.feeds) == len(before.settings.feeds) + len(ADDED)
    comments = [part for part in text.split() if part.startswith("#")]
    assert all(comment in path.read_text(encoding="utf-8") for comment in comments)
    assert path.read_bytes().count(b"\r\n") in {0, path.read_bytes().count(b"\n")}
    again = feedlist.opened(path, {})
    feedlist.remove(again, [n for n, feed in enumerate(after.feeds) if "n.example" in feed.url])
    assert path.read_bytes().decode() == text


def listed(file: feedlist.Opened) -> list[str]:
    said = file.document.at(("audiences", "morning", "sections"))
    return [str(section) for section in said] if isinstance(said, list) else []


@settings(max_examples=150)
@given(st.sampled_from(sorted(FILES)), st.data())
def test_any_feeds_can_be_removed_and_the_others_stay(name: str, data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder), FILES[name])
        file = feedlist.opened(path, {})
        numbers = range(len(file.settings.feeds))
        gone = data.draw(st.sets(st.sampled_from(numbers), max_size=4))
        kept = [feed for n, feed in enumerate(file.settings.feeds) if n not in gone]
        left = {feed.section for feed in kept}
        if not kept or any(section not in left for section in listed(file)) or (name == "anchors" and 0 in gone):
            with pytest.raises(ConfigError, match="would not be valid afterwards"):
                feedlist.remove(file, gone)
            assert path.read_bytes().decode() == FILES[name]
            return
        after = feedlist.remove(file, gone)
        assert list(after.feeds) == [feed for n, feed in enumerate(file.settings.feeds) if n not in gone]


def test_a_list_that_is_an_alias_is_left_to_its_writer(tmp_path: Path) -> None:
    path = write(tmp_path, "x: &a [https://a.example/]\nfeeds: *a\n".replace("x:", "fetch: {timeout: 5}\n? 1\n:"))
    with pytest.raises(ConfigError):
        feedlist.opened(path, {})
    path = write(tmp_path, "audiences: {a: {include: &a ['https://a.example/']}}\nfeeds: *a\n")
    with pytest.raises(ConfigError, match=r"feeds.yaml:2: the feeds are no list of their own"):
        feedlist.add(feedlist.opened(path, {}), ADDED)


def test_a_file_keeps_its_permissions_and_its_link_and_is_not_overwritten_unread(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    real = write(tmp_path / "real", "feeds: [https://a.example/]\n")
    real.chmod(0o640)
    link = tmp_path / "feeds.yaml"
    link.symlink_to(real)
    file = feedlist.opened(link, {})
    feedlist.add(file, ADDED)
    assert link.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert [each.name for each in real.parent.iterdir()] == ["feeds.yaml"]
    with pytest.raises(WorldError, match="was changed by somebody else meanwhile"):
        feedlist.add(file, ADDED)


def test_a_disk_that_fills_up_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = write(tmp_path, "feeds: [https://a.example/]\n" + "# a comment\n" * 1000)
    before = path.read_bytes()
    program = (
        "import pathlib, resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "from briefing.config import feedlist\nfrom briefing.errors import WorldError\n"
        "file = feedlist.opened(pathlib.Path('feeds.yaml'), {})\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))\n"
        "try: feedlist.add(file, [{'url': 'https://b.example/'}])\n"
        "except WorldError as error: print(error)"
    )
    command = [sys.executable, "-B", "-c", program]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "feeds.yaml: cannot be written, and is as it was: File too large" in done.stdout
    assert [each.name for each in tmp_path.iterdir()] == ["feeds.yaml"]
    assert path.read_bytes() == before


TEXT = st.text(max_size=20).map(opml.tidy).filter(lambda text: "${" not in text)
SLUG = st.from_regex(r"[a-z0-9]{1,8}", fullmatch=True)


@st.composite
def feeds(draw: st.DrawFn) -> dict[str, Any]:
    query = draw(st.sampled_from(["", "?a=1&b=2", "?k=${KEY}", "?x=%20'", "?utm_source=q"]))
    told: dict[str, Any] = {
        "id": draw(st.just("") | SLUG),
        "name": draw(TEXT),
        "section": draw(TEXT),
        "label": draw(TEXT),
        "kind": draw(st.sampled_from(["", "report", "opinion", "press release"])),
        "use": draw(st.sampled_from(["", "quote", "headline"])),
        "full_text": draw(st.booleans()),
        "max_entries": draw(st.integers(1, 1000)),
    }
    return {"url": f"https://{draw(SLUG)}.example/{draw(SLUG)}{query}"} | {
        key: said for key, said in told.items() if said != ""
    }


def unlike(said: Sequence[dict[str, Any]]) -> bool:
    keys = [subscriptions.same_feed(feed["url"]) for feed in said]
    ids = [feed.get("id") or feed_id(feed["url"]) for feed in said]
    return len({*keys}) == len(keys) and len({*ids}) == len(ids)


@settings(max_examples=120)
@given(st.lists(feeds(), min_size=1, max_size=5).filter(unlike))
def test_an_export_brought_in_elsewhere_loses_no_feed_and_nothing_of_one(said: list[dict[str, Any]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        empty = "feeds:\n  - https://first.invalid/\n"
        one = feedlist.opened(write(Path(folder), empty), {})
        exported = feedlist.add(one, said).feeds[1:]
        text = opml.write(exported, title="T", now=NOW)
        other = feedlist.opened(write(Path(folder), empty), {})
        outlines = subscriptions.read_opml(text.encode(), "x.opml")
        brought = subscriptions.bring_in(other, outlines, "x.opml", with_secrets=True)
    assert brought.left_out == brought.notes == ()
    assert {feed.id: feed for feed in brought.added} == {feed.id: feed for feed in exported}


@settings(max_examples=150)
@given(st.text(max_size=200) | st.text(alphabet="<>/=\"'& !?-[]outlinexmU:;#\n", max_size=120))
def test_any_text_is_read_as_opml_or_refused(text: str) -> None:
    for body in (text, f"<opml><body>{text}</body></opml>", f'<opml><outline xmlUrl="{text}"/></opml>'):
        with contextlib.suppress(UserError):
            assert subscriptions.read_opml(body.encode("utf-8", "replace"), "x")


@settings(max_examples=150)
@given(st.binary(max_size=200) | st.text(alphabet="<>/=\"'& !?-linkaherbs:;#\n", max_size=120).map(str.encode))
def test_any_page_can_be_looked_through(body: bytes) -> None:
    for page in (
        body,
        b"<link rel=alternate type='application/rss+xml' href='" + body,
        b"<base href='" + body + b"'><a href=/rss>",
    ):
        for found in discovery.candidates(page, url="https://x.example/", content_type=""):
            assert all(one.url.startswith(("http://", "https://")) for one in found)
