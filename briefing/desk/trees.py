"""Gradient-boosted regression trees (Friedman 2001), read and summed in plain Python.

A tree is a leaf's value, or (feature, threshold, low, high): low is taken where the feature is at or below the
threshold. The leaves' values are summed in the order of the trees, so that the sum is the same everywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

Tree = Any  # float | tuple[int, float, Tree, Tree]: a type that mypy cannot narrow by `type() is tuple`, the fast way


def summed(trees: Sequence[Tree], row: Sequence[float]) -> float:
    """Give what the trees make of one row of features."""
    total = 0.0
    for tree in trees:
        node = tree
        while type(node) is tuple:
            node = node[2] if row[node[0]] <= node[1] else node[3]
        total += node
    return total


def grown(written: object) -> Tree:
    """Read a tree as JSON holds it: a number, or [feature, threshold, low, high]."""
    if not isinstance(written, list):
        return float(str(written))
    feature, threshold, low, high = written
    return int(feature), float(threshold), grown(low), grown(high)
