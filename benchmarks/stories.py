"""How well reports are put together into stories: BCubed and pair F1 over labelled reports, and what a small day risks.

python benchmarks/stories.py [FOLDER]

FOLDER (by default ../shared/eval) holds clusters_*.jsonl.gz: one report a line, `{"id", "title", "text", "cluster"}`.
The labelled stories are divided in two: the threshold is chosen on the first half, the second is what counts.
"""

from __future__ import annotations

import datetime as dt
import gzip
import itertools
import json
import random
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.desk.cluster import NEAR, features, join, likenesses, weighted
from briefing.model import Article, Block, Entry, Feed, Heard, Report

if TYPE_CHECKING:
    from collections.abc import Sequence

    Labelled = Sequence[tuple[str, dict[str, float]]]  # a story's name, and what one of its reports is about

MOMENT = dt.datetime(2025, 12, 7, tzinfo=dt.UTC)
THRESHOLDS = [round(0.05 + step / 400, 4) for step in range(13)]
SURE = 0.98  # precision on the first half's small days: two stories printed as one is the worst error
SMALL = 12  # reports of a small day, four stories of two and four of one
DAYS = 400
WIRE = "PORT ALDEN, Nov 24 (Beta Wire) - "  # what every report of one agency begins with on one day


def labelled_reports(folder: Path, opening: str = "") -> Labelled:
    """Read the labelled reports: each one's story, and its features; `opening` is set before each text."""
    texts = (gzip.decompress(path.read_bytes()).decode() for path in sorted(folder.glob("clusters_*.jsonl.gz")))
    lines = [json.loads(line) for text in texts for line in text.splitlines()]
    return [(line["cluster"], features(_report(line, opening))) for line in lines]


def _report(line: dict[str, str], opening: str) -> Report:
    blocks = tuple(Block(kind="paragraph", text=text) for text in (opening + line["text"]).split("\n") if text.strip())
    feed = Feed(id="f", url="u", name="Beta Wire" if opening else "")
    entry = Entry(feed=feed.id, identity=line["id"], title=line["title"])
    heard = Heard(digest=line["id"], commit=1, seen=MOMENT, arrived=MOMENT, entry=entry)
    return Report(feed=feed, heard=heard, article=Article(url="u", title=line["title"], blocks=blocks), digest="")


def grouped(chosen: Sequence[dict[str, float]], near: float) -> list[int]:
    """Give each report's group."""
    groups = join(len(chosen), likenesses(weighted(chosen), [0.0] * len(chosen)), near)
    return [number for _, number in sorted((n, number) for number, group in enumerate(groups) for n in group)]


def bcubed(labels: Sequence[str], found: Sequence[int]) -> float:
    """Give the F1 of BCubed (Bagga and Baldwin 1998): precision and recall of each report's group, averaged."""
    both, truth, ours = Counter(zip(labels, found, strict=True)), Counter(labels), Counter(found)
    pairs = list(zip(labels, found, strict=True))
    precision = sum(both[pair] / ours[pair[1]] for pair in pairs) / len(pairs)
    recall = sum(both[pair] / truth[pair[0]] for pair in pairs) / len(pairs)
    return 2 * precision * recall / (precision + recall)


def paired(labels: Sequence[str], found: Sequence[int]) -> tuple[float, float, float]:
    """Give precision, recall and F1 over all pairs of reports."""
    pairs = list(itertools.combinations(range(len(labels)), 2))
    same = [labels[left] == labels[right] for left, right in pairs]
    said = [found[left] == found[right] for left, right in pairs]
    right = sum(a and b for a, b in zip(same, said, strict=True))
    precision, recall = right / max(1, sum(said)), right / max(1, sum(same))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def small_days(labelled: Labelled, near: float) -> tuple[float, float]:
    """Give precision and recall of pairs over small days: stories of one or two reports, drawn always the same."""
    chance = random.Random(2025)
    by_story: dict[str, list[dict[str, float]]] = {}
    for label, vector in labelled:
        by_story.setdefault(label, []).append(vector)
    right = said = same = 0
    for _ in range(DAYS):
        stories = chance.sample(sorted(by_story), SMALL * 2 // 3)
        day = [
            (story, vector)
            for place, story in enumerate(stories)
            for vector in chance.sample(by_story[story], min(len(by_story[story]), 2 if place < SMALL // 3 else 1))
        ]
        found = grouped([vector for _, vector in day], near)
        for (left, group), (other, its) in itertools.combinations(
            zip((label for label, _ in day), found, strict=True), 2
        ):
            said += group == its
            same += left == other
            right += group == its and left == other
    return right / max(1, said), right / max(1, same)


def main() -> None:
    """Measure, and print a table."""
    for count in (200, 5000):
        many(count)
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("../shared/eval")
    labelled = labelled_reports(folder)
    if not labelled:
        print(f"{folder} holds no clusters_*.jsonl.gz: name the folder of the labelled reports as argument")
        return
    stories = list(dict.fromkeys(label for label, _ in labelled))
    first = {story for n, story in enumerate(stories) if n % 2 == 0}
    halves = [[pair for pair in labelled if (pair[0] in first) == chosen] for chosen in (True, False)]
    print(f"{len(labelled)} reports of {len(stories)} stories in {folder}; half of the stories to choose on")
    print("threshold   first half: BCubed  pair F1   second half: BCubed  pair F1   small days: precision  recall")
    sure = [near for near in THRESHOLDS if small_days(halves[0], near)[0] >= SURE]
    best = max(sure, key=lambda near: _scores(halves[0], near)[0])
    for near in THRESHOLDS:
        ours, theirs = (_scores(half, near) for half in halves)
        precision, recall = small_days(labelled, near)
        mark = f"{'chosen' if near == best else ''} {'in use' if near == NEAR else ''}"
        print(
            f"{near:9.4f} {ours[0]:19.3f} {ours[1]:8.3f} {theirs[0]:21.3f} {theirs[1]:8.3f} "
            f"{precision:22.4f} {recall:7.3f}  {mark}"
        )
    start = time.perf_counter()
    plain = _scores(labelled, NEAR)
    print(f"all reports at {NEAR}: BCubed {plain[0]:.3f}, pair F1 {plain[1]:.3f}, {time.perf_counter() - start:.1f} s")
    wired = labelled_reports(folder, WIRE)
    told = _scores(wired, NEAR)
    print(f"each behind {WIRE!r}: BCubed {told[0]:.3f}, pair F1 {told[1]:.3f}")
    print("small days so: precision {:.4f}, recall {:.3f}".format(*small_days(wired, NEAR)))


def invented(count: int) -> list[Report]:
    """Make reports in invented words, four outlets of twenty to a story, 200 words each."""
    chance = random.Random(7)
    known = [f"{chance.choice('bdfgklmnprst')}a{n:x}q" for n in range(20_000)]
    weights = [1 / (rank + 5) for rank in range(len(known))]
    made = []
    for n in range(count // 4):
        topic = chance.sample(known[100:], 25)
        for outlet in chance.sample(range(20), 4):
            said = [
                chance.choice(topic) if chance.random() < 0.35 else word
                for word in chance.choices(known, weights, k=200)
            ]
            line = {"id": f"{n}-{outlet}", "title": " ".join(said[:8]), "text": " ".join(said)}
            made.append(_report(line, ""))
    return made


def many(count: int) -> None:
    """Tell how long a great day takes, and how well it is grouped."""
    reports = invented(count)
    start = time.perf_counter()
    found = grouped([features(report) for report in reports], NEAR)
    took = time.perf_counter() - start
    labels = [report.heard.entry.identity.split("-")[0] for report in reports]
    both, ours, truth = (Counter(of) for of in (zip(labels, found, strict=True), found, labels))
    right, said, same = (sum(n * (n - 1) for n in of.values()) for of in (both, ours, truth))
    print(f"{count} invented reports: {took:.1f} s, precision {right / max(1, said):.3f}, recall {right / same:.3f}")


def _scores(labelled: Labelled, near: float) -> tuple[float, float]:
    labels = [label for label, _ in labelled]
    found = grouped([vector for _, vector in labelled], near)
    return bcubed(labels, found), paired(labels, found)[2]


if __name__ == "__main__":
    main()
