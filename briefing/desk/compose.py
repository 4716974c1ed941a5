"""Last verb: briefs become sections in the audience's order, and an edition with all that it must own up to."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing import identity
from briefing.desk.select import feed_name
from briefing.desk.watching import to_come
from briefing.model import (
    Colophon,
    Counts,
    Dateline,
    Edition,
    Gap,
    Section,
    Temperature,
    Unheard,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.model import Audience, Brief, LeftOut, Observation, Recalled, Snapshot

QUESTIONS = 8  # open questions of one edition
UNHEARD_FOR = dt.timedelta(hours=26)  # a day and its slack: longer than this without a round, nobody was listening


def compose(
    snapshot: Snapshot,
    told: Iterable[tuple[str, Brief]],
    left: tuple[LeftOut, ...],
    *,
    stories: int,
    method: str,
    version: str,
) -> Edition:
    """Put an edition together; `told` is each brief with its section's name, best first."""
    audience, briefs = snapshot.audience, tuple(told)
    return Edition(
        date=snapshot.date,
        audience=audience.name,
        title=audience.title,
        status=snapshot.status,
        dateline=dateline(snapshot),
        paper=audience.paper,
        pictures=audience.pictures,
        marking=audience.marking,
        sections=_sections(briefs, audience),
        standing_questions=(),
        corrections=(),
        watch_for=to_come(
            (replace(item, story=brief.id) for _, brief in briefs for item in brief.watch_for), snapshot.date
        ),
        silences=_silences(snapshot),
        gaps=gaps(snapshot),
        left_out=left,
        colophon=_colophon(snapshot, stories=stories, printed=len(briefs), method=method, version=version),
    )


def dateline(snapshot: Snapshot) -> Dateline:
    """Say where, on which day, and how cold."""
    audience = snapshot.audience
    return Dateline(
        place=audience.place.name if audience.place else "",
        date=snapshot.date,
        timezone=audience.timezone,
        locale=audience.locale,
        temperature=_temperature(snapshot.observation, audience) if audience.weather else None,
    )


def gaps(snapshot: Snapshot) -> tuple[Gap, ...]:
    """Give the times of the window in which nobody listened; before the first round ever, there was nobody to."""
    moments = (*snapshot.rounds, snapshot.window.closed)
    pairs = itertools.pairwise(moments)
    return tuple(Gap(start=start, end=end) for start, end in pairs if end - start > UNHEARD_FOR)


def _temperature(observation: Observation | None, audience: Audience) -> Temperature | None:
    if observation is None:
        return None
    if audience.units == "imperial":
        return Temperature(value=round(observation.celsius * 9 / 5 + 32, 1), unit="°F", at=observation.at)
    return Temperature(value=round(observation.celsius, 1), unit="°C", at=observation.at)


def _sections(briefs: tuple[tuple[str, Brief], ...], audience: Audience) -> tuple[Section, ...]:
    """Keep the audience's order of sections; others follow in the order of their best story."""
    names = list(dict.fromkeys([*audience.sections, *(name for name, _ in briefs)]))
    sections = (Section(name=name, stories=tuple(brief for of, brief in briefs if of == name)) for name in names)
    return tuple(section for section in sections if section.stories)


def _silences(snapshot: Snapshot) -> tuple[Unheard, ...]:
    """Say which feeds were not heard, in the order of feeds.yaml."""
    silent = {silence.feed: silence for silence in snapshot.silences}
    found = ((feed, silent[feed.id]) for feed in snapshot.feeds if feed.id in silent)
    return tuple(
        Unheard(name=feed_name(feed), url=silence.url, since=silence.since, cause=silence.cause)
        for feed, silence in found
    )


def _colophon(snapshot: Snapshot, *, stories: int, printed: int, method: str, version: str) -> Colophon:
    used = {heard.digest for heard in snapshot.heard} | {digest for _, digest, _ in snapshot.articles}
    used |= {name for one in snapshot.recalled for name in _recalled(one)}
    used |= {identity.digest(act) for act in snapshot.closings}
    if snapshot.observation:
        used.add(identity.digest(snapshot.observation))
    return Colophon(
        as_of=snapshot.as_of,
        opened=snapshot.window.opened,
        closed=snapshot.window.closed,
        method=method,
        predecessor=snapshot.predecessor.digest if snapshot.predecessor else "",
        used=tuple(sorted(used)),
        counts=Counts(
            feeds=len(snapshot.feeds),
            entries=len(snapshot.heard),
            articles=len(snapshot.articles),
            stories=stories,
            printed=printed,
            silent=len(snapshot.silences),
        ),
        version=version,
    )


def _recalled(recalled: Recalled) -> set[str]:
    """Name what an edition used of a text that was told before: as it was, and as it is."""
    now, after = recalled.now, recalled.after
    return (
        {recalled.heard.digest, recalled.told.article}
        | ({now.digest} if now else set())
        | ({after[0]} if after else set())
    )


def without_outlet(title: str, outlet: Sequence[str]) -> tuple[int, int]:
    """Give the span of a title without the outlet's name at its end ("… - Northern Courier")."""
    for name in outlet:
        match = re.search(rf"\s+[-–—|·:]\s+{re.escape(name)}\s*$", title, re.IGNORECASE) if name else None
        if match and match.start() > 0:
            return 0, match.start()
    return 0, len(title)
