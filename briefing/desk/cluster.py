"""Third verb: the reports of one happening become a story.

Reports are compared by what they say: title and opening, words weighted by how rare they are among the reports of
the day, names more than other words. They are joined bottom-up by average similarity (Sokal and Michener 1958,
"UPGMA"), as long as the two nearest groups are nearer than a threshold.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter
from typing import TYPE_CHECKING

from briefing.desk.text import language_of, names, stem, stems
from briefing.model import Story

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.model import Audience, Report

NEAR = 0.13  # the average cosine above which two groups of reports are of one happening
OPENING = 250  # words of a text that say what it is about
NAME_WEIGHT = 1.8
BACKGROUND = 40  # reports that are thought to stand behind the day's, none with its words
TITLE_WEIGHT = 2
APART = 96 * 3600  # seconds between two reports that cannot be of one happening
NEAREST = 9  # digits that are compared

Vector = dict[str, float]


def cluster(reports: Sequence[Report], audience: Audience) -> tuple[Story, ...]:
    """Group reports into stories, in the order of each story's first report."""
    vectors = weighted([features(report) for report in reports])
    groups = join(vectors, [report.heard.arrived.timestamp() for report in reports])
    return tuple(Story(reports=fullest_first([reports[n] for n in group], audience)) for group in groups)


def fullest_first(reports: Iterable[Report], audience: Audience) -> tuple[Report, ...]:
    """Order a story's reports: the audience's first language, facts before views, pages before feeds, fullest."""
    languages = {language: place for place, language in enumerate(audience.languages)}

    def place(report: Report) -> tuple[int, bool, bool, int, str]:
        language = languages.get(language_of(report.article), len(languages))
        views = (report.article.kind or report.feed.kind) in ("analysis", "opinion")
        return language, views, report.article.origin == "feed", -len(report.text), report.heard.digest

    return tuple(sorted(reports, key=place))


def features(report: Report) -> Vector:
    """Say what a report is about: stems of its title and opening, often said or in the title more, names most."""
    language = language_of(report.article)
    opening = " ".join(report.text.split()[:OPENING])
    counts = Counter(stems(opening, language))
    for word in stems(report.title, language):
        counts[word] += TITLE_WEIGHT
    named = {stem(name) for name in names(opening)}
    return {word: (1 + math.log(n)) * (NAME_WEIGHT if word in named else 1) for word, n in counts.items()}


def weighted(vectors: Sequence[Vector]) -> list[Vector]:
    """Weigh each word by its rarity among the day's reports; every vector gets length one."""
    spread = Counter(word for vector in vectors for word in vector)
    return [
        _unit({word: weight * _rarity(spread[word], len(vectors)) for word, weight in vector.items()})
        for vector in vectors
    ]


def similarity(left: Vector, right: Vector) -> float:
    """Give the cosine of two vectors of length one, summed in the order of their words."""
    if len(left) > len(right):
        left, right = right, left
    return round(math.fsum(weight * right[word] for word, weight in left.items() if word in right), NEAREST)


def join(vectors: Sequence[Vector], moments: Sequence[float]) -> tuple[tuple[int, ...], ...]:
    """Join what is near, nearest first; groups in the order of their first member."""
    groups: dict[int, tuple[int, ...]] = {n: (n,) for n in range(len(vectors))}
    near = _pairs(vectors, moments)
    heap = [(-value, pair) for pair, value in near.items() if value >= NEAR]
    heapq.heapify(heap)
    following = len(vectors)
    while heap:
        _, (left, right) = heapq.heappop(heap)
        if left not in groups or right not in groups:
            continue
        merged = groups.pop(left), groups.pop(right)
        for other, members in groups.items():
            value = _average(near, left, right, other, merged)
            near[other, following] = value
            if value >= NEAR and members:
                heapq.heappush(heap, (-value, (other, following)))
        groups[following] = tuple(sorted(merged[0] + merged[1]))
        following += 1
    return tuple(sorted(groups.values()))


def _average(
    near: dict[tuple[int, int], float],
    left: int,
    right: int,
    other: int,
    merged: tuple[tuple[int, ...], tuple[int, ...]],
) -> float:
    sizes = len(merged[0]), len(merged[1])
    values = (near.get((min(n, other), max(n, other)), 0.0) for n in (left, right))
    return round(math.fsum(size * value for size, value in zip(sizes, values, strict=True)) / sum(sizes), NEAREST)


def _pairs(vectors: Sequence[Vector], moments: Sequence[float]) -> dict[tuple[int, int], float]:
    """Compare each report with those that share a word with it and are of its time."""
    holders: dict[str, list[int]] = {}
    near = {}
    for n, vector in enumerate(vectors):
        others = sorted({m for word in vector for m in holders.get(word, ())})
        for m in others:
            if abs(moments[n] - moments[m]) <= APART:
                near[m, n] = similarity(vectors[m], vector)
        for word in vector:
            holders.setdefault(word, []).append(n)
    return near


def _rarity(spread: int, total: int) -> float:
    """Weigh a word: on a day of few reports, the words of one happening are not thought common."""
    return math.log((total + BACKGROUND) / (spread + 0.5))


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(math.fsum(weight * weight for weight in vector.values()))
    return {word: weight / length for word, weight in vector.items()} if length else {}
