"""What a feed's owner lets an edition print of its articles: a headline alone, at most so many words of each, or all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model import Brief, Evidence, KeyDevelopment, OpenQuestion, Statement, Story

QUOTED = 120  # words of one article in an edition where its feed says `use: quote`

Item = TypeVar("Item", "KeyDevelopment", "OpenQuestion", "Statement")


class _Allowance:
    """How many words of each source may still be printed; None is as many as one likes."""

    def __init__(self, story: Story) -> None:
        given = {"headline": 0, "quote": QUOTED, "full": None}
        self._left = [given[report.feed.use] for report in story.reports]
        self._printed: set[tuple[int, int, int]] = set()

    def spend(self, evidence: Sequence[Evidence]) -> bool:
        """Take what a statement needs of the allowances, if all of them have it; no title and nothing twice is counted."""
        needed: dict[int, int] = {}
        spans = {(one.source, one.start, one.end) for one in evidence if one.field == "text"} - self._printed
        for one in evidence:
            if (one.source, one.start, one.end) in spans and one.field == "text":
                needed[one.source] = needed.get(one.source, 0) + len(one.quote.split())
        if any((left := self._left[source]) is not None and words > left for source, words in needed.items()):
            return False
        for source, words in needed.items():
            left = self._left[source]
            self._left[source] = None if left is None else left - words
        self._printed |= spans
        return True

    def of(self, items: tuple[Item, ...]) -> tuple[Item, ...]:
        """Give the statements for which there is room, in their order."""
        return tuple(item for item in items if self.spend(item.evidence))


def within_rights(told: Brief, story: Story) -> Brief:
    """Leave out of a brief what its sources do not let us print: what is told first is kept first."""
    if all(report.feed.use == "full" for report in story.reports):
        return told
    allowance = _Allowance(story)
    return replace(
        told,
        summary=told.summary if told.summary and allowance.spend(told.summary.evidence) else None,
        since_yesterday=allowance.of(told.since_yesterday),
        key_developments=allowance.of(told.key_developments),
        open_questions=allowance.of(told.open_questions),
        analysis=allowance.of(told.analysis),
        unknowns=allowance.of(told.unknowns),
        watch_for=tuple(item for item in told.watch_for if allowance.spend(item.evidence)),
        disagreements=tuple(
            item
            for item in told.disagreements
            if allowance.spend([evidence for position in item.positions for evidence in position.evidence])
        ),
    )
