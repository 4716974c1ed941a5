"""Third verb: the reports of one happening become a story.

Reports are compared by what they say: title and opening, words weighted by how rare they are among the reports of
the day and in any day's news, names more than other words; what rests on few shared words counts less. They are joined
bottom-up by average similarity, as long as the two nearest groups are near enough.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.desk.cluster.about import features
from briefing.desk.cluster.alike import NEAREST, likenesses, similarity, weighted
from briefing.desk.cluster.joining import NEAR, join, needed
from briefing.desk.cluster.voices import voices
from briefing.desk.order import in_order
from briefing.model import Story

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model import Audience, Report

__all__ = ["NEAR", "cluster", "features", "join", "likenesses", "related", "similarity", "voices", "weighted"]

KIN = 0.9  # of the similarity that makes one story: from here on two stories have to do with each other
MOST_KIN = 3  # related stories that are worth naming


def cluster(reports: Sequence[Report], audience: Audience) -> tuple[Story, ...]:
    """Group reports into stories, in the order of each story's first report."""
    groups = join(*_compared(reports))
    return tuple(Story(reports=in_order([reports[n] for n in group], audience)) for group in groups)


def _compared(reports: Sequence[Report]) -> tuple[int, dict[tuple[int, int], float]]:
    """Compare reports each with each, as far as they may be alike; `join` takes the answer."""
    vectors = weighted([features(report) for report in reports])
    return len(reports), likenesses(vectors, [report.heard.arrived.timestamp() for report in reports])


def related(stories: Sequence[Story]) -> tuple[tuple[int, ...], ...]:
    """Give for each story the places of those that have to do with it and are not the same, the nearest first.

    Stories are compared by all that their reports say together: the mean of their likenesses, as in `join`.
    """
    reports = [report for story in stories for report in story.reports]
    of = [place for place, story in enumerate(stories) for _ in story.reports]
    sums: dict[tuple[int, int], float] = {}
    for (left, right), value in _compared(reports)[1].items():
        pair = of[left], of[right]
        if pair[0] != pair[1]:
            sums[min(pair), max(pair)] = sums.get((min(pair), max(pair)), 0.0) + value
    kin: list[list[tuple[float, int]]] = [[] for _ in stories]
    for (left, right), total in sums.items():
        pairs = len(stories[left].reports) * len(stories[right].reports)
        if round(total / pairs, NEAREST) >= KIN * needed(NEAR, pairs):
            kin[left].append((-total / pairs, right))
            kin[right].append((-total / pairs, left))
    return tuple(tuple(place for _, place in sorted(found)[:MOST_KIN]) for found in kin)
