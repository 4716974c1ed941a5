"""Which of today's stories were told in the last days, and what of them is told again: only what moved.

A story is known by an entry that it was told from, or by what its reports say: under another address it is the same.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing import identity
from briefing.desk.cluster import NEAR, features, similarity, weighted
from briefing.desk.developments import moved
from briefing.desk.news import bare, of_story, sentences_of
from briefing.desk.notices import notices
from briefing.desk.order import in_order, led_by_what_moved, moment
from briefing.desk.read import told_by_feed
from briefing.desk.select import left_out
from briefing.desk.text import language_of, sentences, stems
from briefing.model import Before, Feed, Report

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from briefing.desk.news import Known
    from briefing.model import Article, LeftOut, Recalled, Snapshot, Story, Told

COMPARED = 6  # texts of a story that was told with which today's are compared: enough to know it by
WORTH_COMPARING = 0.3  # of NEAR that the nearest report must have to a story's leading one
COPIED, WHOLE = 0.5, 2  # of a report's sentences that stand in a text that was told; of so many at least
MATTER = 0.3  # of the shorter version's words in the other
DIGITS = 9


@dataclass(frozen=True, slots=True)
class Past:
    """A story as the last days' editions told it: newest first."""

    told: tuple[Told, ...]
    reports: tuple[Report, ...]

    @property
    def date(self) -> dt.date:
        """When it was told last."""
        return self.told[0].date


@dataclass(frozen=True, slots=True)
class Followed:
    """The stories that are to be told, what is left out as a repeat, and the stories of these reports.

    Nothing is told of `silent`, and yet a question that stands may be answered in it.
    """

    told: tuple[Story, ...]
    left: tuple[LeftOut, ...]
    silent: tuple[Story, ...]


def revised(snapshot: Snapshot) -> tuple[Report, ...]:
    """Make reports of the texts that were told and have other words now: they may bring what is new of their story."""
    feeds, heard = _feeds(snapshot), {one.digest for one in snapshot.heard}
    names = {one.entry.feed + "\n" + one.entry.identity for one in snapshot.heard}
    found: dict[str, Report] = {}
    for recalled in snapshot.recalled:
        report = _revised(recalled, feeds)
        if report and report.heard.digest not in heard:
            name = report.heard.entry.feed + "\n" + report.heard.entry.identity
            if name not in names:
                found[name] = report
    return tuple(found[name] for name in sorted(found))


def follow(stories: Sequence[Story], snapshot: Snapshot, corrected: Iterable[str] = ()) -> Followed:
    """Give the stories that are to be told, each with what was told of it before; repeats are left out, with why.

    `corrected` are words that are printed as a correction: they are no news beside that.
    """
    past = _past(snapshot)
    if not past:
        return Followed(tuple(stories), (), ())
    known = tuple(corrected)
    kept: list[Story] = []
    repeats: list[LeftOut] = []
    silent: list[Story] = []
    for story, of in zip(stories, _recognised(stories, past), strict=True):
        if not of:
            kept.append(story)
            continue
        before = _before(of, known)
        followed, old = _parted(replace(story, before=before), snapshot)
        since, _, views = moved(followed)
        if not since and not views:
            old = story.reports
        else:
            telling = (one.source for item in since for one in item.evidence)
            kept.append(led_by_what_moved(followed, telling, snapshot.audience))
        silent += [replace(followed, reports=old)] if old else []
        repeats += [left_out(report, f"told on {before.date.isoformat()}, and nothing new since") for report in old]
    return Followed(_named_once(kept, past), tuple(repeats), tuple(silent))


def _parted(story: Story, snapshot: Snapshot) -> tuple[Story, tuple[Report, ...]]:
    """Part the reports that say something new from those that only say again what was told: these lead no story."""
    assert story.before is not None
    known = {
        language: of_story(story.before, language)
        for language in sorted({_language(report) for report in story.reports})
    }
    fresh = [report for report in story.reports if not _repeats(report, known[_language(report)])]
    if not fresh or len(fresh) == len(story.reports):
        return story, ()
    kept = {report.heard.digest for report in fresh}
    old = tuple(report for report in story.reports if report.heard.digest not in kept)
    return replace(story, reports=in_order(fresh, snapshot.audience)), old


def _repeats(report: Report, known: Known) -> bool:
    noted = notices(report.article)
    return all(known.has(sentence.text) for sentence in sentences(report.article) if sentence.start not in noted)


def _language(report: Report) -> str:
    return language_of(report.article)


def _past(snapshot: Snapshot) -> tuple[Past, ...]:
    """Give the stories of memory, each with the texts that it was told from, by name."""
    memory = snapshot.predecessor.memory if snapshot.predecessor else ()
    feeds = _feeds(snapshot)
    reports = {one.told.entry: _as_known(one, feeds) for one in snapshot.recalled}
    by_story: dict[str, list[Told]] = {}
    for told in sorted(memory, key=lambda told: (-told.date.toordinal(), told.story)):
        by_story.setdefault(told.story, []).append(told)
    found = []
    for told_ones in by_story.values():
        names = dict.fromkeys(text.entry for told in told_ones for text in told.texts)
        found.append(Past(tuple(told_ones), tuple(reports[name] for name in names if name in reports)))
    return tuple(found)


def _recognised(stories: Sequence[Story], past: Sequence[Past]) -> list[tuple[Past, ...]]:
    """Say of each story which ones of the past it goes on with, nearest first."""
    pieces = [report for story in stories for report in story.reports]
    pieces += [report for one in past for report in one.reports[:COMPARED]]
    vectors = iter(weighted([features(report) for report in pieces]))
    ours = [[next(vectors) for _ in story.reports] for story in stories]
    theirs = [[next(vectors) for _ in one.reports[:COMPARED]] for one in past]
    entries = [{_entry(report) for report in one.reports} for one in past]
    standing = [frozenset(bare(text) for report in one.reports for text in sentences_of(report.text)) for one in past]
    found = []
    for story, mine in zip(stories, ours, strict=True):
        own = {_entry(report) for report in story.reports}
        near = [
            (not own & named and not _again(story, said), -_nearness(mine, other), one.told[0].story, place)
            for place, (one, other, named, said) in enumerate(zip(past, theirs, entries, standing, strict=True))
        ]
        near = [item for item in near if not item[0] or -item[1] >= NEAR]
        found.append(tuple(past[place] for *_, place in sorted(near)))
    return found


def _again(story: Story, standing: frozenset[str]) -> bool:
    """Tell whether a report of a story is a text that was told, under whatever address: most of its sentences stand there."""
    for report in story.reports:
        said = [bare(text) for text in sentences_of(report.text)]
        if len(said) >= WHOLE and sum(text in standing for text in said) >= COPIED * len(said):
            return True
    return False


def _nearness(ours: Sequence[dict[str, float]], theirs: Sequence[dict[str, float]]) -> float:
    """Give the average similarity of two groups of reports; 0 where one text of each already says that they are far."""
    if not theirs or max(similarity(left, theirs[0]) for left in ours) < NEAR * WORTH_COMPARING:
        return 0.0
    values = [similarity(left, right) for left in ours for right in theirs]
    return round(math.fsum(values) / len(values), DIGITS)


def _before(of: Sequence[Past], corrected: tuple[str, ...]) -> Before:
    told = sorted((told for past in of for told in past.told), key=lambda one: -one.date.toordinal())
    reports = [report for past in of for report in past.reports]
    known = [sentence for report in reports for sentence in (report.title, *sentences_of(report.text))]
    by_day: dict[dt.date, list[str]] = {}
    for one in told:
        by_day.setdefault(one.date, []).extend((one.headline, *(said.text for said in one.said)))
    return Before(
        story=of[0].told[0].story,
        date=max(one.date for one in told),
        printed=tuple(dict.fromkeys(text for texts in by_day.values() for text in texts)),
        by_day=tuple(tuple(texts) for texts in by_day.values()),
        known=tuple(dict.fromkeys([*known, *corrected])),
        latest=max((moment(report) for report in reports), default=None),
        language=told[0].language,
    )


def _named_once(stories: Sequence[Story], past: Sequence[Past]) -> tuple[Story, ...]:
    """Let one of today's stories keep the name: that whose own it is, then that with most reports, then the first."""
    dates = {one.told[0].story: one.date for one in past}
    keeper: dict[str, Story] = {}
    for story in stories:
        if story.before and story.before.story in dates:
            best = keeper.get(story.before.story)
            if best is None or _claim(story) > _claim(best):
                keeper[story.before.story] = story
    return tuple(
        replace(story, before=replace(story.before, story=""))
        if story.before and keeper.get(story.before.story) is not story
        else story
        for story in stories
    )


def _claim(story: Story) -> tuple[bool, int]:
    return story.before is not None and own_name(story) == story.before.story, len(story.reports)


def own_name(story: Story) -> str:
    """Name a story by the report that came first: it keeps its name while others join it."""
    first = min(story.reports, key=lambda report: (report.heard.arrived, report.heard.digest))
    return identity.digest([[first.feed.id, first.heard.entry.identity]])[:16]


def _as_known(recalled: Recalled, feeds: dict[str, Feed]) -> Report:
    """Make a report of a told text, as the predecessor knew it."""
    heard = recalled.heard
    article = recalled.article or told_by_feed(heard.entry)
    return Report(feed=_feed(heard.entry.feed, feeds), heard=heard, article=article, digest=recalled.told.article)


def _revised(recalled: Recalled, feeds: dict[str, Feed]) -> Report | None:
    heard = recalled.now or recalled.heard
    feed = _feed(heard.entry.feed, feeds)
    if recalled.after:
        digest, article = recalled.after
        if recalled.article and not _of_one_matter(recalled.article, article):
            return None  # where its page was, another stands
        return Report(feed=feed, heard=heard, article=article, digest=digest)
    if recalled.now and recalled.article is None:
        return Report(feed=feed, heard=heard, article=told_by_feed(heard.entry), digest=heard.digest)
    return None


def _of_one_matter(old: Article, new: Article) -> bool:
    """Tell whether two versions of a page speak of the same: a page that gave way to a front page does not."""
    ours, theirs = (frozenset(stems(article.text, language_of(article))) for article in (old, new))
    return len(ours & theirs) >= MATTER * min(len(ours), len(theirs))


def _feeds(snapshot: Snapshot) -> dict[str, Feed]:
    return {feed.id: feed for feed in snapshot.feeds}


def _feed(name: str, feeds: dict[str, Feed]) -> Feed:
    """Give a feed by its id; one that nobody listens to any more has nothing but that."""
    return feeds.get(name) or Feed(id=name, url="")


def _entry(report: Report) -> tuple[str, str]:
    return report.heard.entry.feed, report.heard.entry.identity
