"""The one sentence that says what a story is about: its source's opening, where the developments do not say it already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.desk.candidates import QUOTES, SOURCES_HEARD, opening, speaks
from briefing.desk.cite import statement
from briefing.desk.news import bare, sentences_of
from briefing.desk.repeating import repeats, said
from briefing.desk.text import language_of, stems
from briefing.model import Statement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.desk.candidates import Candidate
    from briefing.model import KeyDevelopment, Report, Story

REPEATED = 0.8  # share of its stems in the headline at which a sentence adds nothing to it
OF_TITLE, AT_LEAST = 0.25, 2  # share of the headline's stems, and how many, that a sentence about the same thing has
SHARED, AGAIN = 0.5, 2  # share of a sentence's stems that come up again in its report, and in how many sentences
SHORTEST, LONGEST = 10, 40  # words of a sentence that sums up


def summary(story: Story, developments: Sequence[KeyDevelopment]) -> Statement | None:
    """Give the sentence that says what a story is about, of its first report or of a later one in its language; None where all is told.

    It stands alone, is no judgement, and repeats neither the headline nor a development. What the feed gives as its
    description comes first, then the page's standfirst and what follows it: the first that speaks of what the headline
    speaks of, or of what its report comes back to.
    """
    language = language_of(story.reports[0].article)
    title = frozenset(stems(story.reports[0].title, language))
    if not title:  # nobody says what the story is about
        return None
    told = [said(item.text, language) for item in developments]
    for source, report in enumerate(story.reports[:SOURCES_HEARD]):
        if language_of(report.article) != language or (source and speaks(report)) or report.feed.use == "headline":
            continue
        for item in _described(report, opening(source, report)):
            if _sums_up(item, title, report) and not any(repeats(item.said, other) for other in told):
                made = statement(story, source, item.pieces, whole=item.whole)
                return Statement(text=made.text, evidence=made.evidence)
    return None


def _described(report: Report, found: Sequence[Candidate]) -> list[Candidate]:
    """Put first what a feed gives as its description."""
    description = bare(" ".join(block.text for block in report.heard.entry.blocks))
    if len(description) * 2 > len(report.text):
        return list(found)  # no description, but the text itself
    return sorted(found, key=lambda item: bare(item.sentence.text) not in description)


def _sums_up(item: Candidate, title: frozenset[str], report: Report) -> bool:
    """Tell whether a sentence is of a size to sum up, speaks of its story's matter, and says more than the headline."""
    about = len(item.stems & title)
    if (
        item.judged
        or item.text[0] in QUOTES
        or about >= REPEATED * len(item.stems)
        or not SHORTEST <= len(item.text.split()) <= LONGEST
    ):
        return False
    if about >= min(AT_LEAST, len(title)) and about >= OF_TITLE * len(title):
        return True
    if item.place > 1:
        return False
    others = [frozenset(stems(text, language_of(report.article))) for text in sentences_of(report.text)]
    again = sum(sum(stem in said for said in others) > AGAIN for stem in item.stems)
    return again >= SHARED * len(item.stems)
