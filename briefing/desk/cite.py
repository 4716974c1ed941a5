"""Pointing: a statement is made of spans of a source, so that its words cannot be other than the source's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model import Evidence, KeyDevelopment, Statement

if TYPE_CHECKING:
    from briefing.model import Field, Report, Story

Span = tuple[int, int]
Piece = Span | str  # a span of a source's text, or what is inserted in square brackets


def point(story: Story, source: int, start: int, end: int, field: Field = "text") -> Evidence:
    """Cite `[start:end]` of a report's text or title."""
    report = story.reports[source]
    quote = (report.text if field == "text" else cited_title(report))[start:end]
    return Evidence(source=source, article=report.digest, start=start, end=end, quote=quote, field=field)


def cited_title(report: Report) -> str:
    """Give the title in which spans count: the archived article's, else the entry's."""
    return report.article.title or report.heard.entry.title


def statement(story: Story, source: int, pieces: tuple[Piece, ...], *, whole: Span, by: str = "") -> KeyDevelopment:
    """Make a development of one or more pieces of a sentence; `whole` is the sentence's own span.

    Spans that touch are one quotation, though something is inserted between them.
    """
    report_text = story.reports[source].text
    spans, text = list[Span](), ""
    for piece in pieces:
        if isinstance(piece, str):
            text += f" {piece}" if text else piece
            continue
        touching = bool(spans) and spans[-1][1] == piece[0]
        text += ("" if touching or not text else " ") + report_text[piece[0] : piece[1]]
        spans = [*spans[:-1], (spans[-1][0], piece[1])] if touching else [*spans, piece]
    evidence = tuple(point(story, source, start, end) for start, end in spans)
    printed = finish(text)
    verbatim = spans == [whole] and printed == evidence[0].quote
    return KeyDevelopment(text=printed, verbatim=verbatim, evidence=evidence, by=by)


def plain(story: Story, source: int, start: int, end: int) -> Statement:
    """Quote one span as it stands."""
    evidence = point(story, source, start, end)
    return Statement(text=evidence.quote, evidence=(evidence,))


def finish(text: str) -> str:
    """Give an initial capital and a final point, where they are missing."""
    first = text[:1].upper()
    capital = first + text[1:] if first.lower() == text[:1] else text  # "µ" and "ß" have no capital of their own
    return (
        capital
        if capital.rstrip("\"'”’»)] \u00a0\u202f").endswith((".", "!", "?", "…", ":", "。", "！", "।", "؟"))
        else f"{capital.rstrip(',;')}."
    )
