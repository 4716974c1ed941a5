"""Who speaks on their own: outlets that print one agency's copy are one voice, however many they are.

So are those who put it into another language: a translation that gives no figure and names nobody whom the agency does
not is no second witness.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.desk.cluster.tongues import folded
from briefing.desk.news import figures_of
from briefing.desk.reprints import agency, copied, runs
from briefing.desk.text import dateline, language_of, names

if TYPE_CHECKING:
    from briefing.model import Report, Story

FIGURES = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d{3})*")
EDITED = 2  # figures that one text has and the other not, and the other way round: who copies may mistype one
TELLING = 4  # figures and names that a text must have for another to be known as its translation
SIGNED = re.compile(r"\(([^()]+)\)")


def voices(story: Story) -> tuple[tuple[int, ...], ...]:
    """Give the places of a story's reports, those of one voice together: one outlet, or one text, translated or not.

    Groups and their members are in the order of the story's reports; their number is that of independent tellings.
    """
    voice = list(range(len(story.reports)))
    for n, report in enumerate(story.reports):
        for m in range(n):
            if _one(story.reports[m], report):
                old, new = max(voice[m], voice[n]), min(voice[m], voice[n])
                voice = [new if of == old else of for of in voice]
    return tuple(tuple(n for n, of in enumerate(voice) if of == one) for one in sorted(set(voice)))


def _one(left: Report, right: Report) -> bool:
    """Tell whether two reports are of one voice."""
    if left.feed.id == right.feed.id:
        return True
    if copied(runs(left.article), runs(right.article)):
        ours, theirs = (frozenset(FIGURES.findall(report.text)) for report in (left, right))
        return len(ours - theirs) < EDITED or len(theirs - ours) < EDITED
    if language_of(left.article) == language_of(right.article) and not _credited(left) & _credited(right):
        return False
    ours, theirs = _facts(left), _facts(right)
    return min(len(ours), len(theirs)) >= TELLING and (ours <= theirs or theirs <= ours)


def _credited(report: Report) -> frozenset[str]:
    """Name the agencies that a report says it is from."""
    blocks = report.article.blocks
    signed = SIGNED.findall(dateline(blocks[0].text)) if blocks else []
    return frozenset(name.casefold() for name in (agency(report), *signed) if name)


def _facts(report: Report) -> frozenset[str]:
    """Give a text's figures and names, as they are the same in every language."""
    text = "\n".join(block.text[len(dateline(block.text)) :] for block in report.article.blocks)
    named = (folded(name).removesuffix("'s") for name in names(text))
    return figures_of(text) | frozenset(name[2:] if name[1:2] == "'" else name for name in named)
