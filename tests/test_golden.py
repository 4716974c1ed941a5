from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from briefing import identity, wire
from briefing.model import Feed

FEEDS = Path(__file__).parent / "feeds"
GOLDEN = Path(__file__).parent / "golden"
WRITE = os.environ.get("BRIEFING_GOLDEN") == "write"


@pytest.mark.parametrize("day", ["2025-12-04", "2025-12-05", "2025-12-06", "2025-12-07"])
def test_a_golden_day_becomes_the_edition_that_it_became(sample_editions: Path, day: str) -> None:
    made = (sample_editions / day / "morning.json").read_text(encoding="utf-8")
    kept = GOLDEN / f"{day}.json"
    if WRITE:
        kept.write_text(made, encoding="utf-8")
    assert made == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "path", sorted(set(FEEDS.iterdir()) - set(FEEDS.glob("*.expected.json"))), ids=lambda path: path.name
)
def test_a_feed_becomes_the_entries_that_it_became(path: Path) -> None:
    feed = Feed(id="feed", url="https://feeds.example/feed")
    spoken = wire.parse_feed(path.read_bytes(), url=feed.url, content_type="", feed=feed)
    told = {"title": spoken.title, "entries": [identity.plain(entry) for entry in spoken.entries]}
    made = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    kept = (
        path.with_suffix(".expected.json") if path.suffix != ".json" else path.with_name(f"{path.stem}.expected.json")
    )
    if WRITE:
        kept.write_text(made, encoding="utf-8")
    assert made == kept.read_text(encoding="utf-8")
