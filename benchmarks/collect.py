"""Collecting, side by side in one run: ours, lemon24's `reader` with 20 workers, and a bare fetch of the same bytes.

python benchmarks/collect.py [RUNS]

A loopback server of 500 feeds by 30 entries (43 MB). Each contender runs in a process of its own and keeps its database
over its rounds: the first, an unchanged one (304), one in which a tenth of the feeds is new, an unchanged one without
validators, and a first one at 100 ms of latency. Seconds are of wall clock and of the process tree's CPU, imports left
out; memory is the process tree's proportional set size at its peak. Then 200 articles at 100 ms of latency.
"""

from __future__ import annotations

import datetime as dt
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import ExitStack, suppress
from pathlib import Path

import wire_server

OPEN = ExitStack()  # what a contender keeps open while it is measured: its database, as `reader` does
ROUNDS = ("first", "unchanged", "a tenth new", "no validators", "late")
MODES = {"first": "etag", "unchanged": "etag", "a tenth new": "etag,new", "no validators": "new", "late": "etag,late"}


def main() -> None:
    """Measure, and print a table of medians and ratios."""
    if len(sys.argv) > 3:  # one contender's process
        contend(sys.argv[1], sys.argv[2], Path(sys.argv[3]), sys.argv[4])
        return
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    contenders = ("fetch", "reader", "ours")
    results = [run(name) for _ in range(runs) for name in contenders]
    table(results, contenders)


def run(name: str) -> dict[str, dict[str, float]]:
    """All rounds of one contender, each in a process of its own, over one database."""
    found: dict[str, dict[str, float]] = {"who": name}  # type: ignore[dict-item]
    with tempfile.TemporaryDirectory() as folder, wire_server.served() as url:
        for round_ in ("prepare", *ROUNDS):
            home = Path(folder) / ("late" if round_ == "late" else "main")
            home.mkdir(exist_ok=True)
            if round_ == "late":
                one(name, url, home, "prepare")
            urllib.request.urlopen(f"{url}/set/{MODES.get(round_, 'etag')}").close()
            if round_ == "no validators":  # it has to have heard the same bytes once before
                one(name, url, home, round_)
            found[round_] = one(name, url, home, round_)
        found["database"] = {"MB": sum(file.stat().st_size for file in (Path(folder) / "main").glob("*.db*")) / 1e6}
        if name == "ours":
            urllib.request.urlopen(f"{url}/set/late").close()
            found["articles"] = one("articles", url, Path(folder), "articles")
    return found


def one(name: str, url: str, home: Path, round_: str) -> dict[str, float]:
    """One round in a process of its own, whose family's memory is looked at from outside, every 50 ms."""
    command = [sys.executable, __file__, name, url, str(home), round_]
    peak = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        while process.poll() is None:
            peak = max(peak, sum(pss(pid) for pid in family(process.pid)))
            with suppress(subprocess.TimeoutExpired):
                process.wait(0.05)
        assert process.stdout is not None
        said = process.stdout.read().splitlines()
    if process.returncode:
        raise SystemExit(f"{name} failed in its round: {round_}")
    return dict(json.loads(said[-1])) | {"MiB": peak / 1024}


def contend(name: str, url: str, home: Path, round_: str) -> None:
    """Do one round and print what it cost."""
    work = {"fetch": fetch, "reader": reader, "ours": ours, "articles": articles}[name](url, home, round_)
    if work is None:
        print("{}")
        return
    with OPEN:
        before, start = cpu(), time.perf_counter()
        work()
        wall, spent = time.perf_counter() - start, cpu() - before
    print(json.dumps({"wall": wall, "cpu": spent}))


def cpu() -> float:
    """CPU seconds of this process and of the children that it has waited for."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def family(pid: int) -> list[int]:
    """A process and its descendants."""
    children = Path(f"/proc/{pid}/task/{pid}/children")
    below = [int(child) for child in children.read_text().split()] if children.exists() else []
    return [pid, *(one for child in below for one in family(child))]


def pss(pid: int) -> int:
    """The proportional set size in KiB, 0 for a process that is gone."""
    try:
        return int(
            next(line for line in Path(f"/proc/{pid}/smaps_rollup").open() if line.startswith("Pss:")).split()[1]
        )
    except (OSError, StopIteration):
        return 0


def fetch(url: str, _home: Path, round_: str) -> object:
    """The bare fetch: libcurl, 64 connections, bodies thrown away."""
    from briefing.wire import Manners  # noqa: PLC0415 - only in this contender's process
    from briefing.wire.dialler import Dialler  # noqa: PLC0415 - likewise
    from briefing.wire.transfer import Call  # noqa: PLC0415 - likewise

    def all_of_them() -> None:
        with Dialler(Manners(allow_private=True, per_host=64)) as dialler:
            for number in range(wire_server.FEEDS):
                dialler.ask(number, Call(url=f"{url}/feed/{number}.xml"))
            while dialler.busy:
                dialler.step()

    return None if round_ == "prepare" else all_of_them


def reader(url: str, home: Path, round_: str) -> object:
    """`reader` as its users run it, with 20 workers."""
    from reader import make_reader  # noqa: PLC0415 - only in this contender's process

    store = make_reader(str(home / "reader.db"))
    if round_ == "prepare":
        for number in range(wire_server.FEEDS):
            store.add_feed(f"{url}/feed/{number}.xml")
        return None
    return lambda: store.update_feeds(workers=20, scheduled=False)


def ours(url: str, home: Path, round_: str) -> object:
    """One round of the newsroom, as `briefing collect` makes it; the articles behind the entries are left alone."""
    if round_ == "prepare":
        feeds = "".join(
            f"  - {{url: '{url}/feed/{number}.xml', full_text: false}}\n" for number in range(wire_server.FEEDS)
        )
        (home / "feeds.yaml").write_text(
            f"title: Bench\nplace: Ottawa\ntimezone: America/Toronto\nlocale: en_CA\nweather: false\n"
            f"fetch: {{allow_private: true, per_host: 64, total: 64}}\nfeeds:\n{feeds}"
            f"audiences: {{morning: {{title: Bench}}}}\n"
        )
        return None
    from briefing import config, newsroom  # noqa: PLC0415 - only in this contender's process

    settings = config.load(home / "feeds.yaml", {})
    doors = newsroom.house(settings, clock=lambda: dt.datetime.now(dt.UTC), environ={}, say=lambda *_: None)
    room = OPEN.enter_context(doors)
    return lambda: newsroom.collect(room)


def articles(url: str, _home: Path, _round: str) -> object:
    """200 articles at 100 ms of latency: fetched, made readable."""
    from briefing import wire  # noqa: PLC0415 - only in this contender's process
    from briefing.workers import workers  # noqa: PLC0415 - likewise

    def all_of_them() -> None:
        manners = wire.Manners(allow_private=True, per_host=64)
        pages = [wire.PageAsk(feed="f", entry=f"{n:040x}", url=f"{url}/article/{n}.html") for n in range(200)]
        now = dt.datetime.now(dt.UTC)
        with (
            workers("cores", prepare=wire.prepare) as place,
            wire.Line(manners, clock=lambda: now, workers=place) as line,
        ):
            assert all(one.article for one in line.read(pages))

    return all_of_them


def table(results: list[dict[str, dict[str, float]]], contenders: tuple[str, ...]) -> None:
    """Print medians, and how many times faster than `reader` we are."""

    def middle(who: str, round_: str, what: str) -> float:
        values = [one[round_][what] for one in results if one["who"] == who and round_ in one]  # type: ignore[comparison-overlap]
        return statistics.median(values) if values else float("nan")

    print(f"{'':<16}" + "".join(f"{name:>26}" for name in contenders) + f"{'ours over reader':>22}")
    for round_ in ROUNDS:
        cells = "".join(
            f"{middle(who, round_, 'wall'):9.3f} s {middle(who, round_, 'cpu'):6.2f} C {middle(who, round_, 'MiB'):4.0f}M"
            for who in contenders
        )
        ratio = middle("reader", round_, "wall") / middle("ours", round_, "wall")
        print(f"{round_:<16}{cells}{ratio:>15.1f} times")
    for who in ("reader", "ours"):
        print(f"database of {who}: {middle(who, 'database', 'MB'):.1f} MB")
    print(f"200 articles at 100 ms: {middle('ours', 'articles', 'wall'):.2f} s")


if __name__ == "__main__":
    main()
