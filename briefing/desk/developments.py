"""What happened: three to five statements of a story, each the sources' own words.

Candidates are scored, what a newer report says anew or the headline says already is left out, and the best are told,
the newest report's first. What a writer judges or forecasts goes to `analysis`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.desk.candidates import SOURCES_HEARD, candidates, speaks
from briefing.desk.choosing import DIGITS, bounded, choose, how_many, is_long, look, scored
from briefing.desk.cite import statement
from briefing.desk.news import Known, of_story, sentences_of
from briefing.desk.order import moment, newest_first
from briefing.desk.quantities import KINDS
from briefing.desk.repeating import ALIKE, repeats
from briefing.desk.selling import released
from briefing.desk.sets import overlap
from briefing.desk.text import language_of, stems
from briefing.desk.updates import noted, stale, updates

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.desk.candidates import Candidate
    from briefing.desk.updates import Update
    from briefing.model import KeyDevelopment, Report, Story

REPEATED = 0.8  # share of a statement's stems in the headline at which it says nothing else
ASIDE = 0.6  # of an older statement's score: a newer one below it is no news
COMPARED = 60  # statements, the best of a story, that an older one is compared with
EDITED = 0.5  # of a report's sentences known word for word: it is a text that was told, edited
CERTAIN = 10.0  # added to its score: a figure that replaces a told one is told in any case
DELTA = 1.5  # times its score: what a known statement with another figure is worth
VIEWS = 2  # judgements of writers that a story tells
CONTEXT = 2  # statements of a story that moved which say what it is about, beside what is new


def developments(
    story: Story, count: int | None = None, words: int | None = None
) -> tuple[tuple[KeyDevelopment, ...], tuple[KeyDevelopment, ...]]:
    """Give a story's key developments, and its writers' judgements.

    `count` bounds the developments' number, `words` their words in sum; with neither, their number goes by length.
    """
    order = newest_first(story)
    standing = _current(story)
    sight = look(story, standing)
    found = _latest(scored(standing, sight), order, story)
    told = _adding([item for item in found if not item.judged], story.reports[0])
    free = count is None and words is None
    facts = choose(told, how_many(story), to_its_end=is_long(story)) if free else bounded(told, sight, count, words)
    views = choose(_views(found, story, facts), VIEWS)
    return (
        _told_as(story, _told(facts, order)),
        tuple(
            statement(story, item.source, item.pieces, whole=item.whole, by=writer(story.reports[item.source]))
            for item in _told(views, order)
        ),
    )


def _current(story: Story) -> list[Candidate]:
    """Give the statements of a story without those whose figures a newer report has replaced."""
    replaced = updates(story)
    return [item for item in candidates(story) if not stale(item.sentence.text, item.source, story, replaced)]


def _latest(found: Sequence[Candidate], order: Sequence[int], story: Story) -> list[Candidate]:
    """Leave out what a newer report says anew: of two that are alike the newer stands, unless it is a mere aside."""
    if len(story.reports) == 1:
        return list(found)
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
            and (item.judged or not other.judged)
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


@lru_cache(maxsize=64)  # a story is asked whether it moved, and then told
def moved(story: Story) -> tuple[tuple[KeyDevelopment, ...], tuple[KeyDevelopment, ...], tuple[KeyDevelopment, ...]]:
    """Give what is new of a story that was told, what else is needed, and its writers' judgements that are new.

    Nothing that was printed is given again. Nothing at all is given where nothing is new: the story is a repeat. What
    is new counts if it is among the best that there is to say, or was written into a text that was told.
    """
    before = story.before
    assert before is not None
    order, language = newest_first(story), language_of(story.reports[0].article)
    standing = _current(story)
    found = _latest(scored(standing, look(story, standing)), order, story)
    known, printed = of_story(before, language), Known(before.printed, language)
    happened = [item for item in found if not item.judged]
    best = choose(_adding(happened, story.reports[0]), how_many(story) + CONTEXT)
    telling = {*best, *choose(happened, how_many(story))}  # what the headline says, too: it may be all the news
    edited = {source for source, report in enumerate(story.reports[:SOURCES_HEARD]) if _edited(report, known)}
    figures = {item: _replacing(story, item) for item in happened}
    news = [
        item
        for item in happened
        if figures[item] or (not known.has(item.text) and (item in telling or item.source in edited))
    ]
    since = _chosen(story, news, known)
    views = choose(_views(found, story, since), VIEWS)
    fresh = [item for item in views if not known.has(item.text)]
    if not since and not fresh:
        return (), (), ()
    rest = [item for item in best if known.has(item.text) and not printed.has(item.text) and _new(item, since)]
    return (
        _told_as(story, sorted(_told(since, order), key=lambda item: _delta(story, item, known))),
        _told_as(story, _told(rest[: max(0, min(CONTEXT, how_many(story) - len(since)))], order)),
        tuple(
            statement(story, item.source, item.pieces, whole=item.whole, by=writer(story.reports[item.source]))
            for item in _told(fresh, order)
        ),
    )


def _views(found: Iterable[Candidate], story: Story, told: Sequence[Candidate]) -> list[Candidate]:
    """Give what writers of analyses say beyond what is told already."""
    own = [speaks(report) and not released(report) for report in story.reports]
    return [item for item in found if item.judged and own[item.source] and _new(item, told)]


def _new(item: Candidate, told: Iterable[Candidate]) -> bool:
    return not any(repeats(item.said, other.said) for other in told)


def _chosen(story: Story, news: Sequence[Candidate], known: Known) -> tuple[Candidate, ...]:
    """Choose what is told of what is new: a figure that replaces one that was told in any case, then the best."""
    valued = [replace(item, score=_worth(item, known)) for item in news]
    certain = [replace(item, score=item.score + CERTAIN) for item in valued if _replacing(story, item)]
    others = [item for item in valued if not _replacing(story, item)]
    return choose([*certain, *_adding(others, story.reports[0])], how_many(story))


def _replacing(story: Story, item: Candidate) -> list[Update]:
    """Give the figures of a statement that replace what was told."""
    start, end = item.whole
    return [one for one in updates(story) if one.source == item.source and start <= one.start < end]


def _delta(story: Story, item: Candidate, known: Known) -> tuple[bool, bool, bool]:
    """Say which of the new comes first: figures that replace told ones, people's first, then any that is another."""
    moved_on = _replacing(story, item)
    return not any(one.now.thing in KINDS for one in moved_on), not moved_on, not known.counts_otherwise(item.text)


def _worth(item: Candidate, known: Known) -> float:
    """Weigh what is new by how new it is: a known statement with another figure first, background in other words last."""
    if known.counts_otherwise(item.text):
        return round(item.score * DELTA, DIGITS)
    return round(item.score * (1 - known.share(item.text) / 4), DIGITS)


def _edited(report: Report, known: Known) -> bool:
    """Tell whether a report is a text that was told, with other sentences in it: what is new in it was put there."""
    said = sentences_of(report.text)
    return sum(known.copies(text) for text in said) >= EDITED * len(said)


def _told_as(story: Story, items: Iterable[Candidate]) -> tuple[KeyDevelopment, ...]:
    return tuple(
        statement(story, item.source, noted(item.pieces, _replacing(story, item)), whole=item.whole) for item in items
    )
