"""Joining bottom-up by average similarity (Sokal and Michener 1958, "UPGMA"), over the pairs that are alike at all.

Of two groups the sum of their members' likenesses is kept, so that a merger costs as much as the groups have
neighbours, and not as there are groups. Pairs that were not compared count nothing, which is what they would have.
"""

from __future__ import annotations

import heapq
import math
from typing import TYPE_CHECKING

from briefing.desk.cluster.alike import NEAREST

if TYPE_CHECKING:
    from collections.abc import Mapping

NEAR = 0.0625  # the similarity above which two reports are of one happening; of groups, see `needed`
CAUTION = 0.7  # how much nearer two reports must be than two great groups

Neighbours = dict[int, dict[int, float]]  # of each group: the others, and the sum of the likenesses between them


def join(count: int, likenesses: Mapping[tuple[int, int], float], near: float = NEAR) -> tuple[tuple[int, ...], ...]:
    """Join what is near, nearest first; groups in the order of their first member."""
    groups: dict[int, tuple[int, ...]] = {n: (n,) for n in range(count)}
    neighbours: Neighbours = {n: {} for n in range(count)}
    for (left, right), value in likenesses.items():
        neighbours[left][right] = neighbours[right][left] = value
    heap = [(-value, pair) for pair, value in likenesses.items() if value >= near]
    heapq.heapify(heap)
    following: int = count
    least = near / (1 + CAUTION)
    while heap:
        _, (left, right) = heapq.heappop(heap)
        if left not in groups or right not in groups:
            continue
        groups[following] = tuple(sorted(groups.pop(left) + groups.pop(right)))
        _merge(neighbours, left, right, following)
        for other, total in neighbours[following].items():
            pairs = len(groups[following]) * len(groups[other])
            average = total / pairs
            if average >= least and (average := round(average, NEAREST)) >= needed(near, pairs):
                heapq.heappush(heap, (-average, (other, following)))
        following += 1
    return tuple(sorted(groups.values()))


def needed(near: float, pairs: int) -> float:
    """Say how near two groups must be: one comparison may err, the average of many is surer and may be lower.

    As an average's error does, the caution shrinks with the root of how many pairs there are.
    """
    return near * (1 + CAUTION / math.sqrt(pairs)) / (1 + CAUTION)


def _merge(neighbours: Neighbours, left: int, right: int, merged: int) -> None:
    """Give a merged group the neighbours of both."""
    sums = neighbours.pop(left)
    for other, value in neighbours.pop(right).items():
        sums[other] = sums.get(other, 0.0) + value
    sums.pop(left, None)
    sums.pop(right, None)
    neighbours[merged] = sums
    for other, value in sums.items():
        its = neighbours[other]
        its.pop(left, None)
        its.pop(right, None)
        its[merged] = value
