"""Who speaks on their own: outlets that print one agency's copy are one voice, however many they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.desk.reprints import copied, runs

if TYPE_CHECKING:
    from briefing.model import Story


def voices(story: Story) -> tuple[tuple[int, ...], ...]:
    """Give the places of a story's reports, those of one voice together: one outlet, or copies of one text.

    Groups and their members are in the order of the story's reports; their number is that of independent tellings.
    """
    texts = [runs(report.article) for report in story.reports]
    voice = list(range(len(texts)))
    for n, report in enumerate(story.reports):
        for m in range(n):
            if story.reports[m].feed.id == report.feed.id or copied(texts[m], texts[n]):
                old, new = max(voice[m], voice[n]), min(voice[m], voice[n])
                voice = [new if of == old else of for of in voice]
    return tuple(tuple(n for n, of in enumerate(voice) if of == one) for one in sorted(set(voice)))
