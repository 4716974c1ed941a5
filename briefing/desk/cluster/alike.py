"""How much two reports say the same.

A word is weighed by how rare it is among the reports of the day and in any day's news (Spärck Jones 1972). Only pairs
that share two of the words that say most in each are compared at all; the others would come out far below any
threshold.
"""

from __future__ import annotations

import math
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from briefing.desk.cluster.about import NAMES
from briefing.desk.cluster.slots import SLOT, apart
from briefing.desk.lexicon import COMMONPLACE
from briefing.desk.text import stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.desk.cluster.about import Vector

    Likenesses = dict[tuple[int, int], float]

DIVERSE = 8  # words that two reports share evenly at which their cosine counts half: one town in both is not enough
BACKGROUND = 100  # reports that are thought to stand behind the day's
STEPS = 30, 12  # of them that are thought to say a word of COMMONPLACE's first and second step; no other word
APART = 96 * 3600  # seconds between two reports that cannot be of one happening
STRANGERS = 0.4  # of their likeness, where no name is in both
ANOTHER = 0.1  # of it, where both name a place, or whom it is about, and each another
NEAREST = 9  # digits that are compared
TELLING = 40  # words of a report, those that weigh most, by which others are found that may say the same
LOOKED_UP = 100_000  # words of a day by which others are found: of few reports all
SHARED = 2  # of them that two reports must share to be compared
COMPARED = 120_000  # pairs of a day that are looked at closely: of few reports all, of thousands those that share most
PART = 0.25  # of what the one that shares most shares: where many share something, who shares less is not compared
FAINT = 0.01  # likeness below which two reports have nothing in common


STANDING = {
    stem(word): count
    for steps in COMMONPLACE.values()
    for count, words in zip(STEPS, steps, strict=True)
    for word in words.split()
}


def weighted(vectors: Sequence[Vector]) -> list[Vector]:
    """Weigh each word by its rarity among the day's reports; every vector gets length one."""
    spread = Counter(chain.from_iterable(vectors))
    rare = {word: _rarity(word, count, len(vectors)) for word, count in spread.items()}
    return [_unit({word: weight * rare[word] for word, weight in vector.items()}) for vector in vectors]


def likenesses(vectors: Sequence[Vector], moments: Sequence[float]) -> Likenesses:
    """Compare each report with those that may say the same and are of its time; moments are in seconds."""
    holders: dict[str, list[int]] = {}
    found = {}
    most = max(TELLING, LOOKED_UP // max(1, len(vectors)))
    telling = [_telling(vector, most) for vector in vectors]
    room = max(1, COMPARED // max(1, len(vectors)))
    for n, vector in enumerate(vectors):
        words = telling[n]
        shared = Counter(chain.from_iterable(holders[word] for word in words if word in holders))
        for m in _likely(shared, room):
            if abs(moments[n] - moments[m]) <= APART:
                value = similarity(vectors[m], vector)
                if value >= FAINT:
                    found[m, n] = value
        for word in words:
            holders.setdefault(word, []).append(n)
    return found


def similarity(left: Vector, right: Vector) -> float:
    """Give the cosine of two vectors of length one, less where it rests on few words: a town's name joins no two stories.

    How many words it rests on is the inverse of Simpson's index (1949) over what each adds. Two reports that have names,
    and none in common, tell of two happenings of one kind: two fires, two strikes.
    """
    common = left.keys() & right.keys()
    shared = [left[word] * right[word] for word in common]
    cosine = math.fsum(shared)
    if not cosine:
        return 0.0
    resting = cosine * cosine / math.fsum([part * part for part in shared])
    alike = cosine * resting / (resting + DIVERSE)
    if alike >= FAINT and NAMES in common and not _share_a_name(common, left, right):
        alike *= STRANGERS
    if alike >= FAINT and SLOT in common and apart(left, right, NAMES):
        alike *= ANOTHER
    return round(alike, NEAREST)


def _share_a_name(common: set[str], left: Vector, right: Vector) -> bool:
    """Tell whether a word of both is a name in one."""
    if any(word[0] == NAMES and word != NAMES for word in common):
        return True
    return any(NAMES + word in left or NAMES + word in right for word in common)


def _telling(vector: Vector, most: int) -> list[str]:
    """Give the words that weigh most."""
    return sorted((word for word in vector if vector[word]), key=lambda word: (-vector[word], word))[:most]


def _likely(shared: Counter[int], room: int) -> list[int]:
    """Give those that share enough; of very many, those that share most."""
    likely = [n for n, count in shared.items() if count >= SHARED]
    if len(likely) <= room:
        return likely
    least = max(shared.values()) * PART
    likely = [n for n in likely if shared[n] >= least]
    return sorted(likely, key=lambda n: (-shared[n], n))[:room]


def _rarity(word: str, spread: int, total: int) -> float:
    """Weigh a word by how rare it is among the day's reports and those thought behind them.

    On a day of few reports the words of one happening are not thought common, nor those of any day's news rare.
    """
    return math.log((total + BACKGROUND) / (spread + STANDING.get(word, 0) + 0.5))


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(math.fsum([weight * weight for weight in vector.values()]))
    return {word: weight / length for word, weight in vector.items()} if length else {}
