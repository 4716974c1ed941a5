"""A correction that comes as an item of its own: "Correction: we reported 5.5 per cent; it is 4.5".

It is held against what editions of the last days printed from the same outlet. Where it corrects words that stood there, it
is printed as a correction, with them, and is no news; where nobody was told, it is a report like any other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.desk.cite import cited_title
from briefing.desk.news import figures_of, otherwise
from briefing.desk.notices import NOTICE, is_notice
from briefing.desk.read import read
from briefing.desk.select import feed_name
from briefing.desk.text import dateline, folded, language_of, names, sentences, stems
from briefing.model import Correction, Evidence, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.desk.text import Sentence
    from briefing.model import Report, Said, Snapshot, Told

SAME = 0.5  # of a printed statement's words in the item that corrects it
UNDER_ITS_TITLE = 0.3  # of them, where the item names the title of what it corrects
BESIDE = 0.4  # of the words of the sentence that is right, in the printed one
# A sentence that says again what was wrong.
WRONG = re.compile(
    r"(?i)\b(?:wrongly|incorrectly|mistakenly|erroneously|earlier|previously|(?:we|it|report|article|[A-Z]{2,5}) (?:said|wrote|reported|gave|had "
    r"(?:said|written|reported))|par erreur|à tort|(?:nous|avons|avions|a) (?:écrit|indiqué|annoncé|rapporté))\b"
)


def errata(snapshot: Snapshot) -> Iterator[Correction]:
    """Give the corrections that today's own items of correction owe for what the last days' editions printed."""
    memory = snapshot.predecessor.memory if snapshot.predecessor else ()
    feeds = {one.told.entry: one.heard.entry.feed for one in snapshot.recalled}
    for report in read(snapshot) if memory else ():
        if report.feed.use != "headline" and corrects(report):
            found = _printed(report, memory, feeds)
            if found:
                yield from _correction(report, *found)


def corrects(report: Report) -> bool:
    """Tell whether an item is a correction and nothing else: its title says so."""
    return is_notice(report.title, language_of(report.article))


def _printed(report: Report, memory: Iterable[Told], feeds: dict[str, str]) -> tuple[Told, Said] | None:
    """Find the printed statement that an item corrects: the one that has most of its words, of the latest edition."""
    language = language_of(report.article)
    text = report.text or report.title  # its title names what it corrects, and not what was wrong
    content, numbers, called = frozenset(stems(text, language)), figures_of(text), frozenset(names(text))
    best, most = None, 0.0
    for told in sorted(memory, key=lambda one: -one.date.toordinal()):
        titled = _called(report, told)
        for said in told.said:
            ours = frozenset(stems(said.text, language))
            cited = any(feeds.get(told.texts[one.text].entry) == report.feed.id for one in said.cited)
            if not cited or not ours or said.text == told.headline:
                continue
            share = len(ours & content) / len(ours)
            if share < (UNDER_ITS_TITLE if titled else SAME):
                continue
            share += titled + bool(figures_of(said.text) & numbers) + bool(frozenset(names(said.text)) & called) / 2
            if share > most:
                best, most = (told, said), share
    return best


def _called(report: Report, told: Told) -> bool:
    """Tell whether an item names the headline under which a story was told."""
    return folded(told.headline).casefold() in folded(f"{report.title}\n{report.text}").casefold()


def _correction(report: Report, told: Told, said: Said) -> Iterator[Correction]:
    """Put the printed words beside the item's sentence that is right, and the one that says what was wrong."""
    language = language_of(report.article)
    ours, told_of = frozenset(stems(said.text, language)), sentences(report.article)
    right = [line for line in told_of if not WRONG.search(folded(line.text)) and _beside(ours, line, language)]
    after = next((line for line in right or told_of if otherwise(said.text, line.text, language)), None)
    if after is None:
        return
    notice = next((line for line in told_of if line is not after and _says_wrong(line.text, language)), None)
    yield Correction(
        story=told.story,
        before=said.text,
        after=_words(after),
        evidence=tuple(_evidence(report, line) for line in (after, notice) if line),
        kind="changed",
        told=told.date,
        headline=told.headline,
        language=language,
        notice=_words(notice) if notice else "",
        sources=(_source(report),),
    )


def _beside(ours: frozenset[str], line: Sentence, language: str) -> bool:
    theirs = frozenset(stems(line.text, language))
    return len(ours & theirs) >= BESIDE * min(len(ours), len(theirs))


def _says_wrong(text: str, language: str) -> bool:
    rule = NOTICE.get(language, NOTICE["en"])
    return WRONG.search(folded(text)) is not None or rule.search(folded(text)) is not None


def _evidence(report: Report, line: Sentence) -> Evidence:
    words = _words(line)
    return Evidence(source=0, article=report.digest, start=line.end - len(words), end=line.end, quote=words)


def _words(line: Sentence) -> str:
    """Give a sentence without its dateline."""
    return line.text[len(dateline(line.text)) :]


def _source(report: Report) -> Source:
    return Source(
        name=feed_name(report.feed),
        url=report.article.url or report.heard.entry.link,
        title=cited_title(report),
        published=report.published,
        kind=report.article.kind or report.feed.kind,
        label=report.feed.label,
        origin=report.article.origin,
        article=report.digest,
    )
