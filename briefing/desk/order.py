"""In which order a story's reports are told: whose headline leads it, and whose developments come first.

What is newest supersedes what came before: the headline is the newest report's, unless that is much thinner than the
fullest, and the others follow, newest first. Facts come before views, what was read before what only a feed says,
what happened before what explains it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.desk.counts import superseded, tallies
from briefing.desk.text import language_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from briefing.model import Audience, Report, Story

THIN = 0.4  # of the fullest report's words: a newer one below it is a note that adds to the others, and leads nothing
# A title that promises reasons or a retelling, and not what is new.
EXPLAINS = re.compile(
    r"(?:^|[:–—|] )(?:[Ww]hat|[Ww]hy|[Hh]ow|Who|who|Where|When|Explainer|Explained|Analysis|Timeline|Factbox|Profile|"
    r"Q&A|In pictures|[Pp]ourquoi|[Cc]omment|[Cc]e qu(?:e|['’]on|['’]il)|[Qq]ui (?:est|sont)|[Qq]ue sait-on|Décryptage|"
    r"Analyse|Portrait|Récit)\b(?! (?:a|an|the) \w+ day\b)"
)


def in_order(reports: Iterable[Report], audience: Audience) -> tuple[Report, ...]:
    """Order a story's reports: the one that leads, then the rest, newest first within what they are."""
    languages = {language: place for place, language in enumerate(audience.languages)}

    def place(report: Report) -> tuple[int, bool, bool]:
        language = languages.get(language_of(report.article), len(languages))
        return language, _is_view(report), report.article.origin == "feed"

    newest = sorted(reports, key=lambda report: (-moment(report).timestamp(), -len(report.text), report.heard.digest))
    newest.sort(key=place)
    first = [report for report in newest if place(report) == place(newest[0])]
    lead = _leading(first, newest)
    return (lead, *(report for report in newest if report is not lead))


def newest_first(story: Story) -> tuple[int, ...]:
    """Give the places of a story's reports in the order in which their developments are told.

    A short note that came out after the leading report is told before it: it says how things went on.
    """
    lead = story.reports[0]

    def place(number: int) -> tuple[bool, bool, bool, bool, float]:
        report = story.reports[number]
        foreign = language_of(report.article) != language_of(lead.article)
        explains = report is not lead and EXPLAINS.search(report.title) is not None
        return foreign, _is_view(report), report.article.origin == "feed", explains, -moment(report).timestamp()

    return tuple(sorted(range(len(story.reports)), key=place))


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
