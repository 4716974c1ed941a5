"""The desk: pure arithmetic between a Snapshot and an Edition. No file, socket, clock, chance, or order of a set.

read ▶ select ▶ cluster ▶ follow ▶ brief ▶ compose
"""

from __future__ import annotations

import builtins
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing import __version__
from briefing.desk.brief import METHOD, brief
from briefing.desk.cluster import cluster, related
from briefing.desk.compose import QUESTIONS, compose
from briefing.desk.corrections import corrections, no_news
from briefing.desk.follow import follow, revised
from briefing.desk.memory import remember
from briefing.desk.rank import rank, section_of
from briefing.desk.read import read
from briefing.desk.select import select

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from briefing.model import Brief, Edition, Snapshot, Story

    Map = Callable[[Callable[[Story], Brief], Iterable[Story]], Iterable[Brief]]

__all__ = ["METHOD", "brief", "edit"]


def edit(snapshot: Snapshot, *, map: Map = builtins.map, version: str = __version__) -> Edition:  # noqa: A002 - a place where work runs is a `map`
    """Make one audience's edition out of all that was heard; `map` says where the briefs are written."""
    chosen, left = select((*read(snapshot), *revised(snapshot)), snapshot.audience)
    corrected = corrections(snapshot)
    stories, repeats = follow(cluster(chosen, snapshot.audience), snapshot, no_news(corrected))
    printed, over = rank(stories, snapshot)
    told_of = [item.story for item in printed]
    briefs = akin(map(brief, told_of), related(told_of))
    told = [
        (section_of(item.story), replace(text, why=item.reasons)) for item, text in zip(printed, briefs, strict=True)
    ]
    edition = compose(
        snapshot, bounded(told), left + repeats + over, stories=len(stories), method=METHOD, version=version
    )
    pairs = zip((item.story for item in printed), (text for _, text in told), strict=True)
    return replace(edition, corrections=corrected, memory=remember(snapshot, pairs, corrected))


def akin(briefs: Iterable[Brief], kin: tuple[tuple[int, ...], ...]) -> list[Brief]:
    """Name for each brief those that are related to it, by their ids; `kin` are their places."""
    told = list(briefs)
    return [replace(text, related=tuple(told[n].id for n in near)) for text, near in zip(told, kin, strict=True)]


def bounded(told: Iterable[tuple[str, Brief]]) -> list[tuple[str, Brief]]:
    """Keep the first open questions of an edition, in the order of its stories: a page of questions asks nothing."""
    room, kept = QUESTIONS, list[tuple[str, "Brief"]]()
    for section, text in told:
        asked = text.open_questions[:room]
        room -= len(asked)
        kept.append((section, replace(text, open_questions=asked)))
    return kept
