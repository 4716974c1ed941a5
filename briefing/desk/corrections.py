"""Corrections: words that an edition of the last days printed, and their source has changed or taken back since.

Only what was printed counts, and only a change of what it says: typography is none. A source's own notice is told even
where the words that we took still stand.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.desk.cite import cited_title
from briefing.desk.counts import counts
from briefing.desk.errata import errata
from briefing.desk.news import bare, otherwise
from briefing.desk.notices import NOTICE, WITHDRAWN
from briefing.desk.read import told_by_feed
from briefing.desk.select import feed_name
from briefing.desk.text import folded, language_of, sentences, stems
from briefing.model import Correction, Evidence, Feed, Report, Source

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Sequence

    from briefing.model import Change, Field, Heard, Recalled, Snapshot, Told

SAME = 0.5  # of the shorter sentence's stems in the other: it is the old one in other words
SURELY = 0.7  # of the longer one's: where the text around it is another, too
STANDS = 0.5  # of the old sentences still there: the text was edited, and not written anew
VALUE = 4  # words of one side of a disagreement: no statement
FEW = 5  # statements that one withdrawal takes back in words; the rest goes with them


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a text, or its title: where it stands, and what it says."""

    start: int
    end: int
    text: str
    field: Field
    article: str


def corrections(snapshot: Snapshot) -> tuple[Correction, ...]:
    """Give the corrections that an edition owes its readers, of the latest day's stories first."""
    memory = snapshot.predecessor.memory if snapshot.predecessor else ()
    feeds = {feed.id: feed for feed in snapshot.feeds}
    changed = {one.told.entry: one for one in snapshot.recalled if one.now or one.after or one.gone}
    found: dict[tuple[str, str, str], Correction] = {}
    for told in sorted(memory, key=lambda one: -one.date.toordinal()):
        for place, text in enumerate(told.texts):
            if text.entry in changed:
                revision = Revision(told, place, changed[text.entry], feeds)
                for correction in revision.corrections():
                    found.setdefault((correction.before, correction.after, correction.notice), correction)
    for correction in errata(snapshot):
        found.setdefault((correction.before, correction.after, correction.notice), correction)
    return tuple(found.values())


def no_news(owed: Iterable[Correction]) -> list[str]:
    """Give the words of corrections that are told as that alone; a count that rose since is news of its story, too."""
    return [
        text
        for one in owed
        if one.notice or not (counts(one.before) and counts(one.before).keys() == counts(one.after).keys())
        for text in (one.after, one.notice)
        if text
    ]


class Revision:
    """One text of a story that was told, as it was and as it is now."""

    def __init__(self, told: Told, place: int, recalled: Recalled, feeds: dict[str, Feed]) -> None:
        self.told = told
        self.place = place
        self.recalled = recalled
        self.feeds = feeds
        self.old = self._report(recalled, new=False)
        self.new = self._report(recalled, new=True)
        self.language = language_of(self.old.article) or told.language
        self.said = [said for said in told.said if any(cited.text == place for cited in said.cited)]

    def corrections(self) -> Iterator[Correction]:
        """Give what changed of the words that were printed, and the source's notice."""
        if self.recalled.gone:
            yield self._correction("withdrawn", self._all_said(), None, None)
            return
        old, new = lines(self.old), lines(self.new)
        notice = self._notice(old, new, NOTICE)
        standing = {bare(line.text) for line in new}
        kept = sum(bare(line.text) in standing for line in old) / max(1, len(old))
        retraction = self._notice(old, new, WITHDRAWN)
        if retraction and kept < STANDS:
            yield self._correction("withdrawn", self._all_said(), None, retraction)
            return
        notice = notice or retraction
        fresh = [line for line in new if bare(line.text) not in {bare(other.text) for other in old}]
        yielded = False
        edited = (
            notice is not None or kept >= STANDS
        )  # else it was written anew: the story went on, and is told as that
        for before, after in self._changed(old, new, [line for line in fresh if line is not notice], edited=edited):
            if after is None and not edited:
                continue
            if after is None and not notice and before == self.told.headline:
                continue
            yield self._correction("changed" if after else "removed", before, after, None if yielded else notice)
            yielded = True
        if notice and not yielded:
            yield self._correction("notice", "", None, notice)

    def _changed(
        self, old: Sequence[Line], new: Sequence[Line], fresh: Sequence[Line], *, edited: bool
    ) -> Iterator[tuple[str, Line | None]]:
        """Give the printed statements whose words are others now, each with what stands there."""
        standing = {(line.field, bare(line.text)) for line in new}
        done: set[str] = set()
        for said, cited in [(one, rests) for one in self.said for rests in one.cited if rests.text == self.place]:
            quote = bare(cited.quote or said.text)
            was = next((line for line in old if line.field == cited.field and _stands(quote, bare(line.text))), None)
            if said.text in done or not quote or was is None or (was.field, bare(was.text)) in standing:
                continue  # it stands, or another edition told that change
            after = _nearest(was, [line for line in fresh if line.field == was.field], self.language, edited=edited)
            if after is None and (was.field == "title" or any(_stands(quote, text) for _, text in standing)):
                continue  # a headline is written anew every hour
            if after is None or otherwise(was.text, after.text, self.language):
                done.add(said.text)
                yield said.text, after

    def _notice(self, old: Sequence[Line], new: Sequence[Line], rules: dict[str, re.Pattern[str]]) -> Line | None:
        """Find a notice that was not there before: in the text, its title, or the feed's own words."""
        if self.recalled.now:  # a feed may say what its page does not
            old = [*old, *_feeds_own(self.recalled.heard, self.new.feed)]
            new = [*new, *_feeds_own(self.recalled.now, self.new.feed)]
        before = {bare(line.text) for line in old}
        tongues = [rules[tongue] for tongue in sorted({self.language, "en"} & rules.keys())]
        if self.new.feed.use == "headline":  # no more of its articles may be printed
            new = [line for line in new if line.field == "title"]
        fresh = (line for line in new if bare(line.text) not in before)
        found = (line for line in fresh if any(rule.search(folded(line.text)) for rule in tongues))
        return next(found, None)

    def _all_said(self) -> str:
        """Give the statements that rest on this text, in their order; the headline where there is nothing else."""
        texts = [said.text for said in self.said if said.text != self.told.headline and len(said.text.split()) > VALUE]
        return " ".join(texts[:FEW]) or self.told.headline

    def _correction(self, kind: Change, before: str, after: Line | None, notice: Line | None) -> Correction:
        return Correction(
            story=self.told.story,
            before=before,
            after=after.text if after else "",
            evidence=tuple(self._evidence(line) for line in (after, notice) if line),
            kind=kind,
            told=self.told.date,
            headline=self.told.headline,
            language=self.language,
            notice=notice.text if notice else "",
            sources=(self._source(),),
        )

    def _evidence(self, line: Line) -> Evidence:
        return Evidence(
            source=0, article=line.article, start=line.start, end=line.end, quote=line.text, field=line.field
        )

    def _source(self) -> Source:
        report = self.old if self.recalled.gone else self.new
        return Source(
            name=feed_name(report.feed),
            url=report.article.url or report.heard.entry.link,
            title=report.title,
            published=report.published,
            kind=report.article.kind or report.feed.kind,
            label=report.feed.label,
            origin=report.article.origin,
            article=report.digest,
        )

    def _report(self, recalled: Recalled, *, new: bool) -> Report:
        """Make a report of the text: like is held against like, a page against the page, a feed's words against its words."""
        heard = recalled.now if new and recalled.now else recalled.heard
        feed = self.feeds.get(heard.entry.feed) or Feed(id=heard.entry.feed, url="")
        if recalled.told.article == recalled.told.entry:
            return Report(feed=feed, heard=heard, article=told_by_feed(heard.entry), digest=heard.digest)
        digest, article = recalled.told.article, recalled.article
        if new and recalled.after:
            digest, article = recalled.after
        return Report(feed=feed, heard=heard, article=article or told_by_feed(heard.entry), digest=digest)


def lines(report: Report) -> list[Line]:
    """Give a text's title and sentences, as evidence counts them."""
    title, name = cited_title(report), report.digest
    found = [Line(0, len(title), title, "title", name)] if title else []
    return found + [Line(one.start, one.end, one.text, "text", name) for one in sentences(report.article)]


def _feeds_own(heard: Heard, feed: Feed) -> list[Line]:
    """Give the sentences of a feed's own words."""
    return lines(Report(feed=feed, heard=heard, article=told_by_feed(heard.entry), digest=heard.digest))


def _stands(quote: str, text: str) -> bool:
    """Tell whether words stand in a text, whole words at both ends."""
    return f" {quote} " in f" {text} "


def _nearest(was: Line, fresh: Iterable[Line], language: str, *, edited: bool) -> Line | None:
    """Find the sentence that stands where another stood: it shares most of its words with it."""
    ours = frozenset(stems(was.text, language))
    best, share = None, 0.0
    for line in fresh:
        theirs = frozenset(stems(line.text, language))
        shared = len(ours & theirs) / max(1, (min if edited else max)(len(ours), len(theirs)))
        if shared >= (SAME if edited else SURELY) and shared > share:
            best, share = line, shared
    return best
