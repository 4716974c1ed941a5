"""The desk: pure arithmetic between a Snapshot and an Edition. No file, socket, clock, chance, or order of a set.

read ▶ select ▶ cluster ▶ brief ▶ compose

Where a language model is to write, the desk runs twice: `wanted` says what it would ask, `edit` is given the answers.
"""

from __future__ import annotations

import builtins
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing import __version__
from briefing.desk.brief import METHOD, brief
from briefing.desk.cluster import cluster
from briefing.desk.compose import QUESTIONS, compose, divide, rank, section_of
from briefing.desk.prompt import METHOD as MODEL_METHOD
from briefing.desk.prompt import wanted as wanted_of
from briefing.desk.read import read
from briefing.desk.select import select
from briefing.desk.told_by_model import Told, owned, told_by_model

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from briefing.model import Answer, Brief, Edition, LeftOut, Reason, Snapshot, Story, Wanted

    Map = Callable[[Callable[[Story], Brief], Iterable[Story]], Iterable[Brief]]

__all__ = ["METHOD", "brief", "edit", "wanted"]


def edit(
    snapshot: Snapshot,
    answers: Sequence[Answer] = (),
    *,
    map: Map = builtins.map,  # noqa: A002 - a place where work runs is a `map`
    version: str = __version__,
) -> Edition:
    """Make one audience's edition out of all that was heard, and of what a model answered, where one is wanted.

    `map` says where the briefs are written. An answer to anything that is not wanted is passed over.
    """
    printed, left, stories = _printed(snapshot)
    model = snapshot.audience.model
    extracted = map(brief, [story for story, _ in printed])
    asked = _answered([story for story, _ in printed], answers, model)
    told = [
        told_by_model(story, text, answer, model) if answer else Told(text)
        for (story, _), text, answer in zip(printed, extracted, asked, strict=True)
    ]
    edition = compose(
        snapshot,
        bounded(
            (section_of(story), replace(item.brief, why=why)) for (story, why), item in zip(printed, told, strict=True)
        ),
        left,
        stories=stories,
        method=f"{METHOD} + {MODEL_METHOD} {model}" if model else METHOD,
        version=version,
    )
    return owned(edition, model, [answer for answer in asked if answer], told)


def wanted(snapshot: Snapshot) -> tuple[Wanted, ...]:
    """Say what would be asked of the audience's model, story by story, the first story's first; nothing without one."""
    model = snapshot.audience.model
    if not model:
        return ()
    asked = (wanted_of(story, model) for story, _ in _printed(snapshot)[0])
    return tuple(dict.fromkeys(item for item in asked if item))


def _printed(snapshot: Snapshot) -> tuple[list[tuple[Story, tuple[Reason, ...]]], tuple[LeftOut, ...], int]:
    """Choose the stories that are printed, each with its reasons; give what is left out, and how many stories there were."""
    chosen, left = select(read(snapshot), snapshot.audience)
    stories = cluster(chosen, snapshot.audience)
    printed, over = divide(rank(stories, snapshot), snapshot.audience)
    return printed, left + over, len(stories)


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
