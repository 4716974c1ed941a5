"""The one sentence that says what a story is about: its source's opening, where the developments do not say it already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.desk.candidates import opening, speaks
from briefing.desk.choosing import ALIKE
from briefing.desk.cite import statement
from briefing.desk.sets import overlap
from briefing.desk.text import language_of, stems
from briefing.model import Statement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model import KeyDevelopment, Story

REPEATED = 0.8  # share of its stems in the headline at which a sentence adds nothing to it
OF_TITLE = 0.25  # share of the headline's stems that a sentence about the same thing has


def summary(story: Story, developments: Sequence[KeyDevelopment]) -> Statement | None:
    """Give the first report's standfirst or opening sentence, or a later report's in its language; None where all are told.

    It stands alone, is no judgement, speaks of what the headline speaks of, and repeats neither that nor a development.
    """
    lead = story.reports[0]
    language = language_of(lead.article)
    title = frozenset(stems(lead.title, language))
    told = [frozenset(stems(item.text, language)) for item in developments]
    for source, report in enumerate(story.reports):
        if language_of(report.article) != language or (source and speaks(report)):
            continue
        for item in opening(source, report):
            about = len(item.stems & title)
            if item.judged or about < max(1, OF_TITLE * len(title)) or about >= REPEATED * len(item.stems):
                continue
            if all(overlap(item.stems, other) < ALIKE for other in told):
                made = statement(story, source, item.pieces, whole=item.whole)
                return Statement(text=made.text, evidence=made.evidence)
    return None
