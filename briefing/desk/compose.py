"""Last verb: briefs become sections in the audience's order, and an edition with all that it must own up to."""

from __future__ import annotations

import datetime as dt
import itertools
import math
import re
from collections import Counter
from typing import TYPE_CHECKING

from briefing import identity
from briefing.desk.select import feed_name, left_out, mentions
from briefing.model import (
    Colophon,
    Counts,
    Dateline,
    Edition,
    Gap,
    LeftOut,
    Reason,
    Section,
    Temperature,
    Unheard,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.model import Audience, Brief, Observation, Recalled, Report, Snapshot, Story

QUESTIONS = 8  # open questions of one edition
UNHEARD_FOR = dt.timedelta(hours=26)  # a day and its slack: longer than this without a round, nobody was listening
OUTLETS = 4.5  # so that a second outlet outweighs all that freshness, fullness and a page that was read can add
DIGITS = 9


def rank(stories: Sequence[Story], snapshot: Snapshot) -> list[tuple[Story, tuple[Reason, ...]]]:
    """Order stories by what they are worth to this audience, each with its reasons; ties fall to identity."""
    reasons = [(story, _reasons(story, snapshot)) for story in stories]
    return sorted(reasons, key=lambda pair: (-_sum(pair[1]), pair[0].reports[0].heard.digest))


def divide(
    ranked: Sequence[tuple[Story, tuple[Reason, ...]]], audience: Audience
) -> tuple[list[tuple[Story, tuple[Reason, ...]]], tuple[LeftOut, ...]]:
    """Divide what is printed from what there is no room for."""
    over = (report for story, _ in ranked[audience.stories :] for report in story.reports)
    return list(ranked[: audience.stories]), tuple(
        left_out(report, f"below the first {audience.stories}") for report in over
    )


def section_of(story: Story) -> str:
    """Name the section of a story: that of most of its reports, of the lead where they are even."""
    counts = Counter(report.feed.section for report in story.reports)
    most = max(counts.values())
    return next(report.feed.section for report in story.reports if counts[report.feed.section] == most)


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
        watch_for=(),
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


def _reasons(story: Story, snapshot: Snapshot) -> tuple[Reason, ...]:
    outlets = len({report.feed.id for report in story.reports})
    newest = max(report.heard.arrived for report in story.reports)
    hours = max(0.0, (snapshot.window.closed - newest).total_seconds() / 3600)
    wanted = [phrase for phrase in snapshot.audience.include if any(_says(report, phrase) for report in story.reports)]
    lead = story.reports[0]
    views = (lead.article.kind or lead.feed.kind) in ("analysis", "opinion")
    found = [
        ("outlets", str(outlets), OUTLETS * math.log2(outlets + 1)),
        ("freshness", f"{hours:.0f} h", math.exp(-hours / 24)),
        ("fullness", f"{len(lead.text.split())} words", min(1.0, len(lead.text.split()) / 600)),
        ("include", ", ".join(wanted), 0.5 * len(wanted)),
        (
            "page",
            "not there yet" if lead.article.origin == "feed" else "read",
            0.0 if lead.article.origin == "feed" else 0.5,
        ),
        ("kind", lead.article.kind or lead.feed.kind, -0.3 if views else 0.0),
    ]
    return tuple(Reason(name=name, value=value, score=round(score, DIGITS)) for name, value, score in found if value)


def _says(report: Report, phrase: str) -> bool:
    return mentions(f"{report.title}\n{report.text}", phrase)


def _sum(reasons: tuple[Reason, ...]) -> float:
    return round(math.fsum(reason.score for reason in reasons), DIGITS)


def _colophon(snapshot: Snapshot, *, stories: int, printed: int, method: str, version: str) -> Colophon:
    used = {heard.digest for heard in snapshot.heard} | {digest for _, digest, _ in snapshot.articles}
    used |= {name for one in snapshot.recalled for name in _recalled(one)}
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
