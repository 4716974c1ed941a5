"""What of it is printed: each candidate's worth, and how many are taken.

Candidates are scored by their place, their words' weight in the story, the title, numbers and names; they are taken
best first, each as different as can be from what was taken before (maximal marginal relevance, Carbonell and Goldstein
1998), and a long article is heard to its end.
"""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.desk.candidates import SOURCES_HEARD
from briefing.desk.text import language_of, names, sentences, stems, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.desk.candidates import Candidate
    from briefing.model import Story

ALIKE = 0.5  # share of the shorter statement's stems that another may repeat
LEADS = 0.2  # what the headline's own report says is worth more than what an earlier one said
FEW = 4  # sentences: in a text of fewer every word counts
DIGITS = 9


def how_many(story: Story) -> int:
    """Say how many developments a story bears, by the length of its fullest report."""
    length = max(len(report.text.split()) for report in story.reports)
    return next((n for n, words_below in ((1, 60), (2, 130), (3, 420), (4, 900)) if length < words_below), 5)


def scored(story: Story, found: Sequence[Candidate]) -> list[Candidate]:
    """Give each candidate with what it is worth in its story."""
    weights = _weights(story)
    titles = [frozenset(stems(report.title, language_of(report.article))) for report in story.reports]
    return [replace(item, score=round(_score(item, titles[item.source], weights), DIGITS)) for item in found]


def choose(found: Sequence[Candidate], count: int) -> tuple[Candidate, ...]:
    """Take the best that are not alike, one from each third of a long article first."""
    ranked = sorted(found, key=lambda item: (-item.score, item.source, item.sentence.start))
    taken: list[Candidate] = []
    if count >= 5:  # noqa: PLR2004 - a long piece is heard to its end
        for part in range(3):
            of_part = (item for item in ranked if item.part == part and item.source == 0 and _new(item, taken))
            taken.extend(itertools.islice(of_part, 1))
    for item in ranked:
        if len(taken) >= count:
            break
        if item not in taken and _new(item, taken):
            taken.append(item)
    return tuple(taken[:count])


def overlap(left: frozenset[str], right: frozenset[str]) -> float:
    """Say which share of the shorter statement's stems the other repeats."""
    return len(left & right) / max(1, min(len(left), len(right)))


def _weights(story: Story) -> dict[str, float]:
    """Weigh a story's stems: said in many sentences and by many reports, they are what it is about."""
    counts: Counter[str] = Counter()
    said = 0
    for report in story.reports[:SOURCES_HEARD]:
        language = language_of(report.article)
        meanings = [frozenset(stems(sentence.text, language)) for sentence in sentences(report.article)]
        counts.update({stem for meaning in meanings for stem in meaning})
        for meaning in meanings:
            counts.update(meaning)
        said += len(meanings)
    most = max(counts.values(), default=1)
    return {stem: math.log1p(n) / math.log1p(most) for stem, n in counts.items() if n > 1 or said < FEW}


def _score(item: Candidate, title: frozenset[str], weights: dict[str, float]) -> float:
    """Sum what makes a sentence worth printing; each part is about one at its best."""
    centrality = math.fsum(weights.get(stem, 0.0) for stem in sorted(item.stems)) / (len(item.stems) + 4)
    of_title = len(item.stems & title) / len(title) if title else 0.0
    early = math.exp(-item.place / 4) + 0.3 * (1 - item.place / item.length)
    numbers = 0.15 * min(2, len(re.findall(r"\d[\d.,]*", item.text)))
    named = 0.08 * min(4, len(names(item.text)))
    long = 0.02 * max(0, len(words(item.text)) - 30)
    return 1.2 * centrality + 0.5 * of_title + early + numbers + named - long + (0 if item.source else LEADS)


def _new(item: Candidate, taken: Sequence[Candidate]) -> bool:
    return all(overlap(item.stems, other.stems) < ALIKE for other in taken)
