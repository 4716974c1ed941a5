"""Third verb: the reports of one happening become a story.

Reports are compared by what they say: title and opening, words weighted by how rare they are among the reports of
the day and in any day's news, names more than other words; what rests on few shared words counts less. They are joined bottom-up by average similarity (Sokal and Michener 1958,
"UPGMA"), as long as the two nearest groups are near enough.
"""

from __future__ import annotations

import heapq
import math
import re
from collections import Counter
from typing import TYPE_CHECKING

from briefing.desk.lexicon import AGENCIES, CALENDAR, COMMONPLACE
from briefing.desk.order import in_order
from briefing.desk.text import dateline, language_of, names, stem, stems
from briefing.model import Story

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.model import Audience, Report

NEAR = 0.0625  # the similarity above which two reports are of one happening; of groups, see `_needed`
CAUTION = 0.7  # how much nearer two reports must be than two great groups
DIVERSE = 8  # words that two reports share evenly at which their cosine counts half: one town in both is not enough
OPENING = 250  # words of a text that say what it is about
CHARACTERS = 16 * OPENING  # enough to hold them
NAME_WEIGHT = 1.3
TITLE_WEIGHT = 2
ENOUGH = 1.2  # times a word is said at which it has gained half of what saying it again can gain it
BACKGROUND = 100  # reports that are thought to stand behind the day's
STEPS = 30, 12  # of them that are thought to say a word of COMMONPLACE's first and second step; no other word
APART = 96 * 3600  # seconds between two reports that cannot be of one happening
NEAREST = 9  # digits that are compared
DAYS, YEARS = range(32), range(1900, 2100)  # numbers that are probably a date's

STANDING = {
    stem(word): count
    for steps in COMMONPLACE.values()
    for count, words_of_it in zip(reversed(STEPS), reversed(steps), strict=True)
    for word in words_of_it.split()
}
WHEN = {language: frozenset(map(stem, calendar)) for language, calendar in CALENDAR.items()}
AND = re.compile(r"(?i)^by |,? and |,? et |, ")
AGENCY = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, AGENCIES))})(?!\w)")

Vector = dict[str, float]


def cluster(reports: Sequence[Report], audience: Audience) -> tuple[Story, ...]:
    """Group reports into stories, in the order of each story's first report."""
    vectors = weighted([features(report) for report in reports])
    groups = join(vectors, [report.heard.arrived.timestamp() for report in reports])
    return tuple(Story(reports=in_order([reports[n] for n in group], audience)) for group in groups)


def features(report: Report) -> Vector:
    """Say what a report is about: stems of its title and opening, those in the title and names more.

    Where, when and by whom it was filed is not what it is about: two reports of one agency from one town on one day
    share all of that. So datelines, the names of outlet, agency and author, and dates are left out.
    """
    language = language_of(report.article)
    opening = " ".join(_told(report).split()[:OPENING])
    counts = Counter(_about(opening, language))
    for word in _about(_unsigned(report, report.title), language):
        counts[word] += TITLE_WEIGHT
    named = {stem(name) for name in names(opening)}
    return {word: (1 + ENOUGH) * n / (n + ENOUGH) * (NAME_WEIGHT if word in named else 1) for word, n in counts.items()}


def _told(report: Report) -> str:
    """Give a report's text without its datelines and the names of those who carried it."""
    text = "\n".join(block.text[len(dateline(block.text)) :] for block in report.article.blocks)
    return _unsigned(report, text[:CHARACTERS])


def _unsigned(report: Report, text: str) -> str:
    """Leave out the names of outlet, agency and author, wherever they stand."""
    carriers = {report.feed.name, report.article.site}
    carriers |= {name for by in (report.article.byline, report.heard.entry.author) for name in AND.split(by)}
    carriers |= {
        agency for block in report.article.blocks for agency in re.findall(r"\(([^()]+)\)", dateline(block.text))
    }
    for name in sorted(carriers, key=lambda name: (-len(name), name)):
        if len(name) > 1:
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", text)
    return AGENCY.sub(" ", text)


def _about(text: str, language: str) -> Iterable[str]:
    """Give the stems of a text without those of dates."""
    when = WHEN.get(language, WHEN["en"])
    return (word for word in stems(text, language) if word not in when and not _of_a_date(word))


def _of_a_date(word: str) -> bool:
    return word.isdecimal() and len(word) <= 4 and (int(word) in DAYS or int(word) in YEARS)  # noqa: PLR2004 - a year has four digits


def weighted(vectors: Sequence[Vector]) -> list[Vector]:
    """Weigh each word by its rarity among the day's reports; every vector gets length one."""
    spread = Counter(word for vector in vectors for word in vector)
    return [
        _unit({word: weight * _rarity(word, spread[word], len(vectors)) for word, weight in vector.items()})
        for vector in vectors
    ]


def similarity(left: Vector, right: Vector) -> float:
    """Give the cosine of two vectors of length one, less where it rests on few words: a town's name joins no two stories.

    How many words it rests on is the inverse of Simpson's index (1949) over what each adds.
    """
    if len(left) > len(right):
        left, right = right, left
    shared = [weight * right[word] for word, weight in left.items() if word in right]
    cosine = math.fsum(shared)
    if not cosine:
        return 0.0
    resting = cosine**2 / math.fsum(part**2 for part in shared)
    return round(cosine * resting / (resting + DIVERSE), NEAREST)


def join(vectors: Sequence[Vector], moments: Sequence[float], near_enough: float = NEAR) -> tuple[tuple[int, ...], ...]:
    """Join what is near, nearest first; groups in the order of their first member."""
    groups: dict[int, tuple[int, ...]] = {n: (n,) for n in range(len(vectors))}
    near = _pairs(vectors, moments)
    heap = [(-value, pair) for pair, value in near.items() if value >= near_enough]
    heapq.heapify(heap)
    following = len(vectors)
    while heap:
        _, (left, right) = heapq.heappop(heap)
        if left not in groups or right not in groups:
            continue
        merged = groups.pop(left), groups.pop(right)
        members = tuple(sorted(merged[0] + merged[1]))
        for other, others in groups.items():
            value = _average(near, left, right, other, merged)
            near[other, following] = value
            if value >= _needed(near_enough, len(members) * len(others)):
                heapq.heappush(heap, (-value, (other, following)))
        groups[following] = members
        following += 1
    return tuple(sorted(groups.values()))


def _needed(near_enough: float, pairs: int) -> float:
    """Say how near two groups must be: one comparison may err, the average of many is surer and may be lower.

    As an average's error does, the caution shrinks with the root of how many pairs there are.
    """
    return near_enough * (1 + CAUTION / math.sqrt(pairs)) / (1 + CAUTION)


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


def _rarity(word: str, spread: int, total: int) -> float:
    """Weigh a word by how rare it is among the day's reports and those thought behind them.

    On a day of few reports the words of one happening are not thought common, nor those of any day's news rare.
    """
    return math.log((total + BACKGROUND) / (spread + STANDING.get(word, 0) + 0.5))


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(math.fsum(weight * weight for weight in vector.values()))
    return {word: weight / length for word, weight in vector.items()} if length else {}
