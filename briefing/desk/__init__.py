"""The desk: pure arithmetic between a Snapshot and an Edition. No file, socket, clock, chance, or order of a set.

read ▶ select ▶ cluster ▶ follow ▶ rank ▶ brief ▶ compose

Where a language model is to write, the desk runs twice: `wanted` says what it would ask, `edit` is given the answers.
So with pictures: `draft` names those that it would print, `illustrated` is given what came of asking for them.
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
from briefing.desk.pictures import furniture, illustrated, without_furniture
from briefing.desk.prompt import METHOD as MODEL_METHOD
from briefing.desk.prompt import wanted as wanted_of
from briefing.desk.rank import Ranked, rank, section_of
from briefing.desk.read import read
from briefing.desk.rights import within_rights
from briefing.desk.select import select
from briefing.desk.told_by_model import Told, owned, told_by_model

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from briefing.model import Answer, Brief, Edition, LeftOut, Looking, Snapshot, Story, Wanted

    Map = Callable[[Callable[[Story], Brief], Iterable[Story]], Iterable[Brief]]

__all__ = ["METHOD", "brief", "draft", "edit", "illustrated", "wanted"]


def edit(
    snapshot: Snapshot,
    answers: Sequence[Answer] = (),
    looked: Sequence[Looking] = (),
    *,
    map: Map = builtins.map,  # noqa: A002 - a place where work runs is a `map`
    version: str = __version__,
) -> Edition:
    """Make one audience's edition out of all that was heard, of what a model answered, and of pictures looked at.

    `map` says where the briefs are written. An answer to anything that is not wanted is passed over.
    """
    return illustrated(draft(snapshot, answers, map=map, version=version), looked)


def draft(
    snapshot: Snapshot,
    answers: Sequence[Answer] = (),
    *,
    map: Map = builtins.map,  # noqa: A002 - as in `edit`
    version: str = __version__,
) -> Edition:
    """Make an edition all but for its pictures: each story holds those that it would print, the best first."""
    corrected, model = corrections(snapshot), snapshot.audience.model
    printed, left, count = _printed(snapshot, no_news(corrected))
    stories = [item.story for item in printed]
    briefs = akin(map(brief, stories), related(stories))
    asked = _answered(stories, answers, model)
    told = [
        told_by_model(story, text, answer, model) if answer else Told(text)
        for story, text, answer in zip(stories, briefs, asked, strict=True)
    ]
    placed = [
        (section_of(item.story), replace(within_rights(one.brief, item.story), why=item.reasons))
        for item, one in zip(printed, told, strict=True)
    ]
    own = furniture(snapshot)
    placed = [(section, without_furniture(text, snapshot, own)) for section, text in placed]
    method = f"{METHOD} + {MODEL_METHOD} {model}" if model else METHOD
    edition = compose(snapshot, bounded(placed), left, stories=count, method=method, version=version)
    memory = remember(snapshot, zip(stories, (text for _, text in placed), strict=True), corrected)
    edition = replace(edition, corrections=corrected, memory=memory)
    return owned(edition, model, [answer for answer in asked if answer], told)


def wanted(snapshot: Snapshot) -> tuple[Wanted, ...]:
    """Say what would be asked of the audience's model, story by story, the first story's first; nothing without one."""
    model = snapshot.audience.model
    if not model:
        return ()
    printed, _, _ = _printed(snapshot, no_news(corrections(snapshot)))
    asked = (wanted_of(item.story, model) for item in printed)
    return tuple(dict.fromkeys(item for item in asked if item))


def _printed(snapshot: Snapshot, corrected: Iterable[str]) -> tuple[list[Ranked], tuple[LeftOut, ...], int]:
    """Choose the stories that are printed; give what is left out, and how many stories there were."""
    chosen, left = select((*read(snapshot), *revised(snapshot)), snapshot.audience)
    stories, repeats = follow(cluster(chosen, snapshot.audience), snapshot, corrected)
    printed, over = rank(stories, snapshot)
    return printed, left + repeats + over, len(stories)


def akin(briefs: Iterable[Brief], kin: tuple[tuple[int, ...], ...]) -> list[Brief]:
    """Name for each brief those that are related to it, by their ids; `kin` are their places."""
    told = list(briefs)
    return [replace(text, related=tuple(told[n].id for n in near)) for text, near in zip(told, kin, strict=True)]


def _answered(stories: Iterable[Story], answers: Iterable[Answer], model: str) -> list[Answer | None]:
    """Give each story's answer, if there is one to what would be asked about it."""
    said = {answer.wanted: answer for answer in answers}
    if not said or not model:
        return [None for _ in stories]
    asked = (wanted_of(story, model) for story in stories)
    return [said.get(item.digest) if item else None for item in asked]


def bounded(told: Iterable[tuple[str, Brief]]) -> list[tuple[str, Brief]]:
    """Keep the first open questions of an edition, in the order of its stories: a page of questions asks nothing."""
    room, kept = QUESTIONS, list[tuple[str, "Brief"]]()
    for section, text in told:
        asked = text.open_questions[:room]
        room -= len(asked)
        kept.append((section, replace(text, open_questions=asked)))
    return kept
