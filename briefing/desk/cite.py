"""Pointing: a statement is made of spans of a source, so that its words cannot be other than the source's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model import Evidence, KeyDevelopment, Statement

if TYPE_CHECKING:
    from briefing.model import Field, Report, Story

Span = tuple[int, int]


def point(story: Story, source: int, start: int, end: int, field: Field = "text") -> Evidence:
    """Cite `[start:end]` of a report's text or title."""
    report = story.reports[source]
    quote = (report.text if field == "text" else cited_title(report))[start:end]
    return Evidence(source=source, article=report.digest, start=start, end=end, quote=quote, field=field)


def cited_title(report: Report) -> str:
    """Give the title in which spans count: the archived article's, else the entry's."""
    return report.article.title or report.heard.entry.title


def statement(story: Story, source: int, spans: tuple[Span, ...], *, whole: Span, by: str = "") -> KeyDevelopment:
    """Make a development of one or more spans of a sentence; `whole` is the sentence's own."""
    evidence = tuple(point(story, source, start, end) for start, end in spans)
    text = " ".join(item.quote for item in evidence)
    printed = finish(text)
    return KeyDevelopment(text=printed, verbatim=spans == (whole,) and printed == text, evidence=evidence, by=by)


def plain(story: Story, source: int, start: int, end: int) -> Statement:
    """Quote one span as it stands."""
    evidence = point(story, source, start, end)
    return Statement(text=evidence.quote, evidence=(evidence,))


def finish(text: str) -> str:
    """Give an initial capital and a final point, where they are missing."""
    capital = text[:1].upper() + text[1:]
    return (
        capital
        if capital.rstrip("\"'”’»)] \u00a0\u202f").endswith((".", "!", "?", "…", ":"))
        else f"{capital.rstrip(',;')}."
    )
