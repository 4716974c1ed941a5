"""Which statements go together: every small set of the best is weighed as a whole, in words that it costs and says.

The second of two stages: trees rank each sentence alone, and then each set of the best by what it covers, repeats and
leaves out.
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING

from briefing.desk.features import FEATURES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefing.desk.candidates import Candidate

SET_FEATURES = (
    "size", "words", "words each", "sum", "mean", "least", "best", "best left", "ranks", "first place", "mean place",
    "last place", "span", "adjacent", "opens", "covered", "top covered", "covered a word", "most alike", "mean alike",
    "title", "numbers", "names", "quoted", "best in", "text words", "length", "pronouns", "dated", "new", "later",
    "gravity", "graver left", "expected", "expected a word",
)  # fmt: skip
BEST = 7  # sentences of which every set is weighed
LARGEST = 4  # statements in a set
TOP = 12  # a story's weightiest stems
_AT = {name: number for number, name in enumerate(FEATURES)}
_SUMMED = itemgetter(
    *[_AT[name] for name in ("words", "numbers", "names", "quoted", "pronouns", "dated", "new", "later")]
)
_TEXT, _LENGTH = _AT["text words"], _AT["length"]


@dataclass(frozen=True, slots=True, eq=False)
class Ranked:
    """A statement that is weighed, with its features and what it is worth alone; two are one only where they are it."""

    item: Candidate
    row: tuple[float, ...]
    worth: float


@dataclass(frozen=True, slots=True)
class Field:
    """What the sets are weighed against: the report's stems and title, and the statements, best first."""

    weights: Mapping[str, float]
    total: float
    top: frozenset[str]
    top_total: float
    title: frozenset[str]
    ranked: tuple[Ranked, ...]
    expected: Mapping[str, float]  # what each stem is worth by the statements that say it, in shares of all
    gravest: int


def field(weights: Mapping[str, float], title: frozenset[str], found: Sequence[Ranked]) -> Field:
    """Lay out one report's statements to be weighed in sets."""
    top = sorted(weights, key=lambda stem: (-weights[stem], stem))[:TOP]
    ranked = sorted(found, key=lambda one: (-one.worth, one.item.sentence.start))
    worth: dict[str, list[float]] = {}
    for one in ranked:
        for stem in one.item.stems:
            worth.setdefault(stem, []).append(one.worth)
    sums = {stem: math.fsum(worths) for stem, worths in worth.items()}
    whole = math.fsum(sums.values()) or 1.0
    return Field(
        weights=weights,
        total=math.fsum(weights.values()) or 1.0,
        top=frozenset(top),
        top_total=math.fsum([weights[stem] for stem in top]) or 1.0,
        title=title,
        ranked=tuple(ranked),
        expected={stem: one / whole for stem, one in sums.items()},
        gravest=max((one.item.gravity for one in ranked), default=0),
    )


def sets(seen: Field, most: int, best: int = BEST, needed: Candidate | None = None) -> Iterator[tuple[Ranked, ...]]:
    """Give every set of one to `most` of the best statements, and of the one `needed`, each in the order of the text."""
    weighed = [*seen.ranked[:best], *(one for one in seen.ranked[best:] if one.item is needed)]
    chosen = sorted(weighed, key=lambda one: one.item.sentence.start)
    for size in range(1, min(most, len(chosen)) + 1):
        yield from itertools.combinations(chosen, size)


def set_row(chosen: tuple[Ranked, ...], seen: Field) -> tuple[float, ...]:
    """Give the features of one set, in the order of SET_FEATURES."""
    words, *sums = [math.fsum(column) for column in zip(*[_SUMMED(one.row) for one in chosen], strict=True)]
    union = frozenset[str]().union(*[one.item.stems for one in chosen])
    return (
        *_worths(chosen, seen, words),
        *_places(chosen),
        *_said(chosen, union, seen, words),
        *_told(chosen, seen, sums),
        *_awaited(chosen, union, seen, words),
    )


def _worths(chosen: tuple[Ranked, ...], seen: Field, words: float) -> tuple[float, ...]:
    size = len(chosen)
    worths = [one.worth for one in chosen]
    total = math.fsum(worths)
    places = [n for n, one in enumerate(seen.ranked) if one in chosen]
    left = next((one.worth for one in seen.ranked if one not in chosen), 0.0)
    return size, words, words / size, total, total / size, min(worths), max(worths), left, sum(places)


def _places(chosen: tuple[Ranked, ...]) -> tuple[float, ...]:
    places = [one.item.place for one in chosen]
    adjacent = sum(after - before == 1 for before, after in itertools.pairwise(places))
    mean = sum(places) / len(places)
    return places[0], mean, places[-1], places[-1] - places[0], adjacent, float(places[0] == 0)


def _said(chosen: tuple[Ranked, ...], union: frozenset[str], seen: Field, words: float) -> tuple[float, ...]:
    """Say what a set covers, by sums that are exact in any order."""
    weights = seen.weights
    covered = math.fsum([weights.get(stem, 0.0) for stem in union]) / seen.total
    top = math.fsum([weights[stem] for stem in union & seen.top]) / seen.top_total
    alike = [overlap(a.item.stems, b.item.stems) for a, b in itertools.combinations(chosen, 2)]
    return (
        covered,
        top,
        covered / (words or 1.0),
        max(alike, default=0.0),
        math.fsum(alike) / (len(alike) or 1),
        len(union & seen.title) / len(seen.title) if seen.title else -1.0,
    )


def _told(chosen: tuple[Ranked, ...], seen: Field, sums: Sequence[float]) -> tuple[float, ...]:
    numbers, named, quoted, pronouns, dated, new, later = sums
    size, row = len(chosen), chosen[0].row
    best = float(seen.ranked[0] in chosen)
    return numbers, named, quoted / size, best, row[_TEXT], row[_LENGTH], pronouns, dated, new / size, later / size


def _awaited(chosen: tuple[Ranked, ...], union: frozenset[str], seen: Field, words: float) -> tuple[float, ...]:
    """Say how grave what a set tells is, and how much it tells of what a person is expected to."""
    expected = math.fsum([seen.expected.get(stem, 0.0) for stem in union])
    grave = max(one.item.gravity for one in chosen)
    return grave, seen.gravest - grave, expected, expected / (words or 1.0)


@lru_cache(maxsize=1024)  # the pairs of one article's best stand in many of its sets
def overlap(left: frozenset[str], right: frozenset[str]) -> float:
    """Say which share of the shorter statement's stems the other repeats."""
    return len(left & right) / max(1, min(len(left), len(right)))
