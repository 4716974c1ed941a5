"""In which order a story's reports are told: whose headline leads it, and whose developments come first.

What is newest supersedes what came before: the headline is the newest report's, unless that is much thinner than the
fullest, and the others follow, newest first. Facts come before views, what was read before what only a feed says,
what happened before what explains it, an agency's own report before its reprints.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.desk.counts import superseded, tallies
from briefing.desk.reprints import reprints
from briefing.desk.text import language_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.model import Audience, Report, Story

TOGETHER = dt.timedelta(hours=3)  # reports of one moment: of these the best source leads
THIN = 0.4  # of the fullest report's words: a newer one below it is a note that adds to the others, and leads nothing
# A title that promises reasons or a retelling, and not what is new.
EXPLAINS = re.compile(
    r"(?:^|[:–—|] )(?:[Ww]hat|[Ww]hy|[Hh]ow|Who|who|Where|When|Explainer|Explained|Analysis|Timeline|Factbox|Profile|"
    r"Q&A|In pictures|[Pp]ourquoi|[Cc]omment|[Cc]e qu(?:e|['’]on|['’]il)|[Qq]ui (?:est|sont)|[Qq]ue sait-on|Décryptage|"
    r"Analyse|Portrait|Récit)\b(?! (?:a|an|the) \w+ day\b)"
)


def in_order(reports: Iterable[Report], audience: Audience) -> tuple[Report, ...]:
    """Order a story's reports: the one that leads, then the rest, newest first within what they are."""
    reports = tuple(reports)
    languages = {language: place for place, language in enumerate(audience.languages)}
    copies = reprints(reports)

    def place(report: Report) -> tuple[int, bool, bool, bool]:
        language = languages.get(language_of(report.article), len(languages))
        return language, _is_view(report), report.article.origin == "feed", report.heard.digest in copies

    newest = sorted(reports, key=lambda report: (-moment(report).timestamp(), -len(report.text), report.heard.digest))
    newest.sort(key=place)
    first = [report for report in newest if place(report) == place(newest[0])]
    lead = _leading(first, newest)
    return (lead, *(report for report in newest if report is not lead))


def newest_first(story: Story) -> tuple[int, ...]:
    """Give the places of a story's reports in the order in which their developments are told.

    A short note that came out after the leading report is told before it: it says how things went on.
    """
    lead, copies = story.reports[0], reprints(story.reports)

    def place(number: int) -> tuple[bool, bool, bool, bool, bool, float]:
        report = story.reports[number]
        foreign = language_of(report.article) != language_of(lead.article)
        explains = report is not lead and EXPLAINS.search(report.title) is not None
        unread, copy = report.article.origin == "feed", report.heard.digest in copies
        return foreign, _is_view(report), unread, copy, explains, -moment(report).timestamp()

    return tuple(sorted(range(len(story.reports)), key=place))


def led_by_what_moved(story: Story, telling: Iterable[int], audience: Audience) -> Story:
    """Let the newest of the reports that tell what moved lead; of those that came out with it, the best source.

    A short note leads here, too: its headline says how things stand, and the fullest report's says how they stood.
    """
    places = sorted(set(telling))
    if not places:
        return story
    languages = {language: place for place, language in enumerate(audience.languages)}
    found = [story.reports[place] for place in places]
    found = [report for report in found if not EXPLAINS.search(report.title)] or found
    copies = reprints(story.reports)

    def rank(report: Report) -> tuple[int, bool, bool]:
        return (
            languages.get(language_of(report.article), len(languages)),
            _is_view(report),
            report.article.origin == "feed",
        )

    found = [report for report in found if rank(report) == min(map(rank, found))]
    newest = max(moment(report) for report in found)
    found = [report for report in found if newest - moment(report) <= TOGETHER]
    lead = min(
        found,
        key=lambda report: (report.heard.digest in copies, -moment(report).timestamp(), report.heard.digest),
    )
    return replace(story, reports=(lead, *(report for report in story.reports if report is not lead)))


def moment(report: Report) -> dt.datetime:
    """Say when a report came out: as its outlet says, else when it arrived."""
    return report.published or report.heard.arrived


def _leading(first: list[Report], all_of_them: list[Report]) -> Report:
    """Choose who leads among equals, newest first: one that tells what is new, at some length, and still holds."""
    full = max(_length(report) for report in first)
    counted = tallies(all_of_them) if len(first) > 1 else ()
    telling = [report for report in first if not EXPLAINS.search(report.title)] or first
    current = [report for report in telling if not superseded(report.title, moment(report), counted)] or telling
    return next((report for report in current if _length(report) >= THIN * full), current[0])


def _length(report: Report) -> int:
    return len(report.text.split())


def _is_view(report: Report) -> bool:
    return (report.article.kind or report.feed.kind) in ("analysis", "opinion")
