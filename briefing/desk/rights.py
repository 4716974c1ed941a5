"""What a feed's owner lets an edition print of its articles: a headline alone, at most so many words of each, or all."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from briefing.desk.boundaries import split
from briefing.desk.select import feed_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefing.model import (
        Brief,
        Correction,
        Evidence,
        Feed,
        KeyDevelopment,
        OpenQuestion,
        Report,
        Statement,
        Story,
    )

QUOTED = 120  # words of one article in an edition where its feed says `use: quote`

Item = TypeVar("Item", "KeyDevelopment", "OpenQuestion", "Statement")


class _Allowance:
    """How many words of each source may still be printed; None is as many as one likes."""

    def __init__(self, story: Story, corrected: Mapping[str, int]) -> None:
        given = {"headline": 0, "quote": QUOTED, "full": None}
        self._left = [
            None if (words := given[report.feed.use]) is None else max(0, words - corrected.get(_article(report), 0))
            for report in story.reports
        ]
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


def corrected_within_rights(
    owed: Iterable[Correction], feeds: Iterable[Feed]
) -> tuple[tuple[Correction, ...], dict[str, int]]:
    """Shorten corrections to what their sources let us print; give them, and how many words of each article they take.

    A correction whose new words find no room beside those before it is left out; of a long notice, and of many words
    that are taken back, the first sentences stand. Titles count nothing.
    """
    quoted = {feed_name(feed) for feed in feeds if feed.use == "quote"}
    taken: dict[str, int] = {}
    kept: list[Correction] = []
    for one in owed:
        source = one.sources[0]
        if source.name not in quoted:
            kept.append(one)
            continue
        room = QUOTED - taken.get(source.url, 0)
        shortened = _shortened(one, room)
        if shortened:
            kept.append(shortened)
            titles = {item.quote for item in one.evidence if item.field == "title"} | {one.headline}
            printed = {shortened.after, shortened.notice, shortened.before} - titles
            taken[source.url] = QUOTED - room + sum(size(text) for text in sorted(printed))
    return tuple(kept), taken


def _shortened(one: Correction, room: int) -> Correction | None:
    """Fit a correction into so many words; None where its new words do not fit."""
    after = one.after if any(item.quote == one.after and item.field == "text" for item in one.evidence) else ""
    if size(after) > room:
        return None
    room -= size(after)
    notice = _cut(one.notice, room)
    room -= size(notice)
    before = one.before if one.before == one.headline else _cut(one.before, room)
    evidence = tuple(
        replace(item, end=item.start + len(notice), quote=notice) if item.quote == one.notice and notice else item
        for item in one.evidence
        if notice or item.quote != one.notice
    )
    return replace(one, before=before, notice=notice, evidence=evidence)


def size(text: str) -> int:
    """Count words as people do."""
    return len(text.split())


def _cut(text: str, room: int) -> str:
    """Give the first sentences of a text for which there is room."""
    fitting = [end for _, end in split(text) if size(text[:end]) <= room]
    return text[: fitting[-1]] if fitting else ""


def _article(report: Report) -> str:
    return report.article.url or report.heard.entry.link


def within_rights(told: Brief, story: Story, corrected: Mapping[str, int] = MappingProxyType({})) -> Brief:
    """Leave out of a brief what its sources do not let us print: what is told first is kept first.

    `corrected` says how many words of an article, by its address, are printed as its correction: they count, too.
    """
    if all(report.feed.use == "full" for report in story.reports):
        return told
    allowance = _Allowance(story, corrected)
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
