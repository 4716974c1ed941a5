"""Gradient-boosted regression trees (Friedman 2001), read and summed in plain Python.

A tree is a leaf's value, or [feature, threshold, low, high]: low is taken where the feature is at or below the
threshold. They are not walked one by one but answered together (QuickScorer, Lucchese et al. 2015): each threshold that
a row exceeds strikes out the leaves that it forbids, and of each tree the first leaf that is left is its answer. One
integer holds all leaves of all trees, so that a feature is a search among its thresholds and one "and".
"""

from __future__ import annotations

import math
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate
from operator import and_, getitem
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

LEAVES = 8  # of one tree at most: a byte, a bit for each leaf, the first the lowest
_FIRST = bytes((byte & -byte).bit_length() - 1 if byte else 0 for byte in range(256))

Split = tuple[int, float, int]  # feature, threshold, the leaves that a feature above it forbids


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees in the form in which they are answered together.

    `splits` holds a feature, its thresholds in order, and what is left of all leaves above none, one, … of them;
    `leaves` each tree's values.
    """

    splits: tuple[tuple[int, tuple[float, ...], tuple[int, ...]], ...]
    leaves: tuple[tuple[float, ...], ...]

    def sum(self, row: Sequence[float]) -> float:
        """Give what the trees make of one row of features: the exact sum of their leaves, rounded once."""
        left = -1
        for feature, thresholds, masks in self.splits:
            left &= masks[bisect_left(thresholds, row[feature])]
        size = len(self.leaves)
        answers = (left & ((1 << (LEAVES * size)) - 1)).to_bytes(size, "little").translate(_FIRST)
        return math.fsum(map(getitem, self.leaves, answers))


def grown(written: Sequence[object]) -> Forest:
    """Read trees as JSON holds them; ValueError where one has more than eight leaves."""
    leaves: list[tuple[float, ...]] = []
    forbidden: dict[int, dict[float, int]] = {}
    for number, tree in enumerate(written):
        values, splits = _flat(tree)
        if len(values) > LEAVES:
            raise ValueError(f"tree {number}: {len(values)} leaves: at most {LEAVES}")
        leaves.append(values)
        for feature, threshold, low in splits:
            known = forbidden.setdefault(feature, {})
            known[threshold] = known.get(threshold, 0) | low << (LEAVES * number)
    return Forest(
        splits=tuple(
            (feature, tuple(sorted(known)), tuple(accumulate((~known[at] for at in sorted(known)), and_, initial=-1)))
            for feature, known in sorted(forbidden.items())
        ),
        leaves=tuple(leaves),
    )


def _flat(tree: object, first: int = 0) -> tuple[tuple[float, ...], list[Split]]:
    """Give a tree's leaves from low to high, numbered from `first`, and its splits."""
    if not isinstance(tree, list):
        return (float(str(tree)),), []
    feature, threshold, low, high = tree
    below, splits = _flat(low, first)
    above, others = _flat(high, first + len(below))
    struck = ((1 << len(below)) - 1) << first
    return (*below, *above), [(int(feature), float(threshold), struck), *splits, *others]
