"""ROUGE-1, -2 and -L (Lin 2004), stemmed, as rouge-score 0.1.2 counts them, quick enough to weigh every set of sentences.

Needs the Porter stemmer that comes with rouge-score (`pip install rouge-score`).
"""

from __future__ import annotations

import itertools
import re
import sys
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

try:
    from nltk.stem.porter import PorterStemmer
except ImportError:
    sys.exit("ROUGE needs a Porter stemmer: pip install rouge-score (it brings nltk), then run this again")

if TYPE_CHECKING:
    from collections.abc import Sequence

STEMMER = PorterStemmer()


@lru_cache(maxsize=200_000)
def _stem(word: str) -> str:
    return STEMMER.stem(word) if len(word) > 3 else word


def tokens(text: str) -> list[str]:
    """Give the stemmed words of a text."""
    return [_stem(word) for word in re.sub(r"[^a-z0-9]+", " ", text.lower()).split()]


class Reference:
    """What a person wrote, laid out to be compared with."""

    def __init__(self, text: str) -> None:
        """Count its words and pairs."""
        self.said = tokens(text)
        self.ones, self.twos = Counter(self.said), Counter(itertools.pairwise(self.said))
        self.full = (1 << len(self.said)) - 1
        self.masks: dict[str, int] = {}
        for place, word in enumerate(self.said):
            self.masks[word] = self.masks.get(word, 0) | 1 << place

    def hits(self, said: Sequence[str]) -> tuple[int, int]:
        """Count the words and pairs that both say."""
        ones, twos = Counter(said), Counter(itertools.pairwise(said))
        return (
            sum(min(n, self.ones[word]) for word, n in ones.items() if word in self.ones),
            sum(min(n, self.twos[pair]) for pair, n in twos.items() if pair in self.twos),
        )

    def common(self, said: Sequence[str]) -> int:
        """Give the length of the longest common subsequence: bit-parallel (Hyyrö 2004)."""
        state = self.full
        for word in said:
            both = state & self.masks.get(word, 0)
            state = ((state + both) | (state - both)) & self.full
        return len(self.said) - state.bit_count()

    def f1(self, said: Sequence[str]) -> tuple[float, float, float]:
        """Give the F1 of ROUGE-1, ROUGE-2 and ROUGE-L."""
        size, of = len(said), len(self.said)
        if not size or not of:
            return 0.0, 0.0, 0.0
        one, two = self.hits(said)
        return 2 * one / (size + of), 2 * two / max(1, size + of - 2), 2 * self.common(said) / (size + of)

    def mean(self, said: Sequence[str]) -> float:
        """Give the mean of the three."""
        return sum(self.f1(said)) / 3

    def recall(self, said: Sequence[str]) -> tuple[float, float]:
        """Give the recall of ROUGE-1 and ROUGE-2."""
        one, two = self.hits(said)
        return one / max(1, len(self.said)), two / max(1, len(self.said) - 1)
