"""What matters to this audience, first: each story's worth, in parts that can be told, and what is printed of them.

A story is worth what independent outlets, the audience's own words, freshness, a prominent place in its feeds and a full
text make it. They are taken best first, and what was taken already weighs against more of the same: no outlet and no
topic crowds out the rest (as maximal marginal relevance does it, Carbonell and Goldstein 1998), and the best of each
section that the audience names comes before a second of another.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.desk.cluster.voices import voices
from briefing.desk.select import left_out, mentions
from briefing.desk.text import language_of, names, stems
from briefing.model import Reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model import Audience, LeftOut, Report, Snapshot, Story

OUTLETS = 5.5  # so that a second outlet outweighs all that freshness, fullness, prominence and a read page can add
INCLUDED = 0.5  # for each of the audience's own words
PROMINENT, PLACES = 0.6, 5  # at the top of a feed; half of it is left so many places below
A_DAY = 24.0  # hours in which freshness falls to a third
FULL = 600  # words that tell a story fully
AGAIN, MOST_AGAIN = 0.5, 3.0  # for each story above that the same outlet alone reports
TOPIC, SAME_TOPIC = 3.0, 0.3  # for a topic that was told above: times the share of it, from this share on
SECTION = 1.0  # for the best of a section
POOL = 8  # times as many stories as are printed are looked at again and again; those below never come up
EXPLAINED = 100  # stories without room that are told with their reasons
OPENING = 60  # words of a text that name its topic
DIGITS = 9


@dataclass(frozen=True, slots=True)
class Ranked:
    """A story with the reasons for its place."""

    story: Story
    reasons: tuple[Reason, ...]

    @property
    def score(self) -> float:
        """What the reasons give together."""
        return round(math.fsum(reason.score for reason in self.reasons), DIGITS)


def rank(stories: Sequence[Story], snapshot: Snapshot) -> tuple[list[Ranked], tuple[LeftOut, ...]]:
    """Give the stories that are printed, best first, and the reports for which there is no room; ties fall to identity."""
    audience = snapshot.audience
    found = sorted((Ranked(story, reasons(story, snapshot)) for story in stories), key=_order)
    pool, taken = found[: POOL * audience.stories], list[Ranked]()
    topics = {id(item.story): topic(item.story) for item in pool}
    while pool and len(taken) < audience.stories:
        offered = [Ranked(item.story, item.reasons + _variety(item.story, taken, topics, audience)) for item in pool]
        place = min(range(len(offered)), key=lambda n: _order(offered[n]))
        taken.append(offered[place])
        del pool[place]
    printed = {id(item.story) for item in taken}
    over = [item for item in found if id(item.story) not in printed]
    least = min((item.score for item in taken), default=0.0)
    return taken, tuple(
        left_out(
            report,
            f"below the first {audience.stories}: {item.score:.2f}, where the last one printed has {least:.2f}",
            item.reasons if number < EXPLAINED else (),
        )
        for number, item in enumerate(over)
        for report in item.story.reports
    )


def reasons(story: Story, snapshot: Snapshot) -> tuple[Reason, ...]:
    """Say what a story is worth by itself, part by part."""
    lead = story.reports[0]
    outlets = len({outlet(story.reports[places[0]]) for places in voices(story)})
    hours = max(0.0, (snapshot.window.closed - max(one.heard.arrived for one in story.reports)).total_seconds() / 3600)
    wanted = [phrase for phrase in snapshot.audience.include if any(_says(report, phrase) for report in story.reports)]
    place = min(report.heard.place for report in story.reports)
    length, kind = len(lead.text.split()), lead.article.kind or lead.feed.kind
    unread = lead.article.origin == "feed"
    found = (
        ("outlets", str(outlets), OUTLETS * math.log2(outlets + 1)),
        ("freshness", f"{hours:.0f} h", math.exp(-hours / A_DAY)),
        ("prominence", str(place + 1), PROMINENT / (1 + place / PLACES)),
        ("fullness", f"{length} words", min(1.0, length / FULL)),
        ("include", ", ".join(wanted), INCLUDED * len(wanted)),
        ("page", "not there yet" if unread else "read", 0.0 if unread else 0.5),
        ("kind", kind, -0.3 if kind in ("analysis", "opinion") else 0.0),
    )
    return tuple(Reason(name=name, value=value, score=round(score, DIGITS)) for name, value, score in found if value)


def outlet(report: Report) -> str:
    """Name who speaks: an outlet may have several feeds, and several outlets none but an agency's."""
    host = report.heard.entry.link.partition("://")[2].partition("/")[0].lower().removeprefix("www.")
    return host or report.feed.id


def topic(story: Story) -> frozenset[str]:
    """Say what a story is about, in the names and words of its headline and opening."""
    lead = story.reports[0]
    opening = " ".join(lead.text.split()[:OPENING])
    return frozenset(stems(lead.title, language_of(lead.article))) | frozenset(names(opening))


def _variety(
    story: Story, taken: Sequence[Ranked], topics: dict[int, frozenset[str]], audience: Audience
) -> tuple[Reason, ...]:
    """Weigh a story against what is printed above it."""
    found = []
    voices = {outlet(report) for report in story.reports}
    again = (
        sum(voices == {outlet(report) for report in other.story.reports} for other in taken) if len(voices) == 1 else 0
    )
    if again:
        found.append(Reason(name="outlet again", value=str(again), score=-min(MOST_AGAIN, AGAIN * again)))
    told = [(_shared(topics[id(story)], topics[id(other.story)]), other) for other in taken]
    share, nearest = max(told, key=lambda pair: pair[0], default=(0.0, None))
    if nearest and share >= SAME_TOPIC:
        score = round(-TOPIC * share, DIGITS)
        found.append(Reason(name="topic again", value=nearest.story.reports[0].title, score=score))
    section = section_of(story)
    if section in audience.sections and all(section_of(other.story) != section for other in taken):
        found.append(Reason(name="section", value=section, score=SECTION))
    return tuple(found)


def section_of(story: Story) -> str:
    """Name the section of a story: that of most of its reports, of the lead where they are even."""
    counts: dict[str, int] = {}
    for report in story.reports:
        counts[report.feed.section] = counts.get(report.feed.section, 0) + 1
    most = max(counts.values())
    return next(report.feed.section for report in story.reports if counts[report.feed.section] == most)


def _shared(left: frozenset[str], right: frozenset[str]) -> float:
    return round(len(left & right) / max(1, min(len(left), len(right))), DIGITS)


def _order(item: Ranked) -> tuple[float, str]:
    return -item.score, item.story.reports[0].heard.digest


def _says(report: Report, phrase: str) -> bool:
    return mentions(f"{report.title}\n{report.text}", phrase)
