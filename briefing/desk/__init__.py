"""The desk: pure arithmetic between a Snapshot and an Edition. No file, socket, clock, chance, or order of a set.

read ▶ select ▶ cluster ▶ follow ▶ rank ▶ brief ▶ standing ▶ compose

Where a language model is to write, the desk runs twice: `wanted` says what it would ask, `edit` is given the answers.
So with pictures: what `bind` gives names those that it would print, `illustrated` is given what came of asking for them.
"""

from __future__ import annotations

import builtins
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing import __version__
from briefing.desk.brief import METHOD, brief
from briefing.desk.cluster import cluster, related
from briefing.desk.compose import QUESTIONS, compose
from briefing.desk.corrections import corrections, no_news
from briefing.desk.errata import corrects
from briefing.desk.fitting import fit, most_ahead, whole_words, words_of
from briefing.desk.follow import follow, revised
from briefing.desk.memory import remember
from briefing.desk.pictures import furniture, illustrated, without_furniture
from briefing.desk.prompt import METHOD as MODEL_METHOD
from briefing.desk.prompt import wanted as wanted_of
from briefing.desk.questions import alike
from briefing.desk.rank import Ranked, rank, section_of
from briefing.desk.read import read
from briefing.desk.rights import corrected_within_rights, within_rights
from briefing.desk.select import left_out, select
from briefing.desk.standing import standing
from briefing.desk.told_by_model import Told, lack, owned, told_by_model
from briefing.model import Extent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from briefing.desk.follow import Followed
    from briefing.model import (
        Answer,
        Brief,
        Correction,
        Edition,
        LeftOut,
        Looking,
        OpenQuestion,
        Snapshot,
        Story,
        Wanted,
    )

    Map = Callable[[Callable[[Story], Brief], Iterable[Story]], Iterable[Brief]]

__all__ = ["METHOD", "Copy", "bind", "brief", "edit", "illustrated", "lack", "tell", "wanted", "words_told"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """All that the desk would print of a snapshot, best story first, before it is cut to a length."""

    snapshot: Snapshot
    stories: tuple[Story, ...]
    told: tuple[tuple[str, Brief], ...]
    left: tuple[LeftOut, ...]
    corrected: tuple[Correction, ...]
    followed: tuple[Story, ...]
    silent: tuple[Story, ...]
    asked: tuple[Answer, ...]
    by_model: tuple[Told, ...]


def edit(
    snapshot: Snapshot,
    answers: Sequence[Answer] = (),
    looked: Sequence[Looking] = (),
    *,
    map: Map = builtins.map,  # noqa: A002 - a place where work runs is a `map`
    version: str = __version__,
    words: int | None = None,
) -> Edition:
    """Make one audience's edition out of all that was heard, of what a model answered, and of pictures looked at.

    `map` says where the briefs are written; `words` is the room for stories (see `fitting`). An answer to anything that
    is not wanted is passed over.
    """
    return illustrated(bind(tell(snapshot, answers, map=map), words, version=version), looked)


def tell(
    snapshot: Snapshot,
    answers: Sequence[Answer] = (),
    *,
    map: Map = builtins.map,  # noqa: A002 - as above
) -> Copy:
    """Write all stories of an edition at full length: the dear part of `edit`, done once for any number of lengths."""
    owed, model = corrections(snapshot), snapshot.audience.model
    printed, left, followed = _printed(snapshot, owed)
    corrected, spent = corrected_within_rights(owed, snapshot.feeds)
    stories = [item.story for item in printed]
    briefs = akin(map(brief, stories), related(stories))
    asked = _answered(stories, answers, model)
    told = [
        told_by_model(story, text, answer, model) if answer else Told(text)
        for story, text, answer in zip(stories, briefs, asked, strict=True)
    ]
    placed = [
        (section_of(item.story), replace(within_rights(one.brief, item.story, spent), why=item.reasons))
        for item, one in zip(printed, told, strict=True)
    ]
    own = furniture(snapshot)
    placed = [(section, without_furniture(text, snapshot, own)) for section, text in placed]
    return Copy(
        snapshot=snapshot,
        stories=tuple(stories),
        told=tuple(bounded(placed)),
        left=left,
        corrected=corrected,
        followed=followed.told,
        silent=followed.silent,
        asked=tuple(answer for answer in asked if answer),
        by_model=tuple(told),
    )


def bind(copy: Copy, words: int | None = None, *, version: str = __version__) -> Edition:
    """Put an edition together, cut to so many words of stories; None leaves the copy whole, but for a reading time asked for.

    Its stories hold the pictures that they would print, the best first: `illustrated` chooses.
    """
    snapshot, model = copy.snapshot, copy.snapshot.audience.model
    length = snapshot.audience.length
    room = words_of(length) if words is None and length and length.unit == "minutes" else words
    told = copy.told if room is None else _cut(copy, room)
    method = f"{METHOD} + {MODEL_METHOD} {model}" if model else METHOD
    left = copy.left + _without_room(copy.stories[len(told) :], snapshot)
    stood = standing(
        snapshot, tuple(zip(copy.stories, (text for _, text in told), strict=False)), (*copy.followed, *copy.silent)
    )
    sections = zip((section for section, _ in told), stood.briefs, strict=True)
    edition = compose(snapshot, sections, left, stories=len(copy.followed), method=method, version=version)
    memory = remember(snapshot, zip(copy.stories, (text for _, text in told), strict=False), copy.corrected)
    if room is not None:
        edition = replace(edition, watch_for=edition.watch_for[: most_ahead(room)])
    extent = Extent(asked=length, words=room) if length and room is not None else None
    edition = replace(
        edition,
        corrections=copy.corrected,
        memory=memory,
        extent=extent,
        standing_questions=stood.questions,
        settled=stood.settled,
    )
    return owned(edition, model, copy.asked, copy.by_model)


def wanted(snapshot: Snapshot) -> tuple[Wanted, ...]:
    """Say what would be asked of the audience's model, story by story, the first story's first; nothing without one."""
    model = snapshot.audience.model
    if not model:
        return ()
    printed, _, _ = _printed(snapshot, corrections(snapshot))
    asked = (wanted_of(item.story, model) for item in printed)
    return tuple(dict.fromkeys(item for item in asked if item))


def _printed(snapshot: Snapshot, owed: Sequence[Correction]) -> tuple[list[Ranked], tuple[LeftOut, ...], Followed]:
    """Choose the stories that are printed; give what is left out, and all stories that there were."""
    chosen, left = select((*read(snapshot), *revised(snapshot)), snapshot.audience)
    spoken = {source.article for one in owed for source in one.sources}
    own = [report for report in chosen if report.digest in spoken and corrects(report)]
    left += tuple(left_out(report, "printed as a correction") for report in own)
    told = [report for report in chosen if report not in own]
    followed = follow(cluster(told, snapshot.audience), snapshot, no_news(owed))
    printed, over = rank(followed.told, snapshot)
    return printed, left + followed.left + over, followed


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
    """Keep the first open questions of an edition, in the order of its stories, and none that an earlier story asks."""
    kept, seen = list[tuple[str, "Brief"]](), list[tuple[str, str]]()
    for section, text in told:
        asked: list[OpenQuestion] = []
        for item in text.open_questions:
            language = item.language or text.language or "en"
            again = any(language == tongue and alike(item.text, other, language) for other, tongue in seen)
            if not again and len(seen) < QUESTIONS:
                seen.append((item.text, language))
                asked.append(item)
        kept.append((section, replace(text, open_questions=tuple(asked))))
    return kept


def words_told(copy: Copy) -> int:
    """Count the words' worth of all stories of a copy: with so many, nothing is cut."""
    return whole_words(text for _, text in copy.told)


def _cut(copy: Copy, words: int) -> tuple[tuple[str, Brief], ...]:
    """Cut the copy's stories to so many words, each in the section where it stands."""
    texts = fit([text for _, text in copy.told], words)
    return tuple((section, text) for (section, _), text in zip(copy.told, texts, strict=False))


def _without_room(stories: Iterable[Story], snapshot: Snapshot) -> tuple[LeftOut, ...]:
    """Say of the reports of stories that a length has no room for."""
    length = snapshot.audience.length
    asked = f"{length.amount} {length.unit}" if length else "this length"
    return tuple(left_out(report, f"no room in {asked}") for story in stories for report in story.reports)
