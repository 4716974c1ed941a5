"""Which sentences of a story may be printed: those that stand alone, say a fact or what a named party said, and are whole.

Each is told in pieces: spans of its report, and what is inserted in square brackets between them, a pronoun's name and
a relative day's date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.desk.alone import stands_alone
from briefing.desk.certain import certainly
from briefing.desk.compression import kept
from briefing.desk.consequence import gravity, settles
from briefing.desk.counts import superseded, tallies
from briefing.desk.days import dated
from briefing.desk.days.filed import filed
from briefing.desk.denials import answers, with_answers, withdrawn
from briefing.desk.judging import is_view, judged
from briefing.desk.naming import named
from briefing.desk.notices import notices
from briefing.desk.order import moment
from briefing.desk.passages import TURN, body, spoken, turn
from briefing.desk.repeating import said
from briefing.desk.selling import released, sells
from briefing.desk.stamps import overtaken
from briefing.desk.text import by_script, language_of, stems

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from briefing.desk.cite import Piece, Span
    from briefing.desk.denials import Answer
    from briefing.desk.text import Sentence
    from briefing.model import Report, Story

__all__ = ["SOURCES_HEARD", "Candidate", "body", "candidates", "opening", "speaks"]

SOURCES_HEARD = 10  # reports of a story that are read for statements: the leading one and the newest
QUOTES, ENOUGH = '“"«‘', 3  # with so many statements a report is told without those that open with a quotation
TOO_LONG = 1200  # characters: no such sentence is told, whatever is left out of it
WITHDRAWN = 8  # sentences of a newer report that may take back what an earlier one said
# A title that says whose words follow.
VIEW = re.compile(
    r"(?i)(?:opinion|op-ed|comment|commentary|editorial|leader|column|analysis|viewpoint|essay|letters?|chronique|tribune|édito(?:rial)?|point de vue|"
    r"billet|analyse|humeur|carte blanche) ?[:|–—]"
)
# How a turn begins that answers or greets, and says nothing.
SAYS_NOTHING = re.compile(
    r"(?i)(?:well|yes|no|oh|look|right|exactly|thanks?|thank you|good (?:morning|evening|afternoon|day)|hello|hi|sure|of course|okay|ok|oui|non|bonjour|bonsoir|merci|bon|eh bien|ben)\b[,.! ]"
)
STANDFIRST = 4  # sentences with which a page says what it is about: its standfirst, its lede, and what follows them


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may be printed: where it comes from, and the pieces in which it is told.

    `text` is its words as the source has them, without what is inserted; `said` counts that too. `place` is its number
    among the `length` sentences of its report that could be told; `judged` tells that its writer speaks in it, `gravity`
    how grave what it tells is, `settles` that it says how a thing ended, `score` what it is worth, once that is known.
    """

    source: int
    sentence: Sentence
    pieces: tuple[Piece, ...]
    text: str
    stems: frozenset[str]
    judged: bool
    place: int
    length: int
    gravity: int
    settles: bool = False
    score: float = 0.0
    said: frozenset[str] = frozenset()

    @property
    def whole(self) -> Span:
        """The span of the whole sentence."""
        return self.sentence.start, self.sentence.end

    @property
    def spans(self) -> tuple[Span, ...]:
        """What is told of it in its source's own words."""
        return tuple(piece for piece in self.pieces if not isinstance(piece, str))

    def part(self, parts: int) -> int:
        """Say in which of so many equal parts of its report it stands, from 0."""
        return parts * self.place // self.length

    @property
    def words(self) -> int:
        """How many words it prints, as people count them: what stands between spaces, with what is inserted."""
        return len(self.text.split()) + sum(len(piece.split()) for piece in self.pieces if isinstance(piece, str))


def candidates(story: Story) -> list[Candidate]:
    """Give every sentence of a story that can stand alone and still holds, report by report."""
    counted = tallies(story.reports) if len(story.reports) > 1 else ()
    defended = frozenset(one.who for report in story.reports[:SOURCES_HEARD] for one in _answers(report))
    return [
        candidate
        for n, report in enumerate(story.reports[:SOURCES_HEARD])
        if report.feed.use != "headline"
        for candidate in _holding(story, n, report, defended)
        if not (counted and superseded(candidate.sentence.text, moment(report), counted))
    ]


def _holding(story: Story, source: int, report: Report, defended: frozenset[str]) -> list[Candidate]:
    """Give what a report says, accusations with what answers them, without what it or a later one takes back."""
    language, later = written_in(report), _later(story, report)
    found = with_answers(_of_report(source, report), body(report), language, defended)
    return [item for item in found if not withdrawn(item, later, language)] if later else found


@lru_cache(maxsize=32)
def _answers(report: Report) -> tuple[Answer, ...]:
    return answers(body(report), written_in(report))


def _later(story: Story, report: Report) -> list[str]:
    """Give what the reports of a story say that came out after one of them."""
    if len(story.reports) == 1:
        return []
    newer = (one for one in story.reports[:SOURCES_HEARD] if moment(one) > moment(report))
    return [sentence.text for one in newer for sentence in body(one)[:WITHDRAWN]]


@lru_cache(maxsize=64)
def speaks(report: Report) -> bool:
    """Tell whether a report is its writer's view: its outlet says so, or its sentences do."""
    if not {report.article.kind, report.feed.kind}.isdisjoint(("analysis", "opinion")) or VIEW.match(report.title):
        return True
    return not spoken(report) and is_view([verdict for verdict in _verdicts(report) if verdict is not None])


@lru_cache(maxsize=16)
def _verdicts(report: Report) -> tuple[bool | None, ...]:
    """Tell of each sentence that can be told whether its writer speaks in it; None of one that is too long."""
    language = written_in(report)
    return tuple(judged(one.text, language) if len(one.text) <= TOO_LONG else None for one in body(report))


def written_in(report: Report) -> str:
    """Give the language whose rules a report is held to: English where none is known and its letters are Latin."""
    return language_of(report.article) or by_script(report.text[:4000]) or "en"


def opening(source: int, report: Report) -> list[Candidate]:
    """Give those of a report's first sentences that can stand alone, an accusation with what answers it."""
    language = written_in(report)
    return with_answers(_of_report(source, report, STANDFIRST), body(report), language, frozenset())


def _of_report(source: int, report: Report, first: int | None = None) -> list[Candidate]:
    language, transcript, view = written_in(report), spoken(report), speaks(report)
    told, article, noted = body(report), report.text, notices(report.article)
    release = released(report)
    verdicts = _verdicts(report) if not (view or transcript or release) else ()
    found, before = [], None
    for place, sentence in enumerate(told[:first]):
        if len(sentence.text) > TOO_LONG or sentence.start in noted:
            before = None
            continue
        pieces, text, alone = _told(sentence, before, language, article, filed(report))
        speaker = turn(report, sentence) if transcript else None
        if speaker and sentence.start > speaker[1]:
            pieces, text = (speaker, *pieces), f"{article[slice(*speaker)]} {text}"
        before = replace(sentence, text=alone)
        if release and (text[0] in QUOTES or sells(text.replace('"', "").replace("“", ""), language)):
            continue
        if transcript and SAYS_NOTHING.match(TURN.sub("", text, count=1)):
            continue
        if stands_alone(alone, language, spoken=transcript):
            if verdicts and text == sentence.text:
                judges = bool(verdicts[place])
            else:
                judges = not transcript and judged(text, language, view=view or release)
            meaning = frozenset(stems(text, language))
            put = " ".join(piece for piece in pieces if isinstance(piece, str) and any(map(str.isdigit, piece)))
            whole = said(f"{text} {put}", language, meaning.union(stems(put, language)))
            read = alone.replace("[", "").replace("]", "")
            grave = 0 if judges else gravity(read, language)
            found.append(
                Candidate(
                    source,
                    sentence,
                    pieces,
                    text,
                    meaning,
                    judges,
                    place,
                    len(told),
                    grave,
                    settles(read, language),
                    said=whole,
                )
            )
    over = overtaken(report, told, language)
    found = [item for item in found if item.sentence.start not in over]
    unquoted = [item for item in found if item.text[0] not in QUOTES]
    return unquoted if len(unquoted) >= ENOUGH else found  # what was said is told where little else is


def _told(
    sentence: Sentence, before: Sentence | None, language: str, article: str, published: dt.datetime | None
) -> tuple[tuple[Piece, ...], str, str]:
    """Give the pieces of a sentence, its own words in them, and how it reads with its pronoun's name."""
    text = sentence.text
    spans = list(kept(text, language))
    apart = before is not None and before.block != sentence.block
    said_before = before.text if before else ""
    person = named(text, spans[0][0], said_before, language, article, apart=apart) or certainly(
        text, spans[0][0], said_before, language, article, sentence.start
    )
    days = dated(text, language, published)
    pieces: list[Piece] = []
    own, alone = list[str](), list[str]()
    for span in _without(spans, person):
        pieces += [f"[{span}]"] if isinstance(span, str) else _with_days(span, days)
        words = span if isinstance(span, str) else text[span[0] : span[1]]
        alone.append(words)
        own += [] if isinstance(span, str) else [words]
    placed = tuple(
        piece if isinstance(piece, str) else (piece[0] + sentence.start, piece[1] + sentence.start) for piece in pieces
    )
    return placed, " ".join(own), " ".join(alone)


def _without(spans: Sequence[Span], person: tuple[int, int, str] | None) -> list[Piece]:
    """Put a person's name in the place of a pronoun, which is a whole word of one of the spans."""
    if person is None:
        return list(spans)
    at, end, name = person
    put: list[Piece] = []
    for span in spans:
        if not span[0] <= at < span[1]:
            put.append(span)
            continue
        put += [(span[0], at - 1)] if at > span[0] else []
        put.append(name)
        put += [(end + 1, span[1])] if end + 1 < span[1] else []
    return put


def _with_days(span: Span, days: Sequence[tuple[int, str]]) -> list[Piece]:
    """Divide a span behind its relative days, each followed by its date."""
    pieces: list[Piece] = []
    start, end = span
    for at, date in days:
        if start < at <= end:
            pieces += [(start, at), date]
            start = at
    return [*pieces, (start, end)] if start < end else pieces
