"""Who speaks on their own: outlets that print one agency's copy are one voice, however many they are.

Two texts are one where most of the shorter's runs of five words stand in the longer (containment of shingles, Broder
1997): an outlet cuts a copy from its end and changes a word here and there, and leaves the rest as it came.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.desk.text import dateline, words

if TYPE_CHECKING:
    from briefing.model import Article, Story

RUN = 5  # words of a shingle
COPIED = 0.5  # share of the shorter text's shingles in the longer: light edits leave more, a common quotation less
LEAST = 12  # shingles of a text: a line or two may be alike by chance, and is a copy only where it is nearly the same
ALMOST = 0.8  # the share for such a short text


def voices(story: Story) -> tuple[tuple[int, ...], ...]:
    """Give the places of a story's reports, those of one voice together: one outlet, or copies of one text.

    Groups and their members are in the order of the story's reports; their number is that of independent tellings.
    """
    runs = [_runs(report.article) for report in story.reports]
    voice = list(range(len(runs)))
    for n, report in enumerate(story.reports):
        for m in range(n):
            if story.reports[m].feed.id == report.feed.id or copied(runs[m], runs[n]):
                old, new = max(voice[m], voice[n]), min(voice[m], voice[n])
                voice = [new if of == old else of for of in voice]
    return tuple(tuple(n for n, of in enumerate(voice) if of == one) for one in sorted(set(voice)))


def copied(left: frozenset[tuple[str, ...]], right: frozenset[tuple[str, ...]]) -> bool:
    """Tell whether one text is made of the other."""
    fewer = min(len(left), len(right))
    return fewer > 0 and len(left & right) >= (COPIED if fewer >= LEAST else ALMOST) * fewer


def _runs(article: Article) -> frozenset[tuple[str, ...]]:
    """Give a text's runs of five words, without what an agency or an outlet sets before it."""
    told = words(" ".join(block.text[len(dateline(block.text)) :] for block in article.blocks))
    return frozenset(zip(*(told[start:] for start in range(RUN)), strict=False))
