"""What happened: three to five statements of a story, each the sources' own words.

Candidates are scored, what a newer report says anew or the headline says already is left out, and the best are told,
the newest report's first. What a writer judges or forecasts goes to `analysis`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.desk.candidates import candidates
from briefing.desk.choosing import ALIKE, bounded, choose, how_many, is_long, look, scored
from briefing.desk.cite import statement
from briefing.desk.order import moment, newest_first
from briefing.desk.sets import overlap
from briefing.desk.text import language_of, stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.desk.candidates import Candidate
    from briefing.model import KeyDevelopment, Report, Story

REPEATED = 0.8  # share of a statement's stems in the headline at which it says nothing else
ASIDE = 0.6  # of an older statement's score: a newer one below it is no news
COMPARED = 60  # statements, the best of a story, that an older one is compared with


def developments(
    story: Story, count: int | None = None, words: int | None = None
) -> tuple[tuple[KeyDevelopment, ...], tuple[KeyDevelopment, ...]]:
    """Give a story's key developments, and its writers' judgements.

    `count` bounds the developments' number, `words` their words in sum; with neither, their number goes by length.
    """
    order = newest_first(story)
    standing = candidates(story)
    sight = look(story, standing)
    found = _latest(scored(standing, sight), order, story)
    told = _adding([item for item in found if not item.judged], story.reports[0])
    free = count is None and words is None
    facts = choose(told, how_many(story), to_its_end=is_long(story)) if free else bounded(told, sight, count, words)
    views = choose([item for item in found if item.judged and _is_view(story.reports[item.source])], 2)
    return (
        tuple(statement(story, item.source, item.spans, whole=item.whole) for item in _told(facts, order)),
        tuple(
            statement(story, item.source, item.spans, whole=item.whole, by=writer(story.reports[item.source]))
            for item in _told(views, order)
        ),
    )


def _latest(found: Sequence[Candidate], order: Sequence[int], story: Story) -> list[Candidate]:
    """Leave out what a newer report says anew: of two that are alike the newer stands, unless it is a mere aside."""
    told = {source: place for place, source in enumerate(order)}
    came = [moment(report) for report in story.reports]  # of two that came out together none is the newer
    best = sorted(found, key=lambda item: (-item.score, item.source, item.sentence.start))[:COMPARED]
    return [
        item
        for item in found
        if not any(
            told[other.source] < told[item.source]
            and came[other.source] != came[item.source]
            and other.score >= ASIDE * item.score
            and overlap(item.stems, other.stems) >= ALIKE
            for other in best
        )
    ]


def _told(items: Iterable[Candidate], order: Sequence[int]) -> list[Candidate]:
    """Put statements in the order in which they are told: the newest report's first, each report's as they stand."""
    return sorted(items, key=lambda item: (order.index(item.source), item.sentence.start))


def _adding(found: list[Candidate], lead: Report) -> list[Candidate]:
    """Leave out what merely repeats the headline, where anything else is left."""
    title = frozenset(stems(lead.title, language_of(lead.article)))
    return [item for item in found if len(item.stems & title) < REPEATED * len(item.stems)] or found


def writer(report: Report) -> str:
    """Name who speaks where an article judges: its author, else its outlet."""
    return (
        report.article.byline or report.heard.entry.author or report.article.site or report.feed.name or report.feed.id
    )


def _is_view(report: Report) -> bool:
    return (report.article.kind or report.feed.kind) in ("analysis", "opinion") or report.feed.kind == "analysis"
