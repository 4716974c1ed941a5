"""Fourth verb: a story becomes a brief. A module-level function of one frozen value, so that it runs anywhere."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from briefing.desk.cite import cited_title, point
from briefing.desk.cluster.voices import voices
from briefing.desk.compose import without_outlet
from briefing.desk.developments import developments, moved
from briefing.desk.disagreements import disagreements
from briefing.desk.follow import own_name
from briefing.desk.method import DIGEST
from briefing.desk.pictures import offered
from briefing.desk.questions import questions
from briefing.desk.reprints import agency
from briefing.desk.rights import within_rights
from briefing.desk.select import feed_name
from briefing.desk.summary import summary
from briefing.desk.text import language_of
from briefing.desk.watching import watch_for
from briefing.model import Brief, Source, Statement

if TYPE_CHECKING:
    from briefing.model import KeyDevelopment, Report, Story

METHOD = f"extractive/3 {DIGEST}"
PACE = 230  # words a minute: silent reading of English non-fiction (Brysbaert 2019 gives 238)


def brief(story: Story, count: int | None = None, words: int | None = None) -> Brief:
    """Tell a story: what happened, what is open, who says so.

    `count` bounds the number of key developments (default: by length), `words` their words in sum.
    """
    lead = story.reports[0]
    since: tuple[KeyDevelopment, ...] = ()
    if story.before:
        since, happened, views = moved(story)
    else:
        happened, views = developments(story, count, words)
    open_questions, unknowns = questions(story)
    told = Brief(
        id=_name(story),
        headline=_headline(story),
        summary=summary(story, (*since, *happened)),
        reading_minutes=max(1, math.ceil(len(lead.text.split()) / PACE)),
        language=language_of(lead.article),
        sources=_sources(story),
        key_developments=happened,
        analysis=views,
        open_questions=open_questions,
        unknowns=unknowns,
        since_yesterday=since,
        told=story.before.date if story.before else None,
        disagreements=disagreements(story),
        watch_for=watch_for(story),
        images=offered(story),
    )
    return within_rights(told, story)


def _name(story: Story) -> str:
    """Name a story as earlier editions did, else by its own name."""
    return story.before.story if story.before and story.before.story else own_name(story)


def _headline(story: Story) -> Statement:
    lead = story.reports[0]
    start, end = without_outlet(cited_title(lead), (lead.feed.name, lead.article.site))
    evidence = point(story, 0, start, end, "title")
    return Statement(text=evidence.quote, evidence=(evidence,))


def _sources(story: Story) -> tuple[Source, ...]:
    """Credit each report; of several outlets that print one text, all but the first are copies."""
    copies = {
        place
        for places in voices(story)
        for place in places[1:]
        if story.reports[place].feed.id != story.reports[places[0]].feed.id
    }
    return tuple(_source(report, copy=place in copies) for place, report in enumerate(story.reports))


def _source(report: Report, *, copy: bool) -> Source:
    return Source(
        name=feed_name(report.feed),
        url=report.article.url or report.heard.entry.link,
        title=report.title,
        published=report.published,
        kind=report.article.kind or report.feed.kind,
        label=_label(report),
        origin=report.article.origin,
        article=report.digest,
        copy=copy,
    )


def _label(report: Report) -> str:
    """Say what stands beside an outlet's name: its label, and the agency whose text it says that it prints."""
    return ", ".join(word for word in (report.feed.label, agency(report)) if word)
