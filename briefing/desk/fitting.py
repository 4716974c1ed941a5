"""An edition cut to a length: the best stories at length, those after them shorter, until its words are used up.

The cut is part of the edition, so that page, mail and data tell the same. How many words fill two pages is the press's
knowledge: it comes in as a number, and is recorded.
"""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.model import Brief, Form, Length

FORMS: tuple[Form, ...] = ("long", "medium", "brief")
LONG, MEDIUM, BRIEF = range(3)
PACE = 230  # words a minute: silent reading of English non-fiction (Brysbaert 2019 gives 238)
SHARE = 3  # every third story after the lead is told at medium length before one more is told at all
FEW = 3  # stories: with fewer, the lead is shortened before one is left out
AHEAD = 120  # words of an edition for each event to come that its calendar holds
HEAD = (
    14  # words' worth of room that a story takes besides its words: its headline's size, its sources, the white above
)


def fit(told: Sequence[Brief], words: int) -> tuple[Brief, ...]:
    """Cut stories, best first, to so many words: as many of the first as there is room for, each in its form.

    The first story always stays, and no story is told at more length than one before it.
    """
    costs = [tuple(told_words(_told_as(story, form)) + HEAD for form in FORMS) for story in told]
    forms = _forms(costs, words)
    return tuple(_told_as(story, FORMS[form]) for story, form in zip(told, forms, strict=False))


def whole_words(told: Iterable[Brief]) -> int:
    """Count the words' worth of stories as they stand: within so many, `fit` cuts nothing."""
    return sum(told_words(story) + HEAD for story in told)


def most_ahead(words: int) -> int:
    """Say how many events to come a calendar may hold beside so many words of stories."""
    return words // AHEAD


def words_of(length: Length) -> int:
    """Say how many words a length of reading time has room for."""
    assert length.unit == "minutes"
    return length.amount * PACE


def told_words(story: Brief) -> int:
    """Count the words that a reader reads of a story."""
    parts = (story.since_yesterday, story.key_developments, story.analysis, story.open_questions, story.unknowns)
    texts = [story.headline.text, story.summary.text if story.summary else ""]
    texts += [item.text for part in parts for item in part]
    texts += [side.value for item in story.disagreements for side in item.positions]
    return sum(len(text.split()) for text in texts)


def _forms(costs: Sequence[tuple[int, ...]], words: int) -> list[int]:
    """Choose a form for each of the first stories: never longer than the one before it, within the words in sum.

    First as many stories as there is room for with the lead at length, or three with a shorter lead; then what room is
    left makes them longer, best first.
    """
    count = next((n for n in range(len(costs), FEW - 1, -1) if _sum(costs, _least(n, LONG)) <= words), 0)
    lead = LONG if count else MEDIUM
    shorter = (n for n in range(min(FEW, len(costs)), 0, -1) if _sum(costs, _least(n, lead)) <= words)
    count = count or next(shorter, 0)
    if not count:
        return [BRIEF][: len(costs)]
    forms = _least(count, lead)
    for better in (MEDIUM, LONG):
        for place in range(count):
            if forms[place] != better + 1:
                continue
            tried = [*forms[:place], better, *forms[place + 1 :]]
            if _sum(costs, tried) > words:
                break
            forms = tried
    return forms


def _least(count: int, lead: int) -> list[int]:
    """Give the forms at which so many stories are told at least: a page of headlines tells nothing."""
    medium = (count - 1) // SHARE
    return [lead, *itertools.repeat(MEDIUM, medium), *itertools.repeat(BRIEF, count - 1 - medium)]


def _sum(costs: Sequence[tuple[int, ...]], forms: Iterable[int]) -> int:
    return sum(cost[form] for cost, form in zip(costs, forms, strict=False))


def _told_as(story: Brief, form: Form) -> Brief:
    """Tell a story at a length: all of it; its main points and one question; or its headline and one sentence."""
    if form == "long":
        return replace(story, form=form)
    since, happened = story.since_yesterday, story.key_developments
    if form == "medium":
        return replace(
            story,
            form=form,
            since_yesterday=since[:2],
            key_developments=happened[: max(0, 2 - len(since))],
            analysis=() if since or happened else story.analysis[:1],
            open_questions=story.open_questions[:1],
            unknowns=(),
            disagreements=story.disagreements[:1],
            watch_for=story.watch_for[:1],
        )
    return replace(
        story,
        form=form,
        summary=None if since or happened else story.summary,
        since_yesterday=since[:1],
        key_developments=() if since else happened[:1],
        analysis=(),
        open_questions=(),
        unknowns=(),
        disagreements=(),
        watch_for=(),
    )
