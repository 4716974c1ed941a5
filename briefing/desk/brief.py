"""Fourth verb: a story becomes a brief. A module-level function of one frozen value, so that it runs anywhere."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from briefing import identity
from briefing.desk.cite import cited_title, point
from briefing.desk.compose import without_outlet
from briefing.desk.developments import developments
from briefing.desk.questions import questions
from briefing.desk.rights import within_rights
from briefing.desk.select import feed_name
from briefing.desk.text import language_of
from briefing.desk.watching import watch_for
from briefing.model import Brief, Image, Source, Statement

if TYPE_CHECKING:
    from briefing.model import Report, Story

METHOD = "extractive/1"
PACE = 230  # words a minute: silent reading of English non-fiction (Brysbaert 2019 gives 238)


def brief(story: Story) -> Brief:
    """Tell a story: what happened, what is open, who says so."""
    lead = story.reports[0]
    happened, views = developments(story)
    open_questions, unknowns = questions(story)
    told = Brief(
        id=identity.digest([[report.feed.id, report.heard.entry.identity] for report in _first(story)])[:16],
        headline=_headline(story),
        summary=None,
        reading_minutes=max(1, math.ceil(len(lead.text.split()) / PACE)),
        language=language_of(lead.article),
        sources=tuple(_source(report) for report in story.reports),
        key_developments=happened,
        analysis=views,
        open_questions=open_questions,
        unknowns=unknowns,
        watch_for=watch_for(story),
        images=_images(story),
    )
    return within_rights(told, story)


def _first(story: Story) -> tuple[Report, ...]:
    """Give the report that came first: a story keeps its name while others join it."""
    return (min(story.reports, key=lambda report: (report.heard.arrived, report.heard.digest)),)


def _headline(story: Story) -> Statement:
    lead = story.reports[0]
    start, end = without_outlet(cited_title(lead), (lead.feed.name, lead.article.site))
    evidence = point(story, 0, start, end, "title")
    return Statement(text=evidence.quote, evidence=(evidence,))


def _source(report: Report) -> Source:
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


def _images(story: Story) -> tuple[Image, ...]:
    pictures = ((n, report.article.picture) for n, report in enumerate(story.reports))
    return tuple(
        Image(url=picture.url, caption=picture.caption, alt=picture.alt, source=n) for n, picture in pictures if picture
    )
