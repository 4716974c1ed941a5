"""What several reports agree on: the pairs and stems that most of them say, and a choice that tells most of those.

A statement's worth is the weight of what it says that was not told yet, by concept coverage (Gillick and Favre 2009):
a concept weighs one for each report that says it, and up to one more where it is said early.
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.desk.lexicon import STOPWORDS
from briefing.desk.text import stem, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.desk.features import Scene

AGREE = 2  # reports that must say a concept
EARLY = 3.0  # sentences in which the weight of an early place falls to a third
SINGLE = 0.5  # what a stem weighs beside a pair
BRIEF = 0.8  # power of a statement's length by which its weight is divided
RANK = 0.15  # power of what the trees say of it, by which its weight is multiplied

Concepts = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Agreement:
    """What each concept of a story weighs."""

    weights: Mapping[tuple[str, ...], float]

    def gain(self, new: Concepts, worth: float, size: int) -> float:
        """Say what a statement of `size` words adds that says `new` and is worth `worth` alone."""
        told = math.fsum([self.weights.get(concept, 0.0) for concept in sorted(new)])
        return told * math.pow(worth, RANK) / math.pow(size, BRIEF)


def concepts(text: str, language: str) -> Concepts:
    """Give the stems of a text, and each two that follow one another, but for those of small words alone."""
    common = STOPWORDS.get(language, STOPWORDS["en"])
    said = [(stem(word), word in common) for word in words(text)]
    pairs = {(one, two) for (one, small), (two, slight) in itertools.pairwise(said) if not (small and slight)}
    return frozenset(pairs) | {(one,) for one, small in said if not small}


def agreement(scenes: Sequence[Scene]) -> Agreement:
    """Weigh what at least two reports say."""
    said: dict[tuple[str, ...], list[float]] = {}
    for seen in scenes:
        earliest: dict[tuple[str, ...], int] = {}
        for place, sentence in enumerate(seen.sentences):
            for concept in concepts(sentence.text, seen.language):
                earliest.setdefault(concept, place)
        for concept, place in earliest.items():
            said.setdefault(concept, []).append(1 + math.exp(-place / EARLY))
    return Agreement(
        {
            concept: (1.0 if len(concept) > 1 else SINGLE) * math.fsum(weights)
            for concept, weights in said.items()
            if len(weights) >= AGREE
        }
    )
