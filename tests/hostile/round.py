"""One round over the whole corpus, in a process of its own so that its memory can be told: PORT, TRAP and a file."""

from __future__ import annotations

import datetime as dt
import json
import pickle
import re
import resource
import sys
import time
from pathlib import Path
from typing import Any

from briefing import identity, wire
from briefing.model import Entry, Feed
from briefing.workers import workers
from hostile.corpus import FEEDS, HOSTS, PAGES

NOW = dt.datetime(2025, 12, 7, 11, 0, tzinfo=dt.UTC)
MANNERS = wire.Manners(timeout=3.0, connect=2.0, first_byte=2.0, per_host=32, total=32)


def run(port: int) -> dict[str, Any]:
    """Hear every feed and read every page of the corpus in one round."""
    began = time.monotonic()
    asks = [wire.Ask(feed=Feed(id=str(n), url=case.url), url=case.url) for n, case in enumerate(FEEDS)]
    pages = [wire.PageAsk(feed="f", entry=case.name, url=case.url) for case in PAGES]
    hosts = dict.fromkeys(HOSTS, ("127.0.0.1", port))
    heard: dict[str, Any] = {}
    took: dict[str, float] = {}
    with (
        workers("cores", prepare=wire.prepare) as place,
        wire.Line(MANNERS, clock=lambda: NOW, workers=place, hosts=hosts) as line,
    ):
        for hearing in line.hear(asks):
            entries = [
                identity.restore(Entry, json.loads(identity.unpack(version.body))) for version in hearing.versions
            ]
            name = FEEDS[int(hearing.feed)].name
            heard[name] = (hearing, entries)
            took[name] = time.monotonic() - began
        for reading in line.read(pages):
            heard[reading.entry] = (reading, [reading.article] if reading.article else [])
            took[reading.entry] = time.monotonic() - began
    memory = (peak(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
    return {"heard": heard, "took": took, "seconds": time.monotonic() - began, "megabytes": memory}


def peak() -> int:
    """The most memory that this process has held, in megabytes: getrusage counts what its parent held, too."""
    said = Path("/proc/self/status")
    if not said.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    found = re.search(r"VmHWM:\s*(\d+)", said.read_text())
    assert found
    return int(found[1]) // 1024


if __name__ == "__main__":
    Path(sys.argv[2]).write_bytes(pickle.dumps(run(int(sys.argv[1]))))
