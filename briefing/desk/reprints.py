"""Whose words a report prints: an outlet that carries an agency's text tells what the agency told.

Two texts are one where most of the shorter's runs of five words stand in the longer (containment of shingles, Broder
1997): an outlet cuts a copy from its end and changes a word here and there, and leaves the rest as it came.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.desk.lexicon import AGENCIES
from briefing.desk.text import dateline, folded, sentences, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model import Article, Report

RUN = 5  # words of a shingle
COPIED = 0.5  # share of the shorter text's shingles in the longer: light edits leave more, a common quotation less
LEAST = 12  # shingles of a text: a line or two may be alike by chance, and is a copy only where it is nearly the same
ALMOST = 0.8  # the share for such a short text
SIGNED = 4  # blocks, first and last, in which an agency is credited
_NAMES = "|".join(re.escape(name) for name in sorted(AGENCIES, key=lambda name: (-len(name), name)))
_CALLED = rf"(?:{_NAMES}|(?:[A-ZÀ-Ý][\w&’'-]*\s){{1,3}}(?:Wire|Newswire|Press|Presse|News Agency|Agency)|Agence\s[A-ZÀ-Ý][\w’'-]*)"
CALLED = re.compile(rf"(?<!\w){_CALLED}(?!\w)")
# Where an outlet says whose text it prints: "(Atlas Wire)", "From Atlas Wire", « avec AFP ».
CREDIT = re.compile(
    rf"(?:[(/]\s*|^(?:(?:[Bb]y|[Ff]rom|[Ss]ource\s?:|[Pp]ar|[Aa]vec|[Ww]ith)\s+)?)(?P<who>{_CALLED})\s*(?:[)/]|$)"
)


def copied(left: frozenset[tuple[str, ...]], right: frozenset[tuple[str, ...]]) -> bool:
    """Tell whether one text is made of the other."""
    fewer = min(len(left), len(right))
    return fewer > 0 and len(left & right) >= (COPIED if fewer >= LEAST else ALMOST) * fewer


@lru_cache(maxsize=512)
def runs(article: Article) -> frozenset[tuple[str, ...]]:
    """Give a text's runs of five words, without what an agency or an outlet sets before it."""
    told = words(" ".join(block.text[len(dateline(block.text)) :] for block in article.blocks))
    return frozenset(zip(*(told[start:] for start in range(RUN)), strict=False))


def agency(report: Report) -> str:
    """Name the agency whose text a report says that it prints; "" where it names none, or is the agency's own."""
    article = report.article
    for line in (article.byline, report.heard.entry.author):
        found = CALLED.search(folded(line)) if line else None
        if found:
            return _other(found.group(), report)
    blocks = article.blocks
    if blocks:
        lead = dateline(blocks[0].text)
        found = CALLED.search(folded(lead)) if lead else None
        if found:
            return _other(found.group(), report)
    for block in (*blocks[:SIGNED], *blocks[-SIGNED:]):
        text = folded(block.text)
        found = CREDIT.fullmatch(text) or re.search(rf"\((?P<who>{_CALLED})\)\s*$", text)
        if found:
            return _other(found.group("who"), report)
    return ""


def reprints(reports: Sequence[Report]) -> frozenset[str]:
    """Name the reports, by digest, that print another's text: not the agency's own, nor where it has none the first."""
    if len(reports) < 2:  # noqa: PLR2004 - one report copies nobody
        return frozenset()
    found = set[str]()
    for report in reports:
        for other in reports:
            if (
                report is not other
                and report.feed.id != other.feed.id
                and _original(other, report)
                and copied(runs(report.article), runs(other.article))
                and (_credits(report, other) or _begins_as(report.article, other.article))
            ):
                found.add(report.heard.digest)
                break
    return frozenset(found)


def _begins_as(article: Article, other: Article) -> bool:
    """Tell whether a text's first sentence stands in another: who sets something newer before an old text tells it as their own."""
    said = next((sentence.text for sentence in sentences(article) if len(words(sentence.text)) > RUN), "")
    opening = words(said[len(dateline(said)) :])
    ours = frozenset(zip(*(opening[start:] for start in range(RUN)), strict=False))
    return len(ours & runs(other)) >= COPIED * len(ours)


def _original(one: Report, other: Report) -> bool:
    """Tell whether of two that print one text the first is the one whose it is: it is credited, else it came first."""
    if _credits(other, one):
        return True
    ours, theirs = agency(one), agency(other)
    if bool(ours) != bool(theirs):
        return bool(theirs)
    return _first(one) < _first(other)


def _credits(report: Report, other: Report) -> bool:
    """Tell whether a report names another's outlet as the agency whose text it prints."""
    name = agency(report).casefold()
    return bool(name) and name in {own.casefold() for own in (other.feed.name, other.article.site)}


def _first(report: Report) -> tuple[float, str]:
    return (report.published or report.heard.arrived).timestamp(), report.heard.digest


def _other(name: str, report: Report) -> str:
    """Give an agency's name where it is not the outlet's own."""
    name, own = name.strip(), [one.casefold() for one in (report.feed.name, report.article.site) if one]
    return "" if any(name.casefold() in one or one in name.casefold() for one in own) else name
