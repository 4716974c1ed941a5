"""A claim laid beside a passage of its source: which word stands for which, in order."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.desk.vet.source import Passage
    from briefing.desk.vet.tokens import Token

MATTER, GRAMMAR, NEXT = 1.0, 0.25, 0.5  # what a match is worth, and one right behind another


@dataclass(frozen=True)  # no slots: what is asked for twice is kept
class Laid:
    """A claim beside one passage. `pairs` maps places in the claim to places in the passage, both rising."""

    claim: tuple[Token, ...]
    passage: Passage
    pairs: dict[int, int]

    @cached_property
    def back(self) -> dict[int, int]:
        """Map places in the passage to places in the claim."""
        return {there: here for here, there in self.pairs.items()}

    @cached_property
    def matter(self) -> int:
        """Count the words that carry matter and stand in both."""
        return sum(self.claim[here].content for here in self.pairs)

    @property
    def copied(self) -> float:
        """Give the share of the claim's words that stand in the passage in this order."""
        return len(self.pairs) / len(self.claim)

    @cached_property
    def gaps(self) -> tuple[tuple[range, range], ...]:
        """Give, between each two neighbouring matches, the places that the claim and the passage do not share."""
        marks = [(-1, -1), *sorted(self.pairs.items()), (len(self.claim), len(self.passage.tokens))]
        return tuple((range(a + 1, b), range(c + 1, d)) for (a, c), (b, d) in pairwise(marks) if b - a > 1 or d - c > 1)

    def runs(self) -> Iterator[tuple[int, int]]:
        """Give first place and length of each stretch that claim and passage share word for word."""
        start, length, last = -1, 0, (-2, -2)
        for here, there in sorted(self.pairs.items()):
            if (here - 1, there - 1) == last:
                length += 1
            else:
                if length:
                    yield start, length
                start, length = here, 1
            last = (here, there)
        if length:
            yield start, length


def lay(claim: tuple[Token, ...], passage: Passage, places: Sequence[int]) -> Laid:
    """Lay the words of a claim that stand at some places beside a passage.

    The best common subsequence: a match of matter is worth more than one of grammar, and neighbours more than strays.
    """
    theirs = [token.key for token in passage.tokens]
    ours = [claim[place].key for place in places]
    worth = [MATTER if claim[place].content else GRAMMAR for place in places]
    width, there = len(theirs), frozenset(theirs)
    best = [[0.0] * (width + 1)]
    none = [-1.0] * (width + 1)
    ends = [none]
    for row, key in enumerate(ours):
        above, before = best[row], ends[row]
        if key not in there:
            best.append(above)
            ends.append(none)
            continue
        line, end = [0.0] * (width + 1), [-1.0] * (width + 1)
        beside = row > 0 and places[row - 1] == places[row] - 1
        for column, other in enumerate(theirs):
            top = max(above[column + 1], line[column])
            if key == other:
                value = above[column]
                if beside and before[column] >= 0 and before[column] + NEXT > value:
                    value = before[column] + NEXT
                value += worth[row]
                end[column + 1] = value
                top = max(top, value)
            line[column + 1] = top
        best.append(line)
        ends.append(end)
    return Laid(claim, passage, _kept(claim, _traced(best, ends, ours, places, worth)))


def _traced(
    best: list[list[float]], ends: list[list[float]], ours: list[str], places: Sequence[int], worth: list[float]
) -> dict[int, int]:
    """Walk back through the tables."""
    pairs: dict[int, int] = {}
    row, column = len(ours), len(best[0]) - 1
    linked = False
    while row and column:
        value = ends[row][column]
        if value >= 0 and (linked or value >= best[row][column]):
            pairs[places[row - 1]] = column - 1
            before = value - worth[row - 1] - NEXT
            linked = ends[row - 1][column - 1] >= 0 and abs(ends[row - 1][column - 1] - before) < 1e-9  # noqa: PLR2004
            row, column = row - 1, column - 1
        elif best[row - 1][column] >= best[row][column - 1]:
            row -= 1
        else:
            column -= 1
    return dict(sorted(pairs.items()))


def _kept(claim: tuple[Token, ...], pairs: dict[int, int]) -> dict[int, int]:
    """Leave out a lone word of grammar that matches far from any other: chance, not copying."""
    return {
        here: there
        for here, there in pairs.items()
        if claim[here].content or pairs.get(here - 1) == there - 1 or pairs.get(here + 1) == there + 1
    }
